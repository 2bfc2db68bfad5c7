package dev.trellis.evidence;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.evidence.CompetencyProfiles.ShownLevel;
import dev.trellis.evidence.Detail.Asserter;
import dev.trellis.evidence.Detail.Assertion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The level a person has shown in a competency, from what was said about it.
 *
 * <p>Counted is, of each author and asserter, the latest assertion: who says 3 today no longer says last year's 2. What is past
 * its {@code validUntil} is not counted. The level is the mean of the counted levels, weighted by
 *
 * <pre>weight = confidence × asserter × 0.5^(ageDays / {@value #HALF_LIFE_DAYS})</pre>
 *
 * <p>so it lies between the lowest and the highest of them, rises when any of them rises, and leans to the newer of two that are
 * otherwise alike. Its confidence is {@code 1 − Π(1 − weight)}: voices that agree or not, each further one leaves less unknown, and
 * one old guess by Trellis stays weak.
 */
public final class ProfileFormula {

    /**
     * A year, the usual distance between two appraisals: what was said at the last one counts half of what is said at this. A
     * choice, not a finding.
     */
    static final int HALF_LIFE_DAYS = 365;

    private ProfileFormula() {}

    /**
     * How much an asserter's word weighs, in {@code (0, 1]}. What people think of their own skill goes with measured performance
     * only loosely (mean r = .29 over 22 meta-analyses: Zell and Krizan 2014), so a mentor who has seen the work weighs more than
     * the person, a platform's test in between, and what a former role lets one assume least. The order is the literature's, the
     * numbers are our choice.
     */
    public static double weightOf(Asserter by) {
        return switch (by) {
            case MENTOR -> 1.0;
            case PLATFORM -> 0.8;
            case SELF -> 0.6;
            case SYSTEM -> 0.4;
        };
    }

    /** @param age in days, at least 0 */
    public static double recency(long age) {
        return Math.pow(0.5, (double) age / HALF_LIFE_DAYS);
    }

    /** Levels by competency; those nobody asserted are absent. */
    static Map<CompetencyId, ShownLevel> levels(Collection<Evidence> assertions, LocalDate today) {
        Map<Voice, Said> latest = new HashMap<>();
        for (Evidence one : assertions) {
            if (one.detail() instanceof Assertion assertion
                    && assertion
                            .validUntil()
                            .map(until -> !until.isBefore(today))
                            .orElse(true)) {
                latest.merge(
                        new Voice(assertion.competency(), one.author(), assertion.by()),
                        Said.of(one, assertion, today),
                        (a, b) -> Said.NEWEST.compare(a, b) >= 0 ? a : b);
            }
        }
        Map<CompetencyId, List<Said>> counted = new HashMap<>();
        latest.forEach((voice, said) -> counted.computeIfAbsent(voice.competency(), id -> new ArrayList<>())
                .add(said));
        Map<CompetencyId, ShownLevel> levels = new HashMap<>();
        counted.forEach((competency, said) -> levels.put(competency, level(competency, said)));
        return levels;
    }

    private static ShownLevel level(CompetencyId competency, List<Said> said) {
        // A fixed order, so that the same assertions give the same sum to the last bit.
        said.sort(Comparator.comparingDouble(Said::weight).reversed().thenComparing(Said.NEWEST.reversed()));
        double total = said.stream().mapToDouble(Said::weight).sum();
        double mean = total > 0
                ? said.stream().mapToDouble(one -> one.level() * one.weight()).sum() / total
                : said.stream().mapToDouble(Said::level).average().orElseThrow();
        double lowest = said.stream().mapToDouble(Said::level).min().orElseThrow();
        double highest = said.stream().mapToDouble(Said::level).max().orElseThrow();
        double doubt = said.stream().mapToDouble(one -> 1 - one.weight()).reduce(1, (a, b) -> a * b);
        return new ShownLevel(
                competency,
                // Rounding may carry a mean of equals past them by a bit.
                Math.clamp(mean, lowest, highest),
                1 - doubt,
                said.stream().map(Said::on).max(Comparator.naturalOrder()).orElseThrow(),
                said.stream().map(Said::id).toList());
    }

    /** One asserter on one competency. */
    private record Voice(CompetencyId competency, Author author, Asserter by) {}

    private record Said(EvidenceId id, LocalDate on, double level, double weight) {

        static final Comparator<Said> NEWEST =
                Comparator.comparing(Said::on).thenComparing(said -> said.id().value());

        static Said of(Evidence one, Assertion assertion, LocalDate today) {
            LocalDate on = LocalDate.ofInstant(one.occurredAt(), ZoneOffset.UTC);
            long age = Math.max(0, ChronoUnit.DAYS.between(on, today));
            return new Said(
                    one.id(), on, assertion.level(), assertion.confidence() * weightOf(assertion.by()) * recency(age));
        }
    }
}
