package dev.trellis.trends;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Finds whether the gap of the same people moved over a period, and in which month most. Each person is compared with
 * themselves; the p-value is how often flipping the sign of each person's change at random gives as large a mean
 * (Fisher's randomisation test for paired data).
 */
final class GapChange {

    private static final int FLIPS = 9_999;

    private GapChange() {}

    /**
     * A change found.
     *
     * @param at index of the month with the largest step of the mean
     * @param earliest first index of the months around it that moved the same way
     * @param latest last index of them
     * @param before mean gap in the first month, in levels
     * @param after mean gap in the last month, in levels
     * @param pValue in {@code (0, 1]}, not yet adjusted
     */
    record Found(int at, int earliest, int latest, double before, double after, double pValue) {}

    /**
     * @param gaps by person, then month; every person has every month
     * @return empty where nothing moved
     */
    static Optional<Found> in(double[][] gaps, long seed) {
        int people = gaps.length;
        if (people == 0 || gaps[0].length < 2) {
            return Optional.empty();
        }
        int months = gaps[0].length;
        double[] mean = new double[months];
        double[] change = new double[people];
        for (int person = 0; person < people; person++) {
            for (int month = 0; month < months; month++) {
                mean[month] += gaps[person][month] / people;
            }
            change[person] = gaps[person][months - 1] - gaps[person][0];
        }
        double moved = Arrays.stream(change).sum();
        if (Arrays.stream(change).allMatch(c -> c == 0)) {
            return Optional.empty();
        }
        int at = 1;
        for (int month = 1; month < months; month++) {
            if (Math.signum(moved) * (mean[month] - mean[month - 1]) > Math.signum(moved) * (mean[at] - mean[at - 1])) {
                at = month;
            }
        }
        int earliest = at;
        while (earliest > 1 && sameWay(mean, earliest - 1, moved)) {
            earliest--;
        }
        int latest = at;
        while (latest < months - 1 && sameWay(mean, latest + 1, moved)) {
            latest++;
        }
        return Optional.of(new Found(
                at, earliest, latest, mean[0], mean[months - 1], pValue(change, moved, new SplittableRandom(seed))));
    }

    private static boolean sameWay(double[] mean, int month, double moved) {
        return Math.signum(moved) * (mean[month] - mean[month - 1]) > 0.02 * Math.abs(mean[mean.length - 1] - mean[0]);
    }

    private static double pValue(double[] change, double moved, SplittableRandom random) {
        int atLeast = 0;
        for (int flip = 0; flip < FLIPS; flip++) {
            double sum = 0;
            for (double one : change) {
                sum += random.nextBoolean() ? one : -one;
            }
            if (Math.abs(sum) >= Math.abs(moved) - 1e-12) {
                atLeast++;
            }
        }
        return (atLeast + 1.0) / (FLIPS + 1.0);
    }
}
