package dev.trellis.learning;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;

/**
 * How one mentor differs from the organisation: weights on a few features of an option that add to its log-odds. The most
 * probable ones given the mentor's decisions, where a decision counts half after the mentor made so many others, and weights
 * are believed to be small until decisions say otherwise (logistic regression with a normal prior, by Newton's method).
 */
final class Taste {

    private static final List<String> FEATURES = List.of(
            Option.DOING,
            Option.OTHERS,
            Option.STUDY,
            Option.STRETCH,
            Option.SHADOWING,
            Option.CONVERSATION,
            Option.HOURS);

    static final Taste NONE = new Taste(new double[FEATURES.size() + 1]);

    /** Short enough that a taste which turns is followed within a hundred decisions, long enough to tell it from chance. */
    private static final double HALF_LIFE_DECISIONS = 40;

    /** Standard deviation with which tastes are believed to differ from the organisation, in log-odds. */
    private static final double SPREAD = 1.5;

    private static final int STEPS = 12;
    private static final double SETTLED = 1e-8;

    private final double[] weights;

    private Taste(double[] weights) {
        this.weights = weights;
    }

    /**
     * @param signals of one mentor, oldest first
     * @param base log-odds of an option without the taste
     */
    static Taste of(List<Signal> signals, ToDoubleFunction<Option> base) {
        List<Signal> telling =
                signals.stream().filter(signal -> signal.kept().isPresent()).toList();
        if (telling.isEmpty()) {
            return NONE;
        }
        int size = FEATURES.size() + 1;
        double[] weights = new double[size];
        double[][] rows = new double[telling.size()][];
        double[] offsets = new double[telling.size()];
        double[] counts = new double[telling.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(telling.get(i).option());
            offsets[i] = base.applyAsDouble(telling.get(i).option());
            counts[i] = Math.pow(0.5, (rows.length - 1 - i) / HALF_LIFE_DECISIONS);
        }
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int j = 0; j < size; j++) {
                gradient[j] = -weights[j] / (SPREAD * SPREAD);
                curvature[j][j] = 1 / (SPREAD * SPREAD);
            }
            for (int i = 0; i < rows.length; i++) {
                double chance = chance(offsets[i] + dot(weights, rows[i]));
                double missed = telling.get(i).kept().orElseThrow() ? 1 - chance : -chance;
                double weight = Math.max(chance * (1 - chance), 1e-6) * counts[i];
                for (int j = 0; j < size; j++) {
                    gradient[j] += counts[i] * missed * rows[i][j];
                    for (int k = 0; k < size; k++) {
                        curvature[j][k] += weight * rows[i][j] * rows[i][k];
                    }
                }
            }
            double moved = 0;
            double[] change = solved(curvature, gradient);
            for (int j = 0; j < size; j++) {
                weights[j] += change[j];
                moved = Math.max(moved, Math.abs(change[j]));
            }
            if (moved < SETTLED) {
                break;
            }
        }
        return new Taste(weights);
    }

    /** What the taste adds to the log-odds of an option. */
    double of(Option option) {
        return dot(weights, row(option));
    }

    private static double[] row(Option option) {
        double[] row = new double[FEATURES.size() + 1];
        for (int j = 0; j < FEATURES.size(); j++) {
            row[j] = option.feature(FEATURES.get(j));
        }
        row[FEATURES.size()] = 1;
        return row;
    }

    static double chance(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] solved(double[][] matrix, double[] right) {
        return DenseMatrix.createDenseMatrix(matrix)
                .choleskyFactorization()
                .orElseThrow(() -> new IllegalStateException(
                        "the curvature of a penalised likelihood is positive definite: " + Arrays.deepToString(matrix)))
                .solve(DenseVector.createDenseVector(right))
                .toArray();
    }
}
