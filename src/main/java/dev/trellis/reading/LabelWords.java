package dev.trellis.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which a sentence and a label are compared, without grammar and endings: "managing projects" meets "project management". */
final class LabelWords {

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:[+#]+|\\.[a-z0-9]+)*|\\p{L}+");

    private static final Set<String> GRAMMAR = Set.of(
            ("a an and are as at be but by for if in into is it of on or such that the their then there these they this to was "
                            + "will with we you your our")
                    .split(" "));

    private record Ending(String ending, String instead, int leaves) {}

    /** The first that fits is taken; {@code leaves} is how many letters must be left so that "string" stays a string. */
    private static final List<Ending> ENDINGS = List.of(
            new Ending("ations", "at", 4),
            new Ending("ation", "at", 4),
            new Ending("ings", "", 3),
            new Ending("ing", "", 3),
            new Ending("ies", "y", 2),
            new Ending("ied", "y", 2),
            new Ending("sses", "ss", 1),
            new Ending("ments", "", 4),
            new Ending("ment", "", 4),
            new Ending("ers", "", 4),
            new Ending("ed", "", 3),
            new Ending("es", "e", 3),
            new Ending("er", "", 4),
            new Ending("ors", "", 4),
            new Ending("or", "", 4),
            new Ending("ness", "", 4),
            new Ending("ly", "", 4),
            new Ending("al", "", 4),
            new Ending("s", "", 3));

    private LabelWords() {}

    /** Stems, each once, in order. */
    static Set<String> stems(String text) {
        Set<String> stems = new LinkedHashSet<>();
        words(text).forEach(word -> stems.add(stem(word)));
        return stems;
    }

    /** Words as written, in lower case, each once, in order. */
    static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(found -> {
            if (!GRAMMAR.contains(found.group())) {
                words.add(found.group());
            }
        });
        return words;
    }

    static String stem(String word) {
        if (word.length() < 4 || !word.chars().allMatch(Character::isLetter)) {
            return word;
        }
        String stem = word;
        for (Ending ending : ENDINGS) {
            boolean isPlural = !ending.ending().equals("s") || !word.matches(".*(?:ss|us|is)");
            if (word.endsWith(ending.ending())
                    && word.length() - ending.ending().length() >= ending.leaves()
                    && isPlural) {
                stem = word.substring(0, word.length() - ending.ending().length()) + ending.instead();
                break;
            }
        }
        if (stem.length() > 4 && stem.endsWith("e")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        int last = stem.length() - 1;
        if (stem.length() > 3 && stem.charAt(last) == stem.charAt(last - 1) && "lsz".indexOf(stem.charAt(last)) < 0) {
            stem = stem.substring(0, last);
        }
        return stem.endsWith("i") ? stem.substring(0, stem.length() - 1) + "y" : stem;
    }
}
