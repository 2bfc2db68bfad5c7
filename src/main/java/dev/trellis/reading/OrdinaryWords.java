package dev.trellis.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that texts use in small letters: capitals then tell little, and a sentence that has no other word names nobody. */
final class OrdinaryWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    /** Seen once, a word may be a name that somebody wrote in small letters. */
    private static final int FEWEST = 2;

    private OrdinaryWords() {}

    static Set<String> of(List<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Matcher word = WORD.matcher(text.replaceAll("\\{\\{\\w+}}", " "));
            while (word.find()) {
                if (Character.isLowerCase(word.group().codePointAt(0))) {
                    counts.merge(PersonalWords.small(word.group()), 1, Integer::sum);
                }
            }
        }
        Set<String> ordinary = new HashSet<>();
        counts.forEach((word, count) -> {
            if (count >= FEWEST) {
                ordinary.add(word);
            }
        });
        return ordinary;
    }

    /** Whether capitals begin sentences only, or the word "I". */
    static boolean holdsNoName(String text) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean begins = text.substring(0, word.start()).isBlank()
                    || text.substring(0, word.start()).stripTrailing().matches("(?s).*[.?!:;\"“”()\\-]");
            if (Character.isUpperCase(word.group().codePointAt(0))
                    && !begins
                    && word.group().length() > 1) {
                return false;
            }
        }
        return true;
    }
}
