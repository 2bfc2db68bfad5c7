package dev.trellis.reading;

import dev.trellis.search.TextVectors;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Holds sentences against a set of labels: gathers the signals, weighs them, and says how sure it is. */
final class CompetencyReader {

    /** What a stretch unlikely to name a skill loses; {@code eval/tagging/README.md} shows what other values gave. */
    private static final float UNLIKELY = 0.02f;

    /** The stretches likeliest to name a skill are held against labels; {@code eval/tagging/README.md} shows what all gave. */
    private static final int MOST_STRETCHES = 24;

    /** Sentences whose stretches are embedded together: enough for full batches, little enough to hold in memory. */
    private static final int AT_ONCE = 64;

    /** Cosines of this model lie around here, ten times narrower than other signals; moved and widened so that they weigh alike. */
    private static final float MIDDLE = 0.65f;

    private static final float WIDER = 10;

    private static final int RUN_LENGTHS = 6;

    private final TaggingModel model;
    private final TextVectors vectors;

    CompetencyReader(TaggingModel model, TextVectors vectors) {
        this.model = model;
        this.vectors = vectors;
    }

    /**
     * A sentence with what is needed to hold it against labels.
     *
     * @param headStarts what each stretch starts with: at most 0, less the less likely it names a skill
     */
    record Meaning(String sentence, float[] vector, float[] mapped, List<float[]> stretches, float[] headStarts) {}

    /** Passes the meaning of each sentence on, in order. */
    void meanings(List<String> sentences, Consumer<Meaning> to) {
        for (int from = 0; from < sentences.size(); from += AT_ONCE) {
            meaningsOf(sentences.subList(from, Math.min(sentences.size(), from + AT_ONCE)), to);
        }
    }

    private void meaningsOf(List<String> sentences, Consumer<Meaning> to) {
        List<float[]> whole = vectors.of(sentences);
        Map<String, Stretches.Stretch> distinct = new LinkedHashMap<>();
        List<List<Stretches.Stretch>> stretches =
                sentences.stream().map(Stretches::of).toList();
        stretches.forEach(list -> list.forEach(stretch -> distinct.putIfAbsent(stretch.text(), stretch)));
        List<String> texts = List.copyOf(distinct.keySet());
        List<float[]> found = vectors.ofPassing(texts);
        Map<String, float[]> byText = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            byText.put(texts.get(i), found.get(i));
        }
        for (int i = 0; i < sentences.size(); i++) {
            List<Likely> likely = stretches.get(i).stream()
                    .map(stretch -> likely(Objects.requireNonNull(byText.get(stretch.text())), stretch.words()))
                    .sorted(Comparator.comparingDouble(Likely::headStart).reversed())
                    .limit(MOST_STRETCHES)
                    .toList();
            if (likely.isEmpty()) {
                likely = List.of(new Likely(whole.get(i), 0));
            }
            float[] headStarts = new float[likely.size()];
            for (int s = 0; s < headStarts.length; s++) {
                headStarts[s] = (float) likely.get(s).headStart();
            }
            to.accept(new Meaning(
                    sentences.get(i),
                    whole.get(i),
                    model.map().of(whole.get(i)),
                    likely.stream().map(Likely::vector).toList(),
                    headStarts));
        }
    }

    private record Likely(float[] vector, double headStart) {}

    private Likely likely(float[] vector, int words) {
        double chance = YesNoModel.chance(model.stretches().logOdds(stretchSignals(vector, words)));
        return new Likely(vector, UNLIKELY * Math.log(chance + 1e-6));
    }

    /** Its meaning and how long it is. */
    static float[] stretchSignals(float[] vector, int words) {
        float[] signals = new float[vector.length + RUN_LENGTHS];
        for (int i = 0; i < vector.length; i++) {
            signals[i] = vector[i] * WIDER;
        }
        signals[vector.length + Math.min(words, RUN_LENGTHS) - 1] = 1;
        return signals;
    }

    /** One line of signals a labelled thing; {@link #MEANING} are of meaning, the rest of words. */
    static float[][] signals(LabelSet labels, Meaning meaning) {
        float[] near = labels.nearness(meaning.vector());
        float[] mapped = labels.nearness(meaning.mapped());
        float[] stretch = labels.nearest(meaning.stretches(), meaning.headStarts());
        float[] shared = labels.shared(meaning.sentence());
        float[][] signals = new float[labels.things()][];
        for (int i = 0; i < signals.length; i++) {
            signals[i] =
                    new float[] {(near[i] - MIDDLE) * WIDER, mapped[i] * WIDER, (stretch[i] - MIDDLE) * WIDER, shared[i]
                    };
        }
        return signals;
    }

    static final int MEANING = 3;

    /** Log-odds by thing that the sentence speaks of it. */
    double[] logOdds(float[][] signals) {
        double[] logOdds = new double[signals.length];
        for (int i = 0; i < signals.length; i++) {
            logOdds[i] = model.mentions().logOdds(signals[i]);
        }
        return logOdds;
    }

    /** What meaning alone gives to the log-odds. */
    double[] meaningAlone(float[][] signals) {
        double[] sums = new double[signals.length];
        for (int i = 0; i < signals.length; i++) {
            for (int s = 0; s < MEANING; s++) {
                sums[i] += model.mentions().weight(s) * signals[i][s];
            }
        }
        return sums;
    }

    double probability(double logOdds) {
        return model.calibration().probability(logOdds);
    }

    String modelId() {
        return model.id();
    }
}
