package dev.trellis.trends;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts p-values for how many series were looked at, so that of the changes shown at most the stated share is chance.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg 1995</a>
 */
final class FalseDiscoveries {

    private FalseDiscoveries() {}

    /** @return adjusted p-values in the order given, each in {@code [0, 1]} and no smaller than what it was */
    static double[] adjust(double[] pValues) {
        int n = pValues.length;
        List<Integer> largestFirst = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> pValues[i]).reversed())
                .toList();
        double[] adjusted = new double[n];
        double lowest = 1;
        for (int position = 0; position < n; position++) {
            int index = largestFirst.get(position);
            lowest = Math.min(lowest, pValues[index] * n / (n - position));
            adjusted[index] = lowest;
        }
        return adjusted;
    }
}
