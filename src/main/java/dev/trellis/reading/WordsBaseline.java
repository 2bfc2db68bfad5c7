package dev.trellis.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/**
 * The plain way to tell kinds: TF-IDF of words and pairs of words, and a logistic regression. Words of one letter are left out, as
 * scikit-learn's vectoriser does unless told otherwise, or kept: in a reflection the most telling word is "I".
 */
final class WordsBaseline {

    /** The best of 1, 5 and 20 for this baseline on the corpus's validation part. */
    private static final double COST = 5;

    private final Map<String, Double> rarity = new HashMap<>();
    private final boolean oneLetterToo;
    private final KindModel model;

    WordsBaseline(List<DiarySentence> sentences, boolean oneLetterToo) {
        this.oneLetterToo = oneLetterToo;
        for (DiarySentence sentence : sentences) {
            words(sentence.text()).keySet().forEach(word -> rarity.merge(word, 1.0, Double::sum));
        }
        rarity.replaceAll((word, count) -> 1 + Math.log((1.0 + sentences.size()) / (1 + count)));
        List<Example<Label>> examples = new ArrayList<>();
        sentences.forEach(sentence -> examples.add(example(sentence.text(), KindModel.label(sentence.kind()))));
        model = KindTraining.fit(examples, COST);
    }

    KindMeasures.Told tell(DiarySentence sentence) {
        double[] shares = model.shares(example(sentence.text(), KindModel.label(SentenceKind.OTHER)));
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        return new KindMeasures.Told(SentenceKind.values()[best], shares[best], sentence.kind());
    }

    private ArrayExample<Label> example(String sentence, Label label) {
        Map<String, Double> words = words(sentence);
        words.replaceAll((word, value) -> value * rarity.getOrDefault(word, 0.0));
        double length =
                Math.sqrt(words.values().stream().mapToDouble(v -> v * v).sum());
        return new ArrayExample<>(
                label,
                words.keySet().toArray(String[]::new),
                words.values().stream()
                        .mapToDouble(value -> value / Math.max(length, 1e-9))
                        .toArray());
    }

    private Map<String, Double> words(String sentence) {
        return KindFeatures.words(KindFeatures.tokens(sentence).stream()
                .filter(word -> oneLetterToo || word.codePointCount(0, word.length()) > 1)
                .toList());
    }
}
