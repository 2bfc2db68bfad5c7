package dev.trellis.ranking;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.CompetencyId;
import java.util.List;
import java.util.Map;

/**
 * What the ranking said.
 *
 * @param modelId name and content hash of the model file
 * @param byCompetency best first; a gap for which the catalogue has nothing maps to an empty list
 */
public record RankedActivities(String modelId, Map<CompetencyId, List<Ranked>> byCompetency) {

    public RankedActivities {
        byCompetency = Map.copyOf(byCompetency);
    }

    /**
     * @param score chance that a mentor keeps it, in {@code [0, 1]}
     * @param reasons what spoke for and against it, weightiest first, in words
     * @param contributions what each feature gave to the log-odds of being kept, by name
     */
    public record Ranked(
            ActivityId activity,
            double score,
            List<String> reasons,
            Map<String, Double> features,
            Map<String, Double> contributions) {}

    /**
     * What speaks for the first and against the second, weightiest first, in words such as "covers less of the gap".
     *
     * @param chosen contributions of one
     * @param other contributions of the other
     */
    public static List<String> against(Map<String, Double> chosen, Map<String, Double> other) {
        return Reasons.against(chosen, other);
    }
}
