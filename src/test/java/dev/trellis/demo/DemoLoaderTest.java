package dev.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.demo.DemoLoader.Step;
import dev.trellis.people.NewPerson;
import dev.trellis.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLoaderTest {

    private static final DemoOrganisation DEMO = DemoOrganisation.generate(7, LocalDate.of(2026, 11, 24));

    private static DemoWorld clean;
    private static Map<String, String> once;

    @BeforeAll
    static void loadOnce() {
        clean = new DemoWorld();
        clean.load(DEMO);
        once = clean.whatStands();
    }

    @AfterAll
    static void close() {
        clean.close();
    }

    @Test
    void theDoorsAcceptEverythingThatIsMadeUp() {
        assertThat(clean.count("person")).isEqualTo(DEMO.people().size());
        assertThat(clean.count("learning_activity")).isEqualTo(DEMO.activities().size());
        assertThat(clean.count("mentoring_relationship"))
                .isEqualTo(DEMO.mentorings().size());
        assertThat(clean.count("evidence"))
                .isEqualTo(DEMO.evidence().size() + DEMO.aspirations().size());
        assertThat(clean.owner
                        .sql(
                                "select count(*) from evidence where visibility = 'PRIVATE' and author <> 'person:' || about")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSecondRunAddsNothingAndChangesNothing() {
        clean.load(DEMO);

        assertThat(clean.whatStands()).isEqualTo(once);
    }

    @Test
    void whateverStepARunDiesInTheNextOneEndsWhereACleanOneDoes() {
        try (DemoWorld world = new DemoWorld()) {
            for (Step step : Step.values()) {
                assertThatThrownBy(() -> world.loader.load(DEMO, DemoWorld.dyingAt(step)))
                        .isInstanceOf(DemoWorld.Died.class);
                assertThat(world.whatStands()).isNotEqualTo(once);
            }
            assertThat(world.count("evidence")).isZero();

            world.load(DEMO);

            assertThat(world.whatStands()).isEqualTo(once);
        }
    }

    @Test
    void isMadeOnceOnTheDayItWasBegunAndLeavesTheInboxesFull(@TempDir Path home) throws Exception {
        try (DemoWorld world = new DemoWorld()) {
            world.state.begin(MadeUpOrganisation.SEED);
            MadeUpOrganisation organisation = world.organisation(home);
            Thread making = Thread.ofPlatform().start(organisation::make);
            while (making.isAlive() && !organisation.progress().orElse("").contains("drafting 0 of")) {
                Thread.onSpinWait();
            }

            assertThat(world.state.find())
                    .hasValueSatisfying(standing -> assertThat(standing)
                            .isEqualTo(new DemoState.Standing(
                                    LocalDate.of(2026, 11, 24), MadeUpOrganisation.SEED, true, true)));
            assertThat(organisation.logins()).hasSize(5);
            int asked = world.count("draft_request");
            assertThat(asked).isBetween(30, 60);
            assertThat(world.owner.sql("""
                                    select count(*) from mentoring_relationship r join person m on m.id = r.mentor
                                    where m.email = 'mentor@demo'
                                    and r.learner not in (select learner from draft_request)
                                    """).query(Integer.class).single()).isZero();

            organisation.destroy();
            making.join();
            world.owner.sql("delete from draft_request").update();
            Map<String, String> before = world.whatStands();
            world.organisation(home).make();

            assertThat(world.count("draft_request")).isZero();
            assertThat(world.whatStands()).isEqualTo(before);
        }
    }

    @Test
    void nothingIsMadeUpWherePeopleAreAlready() {
        try (DemoWorld world = new DemoWorld()) {
            world.people()
                    .save(List.of(new NewPerson(
                            "1", "Lin", "Aho", "lin@example.org", "", "", true, Set.of(Role.ADMINISTRATOR))));
            world.state.begin(MadeUpOrganisation.SEED);

            assertThat(world.state.find()).isEmpty();
        }
    }

    @Test
    void tellsTheSamePasswordAtEachStartUntilAnotherIsConfigured(@TempDir Path home) throws IOException {
        DemoSecrets first = clean.logins(home, "", "").open();
        assertThat(clean.logins(home, "", "").open()).isEqualTo(first);
        assertThat(opens(first.password())).isTrue();
        assertThat(Files.getPosixFilePermissions(home.resolve(DemoSecrets.FILE)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        DemoSecrets configured = clean.logins(home, "walks in the garden", "").open();

        assertThat(configured).isEqualTo(new DemoSecrets("walks in the garden", first.clientSecret()));
        assertThat(opens("walks in the garden")).isTrue();
        assertThat(opens(first.password())).isFalse();
        assertThat(clean.logins(home, "", "").open()).isEqualTo(configured);
    }

    private static boolean opens(String password) {
        return DemoLogins.EMAILS.stream()
                .allMatch(email -> clean.credentials()
                        .matches(clean.people().findByEmail(email).orElseThrow().id(), password));
    }
}
