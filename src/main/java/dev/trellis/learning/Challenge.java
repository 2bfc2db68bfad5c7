package dev.trellis.learning;

import dev.trellis.people.PersonId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Whether a new model is better than the one in use, on decisions that it has not seen: those about some of the learners, and
 * only those made after the time up to which it learned. So neither a learner's nor a moment's peculiarities are mistaken for
 * what mentors keep.
 */
final class Challenge {

    /** Share of decisions, oldest first, that is learned from. */
    private static final double LEARNED_FROM = 0.6;

    /** One learner in three is held back. */
    private static final int HELD_BACK = 3;

    /** Fewer held-back decisions show nothing but chance. */
    static final int FEWEST = 30;

    private static final int RESAMPLES = 2_000;

    /** The lower end of a one-sided interval of 95 %. */
    private static final double LOWER = 0.05;

    /** A kind of learning may gain or lose this share among what would be kept, and no more, at one promotion. */
    static final double MOST_SHIFT = 0.2;

    private Challenge() {}

    /** What is learned from, and what is held back to judge by. */
    record Split(List<Signal> learnedFrom, List<Signal> heldBack) {}

    static Split split(List<Signal> signals) {
        List<Signal> telling = signals.stream()
                .filter(signal -> signal.kept().isPresent())
                .sorted(Comparator.comparing(Signal::at).thenComparing(Signal::id))
                .toList();
        int cut = (int) Math.round(telling.size() * LEARNED_FROM);
        return new Split(
                telling.subList(0, cut).stream()
                        .filter(signal -> !isHeldBack(signal.learner()))
                        .toList(),
                telling.subList(cut, telling.size()).stream()
                        .filter(signal -> isHeldBack(signal.learner()))
                        .toList());
    }

    static boolean isHeldBack(PersonId learner) {
        return Math.floorMod(learner.value().hashCode(), HELD_BACK) == 0;
    }

    /**
     * What came of it.
     *
     * @param gain mean fall of the log loss, above 0 where the challenger is better
     * @param least lower end of the gain's interval, over learners drawn anew
     * @param shifts by kind of learning, how its share changed among what would be kept
     * @param reason one sentence
     */
    record Outcome(
            boolean promoted, double gain, double least, int decisions, Map<String, Double> shifts, String reason) {}

    /** @param champion log-odds by the model in use @param challenger by the new one */
    static Outcome between(
            ToDoubleFunction<Option> champion, ToDoubleFunction<Option> challenger, List<Signal> heldBack, long seed) {
        if (heldBack.size() < FEWEST) {
            return new Outcome(
                    false,
                    0,
                    0,
                    heldBack.size(),
                    Map.of(),
                    "Kept back: " + heldBack.size() + " decisions to judge by, and " + FEWEST + " are needed.");
        }
        Map<PersonId, List<Double>> gains = heldBack.stream()
                .collect(Collectors.groupingBy(
                        Signal::learner,
                        () -> new TreeMap<>(Comparator.comparing(PersonId::value)),
                        Collectors.mapping(
                                signal -> loss(champion, signal) - loss(challenger, signal), Collectors.toList())));
        double gain = mean(new ArrayList<>(gains.values()));
        double least = least(new ArrayList<>(gains.values()), seed);
        Map<String, Double> shifts = shifts(champion, challenger, heldBack);
        double widest = shifts.values().stream().mapToDouble(Math::abs).max().orElse(0);
        if (least <= 0) {
            return new Outcome(
                    false,
                    gain,
                    least,
                    heldBack.size(),
                    shifts,
                    "Kept back: no better than the model in use beyond chance.");
        }
        if (widest > MOST_SHIFT) {
            return new Outcome(
                    false,
                    gain,
                    least,
                    heldBack.size(),
                    shifts,
                    String.format(
                            Locale.ROOT,
                            "Kept back: better, but one kind of learning would gain or lose %.0f %% of what is kept.",
                            widest * 100));
        }
        return new Outcome(
                true, gain, least, heldBack.size(), shifts, "Promoted: better beyond chance, and no kind left out.");
    }

    private static double loss(ToDoubleFunction<Option> logOdds, Signal signal) {
        double chance = Math.clamp(Taste.chance(logOdds.applyAsDouble(signal.option())), 1e-6, 1 - 1e-6);
        return signal.kept().orElseThrow() ? -Math.log(chance) : -Math.log(1 - chance);
    }

    private static double mean(List<List<Double>> gains) {
        return gains.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static double least(List<List<Double>> gains, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<List<Double>> drawn = new ArrayList<>(gains.size());
            for (int j = 0; j < gains.size(); j++) {
                drawn.add(gains.get(random.nextInt(gains.size())));
            }
            means[i] = mean(drawn);
        }
        Arrays.sort(means);
        return means[(int) (RESAMPLES * LOWER)];
    }

    private static Map<String, Double> shifts(
            ToDoubleFunction<Option> champion, ToDoubleFunction<Option> challenger, List<Signal> heldBack) {
        Map<String, Double> before = shares(champion, heldBack);
        Map<String, Double> after = shares(challenger, heldBack);
        return List.of(Option.DOING, Option.OTHERS, Option.STUDY).stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        kind -> after.getOrDefault(kind, 0.0) - before.getOrDefault(kind, 0.0),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** Of what would be kept, how much is of each kind: each option counts by its chance. */
    private static Map<String, Double> shares(ToDoubleFunction<Option> logOdds, List<Signal> heldBack) {
        Map<String, Double> sums = new TreeMap<>();
        double all = 0;
        for (Signal signal : heldBack) {
            double chance = Taste.chance(logOdds.applyAsDouble(signal.option()));
            all += chance;
            for (String kind : List.of(Option.DOING, Option.OTHERS, Option.STUDY)) {
                sums.merge(kind, chance * signal.option().feature(kind), Double::sum);
            }
        }
        double total = all;
        sums.replaceAll((kind, sum) -> total == 0 ? 0 : sum / total);
        return sums;
    }
}
