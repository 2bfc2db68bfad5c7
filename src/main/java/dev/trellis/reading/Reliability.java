package dev.trellis.reading;

import java.util.List;
import java.util.stream.IntStream;

/** What was stated against what came true, in ten equal bins, as reliability diagrams have them (Guo et al. 2017). */
public record Reliability(List<Bin> bins) {

    private static final int BINS = 10;

    public Reliability {
        bins = List.copyOf(bins);
    }

    public record Stated(double probability, boolean right) {}

    /** A bin of stated probability: how many, their mean probability and the share that was right; zeros where it is empty. */
    public record Bin(int count, double stated, double right) {}

    public static Reliability of(List<Stated> stated) {
        double[] probability = new double[BINS];
        double[] right = new double[BINS];
        int[] count = new int[BINS];
        for (Stated one : stated) {
            int bin = Math.min(BINS - 1, (int) (one.probability() * BINS));
            probability[bin] += one.probability();
            right[bin] += one.right() ? 1 : 0;
            count[bin]++;
        }
        return new Reliability(IntStream.range(0, BINS)
                .mapToObj(i ->
                        new Bin(count[i], probability[i] / Math.max(1, count[i]), right[i] / Math.max(1, count[i])))
                .toList());
    }

    /** Mean difference between stated probability and share right; 0 of nothing. */
    public double error() {
        double sum = bins.stream()
                .mapToDouble(bin -> bin.count() * Math.abs(bin.stated() - bin.right()))
                .sum();
        return sum / Math.max(1, bins.stream().mapToInt(Bin::count).sum());
    }
}
