package dev.trellis.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Catalogs;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.mentoring.Programme;
import dev.trellis.mentoring.ProgrammeId;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.KnownPeople;
import dev.trellis.people.PersonId;
import dev.trellis.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of drawn organisations, counted again from their rows: small teams, quiet months, people who wrote once. */
class ThemesTest {

    private static final int K = MinimumGroup.LOWEST_FOR_THEMES;
    private static final List<YearMonth> PERIOD = IntStream.range(0, 12)
            .mapToObj(month -> YearMonth.of(2025, 11).plusMonths(month))
            .toList();

    private static final TestPostgres.Database DATABASE = TestPostgres.database();
    private static final DataSource APPLICATION = DATABASE.application();

    private final JdbcClient owner = DATABASE.asOwner();
    private final JdbcClient jdbc = JdbcClient.create(APPLICATION);
    private final NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(APPLICATION);
    private final TrendFacts facts = new JdbcTrendFacts(jdbc, batches, TestPostgres.Database.transactions(APPLICATION));
    private final Releases releases = new JdbcReleases(jdbc, batches, facts);
    private final Catalog catalog = Catalogs.over(APPLICATION);
    private final KnownPeople people = new KnownPeople();
    private final Themes themes = new Themes(releases);
    private final Telling telling = new Telling(
            releases,
            facts,
            new GapFacts(facts, people, catalog),
            people,
            catalog,
            new NoProgrammes(),
            new MinimumGroup(MinimumGroup.LOWEST, K),
            new TellingSettings(Duration.ZERO),
            Clock.fixed(Instant.parse("2026-11-15T12:00:00Z"), ZoneOffset.UTC));

    private record Row(UUID evidence, UUID person, String team, YearMonth month, Set<UUID> mentions) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyFigureIsAboutAtLeastKPeopleAndRight(long seed) {
        List<Row> world = draw(new SplittableRandom(seed));
        keep(world);

        telling.catchUp();

        Map<String, Map<YearMonth, Set<UUID>>> writers = writers(world);
        List<Releases.ThemeMonth> told = releases.themes(Dimension.TEAM, PERIOD.getFirst(), PERIOD.getLast());
        assertThat(told)
                .extracting(one -> one.name() + " " + one.month())
                .containsExactlyInAnyOrderElementsOf(writers.entrySet().stream()
                        .flatMap(team -> team.getValue().entrySet().stream()
                                .filter(month -> month.getValue().size() >= K)
                                .map(month -> team.getKey() + " " + month.getKey()))
                        .toList());
        for (Releases.ThemeMonth one : told) {
            assertThat(one.people())
                    .isEqualTo(writers.getOrDefault(one.name(), Map.of())
                            .getOrDefault(one.month(), Set.of())
                            .size());
            one.spokeOf()
                    .forEach((competency, people) -> assertThat(people)
                            .isEqualTo(people(world.stream()
                                    .filter(row -> row.team().equals(one.name())
                                            && row.month().equals(one.month()))
                                    .filter(row -> row.mentions().contains(competency.value()))
                                    .toList())));
        }
        Themes.Counted counted = themes.count(Dimension.TEAM, PERIOD);
        counted.cells().values().stream()
                .flatMap(byTeam -> byTeam.values().stream())
                .filter(cell -> cell.now().shown())
                .forEach(cell -> {
                    assertThat(cell.now().people()).isGreaterThanOrEqualTo(K);
                    assertThat(cell.now().value().orElseThrow()).isBetween(0.1, 0.9);
                });
        for (Trends.Candidate change : counted.changes()) {
            TrendFlag flag = change.flag("a competency", 0.01);
            assertThat(flag.peopleBefore()).isGreaterThanOrEqualTo(K);
            assertThat(flag.peopleAfter()).isGreaterThanOrEqualTo(K);
        }
    }

