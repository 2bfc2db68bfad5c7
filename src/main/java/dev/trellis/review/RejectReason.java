package dev.trellis.review;

/** Why an item does not fit. The names are stored and learnt from; they stay as they are. */
enum RejectReason {
    NOT_RELEVANT("not relevant"),
    ALREADY_HAS_IT("already has it"),
    WRONG_LEVEL("wrong level"),
    TOO_VAGUE("too vague"),
    FACTUALLY_WRONG("factually wrong"),
    SENSITIVE_OR_UNFAIR("sensitive or unfair"),
    DUPLICATE("duplicate"),
    BAD_TIMING("bad timing"),
    OTHER("something else");

    private final String words;

    RejectReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
