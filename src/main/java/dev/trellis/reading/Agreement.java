package dev.trellis.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far two ways of sorting the same things agree.
 *
 * @param mutualInformation normalised by the mean of both entropies, in {@code [0, 1]} (Strehl and Ghosh 2002)
 * @param purity share of things that are in a group whose most frequent theme is theirs, in {@code (0, 1]}; it rises with the
 *     number of groups
 */
record Agreement(double mutualInformation, double purity) {

    private record Pair(String group, String theme) {}

    static Agreement of(List<String> groups, List<String> themes) {
        Map<String, Integer> byGroup = new HashMap<>();
        Map<String, Integer> byTheme = new HashMap<>();
        Map<Pair, Integer> both = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            byGroup.merge(groups.get(i), 1, Integer::sum);
            byTheme.merge(themes.get(i), 1, Integer::sum);
            both.merge(new Pair(groups.get(i), themes.get(i)), 1, Integer::sum);
        }
        double n = groups.size();
        double information = 0;
        Map<String, Integer> largest = new HashMap<>();
        for (Map.Entry<Pair, Integer> pair : both.entrySet()) {
            Pair of = pair.getKey();
            double count = pair.getValue();
            information += count
                    / n
                    * Math.log(n
                            * count
                            / (byGroup.getOrDefault(of.group(), 1) * (double) byTheme.getOrDefault(of.theme(), 1)));
            largest.merge(of.group(), pair.getValue(), Math::max);
        }
        double entropies = (entropy(byGroup, n) + entropy(byTheme, n)) / 2;
        return new Agreement(
                entropies == 0 ? 1 : information / entropies,
                largest.values().stream().mapToInt(Integer::intValue).sum() / n);
    }

    private static double entropy(Map<String, Integer> counts, double n) {
        return counts.values().stream()
                .mapToDouble(count -> -count / n * Math.log(count / n))
                .sum();
    }
}
