package dev.trellis.planning;

import dev.trellis.ChangedMeanwhile;

/** A plan was asked to do what its state does not allow; the message is a sentence for the person who asked. */
public class IllegalPlanTransition extends RuntimeException implements ChangedMeanwhile {

    public IllegalPlanTransition(String message) {
        super(message);
    }
}
