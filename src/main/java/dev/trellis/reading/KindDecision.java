package dev.trellis.reading;

import dev.trellis.reading.ReflectionReading.ReadKind;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the model's shares to a kind and its probability. Rare kinds get a head start when the kind is chosen, as large as raised
 * macro-F1 and accuracy together on sentences the model had not seen; the probability stated is that of the kind chosen, without
 * the head start, brought to the scale on which it is right that often by one temperature (Guo et al. 2017).
 *
 * @param temperature what the log-shares are divided by
 * @param headStarts added to the log-shares, in the order of {@link SentenceKind}
 */
record KindDecision(double temperature, List<Double> headStarts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final double[] STEPS = {-0.6, -0.3, -0.15, 0.15, 0.3, 0.6};

    /** Head starts of more than this would make a rare kind of what merely might be one. */
    private static final double MOST = 1.2;

    private static final int ROUNDS = 4;

    /** A step must win this much, or it fits the sentences rather than the kinds. */
    private static final double WORTH_A_STEP = 0.001;

    KindDecision {
        headStarts = List.copyOf(headStarts);
        if (headStarts.size() != SentenceKind.values().length || temperature <= 0) {
            throw new IllegalArgumentException("a decision over nine kinds, not " + headStarts + " / " + temperature);
        }
    }

    /** @param shares of each kind in the order of {@link SentenceKind} */
    record Case(double[] shares, SentenceKind known) {}

    static KindDecision read(byte[] file) {
        try {
            return JSON.readValue(file, KindDecision.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the decision cannot be read: " + e.getMessage(), e);
        }
    }

    byte[] bytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    ReadKind decide(double[] shares) {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            if (log(shares[i]) + headStarts.get(i) > log(shares[best]) + headStarts.get(best)) {
                best = i;
            }
        }
        return new ReadKind(SentenceKind.values()[best], tempered(shares)[best]);
    }

    private double[] tempered(double[] shares) {
        double[] tempered = new double[shares.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            tempered[i] = StrictMath.exp(log(shares[i]) / temperature);
            sum += tempered[i];
        }
        for (int i = 0; i < shares.length; i++) {
            tempered[i] /= sum;
        }
        return tempered;
    }

    /** @param cases from models that had not seen their sentence */
    static KindDecision fit(List<Case> cases) {
        double temperature = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double tried = 0.4; tried <= 2.5; tried += 0.02) {
            KindDecision decision = new KindDecision(tried, even());
            double surprise = cases.stream()
                    .mapToDouble(one -> -StrictMath.log(
                            decision.tempered(one.shares())[one.known().ordinal()]))
                    .sum();
            if (surprise < least) {
                least = surprise;
                temperature = tried;
            }
        }
        return new KindDecision(temperature, headStarts(cases));
    }

    private static List<Double> headStarts(List<Case> cases) {
        Double[] best = even().toArray(Double[]::new);
        double bestWorth = worth(cases, best);
        for (int round = 0; round < ROUNDS; round++) {
            for (int kind = 0; kind < best.length; kind++) {
                for (double step : STEPS) {
                    Double[] tried = best.clone();
                    tried[kind] += step;
                    double worth = worth(cases, tried);
                    if (Math.abs(tried[kind]) <= MOST && worth > bestWorth + WORTH_A_STEP) {
                        best = tried;
                        bestWorth = worth;
                    }
                }
            }
        }
        return List.of(best);
    }

    private static double worth(List<Case> cases, Double[] headStarts) {
        KindDecision decision = new KindDecision(1, List.of(headStarts));
        KindMeasures measures =
                KindMeasures.of(cases.stream().map(decision::told).toList());
        return measures.accuracy() + measures.macroF1();
    }

    KindMeasures.Told told(Case one) {
        ReadKind read = decide(one.shares());
        return new KindMeasures.Told(read.kind(), read.probability(), one.known());
    }

    private static List<Double> even() {
        Double[] even = new Double[SentenceKind.values().length];
        Arrays.fill(even, 0.0);
        return List.of(even);
    }

    private static double log(double share) {
        return StrictMath.log(Math.max(share, 1e-9));
    }
}
