package dev.trellis.trends;

import java.util.Optional;

/**
 * A figure that was told, or the fact that none is. Only {@link Releases} makes one of people.
 *
 * @param people how many people it describes
 */
record Published(Optional<Double> value, int people) {

    static Published of(double value, int people) {
        return new Published(Optional.of(value), people);
    }

    static Published hidden() {
        return new Published(Optional.empty(), 0);
    }

    boolean shown() {
        return value.isPresent();
    }
}
