package dev.trellis.trends;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import dev.trellis.reading.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All of trends but its tables: what HR would see of an organisation on a day, without a server. */
public final class TrendsInMemory {

    private final Facts facts = new Facts();
    private final FactsFollower follower;
    private final Telling telling;
    private final Trends trends;

    public TrendsInMemory(
            Catalog catalog,
            People people,
            Programmes programmes,
            EvidenceLedger ledger,
            Reading reading,
            Collection<UUID> evidence,
            Clock clock) {
        Kept kept = new Kept();
        MinimumGroup group = new MinimumGroup(MinimumGroup.LOWEST, MinimumGroup.LOWEST_FOR_THEMES);
        GapFacts gapFacts = new GapFacts(facts, people, catalog);
        facts.feed.addAll(evidence);
        this.follower = new FactsFollower(facts, ledger, people, catalog, reading);
        this.telling = new Telling(
                kept, facts, gapFacts, people, catalog, programmes, group, new TellingSettings(Duration.ZERO), clock);
        this.trends = new Trends(kept, new Themes(kept), new Gaps(kept, gapFacts, programmes, group), catalog, clock);
    }

    /** A flag as HR reads it. */
    public record Flag(String measure, String competency, String team, YearMonth since, int margin, double p) {

        @Override
        public String toString() {
            return "%s of “%s” in %s since %s ± %d, p %.4f".formatted(measure, competency, team, since, margin, p);
        }
    }

    public List<Flag> flags(int months) {
        follower.catchUp();
        telling.catchUp();
        return trends.report(Dimension.TEAM, months).flags().stream()
                .map(flag -> new Flag(
                        flag.measure() + (flag.rises() ? " rises" : " falls"),
                        flag.competencyName(),
                        flag.team(),
                        flag.since(),
                        flag.marginMonths(),
                        flag.adjustedP()))
                .toList();
    }

    private static final class Facts implements TrendFacts {

        private final List<UUID> feed = new ArrayList<>();
        private final Map<YearMonth, List<Reading>> readings = new HashMap<>();
        private final List<Level> levels = new ArrayList<>();
        private Position position = Position.START;

        @Override
        public <T> T counting(Supplier<T> work) {
            return work.get();
        }

        @Override
        public Position position() {
            return position;
        }

        @Override
        public List<Change> changesAfter(Position after, int limit) {
            List<Change> changes = new ArrayList<>();
            for (int i = (int) after.number(); i < feed.size() && changes.size() < limit; i++) {
                changes.add(new Change(new Position("0", i + 1), feed.get(i)));
            }
            return changes;
        }

        @Override
        public void replace(Collection<UUID> changed, List<Reading> read, List<Evidence> assertions, Position to) {
            read.forEach(
                    one -> readings.computeIfAbsent(YearMonth.from(day(one.reflection())), none -> new ArrayList<>())
                            .add(one));
            for (Evidence evidence : assertions) {
                Detail.Assertion said = (Detail.Assertion) evidence.detail();
                levels.add(new Level(
                        evidence.about(),
                        said.competency(),
                        said.level(),
                        said.confidence(),
                        said.by(),
                        day(evidence),
                        said.validUntil().orElse(null)));
            }
            position = to;
        }

        private static LocalDate day(Evidence evidence) {
            return evidence.occurredAt().atZone(ZoneOffset.UTC).toLocalDate();
        }

        @Override
        public List<Writer> writers(YearMonth month) {
            return readings.getOrDefault(month, List.of()).stream()
                    .map(reading -> new Writer(reading.reflection().about(), reading.team()))
                    .distinct()
                    .toList();
        }

        @Override
        public Map<PersonId, Set<CompetencyId>> mentions(YearMonth month) {
            Map<PersonId, Set<CompetencyId>> mentions = new HashMap<>();
            readings.getOrDefault(month, List.of())
                    .forEach(reading -> mentions.computeIfAbsent(
                                    reading.reflection().about(), none -> new HashSet<>())
                            .addAll(reading.mentions()));
            return mentions;
        }

        @Override
        public List<Level> levels(Collection<PersonId> people) {
            return levels.stream()
                    .filter(level -> people.contains(level.person()))
                    .sorted(Comparator.comparing(Level::on))
                    .toList();
        }
    }

    private static final class Kept implements Releases {

