package dev.trellis.people;

import java.util.UUID;

/** Identifies a person. */
public record PersonId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
