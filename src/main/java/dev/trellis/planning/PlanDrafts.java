package dev.trellis.planning;

import dev.trellis.people.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drafts, read on behalf of a person: the learner's mentors and programme leads see them; the learner sees the plan that came
 * of it, not the draft; nobody else sees either. PostgreSQL's row-level security decides again below.
 */
public interface PlanDrafts {

    Optional<PlanDraft> find(PersonId reader, PlanDraftId id);

    /** Drafts of these learners in these states that the reader may see, oldest first, the words of items left out. */
    List<PlanDraft> list(PersonId reader, Set<PersonId> learners, Set<DraftState> states);

    /** All drafts in these states that the reader may see, oldest first, the words of items left out. */
    List<PlanDraft> list(PersonId reader, Set<DraftState> states, int limit);

    /** For platforms: ids, learner, state and dates only, by id after {@code after}; holds nothing anyone wrote. */
    List<Summary> summaries(Set<DraftState> states, Optional<PlanDraftId> after, int limit);

    /**
     * Changes the state in the caller's transaction.
     *
     * @param version the version the caller saw
     * @throws IllegalDraftTransition if {@link DraftState#next()} does not allow it
     * @throws org.springframework.dao.OptimisticLockingFailureException if someone changed it meanwhile
     */
    void transition(PersonId by, PlanDraftId id, int version, DraftState to);

    record Summary(
            PlanDraftId id,
            PersonId learner,
            DraftState state,
            java.time.Instant createdAt,
            java.time.Instant changedAt) {}
}
