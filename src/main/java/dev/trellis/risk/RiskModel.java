package dev.trellis.risk;

import dev.trellis.reading.ModelFile;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * How likely a goal will be missed, from a situation.
 *
 * @param levels what the situation is said in
 * @param weights of the levels
 */
record RiskModel(Levels levels, MissedModel weights) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** In {@code [0, 1]}. */
    double probability(Situation situation) {
        return weights.probability(levels.reached(situation));
    }

    /** By name. */
    Map<String, byte[]> files(Instant trainedAt) {
        return new TreeMap<>(Map.of(
                "levels.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(levels),
                "weights.pb", weights.bytes(trainedAt)));
    }

    String id(Instant trainedAt) {
        return "risk:" + ModelFile.hash(files(trainedAt).values().toArray(byte[][]::new));
    }
}
