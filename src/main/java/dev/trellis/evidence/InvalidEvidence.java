package dev.trellis.evidence;

/** Evidence that cannot be recorded as it is; nothing was written. */
public class InvalidEvidence extends RuntimeException {

    private final String field;

    /**
     * @param field the field at fault, such as {@code text} or {@code level}
     * @param message one sentence a person can act on
     */
    public InvalidEvidence(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
