package dev.trellis.planning;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Claim;
import dev.trellis.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A plan people agreed on; made from a draft by a mentor's sign-off and owned by people from then on.
 *
 * @param signedOffBy the person who decided
 * @param version rises with every change
 */
public record DevelopmentPlan(
        PlanId id,
        PersonId learner,
        PlanDraftId draft,
        PlanState state,
        Optional<String> targetRoleName,
        LocalDate from,
        LocalDate until,
        PersonId signedOffBy,
        Instant signedOffAt,
        String words,
        List<DevelopmentGoal> goals,
        int version) {

    public DevelopmentPlan {
        goals = List.copyOf(goals);
    }

    public enum PlanState {
        ACTIVE,
        COMPLETE,
        CANCELLED
    }

    /**
     * A competency to grow in, the action for it and how one will know.
     *
     * @param item the item of the draft it came from
     * @param edited whether the mentor changed it
     */
    public record DevelopmentGoal(
            UUID id,
            DraftItemId item,
            CompetencyId competency,
            String competencyName,
            double shownLevel,
            double soughtLevel,
            Action action,
            String activityTitle,
            ActivityKind kind,
            String url,
            String task,
            List<Claim> why,
            String firstStep,
            String successMeasure,
            LocalDate dueOn,
            double effortHours,
            boolean edited,
            Progress progress) {

        public DevelopmentGoal {
            why = List.copyOf(why);
        }
    }

    /** @param doneOn set exactly when done */
    public record Progress(boolean firstStepDone, boolean done, Optional<LocalDate> doneOn) {}
}
