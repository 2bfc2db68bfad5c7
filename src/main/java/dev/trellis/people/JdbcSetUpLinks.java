package dev.trellis.people;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Set-up links in PostgreSQL. */
class JdbcSetUpLinks implements SetUpLinks {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final People people;
    private final Credentials credentials;
    private final Clock clock;
    private final RandomGenerator random;

    JdbcSetUpLinks(
            JdbcClient jdbc,
            TransactionOperations transactions,
            People people,
            Credentials credentials,
            Clock clock,
            RandomGenerator random) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.people = people;
        this.credentials = credentials;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public boolean needed() {
        return people.withRole(Role.ADMINISTRATOR).isEmpty();
    }

    @Override
    public String issue() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("delete from set_up_link").update();
            jdbc.sql("insert into set_up_link (token_hash, created_at, expires_at) values (:hash, :now, :end)")
                    .param("hash", DigestUtils.sha256Hex(token))
                    .param("now", now())
                    .param("end", now().plus(HOLDS))
                    .update();
        });
        return token;
    }

    @Override
    public boolean holds(String token) {
        return needed()
                && jdbc.sql("select exists (select from set_up_link where token_hash = :hash and expires_at > :now)")
                        .param("hash", DigestUtils.sha256Hex(token))
                        .param("now", now())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public Optional<PersonId> makeAdministrator(
            String token, String givenName, String familyName, String email, String password) {
        return transactions.execute(status -> {
            // Taking the row is what makes it one-time: of two at once, the second finds it gone.
            int taken = jdbc.sql("delete from set_up_link where token_hash = :hash and expires_at > :now")
                    .param("hash", DigestUtils.sha256Hex(token))
                    .param("now", now())
                    .update();
            if (taken == 0 || !needed()) {
                return Optional.<PersonId>empty();
            }
            PersonId person = people.save(List.of(new NewPerson(
                            JdbcPeople.normalEmail(email),
                            givenName.strip(),
                            familyName.strip(),
                            email,
                            "",
                            "",
                            true,
                            Set.of(Role.ADMINISTRATOR))))
                    .getFirst();
            credentials.setPassword(person, password);
            return Optional.of(person);
        });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
