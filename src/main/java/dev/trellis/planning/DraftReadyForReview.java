package dev.trellis.planning;

import dev.trellis.people.PersonId;

/** A draft passed verification, or Trellis abstained and says so; a person should look. */
public record DraftReadyForReview(PlanDraftId draft, PersonId learner) {}
