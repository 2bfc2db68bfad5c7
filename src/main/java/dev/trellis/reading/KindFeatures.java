package dev.trellis.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/** What the model sees of a sentence: where its meaning lies among the landmarks, and its words and pairs of words. */
final class KindFeatures {

    /** Marks count as words: a question reads otherwise than a statement. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?|[?!]|\\.\\.\\.|…");

    /** How much the meaning and the words weigh under one penalty; found by cross-validation on the training set. */
    private static final double MEANING = 6;

    private static final double WORDS = 3;

    private KindFeatures() {}

    static ArrayExample<Label> example(String sentence, float[] vector, Landmarks landmarks, Label label) {
        double[] near = landmarks.nearness(vector);
        Map<String, Double> words = words(tokens(sentence));
        String[] names = new String[near.length + words.size()];
        double[] values = new double[names.length];
        for (int i = 0; i < near.length; i++) {
            names[i] = "near " + i;
            values[i] = MEANING * near[i];
        }
        int at = near.length;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            names[at] = word.getKey();
            values[at++] = WORDS * word.getValue();
        }
        return new ArrayExample<>(label, names, values);
    }

    /** Words and pairs of neighbours, of unit length together. */
    static Map<String, Double> words(List<String> tokens) {
        Map<String, Double> words = new LinkedHashMap<>();
        String before = "^";
        for (String word : tokens) {
            words.merge("w " + word, 1.0, Double::sum);
            words.merge("w " + before + " " + word, 1.0, Double::sum);
            before = word;
        }
        if (words.isEmpty()) {
            // An example must have a feature.
            words.put("w", 1.0);
        }
        double square = 0;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            word.setValue(1 + Math.log(word.getValue()));
            square += word.getValue() * word.getValue();
        }
        double length = Math.sqrt(square);
        words.replaceAll((word, value) -> value / length);
        return words;
    }

    static List<String> tokens(String sentence) {
        return WORD.matcher(sentence.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group().replace('’', '\''))
                .toList();
    }
}
