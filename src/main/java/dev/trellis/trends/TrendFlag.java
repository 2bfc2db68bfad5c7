package dev.trellis.trends;

import dev.trellis.catalog.CompetencyId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A change that would be unlikely by chance.
 *
 * @param since first month after the change
 * @param marginMonths the change lies within this many months of {@code since}
 * @param before share in {@code [0, 1]}, or mean gap in levels
 * @param peopleBefore how many people {@code before} describes, at least the minimum group
 * @param adjustedP p-value adjusted for how many series were looked at
 * @param programme a programme that ran when it changed and to which enough of the team belong; a coincidence in time, not a cause
 */
record TrendFlag(
        Measure measure,
        String team,
        CompetencyId competency,
        String competencyName,
        YearMonth since,
        int marginMonths,
        double before,
        double after,
        int peopleBefore,
        int peopleAfter,
        double adjustedP,
        Optional<String> programme,
        Series series) {

    enum Measure {
        /** Share of shared reflections that speak of the competency. */
        THEME,
        /** Mean of expected minus shown level, of the same people throughout. */
        GAP
    }

    boolean rises() {
        return after > before;
    }

    /**
     * Values by month; hidden where too few people stand behind one.
     *
     * @param others the same for everyone else, made of published cells only; hidden values for gaps
     */
    record Series(List<YearMonth> months, List<Published> values, List<Published> others) {}
}
