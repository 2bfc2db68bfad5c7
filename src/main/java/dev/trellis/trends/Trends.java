package dev.trellis.trends;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The report HR reads. Read {@link #report}: themes and gaps by team become series of published cells; the changes found in
 * them are adjusted together for how many were looked at; what remains is flagged.
 */
@Component
class Trends {

    /** At most 5 % of the flags shown are chance; a fifth of that is left for the season, which is estimated and not known. */
    static final double FALSE_DISCOVERIES = 0.04;

    /** So many reports are kept until something new is told. */
    private static final int KEPT = 12;

    private final Releases releases;
    private final Themes themes;
    private final Gaps gaps;
    private final Catalog catalog;
    private final Clock clock;
    private final Map<Asked, TrendReport> kept = new ConcurrentHashMap<>();

    /** @param version of what was told */
    private record Asked(Dimension by, int months, YearMonth to, long version) {}

    Trends(Releases releases, Themes themes, Gaps gaps, Catalog catalog, Clock clock) {
        this.releases = releases;
        this.themes = themes;
        this.gaps = gaps;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * @param by what the table of themes is by; changes and gaps are by team
     * @param months how many months back, the present one left out while it is still being lived
     */
    TrendReport report(Dimension by, int months) {
        YearMonth to = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).minusMonths(1);
        Asked asked = new Asked(by, months, to, releases.version());
        TrendReport before = kept.get(asked);
        if (before != null) {
            return before;
        }
        TrendReport report = workedOut(by, months, to);
        if (kept.size() >= KEPT) {
            kept.clear();
        }
        kept.put(asked, report);
        return report;
    }

    private TrendReport workedOut(Dimension by, int months, YearMonth to) {
        YearMonth from = to.minusMonths(months - 1L);
        List<YearMonth> period = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            period.add(month);
        }
        Themes.Counted counted = themes.count(Dimension.TEAM, period);
        Gaps.Measured measured = gaps.measure(period);

        List<Candidate> candidates = new ArrayList<>();
        candidates.addAll(counted.changes());
        candidates.addAll(measured.changes());
        Themes.Counted spoken = by == Dimension.TEAM ? counted : themes.count(by, period);
        Map<CompetencyId, Competency> names = names(candidates, counted, measured);
        return new TrendReport(
                from,
                to,
                teams(counted, measured),
                groups(spoken),
                flags(candidates, names),
                rows(
                        measured.cells(),
                        names,
                        Comparator.comparingDouble(Trends::widest).reversed()),
                rows(
                        spoken.cells(),
                        names,
                        Comparator.comparingDouble(Trends::widest).reversed()),
                candidates.size());
    }

    /** A change before it is known how many were looked at; p-value in {@code (0, 1]}. */
    interface Candidate {
        CompetencyId competency();

        double pValue();

        /** Whether it is large enough to be worth a person's attention, chance apart. */
        boolean worthSaying();

        TrendFlag flag(String competencyName, double adjustedP);
    }

    private static List<TrendFlag> flags(List<Candidate> candidates, Map<CompetencyId, Competency> names) {
        double[] adjusted = FalseDiscoveries.adjust(
                candidates.stream().mapToDouble(Candidate::pValue).toArray());
        List<TrendFlag> flags = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Candidate candidate = candidates.get(i);
            if (adjusted[i] <= FALSE_DISCOVERIES && candidate.worthSaying()) {
                flags.add(candidate.flag(name(names, candidate.competency()), adjusted[i]));
            }
        }
        flags.sort(Comparator.comparingDouble(TrendFlag::adjustedP)
                .thenComparing(Comparator.comparing(TrendFlag::since).reversed())
                .thenComparing(TrendFlag::team)
                .thenComparing(TrendFlag::competencyName));
        return flags;
    }

    private Map<CompetencyId, Competency> names(
            List<Candidate> candidates, Themes.Counted counted, Gaps.Measured measured) {
        Set<CompetencyId> ids = new HashSet<>();
        candidates.forEach(candidate -> ids.add(candidate.competency()));
        ids.addAll(counted.cells().keySet());
        ids.addAll(measured.cells().keySet());
        return catalog.competencies(ids);
    }

    private static String name(Map<CompetencyId, Competency> names, CompetencyId id) {
        Competency competency = names.get(id);
        return competency == null ? "a competency no longer in the catalogue" : competency.name();
    }

    private static List<String> teams(Themes.Counted counted, Gaps.Measured measured) {
        return java.util.stream.Stream.of(
                        counted.cells().values(), measured.cells().values())
                .flatMap(Collection::stream)
                .flatMap(byTeam -> byTeam.keySet().stream())
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private static List<String> groups(Themes.Counted counted) {
        return counted.cells().values().stream()
                .flatMap(byGroup -> byGroup.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<TrendReport.Row> rows(
            Map<CompetencyId, Map<String, TrendReport.Cell>> cells,
            Map<CompetencyId, Competency> names,
            Comparator<TrendReport.Row> order) {
        return cells.entrySet().stream()
                .map(entry -> new TrendReport.Row(entry.getKey(), name(names, entry.getKey()), entry.getValue()))
                .filter(row -> row.byTeam().values().stream()
                        .anyMatch(cell -> cell.now().shown()))
                .sorted(order.thenComparing(TrendReport.Row::name))
                .toList();
    }

    private static double widest(TrendReport.Row row) {
        return row.byTeam().values().stream()
                .mapToDouble(cell -> cell.now().value().orElse(0.0))
                .max()
                .orElse(0);
    }
}