    @Test
    void whatAFewWriteLateIsNotToldUntilEnoughOthersHave() {
        YearMonth month = PERIOD.getLast();
        UUID competency = new UUID(7, 7);
        List<Row> world = new ArrayList<>();
        for (int person = 0; person < 3 * K; person++) {
            world.add(new Row(
                    new UUID(1, person),
                    new UUID(2, person),
                    "Team",
                    month,
                    person % 2 == 0 ? Set.of(competency) : Set.of()));
        }
        keep(world.subList(0, K + 2));
        telling.catchUp();
        assertThat(told(month)).containsExactly(K + 2);

        keepToo(world.subList(K + 2, 2 * K));
        telling.catchUp();
        assertThat(told(month)).as("fewer than k more").containsExactly(K + 2);

        keepToo(world.subList(2 * K, 3 * K));
        telling.catchUp();
        assertThat(told(month)).containsExactly(3 * K);
        assertThat(themes.count(Dimension.TEAM, PERIOD)
                        .cells()
                        .getOrDefault(new CompetencyId(competency), Map.of())
                        .getOrDefault("Team", TrendReport.Cell.HIDDEN)
                        .now()
                        .value()
                        .orElseThrow())
                .isCloseTo(0.5, within(1e-12));

        owner.sql("delete from trend_reading where person = :person")
                .param("person", world.getFirst().person())
                .update();
        owner.sql("insert into trend_touched values ('THEME', :month)")
                .param("month", month.atDay(1))
                .update();
        telling.catchUp();
        assertThat(told(month)).as("one has gone").containsExactly(3 * K);
    }

    @Test
    void whatIsStillComingInIsNotToldYet() {
        YearMonth month = PERIOD.getLast();
        List<Row> world = new ArrayList<>();
        for (int person = 0; person < K; person++) {
            world.add(new Row(new UUID(1, person), new UUID(2, person), "Team", month, Set.of()));
        }
        keep(world);
        owner.sql("update trend_touched set touched_at = now() + interval '1 second'")
                .update();
        telling.catchUp();
        assertThat(told(month)).isEmpty();

        owner.sql("update trend_touched set touched_at = now() - interval '1 second'")
                .update();
        telling.catchUp();
        assertThat(told(month)).containsExactly(K);
    }

    private List<Integer> told(YearMonth month) {
        return releases.themes(Dimension.TEAM, month, month).stream()
                .map(Releases.ThemeMonth::people)
                .toList();
    }

    private static Map<String, Map<YearMonth, Set<UUID>>> writers(List<Row> world) {
        return world.stream()
                .collect(Collectors.groupingBy(
                        Row::team,
                        Collectors.groupingBy(Row::month, Collectors.mapping(Row::person, Collectors.toSet()))));
    }

    private static int people(List<Row> rows) {
        return rows.stream().map(Row::person).collect(Collectors.toSet()).size();
    }

    private static List<Row> draw(SplittableRandom random) {
        List<UUID> competencies = List.of(id(random), id(random), id(random));
        List<Row> rows = new ArrayList<>();
        for (int team = 0; team < 5; team++) {
            for (int person = 0; person < 4 + random.nextInt(24); person++) {
                UUID who = id(random);
                for (YearMonth month : PERIOD) {
                    for (int piece = random.nextInt(3); piece > 0; piece--) {
                        Set<UUID> mentions = new HashSet<>();
                        competencies.stream()
                                .filter(any -> random.nextDouble() < 0.3)
                                .forEach(mentions::add);
                        rows.add(new Row(id(random), who, "Team " + team, month, mentions));
                    }
                }
            }
        }
        return rows;
    }

    private static UUID id(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private void keep(List<Row> world) {
        owner.sql("truncate trend_reading, trend_mention, trend_cohort, trend_figure, trend_touched, trend_told_until")
                .update();
        keepToo(world);
    }

    private void keepToo(List<Row> world) {
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(DATABASE.owner());
        batches.batchUpdate(
                "insert into trend_reading (evidence, person, team, month) values (:evidence, :person, :team, :month)",
                world.stream()
                        .map(row -> Map.of(
                                "evidence",
                                row.evidence(),
                                "person",
                                row.person(),
                                "team",
                                row.team(),
                                "month",
                                LocalDate.of(row.month().getYear(), row.month().getMonth(), 1)))
                        .toArray(Map[]::new));
        batches.batchUpdate(
                "insert into trend_mention (evidence, competency) values (:evidence, :competency)",
                world.stream()
                        .flatMap(row -> row.mentions().stream()
                                .map(mention -> Map.of("evidence", row.evidence(), "competency", mention)))
                        .toArray(Map[]::new));
        owner.sql("insert into trend_touched select distinct 'THEME', month from trend_reading on conflict do nothing")
                .update();
    }

    private static final class NoProgrammes implements Programmes {

        @Override
        public List<Programme> all() {
            return List.of();
        }

        @Override
        public Optional<Programme> of(PersonId learner, LocalDate on) {
            return Optional.empty();
        }

        @Override
        public Set<PersonId> members(ProgrammeId programme) {
            return Set.of();
        }

        @Override
        public Programme save(Programme programme) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void enrol(ProgrammeId programme, Collection<PersonId> learners) {
            throw new UnsupportedOperationException();
        }
    }
}
