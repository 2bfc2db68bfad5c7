package dev.trellis.evidence;

import java.util.UUID;

/** Identifies one piece of evidence. */
public record EvidenceId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static EvidenceId of(String text) {
        return new EvidenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
