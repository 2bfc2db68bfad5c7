package dev.trellis.search;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ordered feed of changes in PostgreSQL. */
class ChangeFeed {

    /**
     * The identity row goes where a dump goes; the rest tells a restored or copied database from the one it was copied from,
     * and one that was taken back in time, or over by a standby, from what it was before.
     */
    private static final String IDENTITY = "i.id || '/' || d.oid || '/' || s.system_identifier || '/' || c.timeline_id";

    private static final String IDENTITY_WITHOUT_CONTROL = "i.id || '/' || d.oid";

    private final JdbcClient jdbc;
    private volatile String horizonSql = "";

    ChangeFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param database which database, and which life of it
     * @param settled every transaction below is finished
     * @param next no transaction from here on has begun
     */
    record Horizon(String database, long settled, long next) {

        /** Where to begin so that nothing committed later than this look is missed. */
        FeedPosition position() {
            return new FeedPosition(database, settled, -1);
        }
    }

    record Change(long transaction, long number, Subject subject) {}

    Horizon horizon() {
        if (horizonSql.isEmpty()) {
            horizonSql = horizonSql();
        }
        return jdbc.sql(horizonSql)
                .query((row, i) -> new Horizon(
                        row.getString("database"),
                        Long.parseLong(row.getString("settled")),
                        Long.parseLong(row.getString("next"))))
                .single();
    }

    /** A hosted server may keep its control data to itself. */
    private String horizonSql() {
        boolean control = jdbc.sql("""
                        select has_function_privilege('pg_control_system()', 'execute')
                            and has_function_privilege('pg_control_checkpoint()', 'execute')
                        """).query(Boolean.class).single();
        return """
                select %s as database,
                    pg_snapshot_xmin(pg_current_snapshot())::text as settled,
                    pg_snapshot_xmax(pg_current_snapshot())::text as next
                from change_feed_identity i, pg_database d%s
                where d.datname = current_database()
                """.formatted(
                        control ? IDENTITY : IDENTITY_WITHOUT_CONTROL,
                        control ? ", pg_control_system() s, pg_control_checkpoint() c" : "");
    }

    /** The last row committed so far. */
    FeedPosition last(Horizon horizon) {
        return jdbc.sql("""
                        select transaction::text as transaction, number from change_feed
                        order by transaction desc, number desc
                        limit 1
                        """)
                .query((row, i) -> new FeedPosition(
                        horizon.database(), Long.parseLong(row.getString("transaction")), row.getLong("number")))
                .optional()
                .orElse(new FeedPosition(horizon.database(), 0, -1));
    }

    /** Rows that nothing can come before any more, in the order (transaction, number). */
    List<Change> settledAfter(FeedPosition position, int limit) {
        return jdbc.sql("""
                        select transaction::text as transaction, number, subject, subject_id
                        from change_feed
                        where (transaction, number) > (cast(:transaction as xid8), :number)
                            and transaction < pg_snapshot_xmin(pg_current_snapshot())
                        order by transaction, number
                        limit :limit
                        """)
                .param("transaction", Long.toString(position.transaction()))
                .param("number", position.number())
                .param("limit", limit)
                .query((row, i) -> change(
                        row.getString("transaction"),
                        row.getLong("number"),
                        row.getString("subject"),
                        row.getObject("subject_id", UUID.class)))
                .list();
    }

    /** Committed rows that an older transaction, still running, may yet come before; by number. */
    List<Change> unsettledAfter(FeedPosition position, long number, int limit) {
        return jdbc.sql("""
                        select transaction::text as transaction, number, subject, subject_id
                        from change_feed
                        where transaction >= pg_snapshot_xmin(pg_current_snapshot())
                            and (transaction, number) > (cast(:transaction as xid8), :positionNumber)
                            and number > :number
                        order by number
                        limit :limit
                        """)
                .param("transaction", Long.toString(position.transaction()))
                .param("positionNumber", position.number())
                .param("number", number)
                .param("limit", limit)
                .query((row, i) -> change(
                        row.getString("transaction"),
                        row.getLong("number"),
                        row.getString("subject"),
                        row.getObject("subject_id", UUID.class)))
                .list();
    }

    private static Change change(String transaction, long number, String subject, UUID id) {
        return new Change(Long.parseLong(transaction), number, new Subject(Subject.Kind.valueOf(subject), id));
    }

    /** Everything that was ever recorded. */
    List<Subject> allEvidence() {
        return jdbc
                .sql("select distinct subject_id from change_feed where subject = 'EVIDENCE'")
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> new Subject(Subject.Kind.EVIDENCE, id))
                .toList();
    }

    long countAfter(FeedPosition position) {
        return jdbc.sql("""
                        select count(*) from change_feed
                        where (transaction, number) > (cast(:transaction as xid8), :number)
                        """)
                .param("transaction", Long.toString(position.transaction()))
                .param("number", position.number())
                .query(Long.class)
                .single();
    }
}
