package dev.trellis.review;

import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftState;
import dev.trellis.planning.PlanDraftId;

/** A named person decided on a draft. */
public record DraftDecided(PlanDraftId draft, PersonId learner, PersonId by, DraftState outcome) {}
