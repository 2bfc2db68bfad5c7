package dev.trellis.ranking;

import dev.trellis.reading.ModelFile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Trains the prior that ships with Trellis and measures it on decisions it has not seen. Same seed, same bytes. */
final class PriorTraining {

    static final int DECISIONS = 20_000;
    private static final int HELD_BACK = 5_000;
    private static final int EPOCHS = 12;
    private static final int NO_LOGGING = -1;
    private static final double LEARNING_RATE = 0.3;

    private PriorTraining() {}

    /**
     * @param file the model
     * @param auc area under the curve on held-back decisions
     * @param calibrationError mean difference between stated chance and share kept over ten equal bins
     */
    record Trained(byte[] file, String modelId, double auc, double calibrationError, int heldBack) {}

    static Trained train(long seed, Instant trainedAt) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PriorDecisions.Decision> training = PriorDecisions.draw(DECISIONS, random);
        List<PriorDecisions.Decision> heldBack = PriorDecisions.draw(HELD_BACK, random);

        var provenance = new SimpleDataSourceProvenance(
                "scripted decisions, seed " + seed,
                OffsetDateTime.ofInstant(trainedAt, ZoneOffset.UTC),
                RankingModel.labels());
        MutableDataset<Label> dataset = new MutableDataset<>(new ListDataSource<>(
                training.stream()
                        .map(d -> RankingModel.example(d.fit(), d.kept() ? RankingModel.KEPT : RankingModel.DROPPED))
                        .toList(),
                RankingModel.labels(),
                provenance));
        var trainer = new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, NO_LOGGING, seed);
        LinearSGDModel model = trainer.train(dataset);
        byte[] file = ModelFile.bytes(model, trainedAt);
        RankingModel read = RankingModel.read(file);

        List<Scored> scored = heldBack.stream()
                .map(d -> new Scored(read.score(d.fit()), d.kept()))
                .toList();
        return new Trained(file, read.id(), auc(scored), calibrationError(scored), scored.size());
    }

    record Scored(double score, boolean kept) {}

    /** Chance that a kept one scores above a dropped one (Mann–Whitney), ties counting half. */
    static double auc(List<Scored> scored) {
        List<Scored> sorted = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score))
                .toList();
        double rankSum = 0;
        long kept = 0;
        for (int i = 0; i < sorted.size(); ) {
            int j = i;
            while (j < sorted.size() && sorted.get(j).score() == sorted.get(i).score()) {
                j++;
            }
            double rank = (i + 1 + j) / 2.0;
            for (int k = i; k < j; k++) {
                if (sorted.get(k).kept()) {
                    rankSum += rank;
                    kept++;
                }
            }
            i = j;
        }
        long dropped = sorted.size() - kept;
        return kept == 0 || dropped == 0 ? Double.NaN : (rankSum - kept * (kept + 1) / 2.0) / (kept * (double) dropped);
    }

    static double calibrationError(List<Scored> scored) {
        int bins = 10;
        double[] stated = new double[bins];
        double[] kept = new double[bins];
        int[] count = new int[bins];
        for (Scored one : scored) {
            int bin = Math.min(bins - 1, (int) (one.score() * bins));
            stated[bin] += one.score();
            kept[bin] += one.kept() ? 1 : 0;
            count[bin]++;
        }
        double error = 0;
        for (int bin = 0; bin < bins; bin++) {
            error += Math.abs(stated[bin] - kept[bin]);
        }
        return error / scored.size();
    }

    static String card(Trained trained, long seed) {
        return String.format(
                Locale.ROOT,
                """
                # Ranking prior

                **What it does.** Gives the chance that a mentor keeps an activity for a gap, from how the activity fits the gap.
                A logistic regression (Tribuo) over nine features; none of them is about who the learner is.

                **What it was made from.** %,d decisions of one scripted mentor over drawn situations, seed %d. They are not
                observations of people: they write down what the practice of development planning holds (start where the
                learner stands, cover the gap, learn by doing first, do not repeat, prefer what is near the learner's own goals).
                The rules and their weights stand in `PriorDecisions`.

                **Measured** on %,d further decisions of the same scripted mentor: AUC %.3f, calibration error %.3f. That says
                that the model learned the rules, not that the rules are right for your organisation.

                **Limits.** It has seen no real mentor. It does not know the quality of an activity. It ranks within a gap and
                says nothing about whether the gap matters.

                **Model** `%s`. Made by `java -jar target/trellis.jar train ranking`; the same seed gives the same bytes.

                **Attribution.** No outside data.
                """,
                DECISIONS,
                seed,
                trained.heldBack(),
                trained.auc(),
                trained.calibrationError(),
                trained.modelId());
    }
}
