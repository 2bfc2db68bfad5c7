package dev.trellis.demo;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a sentence pattern into a sentence: {@code [this|that]} is a choice, {@code {slot}} a word of the scene. */
final class Wording {

    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z0-9_]+)}");
    private static final Pattern SMALL_START = Pattern.compile("([.!?] )(\\p{Ll}|\\p{Co})");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?][\"”)]?)\\s+|\\n");

    private Wording() {}

    static String say(String pattern, Scene scene, Chance chance) {
        String chosen = replace(
                CHOICE,
                pattern,
                match -> chance.oneOf(Arrays.asList(match.group(1).split("\\|", -1))));
        String filled = replace(SLOT, chosen, match -> scene.word(match.group(1)));
        String spelled = replace(SMALL_START, filled, match -> match.group(1) + DayWords.capitalised(match.group(2)));
        return DayWords.capitalised(
                spelled.replaceAll("\\s+", " ").replace("s's ", "s' ").strip());
    }

    /** The sentences of a text, list items counted as sentences; none is empty. */
    static List<String> sentences(String text) {
        return SENTENCE_END
                .splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String replace(
            Pattern pattern, String text, java.util.function.Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
    }
}
