package dev.trellis.platform;

import dev.trellis.evidence.InvalidEvidence;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a request once however often it is sent: the answer is kept under the client's {@code Idempotency-Key} in the transaction
 * that did the work, and given again for the same key and body.
 */
@Component
class Idempotency {

    /** Platforms retry for hours, not weeks. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int LONGEST_KEY = 255;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    /** @param replayed whether it was done before and is only told again */
    record Answer(int status, String location, String body, boolean replayed) {}

    /** The same key came with another body. */
    static class KeyUsedForAnother extends ErrorResponseException {
        KeyUsedForAnother() {
            super(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "This Idempotency-Key was sent before with a different request. Use a new key for a new request."),
                    null);
        }
    }

    /**
     * @param key empty to do the work without remembering it
     * @param request what decides whether two requests are the same
     */
    Answer once(String client, Optional<String> key, Object request, Supplier<Answer> work) {
        if (key.isEmpty()) {
            return work.get();
        }
        if (key.get().isBlank() || key.get().length() > LONGEST_KEY) {
            throw new InvalidEvidence("Idempotency-Key", "An Idempotency-Key has 1 to 255 characters.");
        }
        String hash = DigestUtils.sha256Hex(json.writeValueAsString(request));
        Answer answer = transactions.execute(status -> {
            // A second request with the same key waits here until the first one's transaction has ended.
            int fresh = jdbc.sql("""
                            insert into idempotent_answer (client, key, request_hash, created_at)
                            values (:client, :key, :hash, :now)
                            on conflict (client, key) do nothing
                            """)
                    .param("client", client)
                    .param("key", key.get())
                    .param("hash", hash)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return fresh == 0 ? again(client, key.get(), hash) : first(client, key.get(), work);
        });
        if (answer == null) {
            throw new IllegalStateException("a transaction without an answer");
        }
        return answer;
    }

    private Answer first(String client, String key, Supplier<Answer> work) {
        Answer answer = work.get();
        jdbc.sql("""
                        update idempotent_answer set status = :status, location = :location, body = :body
                        where client = :client and key = :key
                        """)
                .param("client", client)
                .param("key", key)
                .param("status", answer.status())
                .param("location", answer.location())
                .param("body", answer.body())
                .update();
        jdbc.sql("delete from idempotent_answer where created_at < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return answer;
    }

    private Answer again(String client, String key, String hash) {
        record Kept(String hash, int status, String location, String body) {}
        Kept kept = jdbc.sql("""
                        select request_hash, status, location, body from idempotent_answer
                        where client = :client and key = :key
                        """)
                .param("client", client)
                .param("key", key)
                .query((row, n) -> new Kept(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
                .single();
        if (!kept.hash().equals(hash)) {
            throw new KeyUsedForAnother();
        }
        return new Answer(kept.status(), kept.location(), kept.body(), true);
    }
}
