package dev.trellis.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weights of the signs for and against support, and the probability from which on a claim passes; {@code train support} makes
 * them, {@code models/support/CARD.md} says from what.
 *
 * @param threshold in {@code [0, 1]}
 */
record SupportModel(String id, double bias, double threshold, Map<String, Double> weights) {

    private static final String FILE = "/models/support/weights.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    SupportModel {
        // In order, as a sum of doubles depends on it; Map.copyOf has another one in every process.
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    /** In {@code [0, 1]}. */
    double probability(Map<String, Double> signs) {
        double sum = bias;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            sum += weight.getValue() * signs.getOrDefault(weight.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    static SupportModel shipped(boolean byMeaning) {
        try (InputStream in = Objects.requireNonNull(SupportModel.class.getResourceAsStream(FILE), FILE)) {
            Pair pair = JSON.readValue(in.readAllBytes(), Pair.class);
            return byMeaning ? pair.byMeaning() : pair.byWords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The two that are shipped: with and without vectors. */
    record Pair(SupportModel byWords, SupportModel byMeaning) {

        String asJson() {
            return JSON.writeValueAsString(this);
        }
    }
}
