package dev.trellis.trends;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.people.PersonId;
import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** In PostgreSQL: each read and write says that it is counting, or row-level security shows nothing. */
@Component
class JdbcTrendFacts implements TrendFacts {

    private static final Comparator<CompetencyId> BY_ID = Comparator.comparing(CompetencyId::value);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionTemplate transactions;

    JdbcTrendFacts(JdbcClient jdbc, NamedParameterJdbcTemplate batches, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
    }

    @Override
    public <T> T counting(Supplier<T> work) {
        T result = transactions.execute(status -> {
            jdbc.sql("select set_config('trellis.reader', 'counting', true)")
                    .query(String.class)
                    .single();
            return work.get();
        });
        return Objects.requireNonNull(result);
    }

    @Override
    public Position position() {
        return jdbc.sql("select transaction::text, number from trend_position")
                .query((row, n) -> new Position(row.getString(1), row.getLong(2)))
                .optional()
                .orElse(Position.START);
    }

    @Override
    public List<Change> changesAfter(Position position, int limit) {
        return jdbc.sql("""
                        select transaction::text, number, subject_id
                        from change_feed
                        where (transaction, number) > (:transaction::xid8, :number)
                          and transaction < pg_snapshot_xmin(pg_current_snapshot())
                          and subject = 'EVIDENCE'
                        order by transaction, number
                        limit :limit
                        """)
                .param("transaction", position.transaction())
                .param("number", position.number())
                .param("limit", limit)
                .query((row, n) ->
                        new Change(new Position(row.getString(1), row.getLong(2)), row.getObject(3, UUID.class)))
                .list();
    }

    @Override
    public void replace(
            Collection<UUID> changed, List<Reading> readings, List<Evidence> assertions, Position position) {
        counting(() -> {
            MapSqlParameterSource ids = new MapSqlParameterSource("ids", changed.toArray(UUID[]::new));
            touch(ids);
            batches.update("delete from trend_reading where evidence = any(:ids)", ids);
            batches.update("delete from trend_level where evidence = any(:ids)", ids);
            batches.batchUpdate("""
                    insert into trend_reading (evidence, person, team, month)
                    values (:evidence, :person, :team, :month)
                    """, readings.stream().map(JdbcTrendFacts::row).toArray(MapSqlParameterSource[]::new));
            batches.batchUpdate(
                    "insert into trend_mention (evidence, competency) values (:evidence, :competency)",
                    mentions(readings).toArray(MapSqlParameterSource[]::new));
            batches.batchUpdate(
                    """
                    insert into trend_level
                        (evidence, person, competency, level, confidence, asserter, asserted_on, valid_until)
                    values (:evidence, :person, :competency, :level, :confidence, :asserter, :on, :until)
                    """, assertions.stream().map(JdbcTrendFacts::levelRow).toArray(MapSqlParameterSource[]::new));
            touch(ids);
            jdbc.sql("""
                            insert into trend_position (transaction, number) values (:transaction::xid8, :number)
                            on conflict (only_row) do update
                            set transaction = excluded.transaction, number = excluded.number
                            """)
                    .param("transaction", position.transaction())
                    .param("number", position.number())
                    .update();
            return true;
        });
    }

    /** Notes the months that these facts count in. */
    private void touch(MapSqlParameterSource ids) {
        batches.update("""
                insert into trend_touched (measure, month)
                select distinct 'THEME', month from trend_reading where evidence = any(:ids)
                union
                select distinct 'GAP', date_trunc('month', asserted_on)::date from trend_level where evidence = any(:ids)
                on conflict (measure, month) do update set touched_at = now()
                """, ids);
    }

    private static MapSqlParameterSource row(Reading reading) {
        return new MapSqlParameterSource("evidence", reading.reflection().id().value())
                .addValue("person", reading.reflection().about().value())
                .addValue("team", reading.team())
                .addValue("month", Date.valueOf(month(reading.reflection()).atDay(1)));
    }

    private static YearMonth month(Evidence evidence) {
        return YearMonth.from(evidence.occurredAt().atZone(ZoneOffset.UTC));
    }

    private static List<MapSqlParameterSource> mentions(List<Reading> readings) {
        List<MapSqlParameterSource> rows = new ArrayList<>();
        for (Reading reading : readings) {
            EvidenceId id = reading.reflection().id();
            reading.mentions()
                    .forEach(competency -> rows.add(new MapSqlParameterSource("evidence", id.value())
                            .addValue("competency", competency.value())));
        }
        return rows;
    }

    private static MapSqlParameterSource levelRow(Evidence evidence) {
        Detail.Assertion assertion = (Detail.Assertion) evidence.detail();
        return new MapSqlParameterSource("evidence", evidence.id().value())
                .addValue("person", evidence.about().value())
                .addValue("competency", assertion.competency().value())
                .addValue("level", assertion.level())
                .addValue("confidence", assertion.confidence())
                .addValue("asserter", assertion.by().name())
                .addValue(
                        "on",
                        Date.valueOf(
                                evidence.occurredAt().atZone(ZoneOffset.UTC).toLocalDate()))
                .addValue("until", assertion.validUntil().map(Date::valueOf).orElse(null), Types.DATE);
    }

    @Override
    public List<Writer> writers(YearMonth month) {
        return counting(() -> jdbc.sql("""
                        select distinct on (person) person, team
                        from trend_reading
                        where month = :month
                        order by person, evidence desc
                        """)
                .param("month", Date.valueOf(month.atDay(1)))
                .query((row, n) -> new Writer(new PersonId(row.getObject("person", UUID.class)), row.getString("team")))
                .list());
    }

    @Override
    public Map<PersonId, Set<CompetencyId>> mentions(YearMonth month) {
        Map<PersonId, Set<CompetencyId>> mentions = new HashMap<>();
        counting(() -> {
            jdbc.sql("""
                            select distinct r.person, m.competency
                            from trend_reading r
                            join trend_mention m on m.evidence = r.evidence
                            where r.month = :month
                            """).param("month", Date.valueOf(month.atDay(1))).query(row -> {
                mentions.computeIfAbsent(
                                new PersonId(row.getObject("person", UUID.class)), none -> new TreeSet<>(BY_ID))
                        .add(new CompetencyId(row.getObject("competency", UUID.class)));
            });
            return true;
        });
        return mentions;
    }

    @Override
    public List<Level> levels(Collection<PersonId> people) {
        return counting(() -> jdbc.sql("""
                        select person, competency, level, confidence, asserter, asserted_on, valid_until
                        from trend_level
                        where person = any(:people)
                        order by asserted_on, evidence
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) -> new Level(
                        new PersonId(row.getObject("person", UUID.class)),
                        new CompetencyId(row.getObject("competency", UUID.class)),
                        row.getDouble("level"),
                        row.getDouble("confidence"),
                        Detail.Asserter.valueOf(row.getString("asserter")),
                        row.getObject("asserted_on", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)))
                .list());
    }
}
