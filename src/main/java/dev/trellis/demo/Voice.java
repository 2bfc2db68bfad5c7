package dev.trellis.demo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a person writes. A voice prefers sentences marked with its name and bends the others a little. */
enum Voice {
    EVEN,
    TERSE,
    CHATTY,
    DOUBTFUL,
    PROUD,
    /** Writes points rather than paragraphs. */
    LISTING,
    /** Writes English as a later language: no contractions, now and then no article. */
    PLAIN;

    private static final Pattern LEADING_I = Pattern.compile("^I (?!am |would |'|have |had )(\\p{Ll})");
    private static final Pattern ARTICLE =
            Pattern.compile("(?<=\\b(?:in|with|of|to|for|about|from) )(the|a) (?!(?:few|little|bit|lot|other)\\b)");
    private static final Pattern MOVABLE_START = Pattern.compile(
            "^(The|A|An|It|My|People|What|Without|If|As|That|Saying|Being|Little|Small|Most|Half|Only) ");

    static Voice named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name used in content files. */
    String mark() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param beat {@code h} for what happened, {@code f} feeling, {@code l} learned, {@code i} intention; {@code feedback} or {@code goal} for those */
    String bend(String sentence, String beat, Chance chance) {
        return switch (this) {
            case EVEN, LISTING -> sentence;
            case CHATTY, PROUD -> contracted(sentence);
            case TERSE -> !beat.equals("feedback") && chance.happens(.6) ? withoutI(sentence) : sentence;
            case DOUBTFUL -> contracted(hedged(sentence, beat, chance));
            case PLAIN -> withFewerArticles(sentence, chance);
        };
    }

    private static String withoutI(String sentence) {
        Matcher start = LEADING_I.matcher(sentence);
        return start.find() ? start.replaceFirst(start.group(1).toUpperCase(Locale.ROOT)) : sentence;
    }

    private static String hedged(String sentence, String beat, Chance chance) {
        if (!chance.happens(.55)) {
            return sentence;
        }
        if (beat.equals("i") && sentence.startsWith("I will ") && !sentence.startsWith("I will not ")) {
            return chance.oneOf(java.util.List.of("I might ", "I will try to ", "I hope to ", "Perhaps I can "))
                    + sentence.substring("I will ".length());
        }
        if (beat.equals("l") && MOVABLE_START.matcher(sentence).find()) {
            String moved = sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
            return chance.oneOf(
                            java.util.List.of("Perhaps ", "I suspect ", "It seems to me that ", "I half believe that "))
                    + moved;
        }
        return sentence;
    }

    private static String contracted(String sentence) {
        return sentence.replaceAll("\\b(did|do|does|could|was|were|is|are|had|would|should) not (?=\\p{Ll})", "$1n't ")
                .replaceAll("\\bI will (?!not)(?=\\p{Ll})", "I'll ")
                .replaceAll("\\bI am (?=\\p{Ll})", "I'm ")
                .replaceAll("\\b([Ii])t is (?=\\p{Ll})", "$1t's ")
                .replaceAll("\\bcannot\\b", "can't");
    }

    private static String withFewerArticles(String sentence, Chance chance) {
        return ARTICLE.matcher(sentence).replaceAll(match -> chance.happens(.2) ? "" : match.group());
    }
}
