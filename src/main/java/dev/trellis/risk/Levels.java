package dev.trellis.risk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says a situation in yes and no, so that a linear model can bend: of each signal, above which of the deciles of the training
 * data it lies, once for all and once for how far along the course is.
 *
 * @param cuts by signal, rising
 */
record Levels(Map<Signal, List<Double>> cuts) {

    private static final int PARTS = 10;

    /** Up to how many steps due it counts as the beginning; with none, nothing is known but who began. */
    private static final int BEGINNING = 2;

    static Levels of(List<Situation> situations) {
        Map<Signal, List<Double>> cuts = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            double[] values = situations.stream()
                    .mapToDouble(one -> one.get(signal))
                    .sorted()
                    .toArray();
            TreeSet<Double> distinct = new TreeSet<>();
            IntStream.range(1, PARTS).forEach(part -> distinct.add(values[values.length * part / PARTS]));
            cuts.put(signal, List.copyOf(distinct));
        }
        return new Levels(cuts);
    }

    Map<String, Double> reached(Situation situation) {
        String stage = stage(situation);
        List<String> reached = new ArrayList<>(List.of("STAGE " + stage));
        cuts.forEach((signal, levels) -> {
            double value = situation.get(signal);
            for (int i = 0; i < levels.size() && value >= levels.get(i); i++) {
                reached.add(signal + "#" + i);
                reached.add(signal + "#" + i + "@" + stage);
            }
        });
        return reached.stream().collect(Collectors.toMap(name -> name, name -> 1.0));
    }

    private static String stage(Situation situation) {
        double due = situation.get(Signal.STEPS_DUE);
        return due == 0 ? "before" : due <= BEGINNING ? "beginning" : "under way";
    }
}
