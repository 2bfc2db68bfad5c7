package dev.trellis.trends;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.trends.TrendReport.Cell;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What those who shared reflections spoke of, by group and month, each person once. Made of what {@link Releases} holds and of nothing else. */
@Component
class Themes {

    /** Fewer mentions than this in a whole series are not worth a test. */
    private static final int FEWEST_MENTIONS = 8;

    /** A share must move by this much to be worth an HR partner's attention. */
    private static final double WORTH_SAYING = 0.05;

    /** The tables compare a quarter with the quarter before. */
    private static final int QUARTER = 3;

    /** A share is never said more exactly than this towards nobody, or everybody. */
    private static final double NEARLY_NONE = 0.1;

    private final Releases releases;

    Themes(Releases releases) {
        this.releases = releases;
    }

    /** @param cells share over the last quarter, compared with the quarter before */
    record Counted(List<Trends.Candidate> changes, Map<CompetencyId, Map<String, Cell>> cells) {}

    Counted count(Dimension dimension, List<YearMonth> period) {
        Counts counts = new Counts(period, releases.themes(dimension, period.getFirst(), period.getLast()));
        List<Trends.Candidate> changes = new ArrayList<>();
        Map<CompetencyId, Map<String, Cell>> cells = new HashMap<>();
        List<YearMonth> now = quarter(period, 0);
        List<YearMonth> before = quarter(period, QUARTER);
        for (String group : counts.groups()) {
            List<YearMonth> months = counts.months(group);
            for (CompetencyId competency : counts.competencies()) {
                cells.computeIfAbsent(competency, none -> new TreeMap<>())
                        .put(
                                group,
                                new Cell(
                                        counts.share(List.of(group), competency, now),
                                        counts.share(List.of(group), competency, before)));
                change(counts, group, competency, months).ifPresent(changes::add);
            }
        }
        return new Counted(changes, cells);
    }

    /** The three months of the period that end {@code back} before its last: what the page says above the table, told of or not. */
    private static List<YearMonth> quarter(List<YearMonth> period, int back) {
        int to = Math.max(0, period.size() - back);
        return period.subList(Math.max(0, to - QUARTER), to);
    }

    private Optional<Trends.Candidate> change(
            Counts counts, String group, CompetencyId competency, List<YearMonth> months) {
        int[] hits = new int[months.size()];
        int[] totals = new int[months.size()];
        int all = 0;
        for (int i = 0; i < hits.length; i++) {
            hits[i] = counts.spokeOf(group, competency, months.get(i));
            totals[i] = counts.people(group, months.get(i));
            all += hits[i];
        }
        if (all < FEWEST_MENTIONS) {
            return Optional.empty();
        }
        return ShareChange.in(hits, totals).map(found -> new ThemeChange(counts, group, competency, months, found));
    }

    private static final class ThemeChange implements Trends.Candidate {

        private final Counts counts;
        private final String team;
        private final CompetencyId competency;
        private final List<YearMonth> months;
        private final ShareChange.Found found;

        ThemeChange(
                Counts counts, String team, CompetencyId competency, List<YearMonth> months, ShareChange.Found found) {
            this.counts = counts;
            this.team = team;
            this.competency = competency;
            this.months = months;
            this.found = found;
        }

        @Override
        public CompetencyId competency() {
            return competency;
        }

        @Override
        public double pValue() {
            return found.pValue();
        }

        @Override
        public boolean worthSaying() {
            return Math.abs(found.after() - found.before()) >= WORTH_SAYING;
        }

        @Override
        public TrendFlag flag(String competencyName, double adjustedP) {
            return new TrendFlag(
                    TrendFlag.Measure.THEME,
                    team,
                    competency,
                    competencyName,
                    months.get(found.at()),
                    Math.max(found.at() - found.earliest(), found.latest() - found.at()),
                    bounded(found.before()),
                    bounded(found.after()),
                    counts.most(team, months.subList(0, found.at())),
                    counts.most(team, months.subList(found.at(), months.size())),
                    adjustedP,
                    Optional.empty(),
                    counts.series(team, competency));
        }
    }

    private static double bounded(double share) {
        return Math.clamp(share, NEARLY_NONE, 1 - NEARLY_NONE);
    }

    private static final class Counts {

        private final List<YearMonth> period;
        private final Map<String, Map<YearMonth, Releases.ThemeMonth>> told = new TreeMap<>();

        Counts(List<YearMonth> period, List<Releases.ThemeMonth> months) {
            this.period = period;
            months.forEach(month ->
                    told.computeIfAbsent(month.name(), none -> new TreeMap<>()).put(month.month(), month));
        }

        List<String> groups() {
            return List.copyOf(told.keySet());
        }

        List<CompetencyId> competencies() {
            return told.values().stream()
                    .flatMap(months -> months.values().stream())
                    .flatMap(month -> month.spokeOf().keySet().stream())
                    .distinct()
                    .sorted(Comparator.comparing(CompetencyId::value))
                    .toList();
        }

        List<YearMonth> months(String group) {
            return List.copyOf(told.getOrDefault(group, Map.of()).keySet());
        }

        int spokeOf(String group, CompetencyId competency, YearMonth month) {
            Releases.ThemeMonth one = told.getOrDefault(group, Map.of()).get(month);
            return one == null ? 0 : one.spokeOf().getOrDefault(competency, 0);
        }

        int people(String group, YearMonth month) {
            Releases.ThemeMonth one = told.getOrDefault(group, Map.of()).get(month);
            return one == null ? 0 : one.people();
        }

        /** People in the month with most of them. */
        int most(String group, List<YearMonth> months) {
            return months.stream().mapToInt(month -> people(group, month)).max().orElse(0);
        }

        Published share(List<String> groups, CompetencyId competency, List<YearMonth> months) {
            int spokeOf = 0;
            int people = 0;
            int most = 0;
            for (YearMonth month : months) {
                int inMonth = 0;
                for (String group : groups) {
                    spokeOf += spokeOf(group, competency, month);
                    inMonth += people(group, month);
                }
                people += inMonth;
                most = Math.max(most, inMonth);
            }
            return people == 0 ? Published.hidden() : Published.of(bounded((double) spokeOf / people), most);
        }

        TrendFlag.Series series(String group, CompetencyId competency) {
            List<String> others =
                    groups().stream().filter(other -> !other.equals(group)).toList();
            return new TrendFlag.Series(
                    period,
                    period.stream()
                            .map(month -> share(List.of(group), competency, List.of(month)))
                            .toList(),
                    period.stream()
                            .map(month -> share(others, competency, List.of(month)))
                            .toList());
        }
    }
}
