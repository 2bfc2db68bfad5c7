package dev.trellis.catalog;

import java.util.UUID;

/** Identifies a competency framework. */
public record FrameworkId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static FrameworkId of(String text) {
        return new FrameworkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
