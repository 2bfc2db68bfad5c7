package dev.trellis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.evidence.CompetencyProfiles.ShownLevel;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.PlanDraftId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class LearnerPagesTest {

    private final ReviewWorld world = new ReviewWorld();
    private final PersonId ada = world.person("Ada", "Nyström", Role.MENTOR);
    private final PersonId kim = world.person("Kim", "Berg", Role.MENTOR);
    private final PersonId noor = world.person("Noor", "Haddad", Role.LEARNER);
    private final MockMvc pages = PagesUnderTest.of(world);

    LearnerPagesTest() {
        world.mentors(ada, noor);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aMentorFindsTheirPeopleWithTheDraftThatWaits() throws Exception {
        PlanDraftId draft = world.aDraft(noor).missing("Write down a goal.").kept();

        assertThat(as(ada, get("/people")).getContentAsString())
                .contains("href=\"/people/" + noor + "\"")
                .contains("href=\"/review/" + draft + "\"")
                .contains("Noor Haddad");
        assertThat(as(kim, get("/people")).getContentAsString())
                .contains("Nobody yet")
                .doesNotContain("Noor");
    }

    @Test
    void somebodyElsesLearnerIsNobody() throws Exception {
        world.evidence.put(noor, noor, "I said yes again.");

        assertThat(as(kim, get("/people/" + noor)).getStatus()).isEqualTo(404);
        assertThat(as(kim, post("/people/" + noor + "/draft")).getStatus()).isEqualTo(404);
        assertThat(as(ada, get("/people/" + UuidCreator.getTimeOrderedEpoch())).getStatus())
                .isEqualTo(404);
        assertThat(world.requests.asked).isEmpty();
    }

    @Test
    void showsWhatTheLedgerShowsAndCountsWhatItDoesNot() throws Exception {
        world.evidence.put(noor, noor, "I said yes <b>again</b>.");
        Evidence secret = world.evidence.put(noor, noor, "Nobody may read this.");
        world.evidence.hide(secret);

        assertThat(as(ada, get("/people/" + noor)).getContentAsString())
                .contains("I said yes &lt;b&gt;again&lt;/b&gt;.")
                .contains("One more piece is not written to you")
                .doesNotContain("Nobody may read this");
    }

    @Test
    void setsWhatWasShownBesideWhatTheRoleExpects() throws Exception {
        CompetencyId delegation = aCompetency();
        world.levels.shown.put(
                delegation,
                new ShownLevel(
                        delegation,
                        2,
                        .8,
                        LocalDate.of(2026, 11, 3),
                        List.of(new EvidenceId(UuidCreator.getTimeOrderedEpoch()))));

        assertThat(as(ada, get("/people/" + noor)).getContentAsString())
                .contains("Support engineer")
                .contains("Delegation")
                .contains("<b>2</b>")
                .contains("Thin")
                .contains("one word, 3 Nov");
    }

    @Test
    void asksForADraftWithItsHint() throws Exception {
        MockHttpServletResponse asked =
                as(ada, post("/people/" + noor + "/draft").param("hint", " more practice "));

        assertThat(asked.getRedirectedUrl()).isEqualTo("/people/" + noor);
        assertThat(world.requests.asked).containsExactly("more practice");
    }

    private CompetencyId aCompetency() {
        Catalog catalog = world.context.getBean(Catalog.class);
        Framework framework = catalog.save(
                new Framework(new FrameworkId(UuidCreator.getTimeOrderedEpoch()), "demo", "Demo", "", 0, 5));
        Map<String, CompetencyId> ids = catalog.saveCompetencies(
                framework.id(),
                List.of(new Competency(
                        new CompetencyId(UuidCreator.getTimeOrderedEpoch()),
                        framework.id(),
                        "delegation",
                        "Delegation",
                        "",
                        "",
                        List.of(),
                        List.of())));
        CompetencyId delegation = ids.values().iterator().next();
        catalog.saveRoles(List.of(new RoleProfile(
                "support", "Support engineer", "", framework.id(), List.of(new Expectation(delegation, 3, 1)))));
        return delegation;
    }

    private MockHttpServletResponse as(PersonId who, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = pages.perform(request.requestAttr(PagesUnderTest.WHO, who))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
