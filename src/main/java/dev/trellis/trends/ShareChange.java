package dev.trellis.trends;

import java.util.Optional;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/**
 * Finds the month from which a share changed: the split with the largest likelihood ratio of two binomial shares against one.
 * Whether it is more than chance is asked of the data itself: of all ways to deal the same reflections over the months, the
 * p-value is the share that gives as large a ratio at any split.
 *
 * @see <a href="https://doi.org/10.1093/biomet/57.1.1">Hinkley 1970, inference about the change-point</a>
 */
final class ShareChange {

    /** Fewer months than this on a side describe a blip. */
    static final int FEWEST_MONTHS = 3;

    /** Ratios that differ by less are the same. */
    private static final double ROUNDING = 1e-9;

    /** Splits whose log-likelihood is within this of the best belong to the interval: half of chi-square's 95 % at one degree. */
    private static final double WITHIN = 1.92;

    private ShareChange() {}

    /**
     * A change found.
     *
     * @param at index of the first month after the change
     * @param earliest first index of the interval for {@code at}
     * @param latest last index of the interval
     * @param before share before, in {@code [0, 1]}
     * @param after share from {@code at} on, in {@code [0, 1]}
     * @param pValue in {@code (0, 1]}, not yet adjusted for how many series were looked at
     */
    record Found(int at, int earliest, int latest, double before, double after, double pValue) {}

    /**
     * @param hits how many speak of it, by month
     * @param totals how many there are, by month
     * @return empty where there are too few months or nothing varies
     * @throws IllegalArgumentException if lengths differ or a month has more hits than there are
     */
    static Optional<Found> in(int[] hits, int[] totals) {
        if (hits.length != totals.length) {
            throw new IllegalArgumentException("hits and totals differ in length");
        }
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] > totals[i]) {
                throw new IllegalArgumentException("month " + i + " has more hits than reflections");
            }
        }
        int sum = java.util.Arrays.stream(hits).sum();
        int all = java.util.Arrays.stream(totals).sum();
        if (hits.length < 2 * FEWEST_MONTHS || sum == 0 || sum == all) {
            return Optional.empty();
        }
        double[] ratios = ratios(hits, totals, sum, all);
        int best = FEWEST_MONTHS;
        for (int at = FEWEST_MONTHS; at <= hits.length - FEWEST_MONTHS; at++) {
            if (ratios[at] > ratios[best]) {
                best = at;
            }
        }
        int earliest = best;
        while (earliest > FEWEST_MONTHS && ratios[earliest - 1] >= ratios[best] - WITHIN) {
            earliest--;
        }
        int latest = best;
        while (latest < hits.length - FEWEST_MONTHS && ratios[latest + 1] >= ratios[best] - WITHIN) {
            latest++;
        }
        return Optional.of(new Found(
                best,
                earliest,
                latest,
                share(hits, totals, 0, best),
                share(hits, totals, best, hits.length),
                pValue(totals, sum, all, ratios[best])));
    }

    /**
     * The chance that dealing the hits over the months gives at least as large a ratio at some split. Exact: the hits dealt up
     * to a month are a chain, and what has reached the ratio once has reached it.
     */
    private static double pValue(int[] totals, int sum, int all, double observed) {
        double none = logLikelihood(sum, all);
        double[] chances = new double[sum + 1];
        chances[0] = 1;
        double reached = 0;
        int dealt = 0;
        for (int at = 1; at <= totals.length - FEWEST_MONTHS; at++) {
            chances = afterOneMore(chances, totals[at - 1], all - dealt, sum);
            dealt += totals[at - 1];
            for (int hits = 0; at >= FEWEST_MONTHS && hits <= sum; hits++) {
                if (chances[hits] > 0
                        && logLikelihood(hits, dealt) + logLikelihood(sum - hits, all - dealt) - none
                                >= observed - ROUNDING) {
                    reached += chances[hits];
                    chances[hits] = 0;
                }
            }
        }
        return Math.clamp(reached, Double.MIN_NORMAL, 1);
    }

    /** @param chances by how many hits are dealt so far @param total of the month @param left how many are not dealt to yet */
    private static double[] afterOneMore(double[] chances, int total, int left, int sum) {
        double[] after = new double[chances.length];
        for (int hits = 0; hits < chances.length; hits++) {
            if (chances[hits] == 0) {
                continue;
            }
            if (left == 0) {
                after[hits] += chances[hits];
                continue;
            }
            HypergeometricDistribution month = new HypergeometricDistribution(left, sum - hits, total);
            for (int more = month.getSupportLowerBound(); more <= month.getSupportUpperBound(); more++) {
                after[hits + more] += chances[hits] * month.probability(more);
            }
        }
        return after;
    }

    /** Log-likelihood ratio of a change at each split. */
    private static double[] ratios(int[] hits, int[] totals, int sum, int all) {
        double[] ratios = new double[hits.length];
        int hitsBefore = 0;
        int totalBefore = 0;
        double none = logLikelihood(sum, all);
        for (int at = 1; at < hits.length; at++) {
            hitsBefore += hits[at - 1];
            totalBefore += totals[at - 1];
            ratios[at] =
                    logLikelihood(hitsBefore, totalBefore) + logLikelihood(sum - hitsBefore, all - totalBefore) - none;
        }
        return ratios;
    }

    private static double logLikelihood(int hits, int total) {
        if (hits == 0 || hits == total) {
            return 0;
        }
        double share = (double) hits / total;
        return hits * Math.log(share) + (total - hits) * Math.log(1 - share);
    }

    private static double share(int[] hits, int[] totals, int from, int to) {
        int hit = 0;
        int total = 0;
        for (int i = from; i < to; i++) {
            hit += hits[i];
            total += totals[i];
        }
        return total == 0 ? 0 : (double) hit / total;
    }
}
