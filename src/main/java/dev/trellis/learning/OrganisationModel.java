package dev.trellis.learning;

import dev.trellis.ranking.Prior;
import dev.trellis.reading.ModelFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Which activities the mentors of an organisation keep: a Tribuo logistic regression over the features of an option and the
 * place of its item. Where there are few decisions the prior's count as well, so that little data changes little.
 *
 * <p>An item far down a draft is turned down more often whatever it is. The place stands among the features while learning,
 * so that it is the place that takes the blame, and is nowhere when options are compared.
 */
final class OrganisationModel {

    private static final String KEPT = "KEPT";
    private static final String DROPPED = "DROPPED";
    private static final String PLACE = "place";

    private static final int BELIEVED = 2_000;

    /** All of the prior's decisions together weigh as much as this many real ones: about a month of one mentor. */
    private static final double BELIEVED_WEIGH = 60;

    /** Chance that an on-the-job form is kept, before anyone said so: it comes after what the catalogue has for the gap. */
    private static final double ON_THE_JOB_KEPT = 0.35;

    private static final int EPOCHS = 20;
    private static final int NO_LOGGING = -1;
    private static final double LEARNING_RATE = 0.2;

    private final Map<String, Double> weights;
    private final double bias;
    private final byte[] file;

    private OrganisationModel(LinearSGDModel model, byte[] file) {
        DenseMatrix matrix = model.getWeightsCopy();
        int kept = model.getOutputIDInfo().getID(new Label(KEPT));
        int dropped = 1 - kept;
        Map<String, Double> read = new TreeMap<>();
        model.getFeatureIDMap().forEach(feature -> {
            int column = model.getFeatureIDMap().getID(feature.getName());
            read.put(feature.getName(), matrix.get(kept, column) - matrix.get(dropped, column));
        });
        int last = matrix.getDimension2Size() - 1;
        this.weights = Map.copyOf(read);
        this.bias = matrix.get(kept, last) - matrix.get(dropped, last);
        this.file = file;
    }

    /** @throws IllegalArgumentException if the bytes are not a model of this kind */
    static OrganisationModel read(byte[] file) {
        return new OrganisationModel(ModelFile.read(file, LinearSGDModel.class), file);
    }

    /**
     * The same signals and seed give the same bytes, in whatever order the signals come.
     *
     * @param trainedAt noted in the file
     */
    static OrganisationModel train(Prior prior, Collection<Signal> signals, long seed, Instant trainedAt) {
        List<Example<Label>> examples = new ArrayList<>();
        prior.decisions(BELIEVED, seed)
                .forEach(one -> examples.add(example(
                        Option.believed(one.kind(), one.contributions()), one.kept(), BELIEVED_WEIGH / BELIEVED)));
        for (String form : List.of(Option.STRETCH, Option.SHADOWING, Option.CONVERSATION)) {
            Map<String, Double> features = new TreeMap<>(Map.of(Option.ON_THE_JOB, 1.0, form, 1.0));
            features.put(form.equals(Option.STRETCH) ? Option.DOING : Option.OTHERS, 1.0);
            examples.add(example(features, true, ON_THE_JOB_KEPT));
            examples.add(example(features, false, 1 - ON_THE_JOB_KEPT));
        }
        signals.stream()
                .sorted(Comparator.comparing(Signal::at).thenComparing(Signal::id))
                .forEach(signal -> signal.kept().ifPresent(kept -> {
                    Map<String, Double> features = new TreeMap<>(signal.option().features());
                    features.put(PLACE, signal.place());
                    examples.add(example(features, kept, 1));
                }));
        var provenance =
                new SimpleDataSourceProvenance("decisions", trainedAt.atOffset(ZoneOffset.UTC), new LabelFactory());
        MutableDataset<Label> dataset =
                new MutableDataset<>(new ListDataSource<>(examples, new LabelFactory(), provenance));
        LinearSGDModel model = new LinearSGDTrainer(
                        new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, NO_LOGGING, seed)
                .train(dataset);
        return read(ModelFile.bytes(model, trainedAt));
    }

    private static Example<Label> example(Map<String, Double> features, boolean kept, double weight) {
        Map<String, Double> given = new TreeMap<>(features);
        given.values().removeIf(value -> value == 0);
        Example<Label> example = new ArrayExample<>(
                new Label(kept ? KEPT : DROPPED),
                given.keySet().toArray(String[]::new),
                given.values().stream().mapToDouble(Double::doubleValue).toArray());
        example.setWeight((float) weight);
        return example;
    }

    /** Log-odds that an option is kept, its place left out. Summed in the order of names: the same everywhere. */
    double logOdds(Option option) {
        double sum = bias;
        for (Map.Entry<String, Double> feature : option.features().entrySet()) {
            sum += feature.getValue() * weights.getOrDefault(feature.getKey(), 0.0);
        }
        return sum;
    }

    byte[] file() {
        return file.clone();
    }

    /** Name and content hash. */
    String id() {
        return "learned:" + ModelFile.hash(file);
    }
}
