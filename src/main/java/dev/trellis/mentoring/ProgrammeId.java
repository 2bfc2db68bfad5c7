package dev.trellis.mentoring;

import java.util.UUID;

/** Identifies a programme. */
public record ProgrammeId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static ProgrammeId of(String text) {
        return new ProgrammeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
