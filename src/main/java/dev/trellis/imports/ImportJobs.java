package dev.trellis.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Jobs in PostgreSQL. Progress is written beside the import's own transaction, so that it shows while it runs. */
class ImportJobs {

    /** Messages kept with the job; the error file holds more. */
    static final int MOST_MESSAGES = 100;

    /** A running job speaks every second or so; the longest silence is a commit. */
    static final Duration SILENT_FOR = Duration.ofMinutes(5);

    static final Duration ERROR_FILE_LASTS = Duration.ofDays(1);

    private static final TypeReference<List<List<Object>>> MESSAGES = new TypeReference<>() {};

    private static final String SELECT = """
            select id, kind, file_name, sha256, dry_run, requested_by, workflow_state, progress, summary, error_count,
                   processing_errors, created_at, finished_at,
                   exists (select from import_error_file f where f.job = j.id and f.expires_at > :now) as error_file
            from import_job j
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate beside;
    private final TransactionTemplate joining;
    private final Clock clock;
    private final JsonMapper json;

    ImportJobs(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.beside = new TransactionTemplate(transactions);
        this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.joining = new TransactionTemplate(transactions);
    }

    void create(UUID id, ImportKind kind, String fileName, boolean dryRun, String by) {
        beside.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into import_job
                                (id, kind, file_name, sha256, dry_run, requested_by, workflow_state, progress, summary,
                                 error_count, processing_errors, created_at, updated_at)
                            values (:id, :kind, :fileName, '', :dryRun, :by, 'created', 0, '', 0, '[]', :now, :now)
                            """)
                    .param("id", id)
                    .param("kind", kind.name())
                    .param("fileName", fileName)
                    .param("dryRun", dryRun)
                    .param("by", by)
                    .param("now", now())
                    .update();
            jdbc.sql("delete from import_error_file where expires_at <= :now")
                    .param("now", now())
                    .update();
        });
    }

    void progress(UUID id, double share) {
        beside.executeWithoutResult(status -> jdbc.sql("""
                        update import_job
                        set workflow_state = 'importing', progress = greatest(progress, :progress), updated_at = :now
                        where id = :id and finished_at is null
                        """)
                .param("id", id)
                .param("progress", (int) Math.round(100 * Math.clamp(share, 0, 1)))
                .param("now", now())
                .update());
    }

    /** In the caller's transaction where there is one: an import that stands is a job that says so. */
    void finish(UUID id, ImportJob.State state, ImportOutcome outcome) {
        List<List<Object>> messages = outcome.problems().stream()
                .limit(MOST_MESSAGES)
                .map(problem -> List.<Object>of(problem.row(), problem.withColumn()))
                .toList();
        joining.executeWithoutResult(status -> {
            int updated = jdbc.sql("""
                            update import_job
                            set workflow_state = :state, progress = case when :state = 'failed' then progress else 100 end,
                                sha256 = :sha256, summary = :summary, error_count = :errors,
                                processing_errors = cast(:messages as jsonb), updated_at = :now, finished_at = :now
                            where id = :id
                            """)
                    .param("id", id)
                    .param("state", state.name().toLowerCase(Locale.ROOT))
                    .param("sha256", outcome.sha256())
                    .param("summary", outcome.summary())
                    .param("errors", outcome.errors())
                    .param("messages", json.writeValueAsString(messages))
                    .param("now", now())
                    .update();
            if (updated != 1) {
                throw new IllegalStateException("no such import job: " + id);
            }
            outcome.errorFile()
                    .ifPresent(content -> jdbc.sql(
                                    "insert into import_error_file (job, content, expires_at) values (:id, :content, :until)")
                            .param("id", id)
                            .param("content", content)
                            .param("until", now().plus(ERROR_FILE_LASTS))
                            .update());
        });
    }

    Optional<ImportJob> find(UUID id) {
        endSilent();
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .param("now", now())
                .query(this::job)
                .optional();
    }

    /** Newest first. */
    List<ImportJob> latest(int limit) {
        endSilent();
        return jdbc.sql(SELECT + " order by created_at desc, id desc limit :limit")
                .param("limit", limit)
                .param("now", now())
                .query(this::job)
                .list();
    }

    Optional<String> errorFile(UUID id) {
        return jdbc.sql("select content from import_error_file where job = :id and expires_at > :now")
                .param("id", id)
                .param("now", now())
                .query(String.class)
                .optional();
    }

    /** The process that ran it has gone, and its transaction with it. */
    private void endSilent() {
        jdbc.sql("""
                        update import_job
                        set workflow_state = 'failed', finished_at = :now, updated_at = :now, error_count = 1,
                            processing_errors = '[[0, "It was interrupted before it was done. Nothing was imported; start it again."]]'
                        where finished_at is null and updated_at < :before
                        """)
                .param("now", now())
                .param("before", now().minus(SILENT_FOR))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private ImportJob job(ResultSet row, int number) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                ImportKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getBoolean("dry_run"),
                row.getString("requested_by"),
                ImportJob.State.valueOf(row.getString("workflow_state").toUpperCase(Locale.ROOT)),
                row.getInt("progress"),
                row.getString("summary"),
                row.getLong("error_count"),
                json.readValue(row.getString("processing_errors"), MESSAGES).stream()
                        .map(message -> new ImportJob.Message(
                                ((Number) message.get(0)).longValue(), String.valueOf(message.get(1))))
                        .toList(),
                row.getBoolean("error_file"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .map(Instant.class::cast));
    }
}
