package dev.trellis.verification;

import java.util.List;

/** Nearness of meaning, lent by the caller: the gate itself computes no vectors. */
@FunctionalInterface
public interface Meaning {

    /** @return one unit vector a text, in order, all of one length */
    List<float[]> of(List<String> texts);

    /** Cosine of two unit vectors. */
    static double nearness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
