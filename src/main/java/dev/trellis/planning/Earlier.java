package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.drafting.Action;
import dev.trellis.planning.DevelopmentPlan.DevelopmentGoal;
import dev.trellis.planning.EarlierRejections.About;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a learner did in earlier plans and what reviewers turned down, as far as it bears on the next draft. How long each counts
 * is our choice: long enough that nobody is asked the same twice in a row, short enough that people may change.
 */
record Earlier(List<Done> done, List<TurnedDown> turnedDown, LocalDate today) {

    /** Nothing older than this counts. */
    static final int ACTIVITY_MONTHS = 12;

    private static final int GAP_MONTHS = 6;
    private static final int MOMENT_MONTHS = 2;

    /** What is left of a gap's weight after a reviewer said that it is none. */
    private static final double GAP_WEIGHT = 0.25;

    Earlier {
        done = List.copyOf(done);
        turnedDown = List.copyOf(turnedDown);
    }

    record Done(CompetencyId competency, Action action, LocalDate on) {}

    record TurnedDown(CompetencyId competency, Action action, About about, String reason, LocalDate on) {}

    static List<Done> done(List<DevelopmentPlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.goals().stream())
                .flatMap(goal -> goal.progress().doneOn().map(on -> done(goal, on)).stream())
                .toList();
    }

    private static Done done(DevelopmentGoal goal, LocalDate on) {
        return new Done(goal.competency(), goal.action(), on);
    }

    /** Why not to offer an action for a gap again, in a few words; empty where nothing speaks against it. */
    Optional<String> against(CompetencyId competency, Action action) {
        Days days = new Days(today);
        Optional<String> doneBefore = done.stream()
                .filter(one -> one.action().equals(action) && one.competency().equals(competency))
                .filter(one -> one.on().isAfter(today.minusMonths(ACTIVITY_MONTHS)))
                .findFirst()
                .map(one -> "done on " + days.day(one.on()));
        return doneBefore.or(() -> turnedDown.stream()
                .filter(one -> one.action().equals(action) && one.competency().equals(competency))
                .filter(one -> one.on()
                        .isAfter(today.minusMonths(one.about() == About.MOMENT ? MOMENT_MONTHS : ACTIVITY_MONTHS)))
                .findFirst()
                .map(one -> "turned down on " + days.day(one.on()) + ": " + one.reason()));
    }

    /** How much of a gap's weight stands, in {@code (0, 1]}. */
    double weight(CompetencyId competency) {
        boolean saidToBeNone = turnedDown.stream()
                .anyMatch(one -> one.about() == About.GAP
                        && one.competency().equals(competency)
                        && one.on().isAfter(today.minusMonths(GAP_MONTHS)));
        return saidToBeNone ? GAP_WEIGHT : 1;
    }
}
