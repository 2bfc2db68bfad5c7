package dev.trellis.people;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Password hashes in PostgreSQL. */
class JdbcCredentials implements Credentials {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String nobody;

    JdbcCredentials(JdbcClient jdbc, PasswordEncoder encoder, Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
        this.nobody = String.valueOf(encoder.encode("nobody has this password"));
    }

    @Override
    public void setPassword(PersonId person, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("A password has at least " + SHORTEST_PASSWORD + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("A password has at most " + LONGEST_PASSWORD + " characters.");
        }
        jdbc.sql("""
                insert into credential (person, password_hash, changed_at) values (:person, :hash, :now)
                on conflict (person) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                """)
                .param("person", person.value())
                .param("hash", encoder.encode(password))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean matches(PersonId person, String password) {
        Optional<String> hash = jdbc.sql("select password_hash from credential where person = :person")
                .param("person", person.value())
                .query(String.class)
                .optional();
        boolean same = encoder.matches(readable(password), hash.orElse(nobody));
        return same && hash.isPresent();
    }

    @Override
    public void matchesNobody(String password) {
        encoder.matches(readable(password), nobody);
    }

    /** No password is longer, so a longer one may become any wrong one. */
    private static String readable(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD ? "" : password;
    }
}
