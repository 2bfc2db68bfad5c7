package dev.trellis.planning;

import java.util.UUID;

/** Identifies a development plan. */
public record PlanId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
