package dev.trellis.planning;

import dev.trellis.verification.SupportCase;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How well scores tell supported claims from others. */
record SupportMeasures(List<SupportCase> cases, List<Double> scores, double threshold) {

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("balanced_accuracy", rounded((share(SupportCase::supported) + share(one -> !one.supported())) / 2));
        named.put("auc", rounded(auc()));
        named.put("true_kept", rounded(share(SupportCase::supported)));
        named.put("false_caught", rounded(share(one -> !one.supported())));
        return named;
    }

    /** Share judged rightly, by kind. */
    Map<String, Double> byKind() {
        Map<String, Double> kinds = new TreeMap<>();
        cases.stream()
                .map(SupportCase::kind)
                .filter(kind -> !kind.isEmpty())
                .distinct()
                .forEach(kind -> kinds.put(kind, rounded(share(one -> one.kind().equals(kind)))));
        return kinds;
    }

    private double share(Predicate<SupportCase> which) {
        int all = 0;
        int right = 0;
        for (int i = 0; i < cases.size(); i++) {
            if (which.test(cases.get(i))) {
                all++;
                right += scores.get(i) >= threshold == cases.get(i).supported() ? 1 : 0;
            }
        }
        return all == 0 ? 0 : right / (double) all;
    }

    /** Chance that a supported claim scores higher than one that is not; equal scores count half. */
    private double auc() {
        double won = 0;
        long pairs = 0;
        for (int i = 0; i < cases.size(); i++) {
            for (int j = 0; j < cases.size(); j++) {
                if (cases.get(i).supported() && !cases.get(j).supported()) {
                    won += (1 + Math.signum(scores.get(i) - scores.get(j))) / 2;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 0.5 : won / pairs;
    }

    /** The threshold that would be best on these very cases: what a baseline without training gets at most. */
    static double bestThreshold(List<SupportCase> cases, List<Double> scores) {
        return scores.stream()
                .distinct()
                .max(Comparator.comparingDouble(threshold -> {
                    SupportMeasures measures = new SupportMeasures(cases, scores, threshold);
                    return measures.share(SupportCase::supported) + measures.share(one -> !one.supported());
                }))
                .orElse(0.5);
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
