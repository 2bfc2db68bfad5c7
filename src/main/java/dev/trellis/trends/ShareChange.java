package dev.trellis.trends;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Finds the month from which a share changed: the split with the largest likelihood ratio of two binomial shares against one.
 * Whether it is more than chance is asked of the data itself: the same reflections are dealt over the months at random, and
 * the p-value is how often chance alone finds as large a ratio at any split.
 *
 * @see <a href="https://doi.org/10.1093/biomet/57.1.1">Hinkley 1970, inference about the change-point</a>
 */
final class ShareChange {

    /** Fewer months than this on a side describe a blip. */
    static final int FEWEST_MONTHS = 3;

    /** With 1,999 deals the smallest p-value is .0005. */
    private static final int DEALS = 1_999;

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
    static Optional<Found> in(int[] hits, int[] totals, long seed) {
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
                pValue(totals, sum, all, ratios[best], new SplittableRandom(seed))));
    }

    private static double pValue(int[] totals, int sum, int all, double observed, SplittableRandom random) {
        int atLeast = 0;
        int[] dealt = new int[totals.length];
        for (int deal = 0; deal < DEALS; deal++) {
            int left = sum;
            int remaining = all;
            for (int month = 0; month < totals.length; month++) {
                int drawn = 0;
                for (int i = 0; i < totals[month]; i++) {
                    if (random.nextInt(remaining) < left) {
                        drawn++;
                        left--;
                    }
                    remaining--;
                }
                dealt[month] = drawn;
            }
            double[] ratios = ratios(dealt, totals, sum, all);
            double best = 0;
            for (int at = FEWEST_MONTHS; at <= totals.length - FEWEST_MONTHS; at++) {
                best = Math.max(best, ratios[at]);
            }
            if (best >= observed - 1e-12) {
                atLeast++;
            }
        }
        return (atLeast + 1.0) / (DEALS + 1.0);
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
