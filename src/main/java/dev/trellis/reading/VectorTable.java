package dev.trellis.reading;

import java.util.List;

/**
 * The vectors of all labels side by side, one row a dimension: adding one dimension after another to the nearness of a block
 * of labels is a loop the compiler turns into SIMD, which a sum along one vector is not.
 */
final class VectorTable {

    /** Labels whose nearness is worked out at once, so that a block of results stays in the nearest cache. */
    private static final int BLOCK = 512;

    private final int labels;
    private final float[][] byDimension;

    private VectorTable(int labels, float[][] byDimension) {
        this.labels = labels;
        this.byDimension = byDimension;
    }

    static VectorTable of(List<float[]> vectors) {
        int dimensions = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        float[][] byDimension = new float[dimensions][vectors.size()];
        for (int label = 0; label < vectors.size(); label++) {
            float[] vector = vectors.get(label);
            for (int d = 0; d < dimensions; d++) {
                byDimension[d][label] = vector[d];
            }
        }
        return new VectorTable(vectors.size(), byDimension);
    }

    int labels() {
        return labels;
    }

    /** The dot product of a vector with every label. */
    float[] nearness(float[] vector) {
        float[] nearness = new float[labels];
        for (int from = 0; from < labels; from += BLOCK) {
            int to = Math.min(labels, from + BLOCK);
            addNearness(nearness, from, from, to, vector);
        }
        return nearness;
    }

    /** For every label the largest of dot product plus head start over several vectors. */
    float[] nearest(List<float[]> vectors, float[] headStarts) {
        float[] nearest = new float[labels];
        java.util.Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
        float[] block = new float[BLOCK];
        for (int from = 0; from < labels; from += BLOCK) {
            int to = Math.min(labels, from + BLOCK);
            for (int v = 0; v < vectors.size(); v++) {
                java.util.Arrays.fill(block, headStarts[v]);
                addNearness(block, 0, from, to, vectors.get(v));
                for (int label = from; label < to; label++) {
                    nearest[label] = Math.max(nearest[label], block[label - from]);
                }
            }
        }
        return nearest;
    }

    /** Eight dimensions a pass, so that a sum is fetched and put back once for eight products. */
    private void addNearness(float[] sum, int at, int from, int to, float[] vector) {
        int d = 0;
        int count = to - from;
        for (; d + 8 <= byDimension.length; d += 8) {
            float[] r0 = byDimension[d];
            float[] r1 = byDimension[d + 1];
            float[] r2 = byDimension[d + 2];
            float[] r3 = byDimension[d + 3];
            float[] r4 = byDimension[d + 4];
            float[] r5 = byDimension[d + 5];
            float[] r6 = byDimension[d + 6];
            float[] r7 = byDimension[d + 7];
            float v0 = vector[d];
            float v1 = vector[d + 1];
            float v2 = vector[d + 2];
            float v3 = vector[d + 3];
            float v4 = vector[d + 4];
            float v5 = vector[d + 5];
            float v6 = vector[d + 6];
            float v7 = vector[d + 7];
            for (int i = 0; i < count; i++) {
                int j = from + i;
                sum[at + i] += r0[j] * v0
                        + r1[j] * v1
                        + r2[j] * v2
                        + r3[j] * v3
                        + (r4[j] * v4 + r5[j] * v5 + r6[j] * v6 + r7[j] * v7);
            }
        }
        for (; d < byDimension.length; d++) {
            addScaled(sum, at, byDimension[d], from, to, vector[d]);
        }
    }

    /** {@code sum[at + i] += values[from + i] * by} */
    static void addScaled(float[] sum, int at, float[] values, int from, int to, float by) {
        int count = to - from;
        for (int i = 0; i < count; i++) {
            sum[at + i] += values[from + i] * by;
        }
    }
}
