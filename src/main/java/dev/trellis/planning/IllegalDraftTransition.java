package dev.trellis.planning;

import dev.trellis.ChangedMeanwhile;

/** A draft was asked to go where {@link DraftState#next()} does not lead. */
public class IllegalDraftTransition extends RuntimeException implements ChangedMeanwhile {

    public IllegalDraftTransition(PlanDraftId id, DraftState from, DraftState to) {
        super("draft " + id + " is " + from + " and cannot become " + to);
    }
}
