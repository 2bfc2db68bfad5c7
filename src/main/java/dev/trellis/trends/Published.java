package dev.trellis.trends;

import java.util.Optional;

/**
 * A figure that may be shown, or the fact that it may not. There is no way to get at a value below the minimum group.
 *
 * @param people how many people it describes
 */
record Published(Optional<Double> value, int people) {

    static Published of(double value, long people, MinimumGroup group) {
        return group.allows(people) ? new Published(Optional.of(value), (int) people) : hidden();
    }

    static Published hidden() {
        return new Published(Optional.empty(), 0);
    }

    boolean shown() {
        return value.isPresent();
    }
}
