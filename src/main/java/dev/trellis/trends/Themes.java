package dev.trellis.trends;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.trends.TrendReport.Cell;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What shared reflections speak of, by team and month. A month in which too few people of a team wrote is nowhere counted. */
@Component
class Themes {

    /** Fewer mentions than this in a whole series are not worth a test. */
    private static final int FEWEST_MENTIONS = 8;

    /** A share must move by this much to be worth an HR partner's attention. */
    private static final double WORTH_SAYING = 0.05;

    /** The tables compare a quarter with the quarter before. */
    private static final int QUARTER = 3;

    private final TrendFacts facts;
    private final MinimumGroup group;

    Themes(TrendFacts facts, MinimumGroup group) {
        this.facts = facts;
        this.group = group;
    }

    /** @param cells share over the last quarter, compared with the quarter before */
    record Counted(List<Trends.Candidate> changes, Map<CompetencyId, Map<String, Cell>> cells) {}

    Counted count(List<YearMonth> period) {
        Counts counts = published(period);
        List<Trends.Candidate> changes = new ArrayList<>();
        Map<CompetencyId, Map<String, Cell>> cells = new HashMap<>();
        for (String team : counts.teams()) {
            List<YearMonth> months = counts.months(team);
            List<YearMonth> now = quarter(months, 0);
            List<YearMonth> before = quarter(months, QUARTER);
            int writersNow = facts.writers(team, now);
            int writersBefore = facts.writers(team, before);
            for (CompetencyId competency : counts.competencies()) {
                cells.computeIfAbsent(competency, none -> new TreeMap<>())
                        .put(
                                team,
                                new Cell(
                                        counts.share(team, competency, now, writersNow),
                                        counts.share(team, competency, before, writersBefore)));
                change(counts, team, competency, months).ifPresent(changes::add);
            }
        }
        return new Counted(changes, cells);
    }

    /** Three published months, {@code back} from the last; fewer or none where there are not as many. */
    private static List<YearMonth> quarter(List<YearMonth> months, int back) {
        int to = Math.max(0, months.size() - back);
        return months.subList(Math.max(0, to - QUARTER), to);
    }

    private Counts published(List<YearMonth> period) {
        Counts counts = new Counts(period);
        for (TrendFacts.Written written : facts.written(period.getFirst(), period.getLast())) {
            if (!written.team().isEmpty() && group.allows(written.people())) {
                counts.written
                        .computeIfAbsent(written.team(), none -> new TreeMap<>())
                        .put(written.month(), written);
            }
        }
        for (TrendFacts.Mentioned mentioned : facts.mentioned(period.getFirst(), period.getLast())) {
            if (counts.written.getOrDefault(mentioned.team(), new TreeMap<>()).containsKey(mentioned.month())) {
                counts.mentioned.put(
                        new Key(mentioned.team(), mentioned.competency(), mentioned.month()), mentioned.reflections());
            }
        }
        return counts;
    }

    private Optional<Trends.Candidate> change(
            Counts counts, String team, CompetencyId competency, List<YearMonth> months) {
        int[] hits = new int[months.size()];
        int[] totals = new int[months.size()];
        int all = 0;
        for (int i = 0; i < hits.length; i++) {
            hits[i] = counts.hits(team, competency, months.get(i));
            totals[i] = counts.total(team, months.get(i));
            all += hits[i];
        }
        if (all < FEWEST_MENTIONS) {
            return Optional.empty();
        }
        // The seed is part of the series, so that the same figures give the same flag.
        long seed = 31L * team.hashCode() + competency.value().getLeastSignificantBits();
        return ShareChange.in(hits, totals, seed)
                .map(found -> new ThemeChange(counts, team, competency, months, found));
    }

    private final class ThemeChange implements Trends.Candidate {

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
                    found.before(),
                    found.after(),
                    facts.writers(team, months.subList(0, found.at())),
                    facts.writers(team, months.subList(found.at(), months.size())),
                    adjustedP,
                    Optional.empty(),
                    counts.series(team, competency));
        }
    }

    private record Key(String team, CompetencyId competency, YearMonth month) {}

    /** Published cells only: what is not in here cannot get into a figure. */
    private final class Counts {

        private final List<YearMonth> period;
        private final Map<String, Map<YearMonth, TrendFacts.Written>> written = new TreeMap<>();
        private final Map<Key, Integer> mentioned = new HashMap<>();

        Counts(List<YearMonth> period) {
            this.period = period;
        }

        List<String> teams() {
            return List.copyOf(written.keySet());
        }

        List<CompetencyId> competencies() {
            return mentioned.keySet().stream().map(Key::competency).distinct().toList();
        }

        List<YearMonth> months(String team) {
            return List.copyOf(
                    new TreeSet<>(written.getOrDefault(team, Map.of()).keySet()));
        }

        int hits(String team, CompetencyId competency, YearMonth month) {
            return mentioned.getOrDefault(new Key(team, competency, month), 0);
        }

        int total(String team, YearMonth month) {
            TrendFacts.Written cell = written.getOrDefault(team, Map.of()).get(month);
            return cell == null ? 0 : cell.reflections();
        }

        Published share(String team, CompetencyId competency, List<YearMonth> months, int writers) {
            int hits = 0;
            int total = 0;
            for (YearMonth month : months) {
                hits += hits(team, competency, month);
                total += total(team, month);
            }
            return total == 0 ? Published.hidden() : Published.of((double) hits / total, writers, group);
        }

        TrendFlag.Series series(String team, CompetencyId competency) {
            List<Published> own = new ArrayList<>();
            List<Published> others = new ArrayList<>();
            for (YearMonth month : period) {
                own.add(cell(List.of(team), competency, month));
                others.add(cell(
                        teams().stream().filter(other -> !other.equals(team)).toList(), competency, month));
            }
            return new TrendFlag.Series(period, own, others);
        }

        private Published cell(List<String> teams, CompetencyId competency, YearMonth month) {
            int hits = 0;
            int total = 0;
            int people = 0;
            for (String team : teams) {
                hits += hits(team, competency, month);
                total += total(team, month);
                TrendFacts.Written cell = written.getOrDefault(team, Map.of()).get(month);
                people += cell == null ? 0 : cell.people();
            }
            return total == 0 ? Published.hidden() : Published.of((double) hits / total, people, group);
        }
    }
}
