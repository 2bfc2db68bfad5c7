package dev.trellis.trends;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Expectation;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.mentoring.Programme;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.trends.TrendReport.Cell;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gaps against what people's present roles expect, by team. The people of a series are the same in every month (today's members
 * of the team of whom a level is known), so that no figure changes because somebody joined or left.
 */
@Component
class Gaps {

    /** A mean must move by this many levels to be worth an HR partner's attention. */
    private static final double WORTH_SAYING = 0.3;

    private static final int COMPARED_WITH_MONTHS_AGO = 6;

    private final TrendFacts facts;
    private final People people;
    private final Catalog catalog;
    private final Programmes programmes;
    private final MinimumGroup group;

    Gaps(TrendFacts facts, People people, Catalog catalog, Programmes programmes, MinimumGroup group) {
        this.facts = facts;
        this.people = people;
        this.catalog = catalog;
        this.programmes = programmes;
        this.group = group;
    }

    record Measured(List<Trends.Candidate> changes, Map<CompetencyId, Map<String, Cell>> cells) {}

    private record Of(PersonId person, CompetencyId competency) {}

    private record Series(String team, CompetencyId competency) {}

    /** @param gaps by month */
    private record Member(PersonId person, double[] gaps) {}

    Measured measure(List<YearMonth> period) {
        List<Person> active = people.active();
        Map<PersonId, Person> byId = active.stream().collect(Collectors.toMap(Person::id, person -> person));
        Map<String, RoleProfile> roles = roles(active);
        Map<Of, List<TrendFacts.Level>> levels = facts.levels(byId.keySet()).stream()
                .collect(Collectors.groupingBy(level -> new Of(level.person(), level.competency())));

        Map<Series, List<Member>> series = new HashMap<>();
        for (Person person : active) {
            RoleProfile role = roles.get(person.roleCode());
            if (role == null || person.team().isEmpty()) {
                continue;
            }
            for (Expectation expectation : role.expectations()) {
                List<TrendFacts.Level> known = levels.get(new Of(person.id(), expectation.competency()));
                if (known != null) {
                    series.computeIfAbsent(
                                    new Series(person.team(), expectation.competency()), none -> new ArrayList<>())
                            .add(new Member(person.id(), gaps(known, expectation.level(), period)));
                }
            }
        }

        List<Trends.Candidate> changes = new ArrayList<>();
        Map<CompetencyId, Map<String, Cell>> cells = new HashMap<>();
        series.forEach((one, members) -> {
            cells.computeIfAbsent(one.competency(), none -> new TreeMap<>())
                    .put(one.team(), cell(members, period.size()));
            if (group.allows(members.size())) {
                long seed =
                        31L * one.team().hashCode() + one.competency().value().getLeastSignificantBits();
                GapChange.in(members.stream().map(Member::gaps).toArray(double[][]::new), seed)
                        .map(found -> new GapCandidate(one, members, period, found))
                        .ifPresent(changes::add);
            }
        });
        changes.sort(java.util.Comparator.comparing(
                candidate -> candidate.competency().value()));
        return new Measured(changes, cells);
    }

    private Map<String, RoleProfile> roles(List<Person> active) {
        Map<String, RoleProfile> roles = new HashMap<>();
        active.stream()
                .map(Person::roleCode)
                .distinct()
                .forEach(code -> catalog.role(code).ifPresent(role -> roles.put(code, role)));
        return roles;
    }

    /** A person's gap at the end of each month; before the first assertion the first one is taken, so that knowing more is no change. */
    private static double[] gaps(List<TrendFacts.Level> known, double expected, List<YearMonth> period) {
        double[] gaps = new double[period.size()];
        for (int i = 0; i < gaps.length; i++) {
            LocalDate on = period.get(i).atEndOfMonth();
            LocalDate asOf =
                    on.isBefore(known.getFirst().on()) ? known.getFirst().on() : on;
            gaps[i] = Math.max(0, expected - ShownLevels.at(known, asOf));
        }
        return gaps;
    }

    private Cell cell(List<Member> members, int months) {
        return new Cell(
                Published.of(mean(members, months - 1), members.size(), group),
                months > COMPARED_WITH_MONTHS_AGO
                        ? Published.of(mean(members, months - 1 - COMPARED_WITH_MONTHS_AGO), members.size(), group)
                        : Published.hidden());
    }

    private static double mean(List<Member> members, int month) {
        return members.stream()
                .mapToDouble(member -> member.gaps()[month])
                .average()
                .orElse(0);
    }

    private final class GapCandidate implements Trends.Candidate {

        private final Series series;
        private final List<Member> members;
        private final List<YearMonth> period;
        private final GapChange.Found found;

        GapCandidate(Series series, List<Member> members, List<YearMonth> period, GapChange.Found found) {
            this.series = series;
            this.members = members;
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
            List<Published> values = new ArrayList<>();
            for (int month = 0; month < period.size(); month++) {
                values.add(Published.of(mean(members, month), members.size(), group));
            }
            YearMonth since = period.get(found.at());
            return new TrendFlag(
                    TrendFlag.Measure.GAP,
                    series.team(),
                    series.competency(),
                    competencyName,
                    since,
                    Math.max(found.at() - found.earliest(), found.latest() - found.at()),
                    found.before(),
                    found.after(),
                    members.size(),
                    members.size(),
                    adjustedP,
                    programmeAt(since),
                    new TrendFlag.Series(period, values, Collections.nCopies(period.size(), Published.hidden())));
        }

        private Optional<String> programmeAt(YearMonth since) {
            return programmes.all().stream()
                    .filter(programme -> runsIn(programme, since))
                    .filter(programme -> {
                        Set<PersonId> enrolled = programmes.members(programme.id());
                        long both = members.stream()
                                .filter(member -> enrolled.contains(member.person()))
                                .count();
                        return group.allows(both) && both * 2 >= members.size();
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
