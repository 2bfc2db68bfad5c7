package dev.trellis.trends;

import java.time.LocalDate;
import java.util.List;

final class ShownLevels {
    private ShownLevels() {}

    static double at(List<TrendFacts.Level> known, LocalDate on) {
        return known.stream()
                .filter(l -> !l.on().isAfter(on))
                .reduce((a, b) -> b)
                .orElse(known.getFirst())
                .level();
    }
}
