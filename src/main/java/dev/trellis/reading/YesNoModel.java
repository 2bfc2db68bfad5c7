package dev.trellis.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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

/** A Tribuo logistic regression over numbered signals, with its weights at hand: a sentence asks it a hundred times. */
final class YesNoModel {

    private static final String YES = "YES";
    private static final String NO = "NO";
    private static final int NO_LOGGING = -1;

    private final double[] weights;
    private final double bias;

    private YesNoModel(LinearSGDModel model) {
        DenseMatrix matrix = model.getWeightsCopy();
        int yes = model.getOutputIDInfo().getID(new Label(YES));
        int no = 1 - yes;
        int signals = model.getFeatureIDMap().size();
        weights = IntStream.range(0, signals)
                .mapToDouble(i -> {
                    int column = model.getFeatureIDMap().getID(name(i));
                    return matrix.get(yes, column) - matrix.get(no, column);
                })
                .toArray();
        bias = matrix.get(yes, signals) - matrix.get(no, signals);
    }

    /** @throws IllegalArgumentException if the bytes are not a model of this kind */
    static YesNoModel read(byte[] file) {
        return new YesNoModel(ModelFile.read(file, LinearSGDModel.class));
    }

    int signals() {
        return weights.length;
    }

    double weight(int signal) {
        return weights[signal];
    }

    /** Log-odds of yes: what the signals give, and the bias, add up to it. */
    double logOdds(float[] signals) {
        double sum = bias;
        for (int i = 0; i < signals.length; i++) {
            sum += weights[i] * signals[i];
        }
        return sum;
    }

    static double chance(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** @param weight how many cases of its kind it stands for */
    record Answer(float[] signals, boolean yes, float weight) {}

    /** @return the model's file: the same answers in the same order and the same seed give the same bytes */
    static byte[] train(String source, List<Answer> answers, int epochs, double rate, long seed, Instant trainedAt) {
        List<Example<Label>> examples =
                answers.stream().map(YesNoModel::example).toList();
        var provenance = new SimpleDataSourceProvenance(
                source, OffsetDateTime.ofInstant(trainedAt, ZoneOffset.UTC), new LabelFactory());
        var dataset = new MutableDataset<>(new ListDataSource<>(examples, new LabelFactory(), provenance));
        var trainer = new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(rate), epochs, NO_LOGGING, 16, seed);
        return ModelFile.bytes(trainer.train(dataset), trainedAt);
    }

    private static Example<Label> example(Answer answer) {
        int signals = answer.signals().length;
        Example<Label> example = new ArrayExample<>(
                new Label(answer.yes() ? YES : NO),
                IntStream.range(0, signals).mapToObj(YesNoModel::name).toArray(String[]::new),
                IntStream.range(0, signals)
                        .mapToDouble(i -> answer.signals()[i])
                        .toArray());
        example.setWeight(answer.weight());
        return example;
    }

    private static String name(int signal) {
        return String.format(Locale.ROOT, "s%03d", signal);
    }
}
