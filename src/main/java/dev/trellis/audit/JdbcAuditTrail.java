package dev.trellis.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The chain in PostgreSQL, which also does the chaining. */
class JdbcAuditTrail implements AuditTrail {

    private static final String SELECT = """
            select number, at, actor, action, subject, details, previous_hash, hash from audit_entry
            """;
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate oneSnapshot;
    private final Clock clock;
    private final JsonMapper json;

    JdbcAuditTrail(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.oneSnapshot = new TransactionTemplate(transactions);
        this.oneSnapshot.setReadOnly(true);
        this.oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneSnapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void append(String actor, String action, String subject, Map<String, String> details) {
        jdbc.sql("select append_to_audit(:at, :actor, :action, :subject, cast(:details as jsonb))")
                .param("at", OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .param("details", json.writeValueAsString(details))
                .query(row -> {});
    }

    @Override
    public List<AuditEntry> of(String subject) {
        return jdbc.sql(SELECT + " where subject = :subject order by number")
                .param("subject", subject)
                .query(this::entry)
                .list();
    }

    @Override
    public List<AuditEntry> latest(int limit) {
        return jdbc.sql(SELECT + " order by number desc limit :limit")
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    @Override
    public ChainState verify() {
        return oneSnapshot.execute(status -> {
            Walk walk = new Walk();
            jdbc.sql(SELECT + " order by number").withFetchSize(ROWS_AT_ONCE).query(row -> {
                walk.accept(entry(row, 0));
            });
            Head head = jdbc.sql("select number, hash from audit_head")
                    .query((row, number) -> new Head(row.getLong("number"), row.getString("hash")))
                    .optional()
                    .orElse(new Head(-1, ""));
            return walk.endingAt(head);
        });
    }

    private record Head(long number, String hash) {}

    /** Holds one entry's number and hash at a time. */
    private static final class Walk {
        private long number = 0;
        private String hash = EntryHash.NONE;
        private ChainState broken = new ChainState.Intact(0);

        void accept(AuditEntry entry) {
            if (broken instanceof ChainState.Broken) {
                return;
            }
            if (entry.number() != number + 1) {
                breakAt(number + 1, "it is missing");
            } else if (!entry.previousHash().equals(hash)) {
                breakAt(entry.number(), "it does not follow from the entry before it");
            } else if (!EntryHash.of(entry).equals(entry.hash())) {
                breakAt(entry.number(), "it was changed after it was written");
            }
            number = entry.number();
            hash = entry.hash();
        }

        ChainState endingAt(Head head) {
            if (broken instanceof ChainState.Broken) {
                return broken;
            }
            if (head.number() > number) {
                return new ChainState.Broken(number + 1, "it is missing, and so is all after it");
            }
            if (head.number() < number || !head.hash().equals(hash)) {
                return new ChainState.Broken(number, "the head of the chain does not know it");
            }
            return new ChainState.Intact(number);
        }

        private void breakAt(long at, String why) {
            broken = new ChainState.Broken(at, why);
        }
    }

    private AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                json.readValue(row.getString("details"), DETAILS),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
