package dev.trellis.verification;

/**
 * One thing wrong with a draft.
 *
 * @param item position of the item from 0, or -1 for the draft as a whole
 * @param sentence the sentence at fault; empty where it is not about one
 * @param reason one sentence a programme lead understands
 */
public record Finding(Code code, int item, String sentence, String reason) {

    /** Stable names; each says what was promised and broken. */
    public enum Code {
        CLAIM_WITHOUT_CITATION,
        SOURCE_UNKNOWN,
        SOURCE_NOT_VISIBLE,
        SOURCE_CHANGED,
        SPAN_OUTSIDE_SOURCE,
        QUOTE_DIFFERS,
        CLAIM_NOT_SUPPORTED,
        ACTIVITY_NOT_OFFERED,
        COMPETENCY_NOT_IN_BRIEF,
        DATE_OUTSIDE_PLAN,
        HOURS_DO_NOT_FIT,
        LINK_NOT_IN_CATALOGUE,
        MARKUP_OR_HIDDEN_CHARACTERS,
        PROTECTED_MATTER,
        TOO_LONG,
        EMPTY,
        DUPLICATE_ITEM
    }
}