        private final Map<YearMonth, List<ThemeCohort>> cohorts = new HashMap<>();
        private final Map<Dimension, Map<YearMonth, Map<String, ThemeMonth>>> themes = new HashMap<>();
        private final Map<CompetencyId, Map<Long, GapCohort>> gapCohorts = new HashMap<>();
        private final Map<CompetencyId, Map<Long, Map<YearMonth, Told>>> gaps = new HashMap<>();
        private final Map<Measure, YearMonth> until = new HashMap<>();
        private long versions;

        @Override
        public List<ThemeCohort> themeCohorts(YearMonth month) {
            return List.copyOf(cohorts.getOrDefault(month, List.of()));
        }

        @Override
        public void tellThemes(YearMonth month, ThemeCohort cohort, Map<CompetencyId, Integer> spokeOf) {
            cohorts.computeIfAbsent(month, none -> new ArrayList<>()).add(cohort);
            themes.computeIfAbsent(cohort.group().dimension(), none -> new HashMap<>())
                    .computeIfAbsent(month, none -> new TreeMap<>())
                    .put(
                            cohort.group().name(),
                            new ThemeMonth(
                                    cohort.group().name(),
                                    month,
                                    cohort.contributions().size(),
                                    spokeOf));
        }

        @Override
        public List<GapCohort> gapCohorts(CompetencyId competency) {
            return List.copyOf(gapCohorts.getOrDefault(competency, Map.of()).values());
        }

        @Override
        public GapCohort newGapCohort(CompetencyId competency, String team, List<PersonId> members) {
            GapCohort cohort = new GapCohort(++versions, team, members);
            gapCohorts.computeIfAbsent(competency, none -> new TreeMap<>()).put(cohort.id(), cohort);
            return cohort;
        }

        @Override
        public List<Told> gapsTold(CompetencyId competency) {
            return gaps.getOrDefault(competency, Map.of()).values().stream()
                    .flatMap(byMonth -> byMonth.values().stream())
                    .toList();
        }

        @Override
        public void tellGaps(CompetencyId competency, Collection<Told> told) {
            told.forEach(one -> gaps.computeIfAbsent(competency, none -> new TreeMap<>())
                    .computeIfAbsent(one.cohort(), none -> new TreeMap<>())
                    .put(one.month(), one));
        }

        @Override
        public List<ThemeMonth> themes(Dimension dimension, YearMonth from, YearMonth to) {
            return themes.getOrDefault(dimension, Map.of()).entrySet().stream()
                    .filter(entry ->
                            !entry.getKey().isBefore(from) && !entry.getKey().isAfter(to))
                    .flatMap(entry -> entry.getValue().values().stream())
                    .toList();
        }

        @Override
        public List<GapSeries> gaps(YearMonth from, YearMonth to) {
            List<GapSeries> series = new ArrayList<>();
            gapCohorts.forEach((competency, all) -> latest(all.values())
                    .forEach(cohort -> series.add(new GapSeries(
                            competency, cohort.team(), cohort.members(), means(competency, cohort, from, to)))));
            return series;
        }

        private static Collection<GapCohort> latest(Collection<GapCohort> cohorts) {
            return cohorts.stream()
                    .collect(Collectors.toMap(GapCohort::team, cohort -> cohort, (one, other) -> other))
                    .values();
        }

        private Map<YearMonth, Double> means(CompetencyId competency, GapCohort cohort, YearMonth from, YearMonth to) {
            Map<YearMonth, Double> means = new HashMap<>();
            gaps.getOrDefault(competency, Map.of())
                    .getOrDefault(cohort.id(), Map.of())
                    .forEach((month, told) -> {
                        if (!month.isBefore(from) && !month.isAfter(to)) {
                            int sum = java.util.Arrays.stream(told.tenths()).sum();
                            means.put(month, sum / 10.0 / cohort.members().size());
                        }
                    });
            return means;
        }

        @Override
        public boolean isStillComing(YearMonth month, Duration settleFor) {
            return false;
        }

        /** Nothing changes after it was told. */
        @Override
        public List<YearMonth> takeTouched(Measure measure, YearMonth month) {
            return List.of();
        }

        @Override
        public Optional<YearMonth> toldUntil(Measure measure) {
            return Optional.ofNullable(until.get(measure));
        }

        @Override
        public void toldUntil(Measure measure, YearMonth month) {
            until.put(measure, month);
            versions++;
        }

        @Override
        public long version() {
            return versions;
        }

        @Override
        public void alone() {
            // One thread.
        }
    }
}
