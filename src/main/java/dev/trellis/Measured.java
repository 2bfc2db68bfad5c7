package dev.trellis;

import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an {@code eval} or {@code train} command measured: its last line, one JSON object a script can read.
 *
 * @param measures by name, or by ranker and name where a question has several rankers; shares are in {@code [0, 1]}
 * @param baseline the same measures of the plain way of doing it, in the same run
 * @param n cases measured
 * @param model id of the model measured
 */
public record Measured(Map<String, ?> measures, Map<String, ?> baseline, int n, String model) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public String asJson() {
        return JSON.writeValueAsString(this);
    }
}
