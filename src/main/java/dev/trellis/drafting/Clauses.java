package dev.trellis.drafting;

import dev.trellis.search.Sentences;
import dev.trellis.search.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a text that can be quoted, as exact spans of it. */
final class Clauses {

    /** Longest quotation, in characters: about two lines on the review page. */
    static final int LONGEST_QUOTE = 170;

    /** A clause shorter than this says too little to be quoted alone. */
    private static final int SHORTEST_CLAUSE = 35;

    /** Where a sentence may be cut with its first part still whole. The best places first. */
    private static final List<Pattern> CLAUSE_ENDS = List.of(
            Pattern.compile("\\s*;\\s|\\s[–—-]\\s"),
            Pattern.compile(",\\s(?=(?:but|and|so|which|because|although|while|then|or|yet|where|when"
                    + "|aber|und|sodass|weil|obwohl|während|dann|oder|doch|wo|wenn|denn|sondern)\\b)"),
            Pattern.compile(
                    "\\s(?=(?:because|although|so that|whereas|even though|but|weil|obwohl|sodass|während)\\b)"));

    /** A list's bullet or a heading such as "Weaknesses:" before the words themselves. */
    private static final Pattern LEAD_IN =
            Pattern.compile("^(?:[-*•·]\\s+|\\d{1,2}[.)]\\s+)?(?:\\p{Lu}\\p{L}+(?: \\p{L}+)?:\\s+)?");

    private Clauses() {}

    /** Those sentences of {@code text} that {@code span} covers at least half of; the one it lies in otherwise. */
    static List<Span> coveredBy(Span span, String text) {
        List<Span> covered = new ArrayList<>();
        Optional<Span> around = Optional.empty();
        for (Span sentence : Sentences.in(text)) {
            int shared = Math.min(sentence.end(), span.end()) - Math.max(sentence.start(), span.start());
            if (2 * shared >= sentence.end() - sentence.start()) {
                covered.add(sentence);
            } else if (shared > 0 && around.isEmpty()) {
                around = Optional.of(sentence);
            }
        }
        return covered.isEmpty() ? around.stream().toList() : covered;
    }

    /**
     * The part of a sentence worth quoting: without bullet, heading and final stop; where it is too long, its first clauses.
     *
     * @return empty where no clause ends early enough, or cutting would leave a bracket or quotation open
     */
    static Optional<Span> quotable(Span sentence, String text) {
        Matcher leadIn = LEAD_IN.matcher(sentence.of(text));
        int start = sentence.start() + (leadIn.find() ? leadIn.end() : 0);
        int end = sentence.end();
        while (end > start && ".,;:… ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end <= start) {
            return Optional.empty();
        }
        Span whole = new Span(start, end);
        Optional<Span> part = end - start <= LONGEST_QUOTE ? Optional.of(whole) : firstClauses(whole, text);
        return part.filter(span -> balanced(span.of(text)));
    }

    private static Optional<Span> firstClauses(Span sentence, String text) {
        String words = sentence.of(text);
        for (Pattern clauseEnd : CLAUSE_ENDS) {
            int cut = -1;
            Matcher matcher = clauseEnd.matcher(words);
            while (matcher.find() && matcher.start() <= LONGEST_QUOTE) {
                if (matcher.start() >= SHORTEST_CLAUSE) {
                    cut = matcher.start();
                }
            }
            if (cut > 0) {
                return trimmed(text, sentence.start(), sentence.start() + cut);
            }
        }
        return Optional.empty();
    }

    private static boolean balanced(String words) {
        return count(words, '(') == count(words, ')')
                && (count(words, '“') + count(words, '”') + count(words, '„')) % 2 == 0
                && count(words, '"') % 2 == 0;
    }

    private static long count(String words, char wanted) {
        return words.chars().filter(c -> c == wanted).count();
    }

    private static Optional<Span> trimmed(String text, int from, int until) {
        int start = from;
        int end = until;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end > start ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
