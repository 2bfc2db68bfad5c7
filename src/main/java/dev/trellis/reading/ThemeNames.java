package dev.trellis.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names groups of texts by their own words: how many texts of the group hold a word, times {@code log(1 + texts in a group on
 * average / texts that hold it at all)}, the class-based TF-IDF of BERTopic (Grootendorst 2022) with texts for words, so that one
 * writer's favourite word names nothing.
 */
final class ThemeNames {

    private static final int WORDS = 4;
    private static final int SHORTEST_WORD = 4;

    /** A word of a single text is that text's own. */
    private static final int FEWEST_TEXTS = 2;

    private ThemeNames() {}

    /** @return for each group its words, most telling first */
    static List<List<String>> of(List<List<String>> groups) {
        Map<String, Integer> anywhere = new HashMap<>();
        List<Map<String, Integer>> counts = groups.stream()
                .map(group -> {
                    Map<String, Integer> count = new HashMap<>();
                    group.forEach(text -> words(text).forEach(word -> {
                        count.merge(word, 1, Integer::sum);
                        anywhere.merge(word, 1, Integer::sum);
                    }));
                    return count;
                })
                .toList();
        double average = groups.stream().mapToInt(List::size).average().orElse(1);
        return counts.stream().map(count -> named(count, anywhere, average)).toList();
    }

    private static List<String> named(Map<String, Integer> count, Map<String, Integer> anywhere, double average) {
        return count.entrySet().stream()
                .filter(word -> word.getValue() >= FEWEST_TEXTS)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Integer> word) ->
                                word.getValue() * Math.log(1 + average / anywhere.getOrDefault(word.getKey(), 1)))
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A name says who wrote or was met, which is no theme, and may not be shown for one. */
    private static Set<String> words(String text) {
        Set<String> names = Specificity.NAME
                .matcher(text)
                .results()
                .map(name -> name.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> words = new HashSet<>();
        for (String word : KindFeatures.tokens(text)) {
            if (word.length() >= SHORTEST_WORD
                    && !Specificity.EMPTY.contains(word)
                    && !word.contains("'")
                    && !names.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
