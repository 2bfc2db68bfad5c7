package dev.trellis.reading;

import dev.trellis.search.TextVectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The words of texts as vectors: TF-IDF thrown onto random directions, which keeps distances nearly (Johnson and Lindenstrauss 1984;
 * Achlioptas 2003).
 */
final class WordVectors implements TextVectors {

    private static final int DIMENSIONS = 384;

    private final Map<String, Integer> textsWith = new HashMap<>();
    private final int texts;

    WordVectors(List<String> texts) {
        this.texts = texts.size();
        texts.forEach(text ->
                KindFeatures.tokens(text).stream().distinct().forEach(word -> textsWith.merge(word, 1, Integer::sum)));
    }

    @Override
    public List<float[]> of(List<String> texts) {
        return texts.stream().map(this::ofQuestion).toList();
    }

    @Override
    public float[] ofQuestion(String text) {
        float[] vector = new float[DIMENSIONS];
        for (String word : KindFeatures.tokens(text)) {
            double weight = Math.log((1.0 + texts) / (1 + textsWith.getOrDefault(word, 0)));
            Random directions = new Random(word.hashCode());
            for (int d = 0; d < DIMENSIONS; d++) {
                vector[d] += (float) (weight * directions.nextGaussian());
            }
        }
        return vector;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public String modelId() {
        return "tf-idf";
    }
}
