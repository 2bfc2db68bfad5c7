package dev.trellis.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.testing.TestPostgres;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of drawn organisations, counted again from their rows: small teams, quiet months, people who wrote once. */
class ThemesTest {

    private static final int K = MinimumGroup.LOWEST;
    private static final List<YearMonth> PERIOD = IntStream.range(0, 12)
            .mapToObj(month -> YearMonth.of(2025, 11).plusMonths(month))
            .toList();

    private static final TestPostgres.Database DATABASE = TestPostgres.database();
    private static final DataSource APPLICATION = DATABASE.application();

    private final JdbcClient owner = DATABASE.asOwner();
    private final Themes themes = new Themes(
            new TrendFacts(
                    JdbcClient.create(APPLICATION),
                    new NamedParameterJdbcTemplate(APPLICATION),
                    TestPostgres.Database.transactions(APPLICATION)),
            new MinimumGroup(K));

    private record Row(UUID evidence, UUID person, String team, YearMonth month, Set<UUID> mentions) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyFigureDescribesAtLeastKPeopleAndIsMadeOfMonthsThatDo(long seed) {
        List<Row> world = draw(new SplittableRandom(seed));
        keep(world);

        Themes.Counted counted = themes.count(PERIOD);

        counted.cells()
                .forEach((competency, byTeam) -> byTeam.forEach((team, cell) -> {
                    List<YearMonth> published = published(world, team);
                    agrees(cell.now(), world, competency, team, last(published, 0));
                    agrees(cell.before(), world, competency, team, last(published, 3));
                }));
        for (Trends.Candidate change : counted.changes()) {
            TrendFlag flag = change.flag("a competency", 0.01);
            assertThat(flag.before()).isBetween(0.0, 1.0);
            assertThat(flag.peopleBefore()).isGreaterThanOrEqualTo(K);
            assertThat(flag.peopleAfter()).isGreaterThanOrEqualTo(K);
            for (int month = 0; month < PERIOD.size(); month++) {
                Published own = flag.series().values().get(month);
                assertThat(own.shown()).isEqualTo(published(world, flag.team()).contains(PERIOD.get(month)));
                assertThat(own.shown() ? own.people() : K).isGreaterThanOrEqualTo(K);
                Published others = flag.series().others().get(month);
                assertThat(others.shown() ? others.people() : K).isGreaterThanOrEqualTo(K);
            }
        }
    }

    /** Shown exactly where enough people wrote in months that may be shown, and then right. */
    private static void agrees(
            Published figure, List<Row> world, CompetencyId competency, String team, List<YearMonth> months) {
        List<Row> written = world.stream()
                .filter(row -> row.team().equals(team) && months.contains(row.month()))
                .toList();
        int people = people(written);
        assertThat(figure.shown()).isEqualTo(people >= K);
        if (figure.shown()) {
            long hits = written.stream()
                    .filter(row -> row.mentions().contains(competency.value()))
                    .count();
            assertThat(figure.value().orElseThrow()).isCloseTo((double) hits / written.size(), within(1e-12));
            assertThat(figure.people()).isEqualTo(people);
        }
    }

    private static List<YearMonth> published(List<Row> world, String team) {
        return PERIOD.stream()
                .filter(month -> people(world.stream()
                                .filter(row ->
                                        row.team().equals(team) && row.month().equals(month))
                                .toList())
                        >= K)
                .toList();
    }

    private static List<YearMonth> last(List<YearMonth> months, int back) {
        int to = Math.max(0, months.size() - back);
        return months.subList(Math.max(0, to - 3), to);
    }

    private static int people(List<Row> rows) {
        return rows.stream().map(Row::person).collect(Collectors.toSet()).size();
    }

    private static List<Row> draw(SplittableRandom random) {
        List<UUID> competencies = List.of(id(random), id(random), id(random));
        List<Row> rows = new ArrayList<>();
        for (int team = 0; team < 5; team++) {
            for (int person = 0; person < 2 + random.nextInt(12); person++) {
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
        owner.sql("truncate trend_reading, trend_mention").update();
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
    }
}
