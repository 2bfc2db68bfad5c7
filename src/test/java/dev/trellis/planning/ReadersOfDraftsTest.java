package dev.trellis.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.people.MentoringForm;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL decides, whatever the service asks: here the service asks for everything. */
class ReadersOfDraftsTest {

    private static final PlanningWorld world = new PlanningWorld();
    private static final PersonId learner = world.person(Role.LEARNER);
    private static final PersonId mentor = world.person(Role.MENTOR);
    private static final PersonId formerMentor = world.person(Role.MENTOR);
    private static final PersonId otherMentor = world.person(Role.MENTOR);
    private static final PersonId colleague = world.person(Role.LEARNER);
    private static final PersonId hr = world.person(Role.HR_PARTNER);
    private static final PersonId lead = world.person(Role.PROGRAMME_LEAD);
    private static final PersonId admin = world.person(Role.ADMINISTRATOR);

    static {
        world.mentorships.start(mentor, learner, MentoringForm.MENTORING, PlanningWorld.TODAY);
        world.mentorships.start(formerMentor, learner, MentoringForm.MENTORING, PlanningWorld.TODAY);
        PlanDraftId draft = world.draftOf(learner).kept();
        PlanDraft whole = world.drafts.find(mentor, draft).orElseThrow();
        world.plans.activate(mentor, whole, List.of(world.goalFrom(whole.items().getFirst())), "Go well.");
        world.mentorships.end(formerMentor, learner, PlanningWorld.TODAY);
    }

    private static final Map<String, String> readers = Map.ofEntries(
            Map.entry("learner", learner.toString()),
            Map.entry("mentor", mentor.toString()),
            Map.entry("former mentor", formerMentor.toString()),
            Map.entry("another's mentor", otherMentor.toString()),
            Map.entry("colleague", colleague.toString()),
            Map.entry("HR partner", hr.toString()),
            Map.entry("programme lead", lead.toString()),
            Map.entry("administrator", admin.toString()),
            Map.entry("counting", "counting"),
            Map.entry("indexing", "indexing"),
            Map.entry("nobody", ""));

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}, {4}")
    @CsvSource({
        // reader, state of the draft, its words, state of the plan, its words
        "mentor, 1, 1, 1, 1",
        "programme lead, 1, 1, 1, 1",
        "learner, 0, 0, 1, 1",
        "former mentor, 0, 0, 0, 0",
        "another's mentor, 0, 0, 0, 0",
        "colleague, 0, 0, 0, 0",
        "HR partner, 0, 0, 0, 0",
        "administrator, 0, 0, 0, 0",
        "counting, 1, 0, 1, 0",
        "indexing, 0, 0, 0, 0",
        "nobody, 0, 0, 0, 0",
    })
    void showsTheDraftToThoseWhoDecideAndThePlanToTheLearnerToo(
            String reader, int draft, int draftWords, int plan, int planWords) {
        String as = readers.getOrDefault(reader, "no such reader");
        assertThat(rows(as, "plan_draft")).isEqualTo(draft);
        assertThat(rows(as, "plan_draft_document")).isEqualTo(draftWords);
        assertThat(rows(as, "draft_record")).isEqualTo(draftWords);
        assertThat(rows(as, "draft_source")).isEqualTo(draftWords);
        assertThat(rows(as, "development_plan")).isEqualTo(plan);
        assertThat(rows(as, "development_goal")).isEqualTo(plan);
        assertThat(rows(as, "development_plan_text")).isEqualTo(planWords);
        assertThat(rows(as, "development_goal_text")).isEqualTo(planWords);
    }

    @Test
    void aProgrammeLeadDoesNotReadADraftAboutThemselves() {
        var world = new PlanningWorld();
        PersonId lead = world.person(Role.PROGRAMME_LEAD);
        PersonId leadWhoLearns = world.person(Role.PROGRAMME_LEAD, Role.LEARNER);
        PlanDraftId draft = world.draftOf(leadWhoLearns).kept();
        assertThat(world.drafts.find(leadWhoLearns, draft)).isEmpty();
        assertThat(world.drafts.find(lead, draft)).isPresent();
    }

    private static int rows(String reader, String table) {
        return world.transactions.execute(status -> {
            world.jdbc
                    .sql("select set_config('trellis.reader', :reader, true)")
                    .param("reader", reader)
                    .query(String.class)
                    .single();
            String about =
                    table.startsWith("plan_draft") && !table.endsWith("document") ? " where learner = :learner" : "";
            return world.jdbc
                    .sql("select count(*) from " + table + about)
                    .param("learner", learner.value())
                    .query(Integer.class)
                    .single();
        });
    }
}
