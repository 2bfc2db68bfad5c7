package dev.trellis.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How specific a sentence is: a logistic score in {@code (0, 1)} of what pins a statement down (numbers, times, names, words
 * quoted, words with content) less what leaves it open (hedges, generalities).
 *
 * <p>The features are those that told general from specific sentences in news (Louis and Nenkova 2011; Li and Nenkova 2015,
 * Speciteller); the weights are our choice, made before anything was measured, because there is no set of reflections annotated
 * for it. English words only. {@code eval/reflections/README.md} holds it against what annotators called an experience and
 * what they called a belief.
 */
final class Specificity {

    private static final double START = -1.4;
    private static final double PINNED_DOWN = 0.9;
    private static final double LEFT_OPEN = 0.8;
    private static final double CONTENT = 0.12;

    /** More of one sort does not make a sentence more specific, only longer. */
    private static final int MOST = 3;

    private static final int MOST_CONTENT = 12;

    private static final Pattern NUMBER = Pattern.compile(
            "\\b(?:\\d+(?:[.,:]\\d+)*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half)\\b");

    private static final Pattern WHEN =
            Pattern.compile("\\b(?:yesterday|today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
                    + "|january|february|march|april|june|july|august|september|october|november|december"
                    + "|(?:this|last|next|that) (?:morning|afternoon|evening|night|week|month|year|time|lesson|meeting|sprint|quarter)"
                    + "|ago|o'clock)\\b");

    /** Not at the start of a sentence, where every word has a capital; "I" is no name. */
    static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L}\\p{N},;:]['\"“‘(]?\\s['\"“‘(]?)(?!I\\b)\\p{Lu}[\\p{L}\\p{N}]*");

    private static final Pattern QUOTED = Pattern.compile("[\"“„][^\"“”„]{2,}[\"”]");

    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:always|never|usually|generally|often|sometimes|overall|mostly|basically|somehow|something|somewhere|things?|stuff"
                    + "|everyone|everybody|everything|anyone|anything|people|maybe|perhaps|probably|possibly|might|rather|quite|various"
                    + "|in general|kind of|sort of|a lot|and so on|etc|one should|you should|as a whole|many|some)\\b");

    /** Words without content of their own that are long enough to look as if they had some. */
    static final Set<String> EMPTY = Set.of(
            "that", "this", "these", "those", "with", "from", "have", "been", "were", "will", "would", "could",
            "should", "there", "their", "them", "they", "then", "than", "when", "what", "which", "where", "while",
            "because", "about", "very", "also", "just", "only", "into", "such", "your", "ours", "other", "more", "most",
            "really", "even", "still", "being", "does");

    private Specificity() {}

    /** @return in {@code (0, 1)}; an empty text is as general as can be */
    static double of(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
        double pinned = count(NUMBER, lower) + count(WHEN, lower) + count(NAME, sentence) + count(QUOTED, sentence);
        double score = START
                + PINNED_DOWN * pinned
                + CONTENT * Math.min(MOST_CONTENT, content(lower))
                - LEFT_OPEN * count(OPEN, lower);
        return 1 / (1 + Math.exp(-score));
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().limit(MOST).count();
    }

    private static long content(String lower) {
        List<String> words = KindFeatures.tokens(lower);
        return words.stream()
                .filter(word -> word.length() > 3 && !EMPTY.contains(word))
                .filter(word -> !OPEN.matcher(word).matches())
                .distinct()
                .count();
    }
}
