package dev.trellis.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Vectors as they lie in a real index, without embedding a hundred thousand texts: some thousand sentences are embedded, and
 * each further vector is one of them moved towards another, and a little at random. The nearest of 100,000 lie at a cosine of
 * about .9 from a question's nearest neighbourhood, as they do among sentences; independent Gaussian numbers would have no
 * neighbourhoods at all.
 */
final class BenchVectors {

    private static final float MOST_TOWARDS_ANOTHER = .5f;

    /** Length of the random part: cosine to the unmoved vector about .95. */
    private static final float AT_RANDOM = .3f;

    private BenchVectors() {}

    static float[] near(List<float[]> embedded, int index, Random random) {
        float[] one = embedded.get(index % embedded.size());
        float[] other = embedded.get(random.nextInt(embedded.size()));
        float share = random.nextFloat() * MOST_TOWARDS_ANOTHER;
        float[] vector = new float[one.length];
        double each = AT_RANDOM / Math.sqrt(one.length);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) ((1 - share) * one[i] + share * other[i] + each * random.nextGaussian());
        }
        BertModel.toUnitLength(vector);
        return vector;
    }

    /** Reads vectors from a file, or computes them and writes it. */
    static List<float[]> kept(Path file, int dimensions, Supplier<List<float[]>> otherwise) {
        try {
            if (Files.exists(file)) {
                FloatBuffer numbers = ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer();
                List<float[]> vectors = new ArrayList<>();
                while (numbers.hasRemaining()) {
                    float[] vector = new float[dimensions];
                    numbers.get(vector);
                    vectors.add(vector);
                }
                return vectors;
            }
            List<float[]> vectors = otherwise.get();
            ByteBuffer bytes = ByteBuffer.allocate(vectors.size() * dimensions * Float.BYTES);
            FloatBuffer numbers = bytes.asFloatBuffer();
            vectors.forEach(numbers::put);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes.array());
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
