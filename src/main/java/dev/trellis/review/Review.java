package dev.trellis.review;

import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftItemId;
import dev.trellis.planning.PlanDraftId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What people have done with a draft so far.
 *
 * @param openedBy who looked first
 * @param version rises with every decision and every decision taken back
 * @param decisions by item; an item without one is undecided
 * @param signOff present once it is over
 */
record Review(
        PlanDraftId draft,
        PersonId openedBy,
        Instant openedAt,
        int version,
        Map<DraftItemId, ItemDecision> decisions,
        Optional<SignOff> signOff) {

    Review {
        decisions = Map.copyOf(decisions);
    }
}
