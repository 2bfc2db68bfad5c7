package dev.trellis.trends;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.mentoring.Programme;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.PersonId;
import dev.trellis.trends.TrendReport.Cell;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gaps against what people's present roles expect, by team. The people of a series are the same in every month, so that no figure
 * changes because somebody joined or left. Figures are what {@link Releases} holds; whether they changed is asked of the people
 * they are about, and only the answer is said.
 */
@Component
class Gaps {

    /** A mean must move by this many levels to be worth an HR partner's attention. */
    private static final double WORTH_SAYING = 0.3;

    /** A mean is never said more exactly than this towards none. */
    private static final double NEARLY_NONE = 0.1;

    private static final int COMPARED_WITH_MONTHS_AGO = 6;

    private final Releases releases;
    private final GapFacts facts;
    private final Programmes programmes;
    private final MinimumGroup group;

    Gaps(Releases releases, GapFacts facts, Programmes programmes, MinimumGroup group) {
        this.releases = releases;
        this.facts = facts;
        this.programmes = programmes;
        this.group = group;
    }

    record Measured(List<Trends.Candidate> changes, Map<CompetencyId, Map<String, Cell>> cells) {}

    Measured measure(List<YearMonth> period) {
        List<Releases.GapSeries> told = releases.gaps(period.getFirst(), period.getLast());
        Map<CompetencyId, Map<PersonId, GapFacts.Known>> known = new HashMap<>();
        facts.byCompetency()
                .forEach((competency, people) -> known.put(
                        competency, people.stream().collect(Collectors.toMap(GapFacts.Known::person, one -> one))));
        Map<Releases.GapSeries, double[][]> values = new LinkedHashMap<>();
        told.stream()
                .sorted(Comparator.comparing(
                                (Releases.GapSeries one) -> one.competency().value())
                        .thenComparing(Releases.GapSeries::team))
                .forEach(one -> {
                    double[][] own = values(one, known.getOrDefault(one.competency(), Map.of()), period);
                    // A team that has all but gone has no figures any more.
                    if (own.length >= group.minimumGroup()) {
                        values.put(one, own);
                    }
                });
        Map<CompetencyId, double[]> usual = usual(values, period.size());
        List<Trends.Candidate> changes = new ArrayList<>();
        Map<CompetencyId, Map<String, Cell>> cells = new HashMap<>();
        values.forEach((one, matrix) -> {
            cells.computeIfAbsent(one.competency(), none -> new TreeMap<>()).put(one.team(), cell(one, period));
            long seed = 31L * one.team().hashCode() + one.competency().value().getLeastSignificantBits();
            MeanChange.in(matrix, usual.getOrDefault(one.competency(), new double[period.size()]), seed)
                    .map(found -> new GapCandidate(one, period, found))
                    .ifPresent(changes::add);
        });
        return new Measured(changes, cells);
    }

    /** Of those who are still there; by person, then month. */
    private static double[][] values(
            Releases.GapSeries series, Map<PersonId, GapFacts.Known> known, List<YearMonth> period) {
        return series.members().stream()
                .flatMap(person -> Optional.ofNullable(known.get(person)).stream())
                .map(one -> period.stream().mapToDouble(one::gap).toArray())
                .toArray(double[][]::new);
    }

    /** What moves everybody's gap in a competency, whatever their team. */
    private static Map<CompetencyId, double[]> usual(Map<Releases.GapSeries, double[][]> values, int months) {
        Map<CompetencyId, List<double[][]>> teams = new HashMap<>();
        values.forEach((one, matrix) -> teams.computeIfAbsent(one.competency(), none -> new ArrayList<>())
                .add(matrix));
        Map<CompetencyId, double[]> usual = new HashMap<>();
        teams.forEach((competency, all) -> usual.put(competency, MeanChange.usual(all, months)));
        return usual;
    }

    private static Cell cell(Releases.GapSeries series, List<YearMonth> period) {
        return new Cell(
                mean(series, period.getLast()),
                period.size() > COMPARED_WITH_MONTHS_AGO
                        ? mean(series, period.get(period.size() - 1 - COMPARED_WITH_MONTHS_AGO))
                        : Published.hidden());
    }

    private static Published mean(Releases.GapSeries series, YearMonth month) {
        Double mean = series.means().get(month);
        return mean == null
                ? Published.hidden()
                : Published.of(Math.max(NEARLY_NONE, mean), series.members().size());
    }

    private final class GapCandidate implements Trends.Candidate {

        private final Releases.GapSeries series;
        private final List<YearMonth> period;
        private final MeanChange.Found found;

        GapCandidate(Releases.GapSeries series, List<YearMonth> period, MeanChange.Found found) {
            this.series = series;
            this.period = period;
            this.found = found;
        }

        @Override
        public CompetencyId competency() {
            return series.competency();
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
            List<Published> values =
                    period.stream().map(month -> mean(series, month)).toList();
            YearMonth since = period.get(found.since());
            return new TrendFlag(
                    TrendFlag.Measure.GAP,
                    series.team(),
                    series.competency(),
                    competencyName,
                    since,
                    Math.max(found.since() - found.earliest(), found.latest() - found.since()),
                    average(values.subList(0, found.since())),
                    average(values.subList(found.since(), values.size())),
                    series.members().size(),
                    series.members().size(),
                    adjustedP,
                    programmeAt(since),
                    new TrendFlag.Series(period, values, Collections.nCopies(period.size(), Published.hidden())));
        }

        private static double average(List<Published> values) {
            return values.stream()
                    .flatMap(one -> one.value().stream())
                    .mapToDouble(value -> value)
                    .average()
                    .orElse(0);
        }

        private Optional<String> programmeAt(YearMonth since) {
            return programmes.all().stream()
                    .filter(programme -> runsIn(programme, since))
                    .filter(programme -> {
                        Set<PersonId> enrolled = programmes.members(programme.id());
                        long both = series.members().stream()
                                .filter(enrolled::contains)
                                .count();
                        return both >= group.minimumGroup()
                                && both * 2 >= series.members().size();
                    })
                    .map(Programme::name)
                    .findFirst();
        }

        private static boolean runsIn(Programme programme, YearMonth month) {
            return !programme.startsOn().isAfter(month.atEndOfMonth())
                    && !programme.endsOn().plusMonths(1).isBefore(month.atDay(1));
        }
    }
}
