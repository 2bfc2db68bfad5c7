package dev.trellis.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What log-odds are worth as a probability: isotonic regression on sentences not used in training, between whose steps lines
 * are drawn.
 *
 * @param steps by rising log-odds, with probabilities that do not fall
 * @see <a href="https://doi.org/10.1145/775047.775151">Zadrozny and Elkan 2002</a>
 */
record Calibration(List<Step> steps) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A step made of fewer cases is drawn together with the next. */
    private static final int FEWEST_CASES = 60;

    record Step(double logOdds, double probability) {}

    Calibration {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a calibration needs a step");
        }
    }

    record Case(double logOdds, boolean right) {}

    static Calibration read(byte[] file) {
        try {
            return JSON.readValue(file, Calibration.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the calibration cannot be read: " + e.getMessage(), e);
        }
    }

    byte[] bytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    double probability(double logOdds) {
        Step below = steps.getFirst();
        for (Step step : steps) {
            if (logOdds <= step.logOdds()) {
                double width = step.logOdds() - below.logOdds();
                double part = width <= 0 ? 1 : Math.max(0, (logOdds - below.logOdds()) / width);
                return below.probability() + part * (step.probability() - below.probability());
            }
            below = step;
        }
        return below.probability();
    }

    /** @param cases at least one */
    static Calibration fit(List<Case> cases) {
        List<Case> sorted =
                cases.stream().sorted(Comparator.comparingDouble(Case::logOdds)).toList();
        List<double[]> pools = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += FEWEST_CASES) {
            double[] pool = new double[3];
            for (Case one : sorted.subList(from, Math.min(sorted.size(), from + FEWEST_CASES))) {
                pool[0] += one.logOdds();
                pool[1] += one.right() ? 1 : 0;
                pool[2]++;
            }
            pools.add(pool);
            while (pools.size() > 1 && falls(pools.get(pools.size() - 2), pools.getLast())) {
                double[] last = pools.removeLast();
                for (int i = 0; i < last.length; i++) {
                    pools.getLast()[i] += last[i];
                }
            }
        }
        return new Calibration(pools.stream()
                .map(pool -> new Step(pool[0] / pool[2], pool[1] / pool[2]))
                .toList());
    }

    private static boolean falls(double[] before, double[] after) {
        return before[1] / before[2] >= after[1] / after[2];
    }
}
