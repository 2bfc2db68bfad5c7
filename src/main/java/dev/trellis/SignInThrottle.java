package dev.trellis;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts tries to sign in, in PostgreSQL, so that all nodes count together. A try is counted before the password is looked at:
 * many at the same moment get no further than one after another.
 */
@Component
class SignInThrottle {

    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Enough for a person who mixes up passwords; 480 guesses a day are too few to find one of eight characters. */
    static final int TRIES_OF_ACCOUNT_AND_ADDRESS = 5;

    /** A whole office may share an address; one that tries a hundred is trying a list. */
    static final int TRIES_OF_ADDRESS = 100;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether a try may be made now; if so it counts, until it succeeds. */
    boolean admits(String email, String address) {
        String pair = pair(email, address);
        String all = digest("address", address);
        return Boolean.TRUE.equals(transactions.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                    .param("key", all)
                    .query(row -> {});
            jdbc.sql("delete from sign_in_try where at <= :start")
                    .param("start", now().minus(WINDOW))
                    .update();
            if (tries(pair) >= TRIES_OF_ACCOUNT_AND_ADDRESS || tries(all) >= TRIES_OF_ADDRESS) {
                return false;
            }
            jdbc.sql("insert into sign_in_try (key, at) values (:pair, :now), (:all, :now)")
                    .param("pair", pair)
                    .param("all", all)
                    .param("now", now())
                    .update();
            return true;
        }));
    }

    /** The account's owner is here: what was tried on it from this address no longer counts. */
    void succeeded(String email, String address) {
        jdbc.sql("delete from sign_in_try where key = :pair")
                .param("pair", pair(email, address))
                .update();
    }

    private int tries(String key) {
        return jdbc.sql("select count(*) from sign_in_try where key = :key")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String pair(String email, String address) {
        return digest("account", email.strip().toLowerCase(Locale.ROOT) + " " + address);
    }

    private static String digest(String kind, String value) {
        return DigestUtils.sha256Hex(kind + " " + value);
    }
}
