package dev.trellis.risk;

import dev.trellis.reading.ModelFile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A Tribuo logistic regression of whether a goal is missed. */
record MissedModel(Model<Label> model) {

    private static final Label MISSED = new Label("MISSED");
    private static final Label MET = new Label("MET");
    private static final int ITERATIONS = 1000;
    private static final double TOLERANCE = 0.01;

    /** Named numbers, and whether the goal was missed. */
    record Case(Map<String, Double> signals, boolean missed) {}

    byte[] bytes(Instant trainedAt) {
        return ModelFile.bytes(model, trainedAt);
    }

    /** @param cost how much a wrong answer weighs against large weights */
    static MissedModel train(List<Case> cases, double cost, Instant trainedAt) {
        var provenance = new SimpleDataSourceProvenance(
                "course work", OffsetDateTime.ofInstant(trainedAt, ZoneOffset.UTC), new LabelFactory());
        List<Example<Label>> examples = cases.stream()
                .map(one -> example(one.signals(), one.missed() ? MISSED : MET))
                .toList();
        var trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(LinearType.L2R_LR), cost, ITERATIONS, TOLERANCE);
        return new MissedModel(
                trainer.train(new MutableDataset<>(new ListDataSource<>(examples, new LabelFactory(), provenance))));
    }

    /** In {@code [0, 1]}; 0 of a model that never saw a goal missed. */
    double probability(Map<String, Double> signals) {
        Label missed = model.predict(example(signals, MET)).getOutputScores().get(MISSED.getLabel());
        return missed == null ? 0 : missed.getScore();
    }

    private static Example<Label> example(Map<String, Double> signals, Label label) {
        List<String> names = List.copyOf(signals.keySet());
        return new ArrayExample<>(
                label,
                names.toArray(String[]::new),
                names.stream().mapToDouble(signals::get).toArray());
    }
}
