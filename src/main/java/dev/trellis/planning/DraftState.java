package dev.trellis.planning;

import java.util.Set;

/** Where a draft is in its life. All legal transitions stand here. */
public enum DraftState {
    WAITING_FOR_REVIEW,
    IN_REVIEW,
    APPROVED,
    CHANGES_REQUESTED,
    REJECTED,
    /** Verification refused it; the programme lead sees why. */
    WITHHELD,
    /** A newer draft took its place, or evidence it rests on was withdrawn. */
    SUPERSEDED;

    /** States a draft in this one may go to. */
    public Set<DraftState> next() {
        return switch (this) {
            case WAITING_FOR_REVIEW -> Set.of(IN_REVIEW, SUPERSEDED);
            case IN_REVIEW -> Set.of(WAITING_FOR_REVIEW, APPROVED, CHANGES_REQUESTED, REJECTED, SUPERSEDED);
            case CHANGES_REQUESTED -> Set.of(SUPERSEDED);
            case WITHHELD -> Set.of(SUPERSEDED);
            case APPROVED, REJECTED, SUPERSEDED -> Set.of();
        };
    }
}
