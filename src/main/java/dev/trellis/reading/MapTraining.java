package dev.trellis.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Learns the map by contrast: the mapped sentence must be nearer to a label people gave it than to other labels drawn at random
 * (InfoNCE), by Adam.
 *
 * @see <a href="https://arxiv.org/abs/1807.03748">van den Oord et al. 2018</a>
 */
final class MapTraining {

    /** {@code eval/tagging/README.md} shows what other values gave. */
    private static final int EPOCHS = 3;

    private static final int BATCH = 256;
    private static final int OTHERS = 1_500;
    private static final float SHARPNESS = 20;
    private static final double RATE = 1e-3;
    private static final float DECAY = 1e-4f;
    private static final double FORGETS = 0.9;
    private static final double FORGETS_SQUARES = 0.999;

    private final float[][] sentences;
    private final float[][] labels;
    private final List<Set<Integer>> gold;
    private final int size;
    private final float[][] map;
    private final double[][] mean;
    private final double[][] square;

    private record Pair(int sentence, int label) {}

    private MapTraining(float[][] sentences, float[][] labels, List<Set<Integer>> gold) {
        this.sentences = sentences;
        this.labels = labels;
        this.gold = gold;
        this.size = labels[0].length;
        this.map = new float[size][size];
        this.mean = new double[size][size];
        this.square = new double[size][size];
    }

    /**
     * @param gold by sentence
     * @param hidden labels that are not shown, neither as right nor as wrong
     */
    static MeaningMap train(
            List<float[]> sentences, List<float[]> labels, List<Set<Integer>> gold, Set<Integer> hidden, long seed) {
        MapTraining training = new MapTraining(sentences.toArray(float[][]::new), labels.toArray(float[][]::new), gold);
        training.run(hidden, new Random(seed));
        return new MeaningMap(training.map);
    }

    private void run(Set<Integer> hidden, Random random) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int label : gold.get(i)) {
                if (!hidden.contains(label)) {
                    pairs.add(new Pair(i, label));
                }
            }
        }
        List<Integer> pool = new ArrayList<>();
        for (int label = 0; label < labels.length; label++) {
            if (!hidden.contains(label)) {
                pool.add(label);
            }
        }
        int step = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(pairs, random);
            for (int from = 0; from + BATCH / 2 <= pairs.size(); from += BATCH) {
                learn(pairs.subList(from, Math.min(pairs.size(), from + BATCH)), pool, random, ++step);
            }
        }
    }

    private void learn(List<Pair> batch, List<Integer> pool, Random random, int step) {
        Set<Integer> drawn = new HashSet<>();
        batch.forEach(pair -> drawn.add(pair.label()));
        for (int i = 0; i < OTHERS; i++) {
            drawn.add(pool.get(random.nextInt(pool.size())));
        }
        int[] shown = drawn.stream().mapToInt(Integer::intValue).sorted().toArray();
        VectorTable table = VectorTable.of(
                Arrays.stream(shown).mapToObj(label -> labels[label]).toList());
        float[][] gradient = new float[size][size];
        for (Pair pair : batch) {
            float[] pull = pull(pair, shown, table);
            float[] sentence = sentences[pair.sentence()];
            float weight = (float) (SHARPNESS
                    / batch.size()
                    / Math.sqrt(gold.get(pair.sentence()).size()));
            for (int d = 0; d < size; d++) {
                VectorTable.addScaled(gradient[d], 0, pull, 0, size, sentence[d] * weight);
            }
        }
        update(gradient, DECAY * batch.size(), step);
    }

    /** Where the mapped sentence should not go: towards the labels it is wrongly near, away from the right one. */
    private float[] pull(Pair pair, int[] shown, VectorTable table) {
        float[] vector = sentences[pair.sentence()];
        float[] moved = vector.clone();
        for (int d = 0; d < size; d++) {
            VectorTable.addScaled(moved, 0, map[d], 0, size, vector[d]);
        }
        float[] nearness = table.nearness(moved);
        Set<Integer> right = gold.get(pair.sentence());
        double most = Double.NEGATIVE_INFINITY;
        for (float near : nearness) {
            most = Math.max(most, near);
        }
        double[] share = new double[shown.length];
        double sum = 0;
        for (int i = 0; i < shown.length; i++) {
            boolean alsoRight = shown[i] != pair.label() && right.contains(shown[i]);
            share[i] = alsoRight ? 0 : Math.exp(SHARPNESS * (nearness[i] - most));
            sum += share[i];
        }
        float[] pull = new float[size];
        for (int i = 0; i < shown.length; i++) {
            float by = (float) (share[i] / sum) - (shown[i] == pair.label() ? 1 : 0);
            if (Math.abs(by) > 1e-6) {
                VectorTable.addScaled(pull, 0, labels[shown[i]], 0, size, by);
            }
        }
        return pull;
    }

    private void update(float[][] gradient, float decay, int step) {
        double unbiased = 1 - Math.pow(FORGETS, step);
        double unbiasedSquares = 1 - Math.pow(FORGETS_SQUARES, step);
        for (int d = 0; d < size; d++) {
            for (int i = 0; i < size; i++) {
                double slope = gradient[d][i] + decay * map[d][i];
                mean[d][i] = FORGETS * mean[d][i] + (1 - FORGETS) * slope;
                square[d][i] = FORGETS_SQUARES * square[d][i] + (1 - FORGETS_SQUARES) * slope * slope;
                map[d][i] -=
                        (float) (RATE * (mean[d][i] / unbiased) / (Math.sqrt(square[d][i] / unbiasedSquares) + 1e-8));
            }
        }
    }
}
