package dev.trellis.evidence;

import dev.trellis.BadField;
import java.util.OptionalInt;

/** Evidence that cannot be recorded as it is; nothing was written. */
public class InvalidEvidence extends RuntimeException implements BadField {

    private final String field;
    private final int row;

    /**
     * @param field the field at fault, such as {@code text} or {@code level}
     * @param message one sentence a person can act on
     */
    public InvalidEvidence(String field, String message) {
        this(field, message, -1);
    }

    private InvalidEvidence(String field, String message, int row) {
        super(message);
        this.field = field;
        this.row = row;
    }

    /** The same fault as that of one row of many. @param row position in the list handed over, from 0 */
    InvalidEvidence inRow(int row) {
        return new InvalidEvidence(field, getMessage(), row);
    }

    @Override
    public String field() {
        return field;
    }

    /** Position in the list handed to {@link EvidenceLedger#recordAll}, from 0; empty where a single piece was recorded. */
    public OptionalInt row() {
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
