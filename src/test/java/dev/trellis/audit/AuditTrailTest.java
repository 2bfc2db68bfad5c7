package dev.trellis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.audit.AuditTrail.ChainState;
import dev.trellis.audit.AuditTrail.ChainState.Broken;
import dev.trellis.audit.AuditTrail.ChainState.Intact;
import dev.trellis.testing.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00.123456789Z"), ZoneOffset.UTC);

    private final TestPostgres.Database database = TestPostgres.database();
    private final DataSource source = database.application();
    private final JdbcClient service = JdbcClient.create(source);
    private final JdbcClient owner = database.asOwner();
    private final TransactionTemplate transactions = TestPostgres.Database.transactions(source);
    private final AuditTrail audit = AuditTrails.over(source, CLOCK);

    @Test
    void anEmptyTrailIsIntact() {
        assertThat(audit.verify()).isEqualTo(new Intact(0));
    }

    @Test
    void keepsWhatHappenedInOrderAndLinked() {
        audit.append("ada", "draft.written", "draft:1", Map.of("b", "2", "a", "1"));
        audit.append("ada", "item.accepted", "draft:2", Map.of());
        audit.append("client:lms", "item.edited", "draft:1", Map.of("ä\uD83C\uDF31", "“quoted” \n", "\uFFFD", "x"));

        List<AuditEntry> first = audit.of("draft:1");
        assertThat(first).extracting(AuditEntry::number).containsExactly(1L, 3L);
        assertThat(first.getFirst().details()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(first.getFirst().at()).isEqualTo(Instant.parse("2026-11-24T12:00:00.123456Z"));
        assertThat(audit.latest(2)).extracting(AuditEntry::number).containsExactly(3L, 2L);
        assertThat(audit.latest(1).getFirst().previousHash())
                .isEqualTo(audit.latest(2).getLast().hash());
        assertThat(audit.verify()).isEqualTo(new Intact(3));
    }

    @Test
    void anEntryStandsExactlyIfItsTransactionDoes() {
        transactions.executeWithoutResult(status -> {
            audit.append("ada", "draft.written", "draft:1", Map.of());
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> {
            audit.append("ada", "draft.written", "draft:2", Map.of());
            audit.append("ada", "item.accepted", "draft:2", Map.of());
        });

        assertThat(audit.latest(10)).extracting(AuditEntry::action).containsExactly("item.accepted", "draft.written");
        assertThat(audit.verify()).isEqualTo(new Intact(2));
    }

    @Test
    void sixteenAppendersLeaveOneIntactChain() throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(16)) {
            List<Future<?>> running = new ArrayList<>();
            for (int appender = 0; appender < 16; appender++) {
                String actor = "appender-" + appender;
                running.add(pool.submit(() -> {
                    for (int n = 0; n < 25; n++) {
                        transactions.executeWithoutResult(status -> {
                            audit.append(actor, "one", "draft:1", Map.of());
                            audit.append(actor, "two", "draft:2", Map.of());
                        });
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        assertThat(audit.verify()).isEqualTo(new Intact(800));
    }

    /** Two transactions that lock the same row, one before and one after they append: a lock taken early would deadlock. */
    @Test
    void appendingDoesNotLockWhatComesAfterItInTheTransaction() {
        transactions.executeWithoutResult(first -> {
            audit.append("ada", "draft.written", "draft:1", Map.of());
            try (var other = Executors.newSingleThreadExecutor()) {
                other.submit(() -> audit.append("ben", "draft.written", "draft:2", Map.of()))
                        .get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(audit.latest(2)).extracting(AuditEntry::actor).containsExactly("ada", "ben");
        assertThat(audit.verify()).isEqualTo(new Intact(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'eve'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_head set number = 0",
                "delete from audit_head",
                "truncate audit_head",
            })
    void refusesEveryChangeToTheServiceAndToTheOwner(String change) {
        audit.append("ada", "draft.written", "draft:1", Map.of());

        assertThatThrownBy(() -> service.sql(change).update()).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> owner.sql(change).update()).hasStackTraceContaining("append-only");
        assertThat(audit.verify()).isEqualTo(new Intact(1));
    }

    @Test
    void theServiceCannotWriteEntriesPastTheChain() {
        assertThatThrownBy(() -> service.sql("""
                        insert into audit_entry values (1, now(), 'a', 'b', 'c', '{}', 'd', 'e')
                        """).update()).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> service.sql("delete from audit_intake").update())
                .hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'eve'",
                "action = 'draft.rejected'",
                "subject = 'draft:9'",
                "at = at + interval '1 microsecond'",
                "details = '{\"n\": \"20\"}'",
                "details = '{}'",
                "hash = repeat('a', 64)",
                "previous_hash = repeat('a', 64)",
            })
    void showsAnEntryThatAnOwnerChanged(String change) {
        appendFive();

        behindTheTriggers("update audit_entry set " + change + " where number = 2");

        assertThat(audit.verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.number()).isEqualTo(2));
    }

    @Test
    void showsAnEntryChangedTogetherWithItsOwnHash() {
        appendFive();

        behindTheTriggers("""
                update audit_entry
                set actor = 'eve', hash = audit_hash(previous_hash, number, at, 'eve', action, subject, details) where number = 2
                """);

        assertThat(audit.verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.number()).isEqualTo(3));
    }

    @Test
    void showsARemovedEntryAndACutOffEnd() {
        appendFive();

        behindTheTriggers("delete from audit_entry where number = 5");
        ChainState cut = audit.verify();
        behindTheTriggers("delete from audit_entry where number = 3");
        ChainState holed = audit.verify();

        assertThat(cut)
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.number()).isEqualTo(5));
        assertThat(holed)
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.number()).isEqualTo(3));
    }

    private void appendFive() {
        for (int n = 1; n <= 5; n++) {
            audit.append("ada", "item.accepted", "draft:1", Map.of("n", String.valueOf(n)));
        }
    }

    private void behindTheTriggers(String change) {
        owner.sql("alter table audit_entry disable trigger all").update();
        assertThat(owner.sql(change).update()).isEqualTo(1);
        owner.sql("alter table audit_entry enable trigger all").update();
    }
}
