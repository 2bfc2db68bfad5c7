package dev.trellis.verification;

import java.util.Objects;

/**
 * One thing wrong with a draft.
 *
 * @param severity whether the sentence may stand; one kept before severities were is the code's own
 * @param item position of the item from 0, or -1 for the draft as a whole
 * @param sentence the sentence at fault; empty where it is not about one
 * @param reason one sentence a programme lead understands
 */
public record Finding(Code code, Severity severity, int item, String sentence, String reason) {

    public Finding {
        severity = Objects.requireNonNullElse(severity, code.severity());
    }

    public Finding(Code code, int item, String sentence, String reason) {
        this(code, code.severity(), item, sentence, reason);
    }

    public boolean blocks() {
        return severity == Severity.BLOCKS;
    }

    public enum Severity {
        /** The sentence goes. */
        BLOCKS,
        /** The sentence stays, and the mentor is told to look at it. */
        WARNS
    }

    /** Stable names; each says what was promised and broken. */
    public enum Code {
        CLAIM_WITHOUT_CITATION,
        SOURCE_UNKNOWN,
        SOURCE_NOT_VISIBLE,
        SOURCE_CHANGED,
        SPAN_OUTSIDE_SOURCE,
        QUOTE_DIFFERS,
        CLAIM_NOT_SUPPORTED,
        /** It passed by little: worth a look at its source. */
        CLAIM_BARELY_SUPPORTED,
        ACTIVITY_NOT_OFFERED,
        COMPETENCY_NOT_IN_BRIEF,
        DATE_OUTSIDE_PLAN,
        HOURS_DO_NOT_FIT,
        LINK_NOT_IN_CATALOGUE,
        MARKUP,
        HIDDEN_CHARACTERS,
        /** Of drafts made before the two above were told apart. */
        MARKUP_OR_HIDDEN_CHARACTERS,
        CHARACTER_JUDGED,
        PROMISE,
        INSTRUCTION_TO_READER,
        PROTECTED_MATTER,
        TOO_LONG,
        EMPTY,
        DUPLICATE_ITEM;

        public Severity severity() {
            return this == CLAIM_BARELY_SUPPORTED ? Severity.WARNS : Severity.BLOCKS;
        }
    }
}
