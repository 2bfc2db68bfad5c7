package dev.trellis.risk;

import dev.trellis.risk.MissedModel.Case;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/** The plain way: a logistic regression over the signals as they are, brought to one scale. */
final class PlainModel {

    /** A signal that was the same for all taught nothing. */
    private static final double NO_DIFFERENCE = 1e-6;

    private final Map<Signal, StreamingStatistics> scales = new EnumMap<>(Signal.class);
    private final MissedModel model;

    PlainModel(List<Enrolment> enrolments, int day) {
        List<Situation> situations = Situation.on(day, enrolments);
        for (Signal signal : Signal.values()) {
            StreamingStatistics scale = new StreamingStatistics();
            situations.forEach(one -> scale.addValue(one.get(signal)));
            scales.put(signal, scale);
        }
        model = MissedModel.train(
                IntStream.range(0, situations.size())
                        .mapToObj(i -> new Case(
                                scaled(situations.get(i)), enrolments.get(i).missed()))
                        .toList(),
                1,
                RiskTraining.TRAINED_AT);
    }

    double probability(Situation situation) {
        return model.probability(scaled(situation));
    }

    private Map<String, Double> scaled(Situation situation) {
        Map<String, Double> scaled = new HashMap<>();
        scales.forEach((signal, scale) -> {
            double deviation = scale.getStandardDeviation();
            scaled.put(
                    signal.name(),
                    deviation < NO_DIFFERENCE ? 0 : (situation.get(signal) - scale.getMean()) / deviation);
        });
        return scaled;
    }
}
