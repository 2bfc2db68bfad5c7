package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.planning.CitedSources.Sentence;
import dev.trellis.planning.DevelopmentPlan.DevelopmentGoal;
import dev.trellis.planning.DevelopmentPlan.PlanState;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan in words. @param mayChange whether the reader may tick progress and close or reopen it */
record PlanView(
        PlanId id,
        String learner,
        String title,
        String state,
        boolean active,
        boolean mine,
        boolean mayChange,
        @Nullable String targetRole,
        String period,
        String signedOff,
        String words,
        long done,
        List<Goal> goals) {

    static PlanView of(
            DevelopmentPlan plan,
            String learner,
            String signedOffBy,
            boolean mine,
            boolean mayChange,
            CitedSources cited,
            Days days) {
        List<Goal> goals = plan.goals().stream()
                .sorted(Comparator.comparing(DevelopmentGoal::dueOn))
                .map(goal -> goal(goal, cited, days))
                .toList();
        return new PlanView(
                plan.id(),
                learner,
                mine ? "Your plan" : "Plan of " + learner,
                word(plan.state()),
                plan.state() == PlanState.ACTIVE,
                mine,
                mayChange,
                plan.targetRoleName().orElse(null),
                days.day(plan.from()) + " to " + days.day(plan.until()),
                signedOffBy + ", " + days.day(plan.signedOffAt()),
                plan.words(),
                plan.goals().stream().filter(goal -> goal.progress().done()).count(),
                goals);
    }

    static String word(PlanState state) {
        return switch (state) {
            case ACTIVE -> "active";
            case COMPLETE -> "complete";
            case CANCELLED -> "cancelled";
        };
    }

    static String word(ActivityKind kind) {
        return switch (kind) {
            case EXPERIENCE -> "by doing";
            case EXPOSURE -> "with others";
            case EDUCATION -> "by study";
        };
    }

    private static Goal goal(DevelopmentGoal goal, CitedSources cited, Days days) {
        boolean link = goal.url().startsWith("https://") || goal.url().startsWith("http://");
        return new Goal(
                goal.id(),
                goal.competencyName(),
                Days.number(goal.shownLevel()),
                Days.number(goal.soughtLevel()),
                goal.activityTitle(),
                link ? goal.url() : null,
                word(goal.kind()),
                goal.task(),
                cited.sentences(goal.why()),
                goal.firstStep(),
                goal.successMeasure(),
                goal.progress().doneOn().map(on -> "done " + days.day(on)).orElseGet(() -> days.away(goal.dueOn())),
                !goal.progress().done() && goal.dueOn().isBefore(days.today().plusDays(8)),
                Days.number(goal.effortHours()) + " h",
                goal.edited(),
                goal.progress().firstStepDone(),
                goal.progress().done());
    }

    record Goal(
            UUID id,
            String competency,
            String shown,
            String sought,
            String activity,
            @Nullable String url,
            String kind,
            String task,
            List<Sentence> why,
            String firstStep,
            String successMeasure,
            String due,
            boolean soon,
            String effort,
            boolean edited,
            boolean firstStepDone,
            boolean done) {}

    record Link(PlanId id, String text) {}
}
