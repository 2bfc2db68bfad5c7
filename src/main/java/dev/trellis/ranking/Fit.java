package dev.trellis.ranking;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Develops;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an activity fits a learner's gap: the features that the ranking model sees. Nothing about who the learner is enters,
 * only levels, the activity, and what the learner wrote about where to go.
 *
 * @param reach share of the gap that the activity covers, in {@code [0, 1]}
 * @param startsAbove levels between what is shown and where the activity starts, as a share of the scale, in {@code [0, 1]}
 * @param repeats share of the activity's levels that are already shown, in {@code [0, 1]}
 * @param effort {@code ln(1 + hours) / ln(1 + 40)}, capped at 1: 40 hours is the longest activity one plan can hold
 * @param nearness how near it is to the learner's own goals, in {@code [0, 1]}; 0 where none are written
 * @param otherGaps share of the learner's other gaps it also works on, in {@code [0, 1]}
 * @param sameKindDone whether the learner finished one of this kind for this competency before
 */
record Fit(
        double reach,
        double startsAbove,
        double repeats,
        ActivityKind kind,
        double effort,
        double nearness,
        double otherGaps,
        boolean sameKindDone) {

    static final String REACH = "reach";
    static final String STARTS_ABOVE = "starts above";
    static final String REPEATS = "repeats";
    static final String EXPERIENCE = "by doing";
    static final String EXPOSURE = "through others";
    static final String EFFORT = "effort";
    static final String NEARNESS = "near own words";
    static final String OTHER_GAPS = "other gaps";
    static final String SAME_KIND_DONE = "same kind done";

    private static final double LONGEST_HOURS = 40;

    static Fit of(
            LearningActivity activity,
            Gap gap,
            Framework scale,
            double nearness,
            double otherGaps,
            boolean sameKindDone) {
        Develops develops = activity.develops().stream()
                .filter(d -> d.competency().equals(gap.competency()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "activity " + activity.id() + " does not develop " + gap.competency()));
        double range = scale.highestLevel() - scale.lowestLevel();
        double covered = Math.min(develops.toLevel(), gap.expected()) - Math.max(develops.fromLevel(), gap.shown());
        double span = Math.max(develops.toLevel() - develops.fromLevel(), 1e-9);
        return new Fit(
                share(covered / gap.size()),
                share((develops.fromLevel() - gap.shown()) / range),
                share((Math.min(gap.shown(), develops.toLevel()) - develops.fromLevel()) / span),
                activity.kind(),
                Math.min(1, Math.log1p(activity.effortHours()) / Math.log1p(LONGEST_HOURS)),
                share(nearness),
                share(otherGaps),
                sameKindDone);
    }

    private static double share(double value) {
        return Math.clamp(value, 0, 1);
    }

    /** By name, in a fixed order. */
    Map<String, Double> features() {
        Map<String, Double> features = new TreeMap<>();
        features.put(REACH, reach);
        features.put(STARTS_ABOVE, startsAbove);
        features.put(REPEATS, repeats);
        features.put(EXPERIENCE, kind == ActivityKind.EXPERIENCE ? 1.0 : 0.0);
        features.put(EXPOSURE, kind == ActivityKind.EXPOSURE ? 1.0 : 0.0);
        features.put(EFFORT, effort);
        features.put(NEARNESS, nearness);
        features.put(OTHER_GAPS, otherGaps);
        features.put(SAME_KIND_DONE, sameKindDone ? 1.0 : 0.0);
        return features;
    }
}
