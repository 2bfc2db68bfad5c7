package dev.trellis.risk;

import dev.trellis.reading.Reliability;
import dev.trellis.reading.Reliability.Stated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.ranking.NaturalRanking;

/** How well what was said of learners came true. */
record RiskMeasures(List<Judged> judged) {

    Map<String, Object> named() {
        TruePositives broad = TruePositives.of(judged, Grouping.BROAD);
        TruePositives fine = TruePositives.of(judged, Grouping.FINE);
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("auc", rounded(auc()));
        named.put("brier", rounded(brier()));
        named.put("ece", rounded(calibrationError()));
        named.put("tpr_gap", largest(broad, broad::gap));
        named.put("tpr_gap_by_attribute", each(broad, broad::gap));
        named.put("tpr_gap_fine", each(fine, fine::gap));
        named.put("tpr_gap_fine_by_chance", each(fine, fine::gapByChance));
        return named;
    }

    private static double largest(TruePositives positives, ToDoubleFunction<String> gap) {
        return rounded(
                positives.groups().keySet().stream().mapToDouble(gap).max().orElse(0));
    }

    private static Map<String, Double> each(TruePositives positives, ToDoubleFunction<String> gap) {
        Map<String, Double> gaps = new LinkedHashMap<>();
        positives.groups().keySet().forEach(name -> gaps.put(name, rounded(gap.applyAsDouble(name))));
        return gaps;
    }

    /** Chance that one who missed was given a higher probability than one who did not; .5 where there are not both. */
    double auc() {
        double[] ranks = new NaturalRanking()
                .rank(judged.stream().mapToDouble(Judged::probability).toArray());
        double sum = 0;
        double missed = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += judged.get(i).missed() ? ranks[i] : 0;
            missed += judged.get(i).missed() ? 1 : 0;
        }
        double pairs = missed * (ranks.length - missed);
        return pairs == 0 ? 0.5 : (sum - missed * (missed + 1) / 2) / pairs;
    }

    double brier() {
        return judged.stream()
                .mapToDouble(one -> Math.pow(one.probability() - (one.missed() ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    /** Over ten equal bins. */
    double calibrationError() {
        return Reliability.of(judged.stream()
                        .map(one -> new Stated(one.probability(), one.missed()))
                        .toList())
                .error();
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }
}
