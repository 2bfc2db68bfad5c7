package dev.trellis.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.tribuo.Example;
import org.tribuo.ImmutableDataset;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.dataset.MinimumCardinalityDataset;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Trains what tells kinds of sentences apart. Same sentences, same vectors, same bytes. */
final class KindTraining {

    static final Instant TRAINED_AT = Instant.parse("2026-11-01T00:00:00Z");

    private static final int FOLDS = 5;

    /** Sentences this near in the corpus come from one diary and stay in one fold. */
    private static final int OF_ONE_DIARY = 25;

    private static final int LANDMARKS = 800;
    private static final long SEED = 20261101;

    /** Words of fewer sentences are left out. */
    private static final int FEWEST_SENTENCES = 2;

    private static final double COST = 0.3;
    private static final int MOST_ROUNDS = 1000;

    /** LIBLINEAR's own. */
    private static final double TOLERANCE = 0.01;

    private KindTraining() {}

    /**
     * @param files of the model by name
     * @param crossValidated what models that had not seen a sentence said of it
     */
    record Trained(ReflectionModel model, Map<String, byte[]> files, List<KindMeasures.Told> crossValidated) {}

    /** @param vectors of the sentences, in order */
    static Trained train(List<DiarySentence> sentences, List<float[]> vectors) {
        Landmarks landmarks = Landmarks.among(vectors, LANDMARKS, SEED);
        List<Example<Label>> examples = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            DiarySentence sentence = sentences.get(i);
            examples.add(
                    KindFeatures.example(sentence.text(), vectors.get(i), landmarks, KindModel.label(sentence.kind())));
        }
        List<KindDecision.Case> unseen = unseen(sentences, examples);
        KindDecision decision = KindDecision.fit(unseen);
        byte[] kinds = fit(examples, COST).bytes(TRAINED_AT);
        return new Trained(
                ReflectionModel.read(kinds, landmarks.bytes(), decision.bytes()),
                Map.of(
                        ReflectionModel.KINDS, kinds,
                        ReflectionModel.LANDMARKS, landmarks.bytes(),
                        ReflectionModel.DECISION, decision.bytes()),
                unseen.stream().map(decision::told).toList());
    }

    static List<KindDecision.Case> unseen(List<DiarySentence> sentences, List<Example<Label>> examples) {
        IntFunction<Integer> foldOf = i -> Math.floorMod(sentences.get(i).place() / OF_ONE_DIARY, FOLDS);
        List<KindDecision.Case> unseen = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example<Label>> others = new ArrayList<>();
            List<Integer> held = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                if (foldOf.apply(i) == fold) {
                    held.add(i);
                } else {
                    others.add(examples.get(i));
                }
            }
            if (!held.isEmpty() && !others.isEmpty()) {
                KindModel model = fit(others, COST);
                held.forEach(i -> unseen.add(new KindDecision.Case(
                        model.shares(examples.get(i)), sentences.get(i).kind())));
            }
        }
        return unseen;
    }

    /** @param cost of a sentence told wrong, against the penalty on weights */
    static KindModel fit(List<Example<Label>> examples, double cost) {
        var provenance = new SimpleDataSourceProvenance(
                "annotated sentences of reflections",
                OffsetDateTime.ofInstant(TRAINED_AT, ZoneOffset.UTC),
                new LabelFactory());
        MutableDataset<Label> all =
                new MutableDataset<>(new ListDataSource<>(examples, new LabelFactory(), provenance));
        ImmutableDataset<Label> frequent = new MinimumCardinalityDataset<>(all, FEWEST_SENTENCES);
        var trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(LinearType.L2R_LR), cost, MOST_ROUNDS, TOLERANCE, SEED);
        return new KindModel((LibLinearClassificationModel) trainer.train(frequent));
    }
}
