package dev.trellis.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretches of a sentence that may name a competency: runs of up to five words that neither begin nor end with a word of
 * grammar, and the clauses. Read by themselves, they are nearer to a label than the sentence around them.
 */
final class Stretches {

    private static final int LONGEST_RUN = 5;

    /** A clause of more words says more than one thing. */
    private static final int LONGEST_CLAUSE = 14;

    /** A sentence of 60 words has about 150; a list without end is not read to its end. */
    private static final int MOST = 160;

    private static final Pattern TOKEN =
            Pattern.compile("<[A-Z_]+>|[\\p{L}\\p{N}]+(?:[-'’.+#&][\\p{L}\\p{N}]+)*[+#]*|\\S");

    private static final Set<String> GRAMMAR = Set.of(
            ("a an and are as at be been but by for from if in into is it its of on or such that the their then there these "
                            + "they this to was were will with we you your our us i he she his her my me who which what when where "
                            + "how can could should would may must have has had do does did not no than so well also e.g i.e "
                            + "etc eg ie any all both either each other own about across within through during while after before "
                            + "between up out over under very more most")
                    .split(" "));

    private Stretches() {}

    /** @param words how many words it has */
    record Stretch(String text, int words) {}

    /** In the order of the sentence, each once; empty if the sentence has nothing but grammar. */
    static List<Stretch> of(String sentence) {
        Map<String, Stretch> found = new LinkedHashMap<>();
        for (List<String> part : parts(sentence)) {
            for (int from = 0; from < part.size(); from++) {
                for (int to = from + 1; to <= Math.min(part.size(), from + LONGEST_RUN); to++) {
                    add(part.subList(from, to), found);
                }
            }
            addClause(part, found);
            List<String> clause = new ArrayList<>();
            for (String word : part) {
                if (word.equalsIgnoreCase("and") || word.equalsIgnoreCase("or")) {
                    addClause(clause, found);
                    clause = new ArrayList<>();
                } else {
                    clause.add(word);
                }
            }
            addClause(clause, found);
        }
        return found.values().stream().limit(MOST).toList();
    }

    /** The words between punctuation. */
    private static List<List<String>> parts(String sentence) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        Matcher token = TOKEN.matcher(sentence);
        while (token.find()) {
            if (Character.isLetterOrDigit(token.group().codePointAt(0))) {
                part.add(token.group());
            } else if (!part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static void add(List<String> words, Map<String, Stretch> found) {
        if (!isGrammar(words.getFirst()) && !isGrammar(words.getLast())) {
            String text = String.join(" ", words);
            found.putIfAbsent(text, new Stretch(text, words.size()));
        }
    }

    private static void addClause(List<String> words, Map<String, Stretch> found) {
        int from = 0;
        int to = words.size();
        while (from < to && isGrammar(words.get(from))) {
            from++;
        }
        while (to > from && isGrammar(words.get(to - 1))) {
            to--;
        }
        if (to > from && to - from <= LONGEST_CLAUSE) {
            add(words.subList(from, to), found);
        }
    }

    private static boolean isGrammar(String word) {
        return GRAMMAR.contains(word.toLowerCase(Locale.ROOT));
    }
}
