package dev.trellis.catalog;

import java.util.UUID;

/** Identifies a learning activity. */
public record ActivityId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static ActivityId of(String text) {
        return new ActivityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
