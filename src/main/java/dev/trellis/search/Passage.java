package dev.trellis.search;

import dev.trellis.evidence.Evidence;
import java.util.List;

/**
 * A sentence of a piece of evidence that bears on a question.
 *
 * @param span where it stands in {@code source.text()}
 * @param score higher is nearer; comparable only within one answer
 */
public record Passage(Evidence source, Span span, double score, Why why) {

    public String text() {
        return span.of(source.text());
    }

    /**
     * Why it was found.
     *
     * @param words words of the question found in it, as written in the passage
     * @param wordScore what the words gave; {@code wordScore + nearnessScore} is the score
     * @param nearness cosine of the vectors in {@code [-1, 1]}, or NaN while its vector is not computed yet
     */
    public record Why(List<String> words, double wordScore, double nearness, double nearnessScore) {}
}
