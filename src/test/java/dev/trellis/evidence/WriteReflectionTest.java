package dev.trellis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** A reflection is saved first; then its writer, and nobody else, may be asked something back. */
class WriteReflectionTest {

    private static final String WORDS = "The customer left before I had finished.";

    private final EvidenceWorld world = new EvidenceWorld();
    private final RedirectAttributesModelMap flash = new RedirectAttributesModelMap();

    @Test
    void asksTheWriterBackAboutAPrivateText() {
        assertThat(save(text -> Optional.of("What next? " + text.length()))).isEqualTo("redirect:/me/evidence");

        assertThat(flash.getFlashAttributes().get("question")).isEqualTo("What next? " + WORDS.length());
        assertThat(flash.getFlashAttributes().get("notice")).isEqualTo("Saved. Only you can see it.");
    }

    @Test
    void theQuestionIsNotInTheAddressOrTheRecord() {
        save(text -> Optional.of("What next?"));

        assertThat(flash).isEmpty();
        assertThat(world.ledger.about(new Reader.OfPerson(world.noor), world.noor, Set.of(EvidenceKind.REFLECTION), 5))
                .extracting(Evidence::text)
                .containsExactly(WORDS);
    }

    @Test
    void savesAlthoughReadingFails() {
        assertThat(save(text -> {
                    throw new IllegalStateException("no model");
                }))
                .isEqualTo("redirect:/me/evidence");

        assertThat(flash.getFlashAttributes().get("notice")).isEqualTo("Saved. Only you can see it.");
        assertThat(flash.getFlashAttributes()).doesNotContainKey("question");
    }

    @Test
    void keepsWhichCompetencyTheWriterSaysItIsAbout() {
        save(text -> Optional.empty(), world.delegation.toString());

        assertThat(world.ledger.about(new Reader.OfPerson(world.noor), world.noor, Set.of(EvidenceKind.REFLECTION), 5))
                .extracting(one -> one.detail().competencyNamed())
                .containsExactly(Optional.of(world.delegation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "00000000-0000-0000-0000-000000000000"})
    void refusesACompetencyThatIsNoneAndLosesNoWord(String competency) {
        ExtendedModelMap model = new ExtendedModelMap();

        assertThat(save(text -> Optional.empty(), competency, model)).isEqualTo("evidence/write-reflection");

        assertThat(model.getAttribute("wrong")).isEqualTo(Map.of("competency", "There is no such competency."));
        assertThat(model.getAttribute("form"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
                .containsEntry("text", WORDS);
    }

    private String save(AfterWriting after) {
        return save(after, "");
    }

    private String save(AfterWriting after, String competency) {
        return save(after, competency, new ExtendedModelMap());
    }

    private String save(AfterWriting after, String competency, ExtendedModelMap model) {
        var beans = new StaticListableBeanFactory(Map.of("after", after));
        var page = new WriteReflection(
                new WritingDesk(world.ledger, world.mentorships, world.clock),
                new OwnCompetencies(world.people, world.catalog, world.ledger),
                beans.getBeanProvider(AfterWriting.class));
        return page.save(
                new Me(world.noor),
                Map.of(
                        "form",
                        "JOURNAL",
                        "text",
                        WORDS,
                        "visibility",
                        "PRIVATE",
                        "occurredAt",
                        "2026-11-10",
                        "competency",
                        competency),
                model,
                new MockHttpServletResponse(),
                flash);
    }

    private record Me(PersonId id) implements SignedInPerson {

        @Override
        public String displayName() {
            return "Noor";
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.LEARNER);
        }

        @Override
        public String getName() {
            return "noor";
        }
    }
}
