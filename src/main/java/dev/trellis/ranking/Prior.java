package dev.trellis.ranking;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.ranking.RankedActivities.Ranked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What is believed of activities before anybody decided anything: how one fits one gap, and what a mentor would make of it. */
public final class Prior {

    private final RankingModel model;

    Prior(RankingModel model) {
        this.model = model;
    }

    /** The one that ships with Trellis. */
    public static Prior shipped() {
        try (InputStream in = Prior.class.getResourceAsStream("/models/ranking/prior.pb")) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: the ranking prior");
            }
            return new Prior(RankingModel.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name and content hash of the model. */
    public String id() {
        return model.id();
    }

    /**
     * @param nearness how near it is to the learner's own goals, in {@code [0, 1]}
     * @param otherGaps share of the learner's other gaps it also works on, in {@code [0, 1]}
     * @param sameKindDone whether the learner finished one of this kind for this competency before
     */
    public Ranked rank(
            LearningActivity activity,
            Gap gap,
            Framework scale,
            double nearness,
            double otherGaps,
            boolean sameKindDone) {
        return ranked(activity, Fit.of(activity, gap, scale, nearness, otherGaps, sameKindDone));
    }

    private Ranked ranked(LearningActivity activity, Fit fit) {
        Map<String, Double> contributions = model.contributions(fit);
        return new Ranked(
                activity.id(), model.score(fit), Reasons.of(fit, contributions), fit.features(), contributions);
    }

    /**
     * A decision as the prior would have it made.
     *
     * @param contributions what each feature gave, as in {@link Ranked}
     */
    public record Believed(ActivityKind kind, Map<String, Double> contributions, boolean kept) {}

    /** Decisions to learn from where there are few real ones. Same seed, same decisions. */
    public List<Believed> decisions(int count, long seed) {
        return PriorDecisions.draw(count, new SplittableRandom(seed)).stream()
                .map(one -> new Believed(one.fit().kind(), model.contributions(one.fit()), one.kept()))
                .toList();
    }
}
