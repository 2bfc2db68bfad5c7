package dev.trellis.trends;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.people.PersonId;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In PostgreSQL. */
@Component
class JdbcReleases implements Releases {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final TrendFacts facts;

    JdbcReleases(JdbcClient jdbc, NamedParameterJdbcTemplate batches, TrendFacts facts) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.facts = facts;
    }

    @Override
    public List<ThemeCohort> themeCohorts(YearMonth month) {
        return facts.counting(() -> jdbc.sql("""
                        select dimension, name, members, contributions
                        from trend_cohort
                        where measure = 'THEME' and month = :month
                        order by id
                        """)
                .param("month", date(month))
                .query((row, n) -> new ThemeCohort(
                        new Group(Dimension.valueOf(row.getString(1)), row.getString(2)),
                        contributions(people(row.getArray(3)), numbers(row.getArray(4)))))
                .list());
    }

    @Override
    public void tellThemes(YearMonth month, ThemeCohort cohort, Map<CompetencyId, Integer> spokeOf) {
        List<PersonId> members = List.copyOf(cohort.contributions().keySet());
        long id = insert(
                new MapSqlParameterSource("measure", "THEME")
                        .addValue("competency", null, java.sql.Types.OTHER)
                        .addValue("month", date(month)),
                cohort.group(),
                members,
                members.stream()
                        .map(person -> cohort.contributions().getOrDefault(person, 0))
                        .toArray(Integer[]::new));
        batches.batchUpdate(
                "insert into trend_figure (cohort, month, competency, total) values (:cohort, :month, :competency, :total)",
                spokeOf.entrySet().stream()
                        .map(entry -> new MapSqlParameterSource("cohort", id)
                                .addValue("month", date(month))
                                .addValue("competency", entry.getKey().value())
                                .addValue("total", entry.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    @Override
    public List<GapCohort> gapCohorts(CompetencyId competency) {
        return facts.counting(() -> jdbc.sql("""
                        select id, name, members
                        from trend_cohort
                        where measure = 'GAP' and competency = :competency and dimension = 'TEAM'
                        order by id
                        """)
                .param("competency", competency.value())
                .query((row, n) -> new GapCohort(row.getLong(1), row.getString(2), people(row.getArray(3))))
                .list());
    }

    @Override
    public GapCohort newGapCohort(CompetencyId competency, String team, List<PersonId> members) {
        long id = insert(
                new MapSqlParameterSource("measure", "GAP")
                        .addValue("competency", competency.value())
                        .addValue("month", null, java.sql.Types.DATE),
                new Group(Dimension.TEAM, team),
                members,
                null);
        return new GapCohort(id, team, members);
    }

    @Override
    public List<Told> gapsTold(CompetencyId competency) {
        return facts.counting(() -> jdbc.sql("""
                        select f.cohort, f.month, f.contributions
                        from trend_figure f
                        join trend_cohort c on c.id = f.cohort
                        where c.measure = 'GAP' and c.competency = :competency
                        order by f.cohort, f.month
                        """)
                .param("competency", competency.value())
                .query((row, n) -> new Told(row.getLong(1), month(row.getDate(2)), numbers(row.getArray(3))))
                .list());
    }

    @Override
    public void tellGaps(CompetencyId competency, Collection<Told> told) {
        batches.batchUpdate(
                """
                insert into trend_figure (cohort, month, competency, total, contributions)
                values (:cohort, :month, :competency, :total, :contributions)
                on conflict (cohort, month, competency) do update
                set total = excluded.total, contributions = excluded.contributions
                """,
                told.stream()
                        .map(one -> new MapSqlParameterSource("cohort", one.cohort())
                                .addValue("month", date(one.month()))
                                .addValue("competency", competency.value())
                                .addValue(
                                        "total",
                                        IntStream.of(one.tenths())
                                                .asLongStream()
                                                .sum())
                                .addValue(
                                        "contributions",
                                        Arrays.stream(one.tenths()).boxed().toArray(Integer[]::new)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    @Override
    public List<ThemeMonth> themes(Dimension dimension, YearMonth from, YearMonth to) {
        return facts.counting(() -> {
            Map<Long, ThemeMonth> months = new HashMap<>();
            jdbc.sql("""
                            select distinct on (month, name) id, name, month, cardinality(members)
                            from trend_cohort
                            where measure = 'THEME' and dimension = :dimension and month between :from and :to
                            order by month, name, id desc
                            """)
                    .param("dimension", dimension.name())
                    .param("from", date(from))
                    .param("to", date(to))
                    .query(row -> {
                        months.put(
                                row.getLong(1),
                                new ThemeMonth(
                                        row.getString(2), month(row.getDate(3)), row.getInt(4), new HashMap<>()));
                    });
            jdbc.sql("select cohort, competency, total from trend_figure where cohort = any(:cohorts)")
                    .param("cohorts", months.keySet().toArray(Long[]::new))
                    .query(row -> {
                        Objects.requireNonNull(months.get(row.getLong(1)))
                                .spokeOf()
                                .put(new CompetencyId(row.getObject(2, UUID.class)), row.getInt(3));
                    });
            return List.copyOf(months.values());
        });
    }

    @Override
    public List<GapSeries> gaps(YearMonth from, YearMonth to) {
        return facts.counting(() -> {
            Map<Long, GapSeries> series = new HashMap<>();
            jdbc.sql("""
                            select distinct on (competency, name) id, competency, name, members
                            from trend_cohort
                            where measure = 'GAP' and dimension = 'TEAM'
                            order by competency, name, id desc
                            """).query(row -> {
                series.put(
                        row.getLong(1),
                        new GapSeries(
                                new CompetencyId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                people(row.getArray(4)),
                                new HashMap<>()));
            });
            jdbc.sql("""
                            select cohort, month, total from trend_figure
                            where cohort = any(:cohorts) and month between :from and :to
                            """)
                    .param("cohorts", series.keySet().toArray(Long[]::new))
                    .param("from", date(from))
                    .param("to", date(to))
                    .query(row -> {
                        GapSeries one = Objects.requireNonNull(series.get(row.getLong(1)));
                        one.means()
                                .put(
                                        month(row.getDate(2)),
                                        row.getLong(3) / 10.0 / one.members().size());
                    });
            return List.copyOf(series.values());
        });
    }

    @Override
    public boolean isStillComing(YearMonth until, Duration settleFor) {
        return jdbc.sql("""
                        select exists (select from trend_touched
                                       where month <= :until and touched_at > now() - make_interval(secs => :seconds))
                        """)
                .param("until", date(until))
                .param("seconds", settleFor.toMillis() / 1000.0)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<YearMonth> takeTouched(Measure measure, YearMonth until) {
        return jdbc
                .sql("delete from trend_touched where measure = :measure and month <= :until returning month")
                .param("measure", measure.name())
                .param("until", date(until))
                .query((row, n) -> month(row.getDate(1)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public Optional<YearMonth> toldUntil(Measure measure) {
        return jdbc.sql("select month from trend_told_until where measure = :measure")
                .param("measure", measure.name())
                .query((row, n) -> month(row.getDate(1)))
                .optional();
    }

    @Override
    public void toldUntil(Measure measure, YearMonth month) {
        jdbc.sql("""
                        insert into trend_told_until (measure, month, times) values (:measure, :month, 1)
                        on conflict (measure) do update
                        set month = excluded.month, times = trend_told_until.times + 1
                        """)
                .param("measure", measure.name())
                .param("month", date(month))
                .update();
    }

    @Override
    public long version() {
        return jdbc.sql("select coalesce(sum(times), 0) from trend_told_until")
                .query(Long.class)
                .single();
    }

    @Override
    public void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('trend_cohort'))")
                .query((row, n) -> true)
                .single();
    }

    private long insert(
            MapSqlParameterSource what,
            Group group,
            List<PersonId> members,
            Integer @org.jspecify.annotations.Nullable [] contributions) {
        return Objects.requireNonNull(batches.queryForObject(
                """
                insert into trend_cohort (measure, competency, month, dimension, name, members, contributions)
                values (:measure, :competency, :month, :dimension, :name, :members, :contributions)
                returning id
                """,
                what.addValue("dimension", group.dimension().name())
                        .addValue("name", group.name())
                        .addValue(
                                "members", members.stream().map(PersonId::value).toArray(UUID[]::new))
                        .addValue("contributions", contributions),
                Long.class));
    }

    private static Map<PersonId, Integer> contributions(List<PersonId> people, int[] contributions) {
        Map<PersonId, Integer> byPerson = new HashMap<>();
        for (int i = 0; i < contributions.length; i++) {
            byPerson.put(people.get(i), contributions[i]);
        }
        return byPerson;
    }

    private static List<PersonId> people(Array ids) throws SQLException {
        List<PersonId> people = new ArrayList<>();
        for (UUID id : (UUID[]) ids.getArray()) {
            people.add(new PersonId(id));
        }
        return people;
    }

    private static int[] numbers(Array numbers) throws SQLException {
        return Arrays.stream((Integer[]) numbers.getArray())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static YearMonth month(Date date) {
        return YearMonth.from(date.toLocalDate());
    }

    private static Date date(YearMonth month) {
        return Date.valueOf(month.atDay(1));
    }
}
