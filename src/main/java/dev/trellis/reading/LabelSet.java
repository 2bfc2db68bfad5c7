package dev.trellis.reading;

import dev.trellis.search.TextVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The labels of a framework, ready to be held against sentences: their vectors, and their words weighed by how rare they are. */
final class LabelSet {

    private static final double BM25_K1 = 1.2;
    private static final double BM25_B = 0.75;

    private final int things;
    private final List<Text> texts;
    private final VectorTable vectors;
    private final Words byStem;
    private final Words byWord;

    /**
     * One text of a labelled thing.
     *
     * @param thing which one, by index
     * @param description a sentence or more, whose single words say little about the thing
     */
    record Text(int thing, String text, boolean description) {}

    private LabelSet(int things, List<Text> texts, VectorTable vectors) {
        this.things = things;
        this.texts = List.copyOf(texts);
        this.vectors = vectors;
        this.byStem = new Words(
                texts.stream().map(text -> LabelWords.stems(text.text())).toList());
        this.byWord = new Words(
                texts.stream().map(text -> LabelWords.words(text.text())).toList());
    }

    /** @param texts at least one a thing */
    static LabelSet of(int things, List<Text> texts, TextVectors vectors) {
        return new LabelSet(
                things,
                texts,
                VectorTable.of(
                        vectors.ofDefinitions(texts.stream().map(Text::text).toList())));
    }

    int things() {
        return things;
    }

    /** By thing, nearness of a vector to the nearest of its texts. */
    float[] nearness(float[] vector) {
        return best(vectors.nearness(vector), true);
    }

    /** By thing, the largest nearness plus head start of any vector to any label. */
    float[] nearest(List<float[]> of, float[] headStarts) {
        return best(vectors.nearest(of, headStarts), false);
    }

    private float[] best(float[] byText, boolean descriptions) {
        float[] best = new float[things];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < byText.length; i++) {
            Text text = texts.get(i);
            if (descriptions || !text.description()) {
                best[text.thing()] = Math.max(best[text.thing()], byText[i]);
            }
        }
        return best;
    }

    /** BM25 of a sentence's words as written, by thing: the plain way, to measure against. */
    double[] plainWords(String sentence) {
        return bestOf(byWord.bm25(LabelWords.words(sentence)));
    }

    /** BM25 of a sentence's stems, by thing. */
    double[] words(String sentence) {
        return bestOf(byStem.bm25(LabelWords.stems(sentence)));
    }

    private double[] bestOf(double[] byText) {
        double[] best = new double[things];
        for (int i = 0; i < byText.length; i++) {
            Text text = texts.get(i);
            if (!text.description()) {
                best[text.thing()] = Math.max(best[text.thing()], byText[i]);
            }
        }
        return best;
    }

    /** By thing, how much of a label's words stands in a sentence, in units of the rarest possible word. */
    float[] shared(String sentence) {
        double[] found = bestOf(byStem.shared(LabelWords.stems(sentence)));
        double rarest = Math.log(1 + texts.size());
        float[] shared = new float[things];
        for (int i = 0; i < things; i++) {
            shared[i] = (float) (found[i] / rarest);
        }
        return shared;
    }

    /** Words of all texts, and in which they stand. */
    private static final class Words {

        private final Map<String, int[]> standIn = new HashMap<>();
        private final Map<String, Double> rarity = new HashMap<>();
        private final int[] lengths;
        private final double meanLength;

        Words(List<Set<String>> texts) {
            Map<String, List<Integer>> postings = new HashMap<>();
            lengths = new int[texts.size()];
            for (int i = 0; i < texts.size(); i++) {
                lengths[i] = texts.get(i).size();
                for (String word : texts.get(i)) {
                    postings.computeIfAbsent(word, none -> new ArrayList<>()).add(i);
                }
            }
            postings.forEach((word, in) -> {
                standIn.put(word, in.stream().mapToInt(Integer::intValue).toArray());
                rarity.put(word, Math.log(1 + (texts.size() - in.size() + 0.5) / (in.size() + 0.5)));
            });
            meanLength = Math.max(1e-9, Arrays.stream(lengths).average().orElse(1));
        }

        private double rarity(String word) {
            return rarity.getOrDefault(word, 0.0);
        }

        double[] shared(Collection<String> words) {
            return sum(words, text -> 1.0);
        }

        double[] bm25(Collection<String> words) {
            return sum(
                    words, text -> (BM25_K1 + 1) / (1 + BM25_K1 * (1 - BM25_B + BM25_B * lengths[text] / meanLength)));
        }

        private double[] sum(Collection<String> words, Function<Integer, Double> factor) {
            double[] sum = new double[lengths.length];
            for (String word : words) {
                double rarity = rarity(word);
                for (int text : standIn.getOrDefault(word, new int[0])) {
                    sum[text] += rarity * factor.apply(text);
                }
            }
            return sum;
        }
    }
}
