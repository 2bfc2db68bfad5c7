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
     * Why it was found. Its parts are the score: {@link #score()} adds them up, and nothing else counts.
     *
     * @param words words of the question that count for it, in the question's order
     * @param nearness cosine of the vectors in {@code [-1, 1]}, or NaN while its vector is not computed yet
     * @param nearnessScore what nearness gave
     */
    public record Why(List<Word> words, double nearness, double nearnessScore) {

        public Why {
            words = List.copyOf(words);
        }

        /** What the words gave. */
        public double wordScore() {
            return words.stream().mapToDouble(Word::score).reduce(0, Double::sum);
        }

        public double score() {
            return wordScore() + nearnessScore;
        }

        /** Words of the question as the text itself writes them, each once. */
        public List<String> written() {
            return words.stream()
                    .flatMap(word -> word.written().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * A word of the question that counts.
     *
     * @param asked without case or accents
     * @param written as the text writes it, each spelling once; empty where only its title, or what an activity develops,
     *     says it
     * @param score what it gave, above 0
     */
    public record Word(String asked, List<String> written, double score) {

        public Word {
            written = List.copyOf(written);
        }
    }
}
