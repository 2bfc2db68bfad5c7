package dev.trellis.trends;

import java.util.Arrays;
import java.util.Optional;

/** What people are grouped by, in the order in which figures are told: what comes first is told, what comes later must not undo it. */
enum Dimension {
    TEAM("team"),
    PROGRAMME("programme"),
    ROLE("role");

    private final String word;

    Dimension(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<Dimension> called(String word) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.word.equals(word))
                .findFirst();
    }
}
