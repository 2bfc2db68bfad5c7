package dev.trellis.learning;

import dev.trellis.drafting.Manner;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How a mentor sets plans down, from what they changed and from what they left as it was: the length of success measures, due
 * dates and levels. A habit is followed once most of the latest items say the same; an item that was already
 * drafted the mentor's way and kept says so too, so that a habit is not forgotten because it is followed.
 *
 * @param wordsAtMost empty for no habit
 * @param daysLater empty for no habit
 * @param levelsFurther beyond the usual step; empty for no habit
 */
record WritingHabits(
        Optional<Followed<Integer>> wordsAtMost,
        Optional<Followed<Integer>> daysLater,
        Optional<Followed<Double>> levelsFurther) {

    static final WritingHabits NONE = new WritingHabits(Optional.empty(), Optional.empty(), Optional.empty());

    /** Items looked back on: two drafts' worth, so that a change of mind shows within the next three. */
    private static final int LATEST = 12;

    /** So many of them say the same: by chance, where one in five is changed like that, less than once in a thousand. */
    private static final int MOST = 8;

    /** Dates nearer than this are the same wish: drafts put them on Fridays. */
    private static final int SAME_DAYS = 4;

    private static final double SAME_LEVEL = 0.2;

    /**
     * @param value what the next draft should do
     * @param times how many of the latest {@code of} items say so
     */
    record Followed<T>(T value, int times, int of) {}

    /** @param signals of one mentor, oldest first */
    static WritingHabits of(List<Signal> signals) {
        List<Signal> settled = signals.stream().filter(Signal::settled).toList();
        List<Signal> latest = settled.subList(Math.max(0, settled.size() - LATEST), settled.size());
        return new WritingHabits(
                measure(latest),
                agreed(latest, signal -> (double) signal.decided().daysLater(), SAME_DAYS)
                        .map(habit -> new Followed<>((int) Math.round(habit.value()), habit.times(), habit.of())),
                agreed(latest, signal -> signal.decided().levelsFurther(), SAME_LEVEL));
    }

    /** Those that are to be followed. */
    WritingHabits without(Set<Habit> off) {
        return new WritingHabits(
                wordsAtMost.filter(habit -> !off.contains(Habit.MEASURE)),
                daysLater.filter(habit -> !off.contains(Habit.DATES)),
                levelsFurther.filter(habit -> !off.contains(Habit.LEVELS)));
    }

    Manner manner() {
        return new Manner(
                wordsAtMost.map(Followed::value).orElse(0),
                daysLater.map(Followed::value).orElse(0),
                levelsFurther.map(Followed::value).orElse(0.0));
    }

    private static Optional<Followed<Integer>> measure(List<Signal> latest) {
        Predicate<Signal> shortened =
                signal -> signal.decided().measureWords() < signal.drafted().measureWords();
        Predicate<Signal> leftShort = signal -> signal.asked().measureWordsAtMost() > 0
                && signal.decided().measureWords() == signal.drafted().measureWords();
        int times = (int) latest.stream().filter(shortened.or(leftShort)).count();
        OptionalInt longest = latest.stream()
                .filter(shortened.or(leftShort))
                .mapToInt(signal ->
                        Math.max(signal.decided().measureWords(), signal.asked().measureWordsAtMost()))
                .sorted()
                .skip(times / 2)
                .findFirst();
        return times >= MOST && longest.isPresent()
                ? Optional.of(new Followed<>(longest.getAsInt(), times, latest.size()))
                : Optional.empty();
    }

    /** The middle value, where most are near it and it is not none at all. */
    private static Optional<Followed<Double>> agreed(List<Signal> latest, ToDoubleFunction<Signal> value, double same) {
        if (latest.size() < MOST) {
            return Optional.empty();
        }
        double[] values = latest.stream().mapToDouble(value).sorted().toArray();
        double middle = values[values.length / 2];
        int times = (int) Arrays.stream(values)
                .filter(one -> Math.abs(one - middle) < same)
                .count();
        return times >= MOST && Math.abs(middle) >= same
                ? Optional.of(new Followed<>(middle, times, latest.size()))
                : Optional.empty();
    }
}
