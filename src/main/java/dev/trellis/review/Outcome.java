package dev.trellis.review;

import dev.trellis.planning.DraftItemId;
import java.util.Optional;

/** What came of asking to decide something. */
sealed interface Outcome {

    /** It stands; also where the same was asked for twice. */
    record Kept() implements Outcome {}

    /**
     * Somebody decided about the item since the person last saw it; nothing was changed.
     *
     * @param standing what stands now; empty where a decision was taken back meanwhile
     */
    record DecidedMeanwhile(Optional<ItemDecision> standing) implements Outcome {}

    /** The draft as a whole changed since the person last saw it: another decision in it, or its state. Nothing was changed. */
    record ChangedMeanwhile() implements Outcome {}

    /** Sign-off was asked for with items still open. */
    record StillOpen(int items) implements Outcome {}

    /** The item stands on little, and its source did not lie open beside it. Nothing was changed. */
    record LookFirst() implements Outcome {}

    /** Several items were accepted faster than they can be read: sign-off waits for another look at this one. */
    record LookAgain(DraftItemId item, int run) implements Outcome {}

    /** It is over: signed off, or a newer draft took its place. */
    record Over() implements Outcome {}
}
