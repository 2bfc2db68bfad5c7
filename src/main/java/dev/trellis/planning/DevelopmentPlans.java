package dev.trellis.planning;

import dev.trellis.people.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Plans, read on behalf of a person: the learner, the learner's mentors and programme leads. A citation whose evidence the
 * reader may no longer see comes without its quote.
 */
public interface DevelopmentPlans {

    Optional<DevelopmentPlan> find(PersonId reader, PlanId id);

    /** The learner's active plan, if the reader may see it. */
    Optional<DevelopmentPlan> activeOf(PersonId reader, PersonId learner);

    List<DevelopmentPlan> of(PersonId reader, PersonId learner);

    /**
     * Approved plans for platforms, by id after {@code after}: activities, levels, dates and progress; no claims, no quotes.
     */
    List<DevelopmentPlan> forPlatforms(Optional<PlanId> after, int limit);

    /**
     * Makes the plan in the caller's transaction, ending an active one before it. Called by {@code review} at sign-off, nowhere else.
     *
     * @param words the mentor's words to the learner; may be empty
     */
    PlanId activate(PersonId signedOffBy, PlanDraft draft, List<DevelopmentPlan.DevelopmentGoal> goals, String words);

    /** Ticks progress; the learner or a mentor of theirs may. */
    void progress(PersonId by, PlanId plan, UUID goal, boolean firstStepDone, boolean done);

    void complete(PersonId by, PlanId plan);

    void cancel(PersonId by, PlanId plan, String reason);

    void reopen(PersonId by, PlanId plan);
}
