package dev.trellis.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/** How the learners of one course stand with each of its steps, by what is known on a day. */
final class Others {

    /** Fewer tell nothing about where one stands among them. */
    private static final int FEWEST = 30;

    private final Map<Step, Standing> standings = new HashMap<>();

    /** Scores of those who have one, leads in days, and scores with 0 for what is not done. */
    record Standing(Spread scores, Spread leads, Spread results) {}

    /** Mean and standard deviation, the latter at least 1: of points and of days alike, less is no difference. */
    record Spread(double mean, double deviation) {

        private static Spread of(List<Double> values) {
            StreamingStatistics statistics = new StreamingStatistics();
            values.forEach(statistics::addValue);
            return new Spread(statistics.getMean(), Math.max(1, statistics.getStandardDeviation()));
        }

        double place(double value) {
            return (value - mean) / deviation;
        }
    }

    /** @param enrolments all of one course */
    Others(List<Enrolment> enrolments, int day) {
        Map<Step, List<Done>> done = new HashMap<>();
        enrolments.stream()
                .flatMap(one -> one.done().stream())
                .filter(one -> one.day() <= day)
                .forEach(one -> done.computeIfAbsent(one.step(), step -> new ArrayList<>())
                        .add(one));
        done.forEach((step, all) -> {
            List<Double> scores = values(all, Done::isScored, false);
            List<Double> leads = values(all, one -> !one.carried(), true);
            if (scores.size() >= FEWEST && leads.size() >= FEWEST) {
                List<Double> results = new ArrayList<>(scores);
                while (results.size() < enrolments.size()) {
                    results.add(0.0);
                }
                standings.put(step, new Standing(Spread.of(scores), Spread.of(leads), Spread.of(results)));
            }
        });
    }

    private static List<Double> values(List<Done> done, Predicate<Done> which, boolean leads) {
        return done.stream()
                .filter(which)
                .map(one -> leads ? one.lead() : one.score())
                .toList();
    }

    Optional<Standing> with(Step step) {
        return Optional.ofNullable(standings.get(step));
    }
}
