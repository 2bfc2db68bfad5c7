package dev.trellis.planning;

import java.util.UUID;

/** Identifies one item of a draft. */
public record DraftItemId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static DraftItemId of(String text) {
        return new DraftItemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
