package dev.trellis.ranking;

import dev.trellis.reading.ModelFile;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Example;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;

/**
 * A Tribuo logistic regression that gives the chance that a mentor keeps an activity for a gap. Linear, so that what each
 * feature gave can be said: the contributions and the bias add up to the log-odds.
 */
final class RankingModel {

    static final String KEPT = "KEPT";
    static final String DROPPED = "DROPPED";

    private final LinearSGDModel model;
    private final String id;
    private final Map<String, Double> weights;

    private RankingModel(LinearSGDModel model, String id) {
        this.model = model;
        this.id = id;
        this.weights = weights(model);
    }

    /** @throws IllegalArgumentException if the bytes are not a model of this kind */
    static RankingModel read(byte[] file) {
        return new RankingModel(ModelFile.read(file, LinearSGDModel.class), "ranking:" + ModelFile.hash(file));
    }

    /** Name and content hash. */
    String id() {
        return id;
    }

    /** Chance of being kept, in {@code [0, 1]}. */
    double score(Fit fit) {
        Prediction<Label> prediction = model.predict(example(fit, KEPT));
        Label kept = prediction.getOutputScores().get(KEPT);
        return kept == null ? 0 : kept.getScore();
    }

    /** What each feature gave to the log-odds of being kept. */
    Map<String, Double> contributions(Fit fit) {
        Map<String, Double> contributions = new TreeMap<>();
        fit.features().forEach((name, value) -> contributions.put(name, value * weights.getOrDefault(name, 0.0)));
        return contributions;
    }

    static Example<Label> example(Fit fit, String label) {
        Map<String, Double> features = fit.features();
        return new ArrayExample<>(
                new Label(label),
                features.keySet().toArray(String[]::new),
                features.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Log-odds weights: what speaks for KEPT minus what speaks for DROPPED. */
    private static Map<String, Double> weights(LinearSGDModel model) {
        DenseMatrix matrix = model.getWeightsCopy();
        int kept = model.getOutputIDInfo().getID(new Label(KEPT));
        int dropped = 1 - kept;
        Map<String, Double> weights = new TreeMap<>();
        model.getFeatureIDMap().forEach(feature -> {
            int column = model.getFeatureIDMap().getID(feature.getName());
            weights.put(feature.getName(), matrix.get(kept, column) - matrix.get(dropped, column));
        });
        return weights;
    }

    static LabelFactory labels() {
        return new LabelFactory();
    }
}
