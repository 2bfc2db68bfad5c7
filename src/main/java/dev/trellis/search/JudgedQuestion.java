package dev.trellis.search;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A question and the texts that answer it.
 *
 * @param grades how well a text answers, above 0, by its id; never empty
 */
record JudgedQuestion(String question, Map<String, Integer> grades) {

    static final int RANKS = 10;

    JudgedQuestion {
        grades = Map.copyOf(grades);
    }

    /**
     * nDCG@10 of a ranking in {@code [0, 1]}: grades discounted by {@code 1 / log2(rank + 1)}, as a share of what the best
     * ranking has. Järvelin and Kekäläinen 2002 with linear gain, as trec_eval and BEIR compute it.
     */
    double ndcg10(List<String> ranking) {
        double best = discounted(grades.values().stream()
                .sorted((one, other) -> Integer.compare(other, one))
                .toList());
        return discounted(ranking.stream().map(id -> grades.getOrDefault(id, 0)).toList()) / best;
    }

    private static double discounted(List<Integer> gains) {
        return IntStream.range(0, Math.min(RANKS, gains.size()))
                .mapToDouble(i -> gains.get(i) * Math.log(2) / Math.log(i + 2))
                .sum();
    }
}
