package dev.trellis.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says in words what spoke for and against an activity, weightiest first. */
final class Reasons {

    /** What moves the log-odds by less than this is not worth a mentor's second. */
    private static final double WORTH_SAYING = 0.1;

    private static final int MOST = 3;

    private Reasons() {}

    static List<String> of(Fit fit, Map<String, Double> contributions) {
        return contributions.entrySet().stream()
                .filter(entry -> Math.abs(entry.getValue()) >= WORTH_SAYING)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -Math.abs(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(entry -> words(entry.getKey(), fit))
                .toList();
    }

    private static String words(String feature, Fit fit) {
        return switch (feature) {
            case Fit.REACH ->
                fit.reach() > 0.99
                        ? "covers the whole gap"
                        : fit.reach() > 0.5 ? "covers most of the gap" : "covers part of the gap";
            case Fit.STARTS_ABOVE -> "starts above the level shown so far";
            case Fit.REPEATS -> "repeats some of what is already shown";
            case Fit.EXPERIENCE -> "learning by doing";
            case Fit.EXPOSURE -> "learning from others";
            case Fit.EFFORT -> fit.effort() > 0.6 ? "takes many hours" : "takes some hours";
            case Fit.NEARNESS -> fit.nearness() > 0.7 ? "close to their own goals" : "touches their own goals";
            case Fit.OTHER_GAPS -> "also works on another gap";
            case Fit.SAME_KIND_DONE -> "they have done one of this kind before";
            default -> throw new IllegalArgumentException("no words for the feature " + feature);
        };
    }

    /** In what the second falls short of the first, weightiest first. */
    static List<String> against(Map<String, Double> chosen, Map<String, Double> other) {
        return Stream.concat(chosen.keySet().stream(), other.keySet().stream())
                .distinct()
                .map(feature ->
                        Map.entry(feature, chosen.getOrDefault(feature, 0.0) - other.getOrDefault(feature, 0.0)))
                .filter(entry -> entry.getValue() >= WORTH_SAYING)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(2)
                .map(entry -> shortcoming(entry.getKey()))
                .toList();
    }

    private static String shortcoming(String feature) {
        return switch (feature) {
            case Fit.REACH -> "covers less of the gap";
            case Fit.STARTS_ABOVE -> "starts further above the level shown so far";
            case Fit.REPEATS -> "repeats more of what is already shown";
            case Fit.EXPERIENCE -> "less learning by doing";
            case Fit.EXPOSURE -> "less learning from others";
            case Fit.EFFORT -> "takes more hours";
            case Fit.NEARNESS -> "further from their own goals";
            case Fit.OTHER_GAPS -> "does less for the other gaps";
            case Fit.SAME_KIND_DONE -> "they have done one of this kind before";
            default -> "fits less well";
        };
    }
}
