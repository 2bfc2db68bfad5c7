package dev.trellis.trends;

import dev.trellis.catalog.CompetencyId;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * What changed over a period.
 *
 * @param flags surest first
 * @param gaps mean gap at the end of the period, by competency and team; widest first
 * @param groups columns of the themes
 * @param themes share of those who wrote in the last quarter of the period, by competency and group; most spoken of first
 * @param seriesLookedAt how many series the flags were chosen from
 */
record TrendReport(
        YearMonth from,
        YearMonth to,
        List<String> teams,
        List<String> groups,
        List<TrendFlag> flags,
        List<Row> gaps,
        List<Row> themes,
        int seriesLookedAt) {

    record Row(CompetencyId competency, String name, Map<String, Cell> byTeam) {}

    /** @param before the same measure earlier; hidden where that describes too few */
    record Cell(Published now, Published before) {

        static final Cell HIDDEN = new Cell(Published.hidden(), Published.hidden());

        /** "↑", "↓" or "→"; empty where there is nothing to compare. */
        String arrow(double worthSaying) {
            if (now.value().isEmpty() || before.value().isEmpty()) {
                return "";
            }
            double change = now.value().get() - before.value().get();
            return change >= worthSaying ? "↑" : change <= -worthSaying ? "↓" : "→";
        }
    }
}
