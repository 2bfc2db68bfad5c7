package dev.trellis.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How well kinds were told, over sentences whose kind is known. */
record KindMeasures(double accuracy, double macroF1, double calibrationError) {

    /** @param probability stated for {@code told} */
    record Told(SentenceKind told, double probability, SentenceKind known) {
        boolean right() {
            return told == known;
        }
    }

    static KindMeasures of(List<Told> told) {
        double right = told.stream().filter(Told::right).count();
        return new KindMeasures(
                right / Math.max(1, told.size()),
                macroF1(told),
                reliability(told).error());
    }

    /** Under the names they are printed with. */
    Map<String, Double> named() {
        return Map.of("accuracy", accuracy, "macro_f1", macroF1, "ece", calibrationError);
    }

    /** What calling every sentence by the most frequent kind would get, its share stated as probability. */
    static KindMeasures majority(List<Told> told) {
        Map<SentenceKind, Long> counts =
                told.stream().collect(Collectors.groupingBy(Told::known, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> of(told.stream()
                        .map(one -> new Told(most.getKey(), most.getValue() / (double) told.size(), one.known()))
                        .toList()))
                .orElseGet(() -> of(told));
    }

    /** Mean F1 of the kinds that were told or known, as scikit-learn averages them. */
    private static double macroF1(List<Told> told) {
        Map<SentenceKind, int[]> counts = new EnumMap<>(SentenceKind.class);
        for (Told one : told) {
            int[] said = counts.computeIfAbsent(one.told(), none -> new int[2]);
            said[1]++;
            counts.computeIfAbsent(one.known(), none -> new int[2])[1]++;
            if (one.right()) {
                said[0]++;
            }
        }
        // F1 = 2 hits / (told + known)
        return counts.values().stream()
                .mapToDouble(count -> 2.0 * count[0] / count[1])
                .average()
                .orElse(0);
    }

    static Reliability reliability(List<Told> told) {
        return Reliability.of(told.stream()
                .map(one -> new Reliability.Stated(one.probability(), one.right()))
                .toList());
    }
}
