package dev.trellis.catalog;

import java.util.UUID;

/** Identifies a competency. */
public record CompetencyId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static CompetencyId of(String text) {
        return new CompetencyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
