package dev.trellis.verification;

import dev.trellis.verification.ReadText.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each word of a claim that says something, the word of the source that says the same or the nearest to it. */
final class Alignment {

    /** Words at least this near count as the same; below, as unexplained. */
    static final double SAME = 0.6;

    private static final double SYNONYM = 0.8;
    private static final double SAME_START = 0.75;
    private static final int LONG_START = 5;

    private final List<Pair> pairs = new ArrayList<>();

    /** @param source position of its word among all words of the source; -1 where nothing is near */
    record Pair(Word claim, int source, double nearness) {

        boolean found() {
            return nearness >= SAME;
        }
    }

    Alignment(ReadText claim, ReadText source) {
        Map<Integer, Double> overlap = overlap(claim, source);
        int previous = -1;
        for (Word word : claim.content()) {
            Pair best = new Pair(word, -1, 0);
            double bestRank = 0;
            for (int i = 0; i < source.words().size(); i++) {
                Word other = source.words().get(i);
                double nearness = nearness(word, other);
                if (nearness > 0) {
                    double rank = nearness
                            + 0.1 * overlap.getOrDefault(other.sentence(), 0.0)
                            - (previous < 0 ? 0 : 0.002 * Math.min(20, Math.abs(i - previous)));
                    if (rank > bestRank) {
                        bestRank = rank;
                        best = new Pair(word, i, nearness);
                    }
                }
            }
            pairs.add(best);
            previous = best.source() >= 0 ? best.source() : previous;
        }
    }

    List<Pair> pairs() {
        return pairs;
    }

    List<Pair> found() {
        return pairs.stream().filter(Pair::found).toList();
    }

    /** The source's sentence that holds most of the claim; empty where none holds any. */
    Optional<Integer> sentence(ReadText source) {
        Map<Integer, Integer> counts = new HashMap<>();
        found().forEach(pair -> counts.merge(source.words().get(pair.source()).sentence(), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static Map<Integer, Double> overlap(ReadText claim, ReadText source) {
        Map<Integer, Double> overlap = new HashMap<>();
        List<Word> content = claim.content();
        for (Word word : source.words()) {
            if (content.stream().anyMatch(other -> nearness(other, word) >= SAME)) {
                overlap.merge(word.sentence(), 1.0 / Math.max(1, content.size()), Double::sum);
            }
        }
        return overlap;
    }

    /** 1 for the same word in any form, less for a synonym or a common beginning, 0 for anything else. */
    static double nearness(Word one, Word other) {
        String a = ReadText.bare(one.lower());
        String b = ReadText.bare(other.lower());
        if (a.equals(b)) {
            return 1;
        }
        if (one.stem().equals(other.stem()) && one.stem().length() > 1) {
            return 0.95;
        }
        if (Lexicon.SHIPPED.areNear(a, b)) {
            return SYNONYM;
        }
        int common = 0;
        while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        boolean sameStart = common >= LONG_START && common >= 0.6 * Math.max(a.length(), b.length());
        boolean within = Math.min(a.length(), b.length()) >= 6 && (a.endsWith(b) || b.endsWith(a));
        return sameStart || within ? SAME_START : 0;
    }
}
