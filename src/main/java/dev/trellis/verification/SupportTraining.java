package dev.trellis.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Logistic regression of support on its signs: full-batch gradient steps from zero, so that the same cases give the same weights. */
final class SupportTraining {

    private static final int STEPS = 6000;
    private static final double RATE = 1;

    /** Chosen by cross-validation over sources of the training half; see {@code eval/support/README.md}. */
    static final double SHRINKAGE = 0.001;

    private static final int FOLDS = 5;

    record Signed(String source, Map<String, Double> signs, boolean supported) {}

    private SupportTraining() {}

    /** Weights from all cases; the threshold from cases held out in turn, a source at a time. */
    static SupportModel train(List<Signed> cases, String id) {
        SupportModel all = fit(cases, id, 0.5);
        return new SupportModel(id, all.bias(), threshold(heldOut(cases)), all.weights());
    }

    /** Probability of each case from a model that has not seen its source. */
    static List<Scored> heldOut(List<Signed> cases) {
        List<String> sources = new ArrayList<>(
                new LinkedHashSet<>(cases.stream().map(Signed::source).toList()));
        List<Scored> scored = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int turn = fold;
            Set<String> out = new TreeSet<>();
            for (int i = turn; i < sources.size(); i += FOLDS) {
                out.add(sources.get(i));
            }
            SupportModel model = fit(
                    cases.stream().filter(one -> !out.contains(one.source())).toList(), "fold", 0.5);
            cases.stream()
                    .filter(one -> out.contains(one.source()))
                    .forEach(one -> scored.add(new Scored(model.probability(one.signs()), one.supported())));
        }
        return scored;
    }

    /** Where the mean of true claims kept and false claims caught is highest; between the two cases that border it. */
    static double threshold(List<Scored> scored) {
        List<Double> values =
                scored.stream().map(Scored::probability).sorted().distinct().toList();
        double best = 0.5;
        double bestShare = 0;
        for (int i = 1; i < values.size(); i++) {
            double between = (values.get(i - 1) + values.get(i)) / 2;
            double share = share(scored, true, one -> one.probability() >= between ? 1 : 0)
                    + share(scored, false, one -> one.probability() < between ? 1 : 0);
            if (share > bestShare) {
                bestShare = share;
                best = between;
            }
        }
        return best;
    }

    private static double share(List<Scored> scored, boolean supported, ToDoubleFunction<Scored> right) {
        return scored.stream()
                .filter(one -> one.supported() == supported)
                .mapToDouble(right)
                .average()
                .orElse(0);
    }

    private static SupportModel fit(List<Signed> cases, String id, double threshold) {
        List<String> names = List.copyOf(new TreeSet<>(
                cases.stream().flatMap(one -> one.signs().keySet().stream()).toList()));
        double[][] x = new double[cases.size()][names.size()];
        double[] importance = new double[cases.size()];
        long supported = cases.stream().filter(Signed::supported).count();
        for (int i = 0; i < x.length; i++) {
            Signed one = cases.get(i);
            for (int j = 0; j < names.size(); j++) {
                x[i][j] = one.signs().getOrDefault(names.get(j), 0.0);
            }
            // True and false claims count alike, however many of each were written.
            importance[i] = 0.5 / (one.supported() ? supported : x.length - supported);
        }
        double[] weights = new double[names.size()];
        double bias = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[weights.length];
            double biasGradient = 0;
            for (int i = 0; i < x.length; i++) {
                double sum = bias;
                for (int j = 0; j < weights.length; j++) {
                    sum += weights[j] * x[i][j];
                }
                double error = importance[i]
                        * (1 / (1 + Math.exp(-sum)) - (cases.get(i).supported() ? 1 : 0));
                biasGradient += error;
                for (int j = 0; j < weights.length; j++) {
                    gradient[j] += error * x[i][j];
                }
            }
            bias -= RATE * biasGradient;
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= RATE * (gradient[j] + SHRINKAGE * weights[j]);
            }
        }
        Map<String, Double> named = new HashMap<>();
        for (int j = 0; j < weights.length; j++) {
            named.put(names.get(j), Math.round(weights[j] * 10_000) / 10_000.0);
        }
        return new SupportModel(id, Math.round(bias * 10_000) / 10_000.0, threshold, named);
    }

    record Scored(double probability, boolean supported) {}
}
