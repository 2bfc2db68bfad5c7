package dev.trellis.people;

import java.util.UUID;

/** Identifies a team. */
public record TeamId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
