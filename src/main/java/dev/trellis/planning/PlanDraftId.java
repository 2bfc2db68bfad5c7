package dev.trellis.planning;

import java.util.UUID;

/** Identifies a draft of a plan. */
public record PlanDraftId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static PlanDraftId of(String text) {
        return new PlanDraftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
