package dev.trellis.drafting;

/** A model answered, but not in the form asked for. */
final class UnreadableAnswer extends RuntimeException {

    private final String outcome;

    /**
     * @param outcome a stable word: {@code empty}, {@code malformed}, {@code wrong-shape}
     * @param fault what is wrong, in words that the model is told; holds nothing it wrote
     */
    UnreadableAnswer(String outcome, String fault) {
        super(fault);
        this.outcome = outcome;
    }

    String outcome() {
        return outcome;
    }

    /** What the model is told when asked once more. */
    String askingAgain() {
        return "That answer cannot be read: " + getMessage()
                + " Answer the same request again with one JSON object that follows the schema, and nothing else.";
    }
}
