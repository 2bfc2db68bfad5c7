package dev.trellis.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trellis.NotFound;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.DevelopmentPlan.DevelopmentGoal;
import dev.trellis.planning.DevelopmentPlan.PlanState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;

class DevelopmentPlansTest {

    private final PipelineWorld world = new PipelineWorld();
    private final DevelopmentPlans plans = world.db.plans;

    @Test
    void keepsWhatWasSignedOff() {
        PlanDraft draft = world.drafted().orElseThrow();
        List<DevelopmentGoal> goals =
                draft.items().stream().map(world.db::goalFrom).toList();
        PlanId id = plans.activate(world.mentor, draft, goals, "Go well.");

        DevelopmentPlan plan = plans.find(world.learner, id).orElseThrow();
        assertThat(plan.goals()).isEqualTo(goals);
        assertThat(plan.words()).isEqualTo("Go well.");
        assertThat(plan.signedOffBy()).isEqualTo(world.mentor);
        assertThat(plans.activeOf(world.mentor, world.learner)).contains(plan);
    }

    @Test
    void givesPlatformsNothingAnyoneWrote() {
        PlanId id = active();
        DevelopmentPlan plan = plans.forPlatforms(Optional.empty(), 10).getFirst();
        assertThat(plan.id()).isEqualTo(id);
        assertThat(plan.words()).isEmpty();
        assertThat(plan.goals()).hasSize(3).allSatisfy(goal -> {
            assertThat(goal.activityTitle()).startsWith("Course: ");
            assertThat(goal.task() + goal.firstStep() + goal.successMeasure()).isEmpty();
            assertThat(goal.why()).isEmpty();
        });
        assertThat(plans.forPlatforms(Optional.of(id), 10)).isEmpty();
    }

    @Test
    void isTickedByTheLearnerAndTheirMentorAndNobodyElse() {
        PlanId plan = active();
        UUID goal =
                plans.find(world.learner, plan).orElseThrow().goals().getFirst().id();
        plans.progress(world.learner, plan, goal, true, false);
        plans.progress(world.mentor, plan, goal, true, true);
        DevelopmentGoal ticked =
                plans.find(world.learner, plan).orElseThrow().goals().getFirst();
        assertThat(ticked.progress().done()).isTrue();
        assertThat(ticked.progress().doneOn()).contains(PlanningWorld.TODAY);

        PersonId lead = world.db.person(Role.PROGRAMME_LEAD);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> plans.progress(lead, plan, goal, true, false));
        PersonId colleague = world.db.person(Role.LEARNER);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> plans.progress(colleague, plan, goal, true, false));
    }

    @Test
    void endsAndReopensAsItsStateAllows() {
        PlanId plan = active();
        plans.complete(world.learner, plan);
        assertThat(plans.activeOf(world.learner, world.learner)).isEmpty();
        assertThatExceptionOfType(IllegalPlanTransition.class)
                .isThrownBy(() -> plans.cancel(world.learner, plan, "no"));
        plans.reopen(world.mentor, plan);
        plans.cancel(world.learner, plan, "I changed teams.");
        assertThat(plans.find(world.learner, plan).orElseThrow().state()).isEqualTo(PlanState.CANCELLED);
        assertThat(world.db.audit.actionsOf("plan:" + plan))
                .containsExactly("plan.activated", "plan.completed", "plan.reopened", "plan.cancelled");
        assertThat(world.db.audit.entries.toString()).doesNotContain("changed teams");
    }

    @Test
    void replacesTheActivePlan() {
        PlanId first = active();
        world.reflection("I handed the release notes to Ben.");
        PlanId second = active();
        assertThat(plans.activeOf(world.learner, world.learner).orElseThrow().id())
                .isEqualTo(second);
        assertThat(plans.find(world.learner, first).orElseThrow().state()).isEqualTo(PlanState.CANCELLED);
        assertThatExceptionOfType(IllegalPlanTransition.class).isThrownBy(() -> plans.reopen(world.learner, first));
    }

    @Test
    void isNeverBegunByTheLearnerThemselves() {
        PlanDraft draft = world.drafted().orElseThrow();
        List<DevelopmentGoal> goals = List.of(world.db.goalFrom(draft.items().getFirst()));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> plans.activate(world.learner, draft, goals, ""));
        assertThat(plans.of(world.learner, world.learner)).isEmpty();
    }

    private PlanId active() {
        PlanDraft draft = world.drafted().orElseThrow();
        world.db
                .owner
                .sql("update plan_draft set state = 'APPROVED' where state = 'WAITING_FOR_REVIEW'")
                .update();
        return plans.activate(
                world.mentor,
                draft,
                draft.items().stream().map(world.db::goalFrom).toList(),
                "Go well.");
    }
}
