package dev.trellis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.trellis.NotFound;
import dev.trellis.people.Absences;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.PlanDraftId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class RoutingTest {

    private final ReviewWorld world = new ReviewWorld();
    private final MockMvc pages = PagesUnderTest.of(world);
    private final Absences absences = world.context.getBean(Absences.class);
    private final PersonId ada = world.person("Ada", "Nyström", Role.MENTOR);
    private final PersonId kim = world.person("Kim", "Berg", Role.MENTOR);
    private final PersonId lea = world.person("Lea", "Roth", Role.PROGRAMME_LEAD);
    private final PersonId noor = world.person("Noor", "Haddad", Role.LEARNER);
    private final PlanDraftId draft;

    RoutingTest() {
        world.mentors(ada, noor);
        draft = world.aDraft(noor)
                .item("Delegation", "Hand over the release notes.")
                .kept();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whileAMentorIsAwayWhoeverCoversDecides() {
        assertThat(waiting(kim)).isEmpty();
        absences.set(ada, ReviewWorld.TODAY, ReviewWorld.TODAY.plusDays(3), Optional.of(kim), ada);

        assertThat(waiting(kim)).containsExactly(draft.toString());
        assertThat(world.reviews().open(kim, draft).draft().items()).hasSize(1);
        assertThat(waiting(lea)).as("somebody covers").isEmpty();

        world.clock.pass(Duration.ofDays(4));
        assertThat(waiting(kim)).isEmpty();
        assertThatThrownBy(() -> world.reviews().open(kim, draft)).isInstanceOf(NotFound.class);
    }

    @Test
    void whereNobodyCoversTheLeadsSeeToIt() {
        assertThatThrownBy(() -> world.reviews().open(lea, draft)).isInstanceOf(NotFound.class);
        absences.set(ada, ReviewWorld.TODAY, ReviewWorld.TODAY.plusDays(3), Optional.empty(), ada);

        assertThat(waiting(lea)).containsExactly(draft.toString());
        world.reviews().open(lea, draft);
        assertThat(waiting(ada)).as("it stays with its mentor too").containsExactly(draft.toString());
    }

    @Test
    void whatWaitedTooLongGoesToTheLeadsAsWellByARuleTheyChange() throws Exception {
        assertThat(waiting(lea)).isEmpty();
        assertThat(answer(lea, post("/lead/routing/days").param("days", "1")).getStatus())
                .isEqualTo(302);

        assertThat(waiting(lea)).containsExactly(draft.toString());
        assertThat(waiting(ada)).containsExactly(draft.toString());
        assertThat(answer(lea, get("/review/" + draft)).getContentAsString()).contains("because it has waited so long");

        answer(lea, post("/lead/routing/days").param("days", "30"));
        assertThat(waiting(lea)).isEmpty();
        for (String wrong : List.of("", "0", "91", "soon", "1e1")) {
            MockHttpServletResponse refused =
                    answer(lea, post("/lead/routing/days").param("days", wrong));
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(refused.getContentAsString()).contains("from 1 to 90");
        }
        assertThat(world.context.getBean(RoutingRules.class).escalateAfterDays())
                .isEqualTo(30);
    }

    @Test
    void aLeadNeverDecidesADraftAboutThemselves() {
        PlanDraftId own = world.aDraft(lea).item("Delegation", "Hand over.").kept();
        world.mentors(ada, lea);
        absences.set(ada, ReviewWorld.TODAY, ReviewWorld.TODAY, Optional.empty(), ada);
        world.context.getBean(RoutingRules.class).escalateAfter(1);

        assertThat(waiting(lea)).containsExactly(draft.toString());
        assertThatThrownBy(() -> world.reviews().open(lea, own)).isInstanceOf(NotFound.class);
    }

    @Test
    void aMentorSaysWhenTheyAreAwayAndTakesItBack() throws Exception {
        MockHttpServletResponse refused = answer(
                ada,
                post("/review/away")
                        .param("from", "2026-12-24")
                        .param("until", "2026-12-01")
                        .param("deputy", kim.toString()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("The last day is before the first.", "value=\"2026-12-24\"", "selected");

        assertThat(answer(
                                ada,
                                post("/review/away")
                                        .param("from", "2026-11-24")
                                        .param("until", "2026-12-01")
                                        .param("deputy", kim.toString()))
                        .getStatus())
                .isEqualTo(302);
        assertThat(answer(ada, get("/review/away")).getContentAsString()).contains("24 Nov 2026", "Kim Berg");
        assertThat(answer(kim, get("/review/away")).getContentAsString()).contains("You cover for", "Ada Nyström");
        assertThat(answer(lea, get("/lead/routing")).getContentAsString()).contains("Ada Nyström", "away");

        String absence = Long.toString(absences.of(ada).orElseThrow().id());
        assertThat(answer(kim, post("/review/away/back").param("absence", absence))
                        .getStatus())
                .as("somebody else's")
                .isEqualTo(404);
        answer(ada, post("/review/away/back").param("absence", absence));
        assertThat(absences.of(ada)).isEmpty();
        assertThat(waiting(kim)).isEmpty();
    }

    @Test
    void aLeadSaysItForAMentorWhoFellIll() throws Exception {
        assertThat(answer(
                                lea,
                                post("/lead/routing/away")
                                        .param("person", ada.toString())
                                        .param("from", "2026-11-24")
                                        .param("until", "2026-11-30"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(waiting(lea)).containsExactly(draft.toString());
        assertThat(answer(
                                lea,
                                post("/lead/routing/away")
                                        .param("person", noor.toString())
                                        .param("from", "x"))
                        .getStatus())
                .isEqualTo(422);
        answer(
                lea,
                post("/lead/routing/back")
                        .param(
                                "absence",
                                Long.toString(absences.of(ada).orElseThrow().id())));
        assertThat(waiting(lea)).isEmpty();
    }

    private List<String> waiting(PersonId person) {
        return world.queue().of(person, person.equals(lea)).waiting().stream()
                .map(Inbox.Entry::draft)
                .toList();
    }

    private MockHttpServletResponse answer(PersonId who, MockHttpServletRequestBuilder request) throws Exception {
        return pages.perform(request.requestAttr(PagesUnderTest.WHO, who))
                .andReturn()
                .getResponse();
    }
}
