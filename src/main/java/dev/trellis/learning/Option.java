package dev.trellis.learning;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way to work on a gap, as the models see it.
 *
 * @param action what it is
 * @param prior chance that it is kept, as the ranking said; 0 for what no ranking saw
 * @param features by name, in the order of names
 */
public record Option(Action action, double prior, Map<String, Double> features) {

    static final String DOING = "by doing";
    static final String OTHERS = "with others";
    static final String STUDY = "study";
    static final String ON_THE_JOB = "on the job";
    static final String STRETCH = "stretch task";
    static final String SHADOWING = "shadowing";
    static final String CONVERSATION = "conversation";
    static final String HOURS = "hours";

    /** What the ranking gave to its chance stands apart from what is said here of the option itself. */
    private static final String RANKING = "ranking: ";

    /** 40 hours is the longest activity one plan can hold. */
    private static final double LONGEST_HOURS = 40;

    public Option {
        features = Collections.unmodifiableMap(new TreeMap<>(features));
    }

    static Option of(Brief.Candidate candidate) {
        Map<String, Double> features = believed(candidate.kind(), candidate.contributions());
        features.put(HOURS, Math.log1p(candidate.effortHours()) / Math.log1p(LONGEST_HOURS));
        if (candidate.action() instanceof Action.OnTheJob job) {
            features.put(ON_THE_JOB, 1.0);
            features.put(
                    switch (job.form()) {
                        case STRETCH_TASK -> STRETCH;
                        case SHADOWING -> SHADOWING;
                        case MENTOR_CONVERSATION -> CONVERSATION;
                    },
                    1.0);
        }
        return new Option(candidate.action(), candidate.score(), features);
    }

    /** Features of something known only by its kind and by what the ranking gave to it. */
    static Map<String, Double> believed(ActivityKind kind, Map<String, Double> contributions) {
        Map<String, Double> features = new TreeMap<>();
        contributions.forEach((name, value) -> features.put(RANKING + name, value));
        features.put(
                switch (kind) {
                    case EXPERIENCE -> DOING;
                    case EXPOSURE -> OTHERS;
                    case EDUCATION -> STUDY;
                },
                1.0);
        return features;
    }

    double feature(String name) {
        return features.getOrDefault(name, 0.0);
    }
}
