package dev.trellis.trends;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.mentoring.Programme;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.trends.Releases.GapCohort;
import dev.trellis.trends.Releases.Measure;
import dev.trellis.trends.Releases.ThemeCohort;
import dev.trellis.trends.Releases.Told;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells of the months that are over, as far as that can be done without telling of fewer people than may be told of. What arrives
 * late is told of once enough others' has arrived as well.
 */
@Component
class Telling {

    /** Older months are not told of. */
    private static final int MONTHS = 24;

    private final Releases releases;
    private final TrendFacts facts;
    private final GapFacts gapFacts;
    private final People people;
    private final Catalog catalog;
    private final Programmes programmes;
    private final MinimumGroup group;
    private final TellingSettings settings;
    private final Clock clock;

    Telling(
            Releases releases,
            TrendFacts facts,
            GapFacts gapFacts,
            People people,
            Catalog catalog,
            Programmes programmes,
            MinimumGroup group,
            TellingSettings settings,
            Clock clock) {
        this.releases = releases;
        this.facts = facts;
        this.gapFacts = gapFacts;
        this.people = people;
        this.catalog = catalog;
        this.programmes = programmes;
        this.group = group;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells of what changed since the last time, all or nothing: changes in all figures are judged together. */
    void catchUp() {
        YearMonth last = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).minusMonths(1);
        List<YearMonth> months = Stream.iterate(
                        last.minusMonths(MONTHS - 1L), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
        facts.counting(() -> {
            releases.alone();
            if (releases.isStillComing(last, settings.settleFor())) {
                return false;
            }
            Set<YearMonth> touched = Set.copyOf(releases.takeTouched(Measure.THEME, last));
            List<YearMonth> themes = months.stream()
                    .filter(month -> touched.contains(month) || isNew(Measure.THEME, month))
                    .toList();
            if (!themes.isEmpty()) {
                themes.forEach(this::tellThemes);
                releases.toldUntil(Measure.THEME, last);
            }
            List<YearMonth> moved = releases.takeTouched(Measure.GAP, last);
            List<YearMonth> gaps = months.stream()
                    .filter(month -> !moved.isEmpty() && !month.isBefore(moved.getFirst()) || isNew(Measure.GAP, month))
                    .toList();
            if (!gaps.isEmpty()) {
                tellGaps(gaps);
                releases.toldUntil(Measure.GAP, last);
            }
            return true;
        });
    }

    private boolean isNew(Measure measure, YearMonth month) {
        return releases.toldUntil(measure).map(month::isAfter).orElse(true);
    }

    private void tellThemes(YearMonth month) {
        Map<PersonId, Set<CompetencyId>> mentions = facts.mentions(month);
        Map<Group, Set<PersonId>> groups = groups(month);
        MonthDoor door = new MonthDoor(group.minimumForThemes());
        releases.themeCohorts(month).forEach(cohort -> door.tell(cohort.group(), cohort.contributions()));
        groups.forEach((one, members) -> {
            Map<PersonId, Integer> contributions = new TreeMap<>(Comparator.comparing(PersonId::value));
            members.forEach(person -> contributions.put(
                    person, mentions.getOrDefault(person, Set.of()).hashCode()));
            if (door.tell(one, contributions)) {
                Map<CompetencyId, Integer> spokeOf = new HashMap<>();
                members.forEach(person -> mentions.getOrDefault(person, Set.of())
                        .forEach(competency -> spokeOf.merge(competency, 1, Integer::sum)));
                releases.tellThemes(month, new ThemeCohort(one, contributions), spokeOf);
            }
        });
    }

    /** Who wrote in a month, by team, programme and role, in the order in which they are told of. */
    private Map<Group, Set<PersonId>> groups(YearMonth month) {
        List<TrendFacts.Writer> writers = facts.writers(month);
        Set<PersonId> all = writers.stream().map(TrendFacts.Writer::person).collect(Collectors.toSet());
        Map<PersonId, Person> known = people.findAll(all);
        Map<String, RoleProfile> roles = catalog.roles().stream()
                .collect(Collectors.toMap(RoleProfile::code, role -> role, (one, other) -> one));
        Map<Group, Set<PersonId>> groups = new TreeMap<>();
        for (TrendFacts.Writer writer : writers) {
            if (!writer.team().isEmpty()) {
                add(groups, Dimension.TEAM, writer.team(), writer.person());
            }
            Optional.ofNullable(known.get(writer.person()))
                    .map(person -> roles.get(person.roleCode()))
                    .ifPresent(role -> add(groups, Dimension.ROLE, role.name(), writer.person()));
        }
        for (Programme programme : programmes.all()) {
            if (!programme.startsOn().isAfter(month.atEndOfMonth())
                    && !programme.endsOn().isBefore(month.atDay(1))) {
                Set<PersonId> members = new HashSet<>(programmes.members(programme.id()));
                members.retainAll(all);
                members.forEach(person -> add(groups, Dimension.PROGRAMME, programme.name(), person));
            }
        }
        return groups;
    }

    private static void add(Map<Group, Set<PersonId>> groups, Dimension dimension, String name, PersonId person) {
        groups.computeIfAbsent(new Group(dimension, name), none -> new HashSet<>())
                .add(person);
    }

    private void tellGaps(List<YearMonth> months) {
        gapFacts.byCompetency().forEach((competency, known) -> tellGaps(competency, known, months));
    }

    private void tellGaps(CompetencyId competency, List<GapFacts.Known> known, List<YearMonth> touched) {
        Panels panels = new Panels(group.minimumGroup());
        List<GapCohort> cohorts = releases.gapCohorts(competency);
        Map<Long, GapCohort> byId = cohorts.stream().collect(Collectors.toMap(GapCohort::id, cohort -> cohort));
        cohorts.forEach(cohort -> panels.add(cohort.team(), cohort.members()));
        Set<YearMonth> all = new HashSet<>(touched);
        for (Told told : releases.gapsTold(competency)) {
            List<PersonId> members =
                    Objects.requireNonNull(byId.get(told.cohort())).members();
            for (int i = 0; i < told.tenths().length; i++) {
                panels.add(told.month(), members.get(i), told.tenths()[i]);
            }
            all.add(told.month());
        }
        Map<String, GapCohort> latest = new TreeMap<>();
        cohorts.forEach(cohort -> latest.put(cohort.team(), cohort));
        Map<String, Set<PersonId>> today = known.stream()
                .collect(Collectors.groupingBy(
                        GapFacts.Known::team,
                        TreeMap::new,
                        Collectors.mapping(GapFacts.Known::person, Collectors.toSet())));
        Set<String> fresh = new HashSet<>();
        today.forEach((team, members) -> panels.of(team, members).ifPresent(allowed -> {
            GapCohort standing = latest.get(team);
            if (standing == null || !standing.members().equals(allowed)) {
                latest.put(team, releases.newGapCohort(competency, team, allowed));
                fresh.add(team);
            }
        }));
        // Somebody new in a figure is in it from the first month on.
        List<YearMonth> months =
                (fresh.isEmpty() ? touched : List.copyOf(all)).stream().sorted().toList();
        List<Told> news = new ArrayList<>();
        for (YearMonth month : months) {
            Map<PersonId, Integer> contributions = new HashMap<>();
            known.forEach(one -> contributions.put(one.person(), one.tenths(month)));
            Map<PersonId, Integer> told = panels.tell(month, contributions);
            latest.values().forEach(cohort -> {
                int[] tenths = cohort.members().stream()
                        .mapToInt(person -> told.getOrDefault(person, 0))
                        .toArray();
                news.add(new Told(cohort.id(), month, tenths));
            });
        }
        releases.tellGaps(competency, news);
    }
}
