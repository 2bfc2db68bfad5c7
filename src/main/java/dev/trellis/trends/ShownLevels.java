package dev.trellis.trends;

import dev.trellis.evidence.Detail.Asserter;
import dev.trellis.evidence.ProfileFormula;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The level a person had shown on a day, by the weights of {@link ProfileFormula}: of each kind of asserter the latest counts. */
final class ShownLevels {

    private ShownLevels() {}

    /**
     * @param known assertions of one person on one competency, oldest first, at least one not after {@code on}
     * @return on the framework's scale
     */
    static double at(List<TrendFacts.Level> known, LocalDate on) {
        Map<Asserter, TrendFacts.Level> latest = new EnumMap<>(Asserter.class);
        for (TrendFacts.Level level : known) {
            if (!level.on().isAfter(on)
                    && (level.validUntil() == null || !level.validUntil().isBefore(on))) {
                latest.put(level.by(), level);
            }
        }
        if (latest.isEmpty()) {
            return known.getFirst().level();
        }
        double sum = 0;
        double weights = 0;
        for (TrendFacts.Level level : latest.values()) {
            double weight = level.confidence()
                    * ProfileFormula.weightOf(level.by())
                    * ProfileFormula.recency(ChronoUnit.DAYS.between(level.on(), on));
            sum += weight * level.level();
            weights += weight;
        }
        return weights > 0 ? sum / weights : latest.values().iterator().next().level();
    }
}
