package dev.trellis.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How well one ranker puts the right labels first, over many sentences. */
final class Hits {

    private double precisionAt5;
    private double precisionAt10;
    private double reciprocalRank;
    private int sentences;

    /**
     * @param scores by label, higher is better; of equal ones the earlier label comes first
     * @param right which labels are right; at least one
     */
    void add(double[] scores, Set<Integer> right) {
        int first = Integer.MAX_VALUE;
        int in5 = 0;
        int in10 = 0;
        for (int label : right) {
            int rank = rank(scores, label);
            first = Math.min(first, rank);
            in5 += rank <= 5 ? 1 : 0;
            in10 += rank <= 10 ? 1 : 0;
        }
        precisionAt5 += in5 / (double) Math.min(5, right.size());
        precisionAt10 += in10 / (double) Math.min(10, right.size());
        reciprocalRank += 1.0 / first;
        sentences++;
    }

    /** From 1. */
    static int rank(double[] scores, int label) {
        int rank = 1;
        for (int other = 0; other < scores.length; other++) {
            if (scores[other] > scores[label] || scores[other] == scores[label] && other < label) {
                rank++;
            }
        }
        return rank;
    }

    int sentences() {
        return sentences;
    }

    /** R-Precision@k: hits in the first k over the smaller of k and how many are right. */
    Map<String, Object> measures() {
        Map<String, Object> measures = new LinkedHashMap<>();
        measures.put("rp5", rounded(precisionAt5 / sentences));
        measures.put("rp10", rounded(precisionAt10 / sentences));
        measures.put("mrr", rounded(reciprocalRank / sentences));
        return measures;
    }

    static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
