package dev.trellis.learning;

import dev.trellis.drafting.Manner;

/**
 * How an item is set down, apart from what it proposes.
 *
 * @param measureWords words of its success measure
 * @param daysLater days by which it is due after what hours and weeks alone would give
 * @param levelsFurther levels sought beyond the usual step, below 0 for less
 */
public record Shape(int measureWords, int daysLater, double levelsFurther) {

    /** As drafted where the brief asked for {@code asked}. */
    static Shape drafted(String measure, Manner asked) {
        return new Shape(words(measure), asked.daysLater(), asked.levelsFurther());
    }

    static int words(String sentence) {
        return sentence.isBlank() ? 0 : sentence.strip().split("\\s+").length;
    }
}
