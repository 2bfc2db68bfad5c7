package dev.trellis.drafting;

import dev.trellis.audit.AuditTrail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stops all calls to language models, on every node and until somebody lets them go on: it stands in PostgreSQL. Drafts are
 * written from templates meanwhile.
 */
class ModelSwitch implements BooleanSupplier {

    private static final Logger log = LoggerFactory.getLogger(ModelSwitch.class);

    /** A call under way looks five times a second; the database is asked half as often by a node, however many calls there are. */
    private static final long FRESH_NANOS = 400_000_000L;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private volatile Look last = new Look(false, System.nanoTime() - 2 * FRESH_NANOS);

    ModelSwitch(JdbcClient jdbc, TransactionOperations transactions, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    private record Look(boolean stopped, long at) {}

    /** @param by id of the administrator who used it last */
    record State(boolean stopped, String by, Instant since) {}

    /** Whether calls are stopped, known for at most half a second; while the database cannot be read, what was known last. */
    @Override
    public boolean getAsBoolean() {
        Look look = last;
        if (System.nanoTime() - look.at() < FRESH_NANOS) {
            return look.stopped();
        }
        boolean stopped = look.stopped();
        try {
            stopped = state().map(State::stopped).orElse(false);
        } catch (RuntimeException e) {
            log.warn("Whether language models are stopped could not be read: {}", e.getClass());
        }
        last = new Look(stopped, System.nanoTime());
        return stopped;
    }

    /** Empty where it was never used. */
    Optional<State> state() {
        return jdbc.sql("select stopped, changed_by, changed_at from model_switch")
                .query((row, number) -> new State(
                        row.getBoolean("stopped"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .optional();
    }

    /** @param by id of the administrator */
    void turn(boolean stopped, String by) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into model_switch (stopped, changed_by, changed_at) values (:stopped, :by, :at)
                            on conflict (one) do update
                            set stopped = excluded.stopped, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                            """)
                    .param("stopped", stopped)
                    .param("by", by)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            audit.append(by, stopped ? "models-stopped" : "models-resumed", "language-models", Map.of());
        });
        last = new Look(stopped, System.nanoTime());
    }
}
