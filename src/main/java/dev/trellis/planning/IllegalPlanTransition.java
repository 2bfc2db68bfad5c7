package dev.trellis.planning;

/** A plan was asked to do what its state does not allow; the message is a sentence for the person who asked. */
public class IllegalPlanTransition extends RuntimeException {

    public IllegalPlanTransition(String message) {
        super(message);
    }
}
