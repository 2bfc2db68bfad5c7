package dev.trellis.risk;

import java.util.Map;
import java.util.Set;

/**
 * Into which groups an attribute sorts people. Settled on the training presentations, before anything later was looked at.
 */
enum Grouping {
    /** Two an attribute, so large that chance alone seldom sets them 5 points apart. */
    BROAD,
    /** As recorded: ten bands, thirteen regions. */
    FINE;

    private static final Set<String> LESS_DEPRIVED = Set.of("50-60%", "60-70%", "70-80%", "80-90%", "90-100%");
    private static final Set<String> NOT_ENGLAND = Set.of("Scotland", "Wales", "Ireland");

    /** @return empty where nothing is recorded */
    String of(Map<String, String> attributes, String attribute) {
        String value = attributes.getOrDefault(attribute, "");
        return value.isEmpty() || this == FINE ? value : broad(attribute, value);
    }

    private static String broad(String attribute, String value) {
        return switch (attribute) {
            case "age" -> value.equals("0-35") ? "under 35" : "35 and older";
            case "deprivation" -> LESS_DEPRIVED.contains(value) ? "less deprived half" : "more deprived half";
            case "region" -> NOT_ENGLAND.contains(value) ? "elsewhere" : "England";
            default -> value;
        };
    }
}
