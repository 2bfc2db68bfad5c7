package dev.trellis.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where one learner stands on one day. */
record Situation(Map<Signal, Double> signals) {

    private static final double PASS_MARK = 40;
    private static final int MOST_ATTEMPTS = 3;
    private static final double NOTHING_DONE = -0.1;
    private static final double FAR_BEHIND = -2;

    double get(Signal signal) {
        return signals.getOrDefault(signal, 0.0);
    }

    /** Of all learners on a day of their courses, each compared with the others of the same course; in the same order. */
    static List<Situation> on(int day, List<Enrolment> enrolments) {
        Map<Course, Others> others = enrolments.stream()
                .collect(Collectors.groupingBy(
                        Enrolment::course,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), course -> new Others(course, day))));
        return enrolments.stream()
                .map(one -> new Situation(signals(one, day, Optional.ofNullable(others.get(one.course())))))
                .toList();
    }

    private static Map<Signal, Double> signals(Enrolment enrolment, int day, Optional<Others> others) {
        Map<Signal, Double> signals = new EnumMap<>(Signal.class);
        addSteps(signals, enrolment, day);
        addScores(signals, enrolment, day);
        others.ifPresent(known -> addComparison(signals, enrolment, day, known));
        return signals;
    }

    private static void addSteps(Map<Signal, Double> signals, Enrolment enrolment, int day) {
        Course course = enrolment.course();
        Map<Step, Done> done = known(enrolment, day);
        List<Step> due =
                course.steps().stream().filter(step -> step.due() <= day).toList();
        List<Step> missed = due.stream().filter(step -> !done.containsKey(step)).toList();
        int inARow = 0;
        while (inARow < due.size() && !done.containsKey(due.get(due.size() - 1 - inARow))) {
            inARow++;
        }
        double weight = course.weight(course.steps());
        double weightDue = course.weight(due);
        List<Done> own = done.values().stream().filter(one -> !one.carried()).toList();
        double length = course.length();
        signals.put(Signal.STEPS_DUE, (double) due.size());
        signals.put(Signal.WEIGHT_DUE, weightDue / weight);
        signals.put(Signal.TIME_GONE, day / length);
        signals.put(
                Signal.TIME_TO_NEXT,
                course.steps().stream()
                        .filter(step -> step.due() > day)
                        .mapToDouble(step -> (step.due() - day) / length)
                        .min()
                        .orElse(1));
        signals.put(Signal.MISSED, (double) missed.size());
        signals.put(Signal.MISSED_SHARE, due.isEmpty() ? 0 : missed.size() / (double) due.size());
        signals.put(Signal.MISSED_IN_A_ROW, (double) inARow);
        signals.put(Signal.WEIGHT_DONE_OF_DUE, weightDue == 0 ? 1 : 1 - course.weight(missed) / weightDue);
        signals.put(Signal.WEIGHT_DONE, course.weight(List.copyOf(done.keySet())) / weight);
        signals.put(Signal.DONE_AHEAD, (double)
                done.keySet().stream().filter(step -> step.due() > day).count());
        signals.put(
                Signal.LATE, (double) own.stream().filter(one -> one.lead() < 0).count());
        signals.put(
                Signal.LEAD,
                mean(own.stream(), Done::lead).map(lead -> lead / length).orElse(NOTHING_DONE));
        signals.put(
                Signal.LAST_LEAD, own.isEmpty() ? NOTHING_DONE : own.getLast().lead() / length);
        signals.put(
                Signal.LEAST_LEAD,
                own.stream().mapToDouble(one -> one.lead() / length).min().orElse(NOTHING_DONE));
        signals.put(
                Signal.SINCE_LAST_DONE,
                (day - own.stream().mapToInt(Done::day).max().orElse(0)) / length);
        signals.put(Signal.EARLIER_ATTEMPTS, (double) Math.min(MOST_ATTEMPTS, enrolment.earlierAttempts()));
        signals.put(Signal.CARRIED, (double) done.size() - own.size());
        signals.put(Signal.CREDITS, enrolment.credits());
        signals.put(Signal.MARKED_MISSED, (double)
                missed.stream().filter(Step::marked).count());
        signals.put(Signal.QUIZZES_MISSED, (double)
                missed.stream().filter(step -> !step.marked()).count());
    }

    private static void addScores(Map<Signal, Double> signals, Enrolment enrolment, int day) {
        Course course = enrolment.course();
        List<Done> scored =
                known(enrolment, day).values().stream().filter(Done::isScored).toList();
        List<Step> steps = scored.stream().map(Done::step).toList();
        double points = scored.stream()
                .mapToDouble(one -> one.score() * course.weight(List.of(one.step())))
                .sum();
        double weight = course.weight(steps);
        double due = signals.getOrDefault(Signal.WEIGHT_DUE, 0.0) * course.weight(course.steps());
        List<Double> inOrder = scored.stream()
                .sorted(Comparator.comparingInt(one -> one.step().due()))
                .map(Done::score)
                .toList();
        int count = inOrder.size();
        signals.put(Signal.SCORES, (double) count);
        signals.put(Signal.POINTS, points / course.weight(course.steps()));
        signals.put(Signal.POINTS_OF_DUE, due > 0 ? points / due : 60);
        signals.put(Signal.MEAN_SCORE, mean(scored.stream(), Done::score).orElse(0.0));
        signals.put(Signal.WEIGHTED_SCORE, weight > 0 ? points / weight : 0);
        signals.put(
                Signal.MARKED_SCORE,
                mean(scored.stream().filter(one -> one.step().marked()), Done::score)
                        .orElse(0.0));
        signals.put(
                Signal.QUIZ_SCORE,
                mean(scored.stream().filter(one -> !one.step().marked()), Done::score)
                        .orElse(0.0));
        signals.put(
                Signal.LEAST_SCORE,
                inOrder.stream().mapToDouble(score -> score).min().orElse(0));
        signals.put(Signal.FIRST_SCORE, count == 0 ? -1 : inOrder.getFirst());
        signals.put(Signal.LAST_SCORE, count == 0 ? -1 : inOrder.getLast());
        signals.put(Signal.SCORE_CHANGE, count < 2 ? 0 : inOrder.getLast() - inOrder.get(count - 2));
        signals.put(Signal.FAILED_SCORES, (double)
                inOrder.stream().filter(score -> score < PASS_MARK).count());
    }

    private static void addComparison(Map<Signal, Double> signals, Enrolment enrolment, int day, Others others) {
        Map<Step, Done> done = known(enrolment, day);
        List<Double> scores = new ArrayList<>();
        List<Double> results = new ArrayList<>();
        List<Double> leads = new ArrayList<>();
        for (Step step : enrolment.course().steps()) {
            Done own = done.get(step);
            others.with(step).ifPresent(standing -> {
                if (own != null && own.isScored()) {
                    scores.add(standing.scores().place(own.score()));
                }
                if (step.due() <= day) {
                    results.add(standing.results().place(own != null && own.isScored() ? own.score() : 0));
                    if (own != null && !own.carried()) {
                        leads.add(standing.leads().place(own.lead()));
                    }
                }
            });
        }
        signals.put(
                Signal.SCORE_AMONG_OTHERS, mean(scores.stream(), place -> place).orElse(FAR_BEHIND));
        signals.put(Signal.LAST_SCORE_AMONG_OTHERS, scores.isEmpty() ? 0 : scores.getLast());
        signals.put(
                Signal.RESULT_AMONG_OTHERS,
                mean(results.stream(), place -> place).orElse(0.0));
        signals.put(
                Signal.LEAD_AMONG_OTHERS, mean(leads.stream(), place -> place).orElse(FAR_BEHIND));
    }

    /** By step, in the order they were done. */
    private static Map<Step, Done> known(Enrolment enrolment, int day) {
        Map<Step, Done> known = new LinkedHashMap<>();
        enrolment.done().stream().filter(one -> one.day() <= day).forEach(one -> known.put(one.step(), one));
        return known;
    }

    private static <T> Optional<Double> mean(Stream<T> values, ToDoubleFunction<T> value) {
        var mean = values.mapToDouble(value).average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }
}
