package dev.trellis.reading;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.tribuo.math.la.DenseMatrix;

/**
 * Turns the vector of a sentence into how near it lies to some sentences of the training set, decorrelated: a linear model over
 * these numbers is a kernel model (Gaussian) over the vectors. Vectors of one model all lie in one corner, so their middle is
 * taken off first.
 *
 * @see <a href="https://papers.nips.cc/paper/1866">Williams and Seeger 2001, the Nyström method</a>
 */
final class Landmarks {

    /** Width of the Gaussian over unit vectors; {@code eval/reflections/README.md} shows what others gave. */
    private static final double GAMMA = 0.5;

    /** Keeps landmarks that lie close together from blowing up the decorrelation. */
    private static final double RIDGE = 1e-3;

    private final float[] middle;
    private final byte[][] points;
    private final float[][] directions;
    private final double[][] triangle;

    private Landmarks(float[] middle, byte[][] points) {
        this.middle = middle;
        this.points = points;
        directions = new float[points.length][];
        for (int i = 0; i < points.length; i++) {
            directions[i] = new float[middle.length];
            for (int d = 0; d < middle.length; d++) {
                directions[i][d] = points[i][d];
            }
            toUnit(directions[i]);
        }
        triangle = triangle(directions);
    }

    /** Draws them among the vectors of the training set. */
    static Landmarks among(List<float[]> vectors, int count, long seed) {
        int dimensions = vectors.getFirst().length;
        double[] sum = new double[dimensions];
        for (float[] vector : vectors) {
            for (int d = 0; d < dimensions; d++) {
                sum[d] += vector[d];
            }
        }
        float[] middle = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            middle[d] = (float) (sum[d] / vectors.size());
        }
        List<float[]> drawn = new ArrayList<>(vectors);
        Collections.shuffle(drawn, new Random(seed));
        byte[][] points = drawn.stream()
                .limit(count)
                .map(vector -> rounded(fromMiddle(vector, middle)))
                .toArray(byte[][]::new);
        return new Landmarks(middle, points);
    }

    /** @throws IllegalArgumentException if the bytes are no landmarks */
    static Landmarks read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length < 2 * Integer.BYTES) {
            throw new IllegalArgumentException("no landmarks: " + file.length + " bytes");
        }
        int count = in.getInt();
        int dimensions = in.getInt();
        if (count < 1 || dimensions < 1 || in.remaining() != (long) dimensions * (Float.BYTES + count)) {
            throw new IllegalArgumentException("no landmarks: " + count + " of " + dimensions + " dimensions");
        }
        float[] middle = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            middle[d] = in.getFloat();
        }
        byte[][] points = new byte[count][dimensions];
        for (byte[] point : points) {
            in.get(point);
        }
        return new Landmarks(middle, points);
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(2 * Integer.BYTES + middle.length * (Float.BYTES + points.length));
        out.putInt(points.length).putInt(middle.length);
        for (float value : middle) {
            out.putFloat(value);
        }
        for (byte[] point : points) {
            out.put(point);
        }
        return out.array();
    }

    int count() {
        return points.length;
    }

    /** @return {@link #count()} numbers whose products approximate the kernel */
    double[] nearness(float[] vector) {
        float[] direction = fromMiddle(vector, middle);
        double[] near = new double[directions.length];
        for (int i = 0; i < near.length; i++) {
            double value = kernel(direction, directions[i]);
            for (int j = 0; j < i; j++) {
                value -= triangle[i][j] * near[j];
            }
            near[i] = value / triangle[i][i];
        }
        return near;
    }

    private static double[][] triangle(float[][] directions) {
        int count = directions.length;
        double[][] kernel = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                kernel[i][j] = kernel(directions[i], directions[j]) + (i == j ? RIDGE : 0);
                kernel[j][i] = kernel[i][j];
            }
        }
        DenseMatrix lower = DenseMatrix.createDenseMatrix(kernel)
                .choleskyFactorization()
                .orElseThrow(() -> new IllegalArgumentException("the landmarks have no kernel"))
                .lMatrix();
        double[][] triangle = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                triangle[i][j] = lower.get(i, j);
            }
        }
        return triangle;
    }

    private static double kernel(float[] a, float[] b) {
        double dot = 0;
        for (int d = 0; d < a.length; d++) {
            dot += a[d] * b[d];
        }
        return StrictMath.exp(-2 * GAMMA * (1 - dot));
    }

    private static float[] fromMiddle(float[] vector, float[] middle) {
        float[] direction = new float[middle.length];
        for (int d = 0; d < middle.length; d++) {
            direction[d] = vector[d] - middle[d];
        }
        toUnit(direction);
        return direction;
    }

    private static void toUnit(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        float length = (float) Math.max(Math.sqrt(square), 1e-9);
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= length;
        }
    }

    private static byte[] rounded(float[] direction) {
        float most = 1e-9f;
        for (float value : direction) {
            most = Math.max(most, Math.abs(value));
        }
        byte[] rounded = new byte[direction.length];
        for (int d = 0; d < direction.length; d++) {
            rounded[d] = (byte) Math.round(direction[d] / most * Byte.MAX_VALUE);
        }
        return rounded;
    }
}
