package dev.trellis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Vectors made from the words of a text by hashing: texts that share words are near. The same every time, and quick. */
public final class FakeTextVectors implements TextVectors {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    /** How many texts were computed so far; questions are not counted. */
    public int computed() {
        return texts.size();
    }

    /** The texts computed so far, in the order they came. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    @Override
    public List<float[]> of(List<String> texts) {
        List<float[]> vectors = new ArrayList<>();
        this.texts.addAll(texts);
        for (String text : texts) {
            vectors.add(vector(text));
        }
        return vectors;
    }

    @Override
    public float[] ofQuestion(String question) {
        return vector(question);
    }

    private static float[] vector(String text) {
        float[] vector = new float[384];
        vector[0] = 1e-3f;
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < vector.length; i++) {
                vector[i] += (float) random.nextGaussian();
            }
        }
        double length = 0;
        for (float value : vector) {
            length += (double) value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    @Override
    public int dimensions() {
        return 384;
    }

    @Override
    public String modelId() {
        return "words-hashed";
    }
}
