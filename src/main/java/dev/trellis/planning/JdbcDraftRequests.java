package dev.trellis.planning;

import dev.trellis.audit.AuditTrail;
import dev.trellis.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Requests in PostgreSQL beside the job queue, both written in the caller's transaction. */
class JdbcDraftRequests implements DraftRequests {

    /** Name of the job; its instance is the learner's id. */
    static final String TASK = "plan-draft";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ReadingAs readingAs;
    private final AuditTrail audit;
    private final Clock clock;

    JdbcDraftRequests(
            JdbcClient jdbc, TransactionOperations transactions, ReadingAs readingAs, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.readingAs = readingAs;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void request(PersonId learner, PersonId by, String hint) {
        request(List.of(learner), by, hint);
    }

    @Override
    public void requestAll(Collection<PersonId> learners, PersonId by) {
        request(learners, by, "");
    }

    private void request(Collection<PersonId> learners, PersonId by, String hint) {
        if (learners.isEmpty()) {
            return;
        }
        UUID[] ids = new LinkedHashSet<>(learners).stream().map(PersonId::value).toArray(UUID[]::new);
        transactions.executeWithoutResult(status -> {
            // A later request without a hint does not take back what somebody asked for before.
            jdbc.sql("""
                            insert into draft_request (learner, requested_by, hint, requested_at)
                            select learner, :by, :hint, :at from unnest(:learners) as learner
                            on conflict (learner) do update
                            set requested_by = excluded.requested_by,
                                hint = case when excluded.hint = '' then draft_request.hint else excluded.hint end,
                                requested_at = excluded.requested_at,
                                attempts = 0
                            """)
                    .param("by", by.value())
                    .param("hint", hint.strip())
                    .param("at", now())
                    .param("learners", ids)
                    .update();
            jdbc.sql("delete from draft_request_failure where learner = any (:learners)")
                    .param("learners", ids)
                    .update();
            schedule();
        });
    }

    /** Gives every request a job that has none; a request made while its job was ending would be left behind otherwise. */
    void schedule() {
        // The scheduler goes by the machine's own time, whatever day the clock is set to.
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        select :task, learner::text, now(), false, 1 from draft_request
                        on conflict do nothing
                        """).param("task", TASK).update();
    }

    @Override
    public int waiting() {
        return jdbc.sql("select count(*) from draft_request")
                .query(Integer.class)
                .single();
    }

    /**
     * Takes back every request not finished yet. What is being written at this moment is not kept; drafts made before stay.
     *
     * @return how many were taken back
     */
    int cancelAll(PersonId by) {
        return transactions.execute(status -> {
            int cancelled = jdbc.sql("delete from draft_request").update();
            audit.append(
                    by.toString(), "draft-requests.cancelled", "draft-requests", Map.of("cancelled", "" + cancelled));
            return cancelled;
        });
    }

    /** Since when the oldest request waits, and how many drafts were made meanwhile; empty where none waits. */
    Optional<Progress> progress() {
        return readingAs.counting(() -> jdbc.sql("""
                        select r.since, (select count(*) from plan_draft d where d.created_at >= r.since) as made
                        from (select min(requested_at) as since from draft_request) r
                        where r.since is not null
                        """)
                .query((row, number) -> new Progress(JdbcPlanDrafts.instant(row, "since"), row.getInt("made")))
                .optional());
    }

    record Progress(Instant since, int made) {}

    Optional<DraftRequest> find(PersonId learner) {
        return jdbc.sql("""
                        select learner, requested_by, hint, requested_at, attempts from draft_request where learner = :learner
                        """)
                .param("learner", learner.value())
                .query(JdbcDraftRequests::request)
                .optional();
    }

    /**
     * Done with; one made again meanwhile stays.
     *
     * @return whether it was still wanted: false where it was taken back meanwhile
     */
    boolean finish(DraftRequest request) {
        int finished = jdbc.sql("delete from draft_request where learner = :learner and requested_at = :at")
                .param("learner", request.learner().value())
                .param("at", JdbcPlanDrafts.at(request.at()))
                .update();
        return finished > 0 || find(request.learner()).isPresent();
    }

    /** @return how often it failed by now */
    int failed(DraftRequest request) {
        return jdbc.sql("""
                        update draft_request set attempts = attempts + 1
                        where learner = :learner and requested_at = :at
                        returning attempts
                        """)
                .param("learner", request.learner().value())
                .param("at", JdbcPlanDrafts.at(request.at()))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Gives up and leaves a note for the programme lead. */
    void giveUp(DraftRequest request, int attempts, String reason) {
        transactions.executeWithoutResult(status -> {
            finish(request);
            jdbc.sql("""
                            insert into draft_request_failure (learner, requested_by, failed_at, attempts, reason)
                            values (:learner, :by, :at, :attempts, :reason)
                            on conflict (learner) do update
                            set requested_by = excluded.requested_by, failed_at = excluded.failed_at,
                                attempts = excluded.attempts, reason = excluded.reason
                            """)
                    .param("learner", request.learner().value())
                    .param("by", request.by().value())
                    .param("at", now())
                    .param("attempts", attempts)
                    .param("reason", reason)
                    .update();
        });
    }

    List<GivenUp> givenUp() {
        return jdbc.sql(
                        "select learner, failed_at, attempts, reason from draft_request_failure order by failed_at desc")
                .query((row, number) -> new GivenUp(
                        new PersonId(row.getObject("learner", UUID.class)),
                        JdbcPlanDrafts.instant(row, "failed_at"),
                        row.getInt("attempts"),
                        row.getString("reason")))
                .list();
    }

    private OffsetDateTime now() {
        // PostgreSQL keeps microseconds; a request is recognised by its instant.
        return JdbcPlanDrafts.at(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static DraftRequest request(ResultSet row, int number) throws SQLException {
        return new DraftRequest(
                new PersonId(row.getObject("learner", UUID.class)),
                new PersonId(row.getObject("requested_by", UUID.class)),
                row.getString("hint"),
                JdbcPlanDrafts.instant(row, "requested_at"),
                row.getInt("attempts"));
    }

    /** A request that could not be fulfilled. @param reason a sentence for the programme lead */
    record GivenUp(PersonId learner, Instant at, int attempts, String reason) {}
}
