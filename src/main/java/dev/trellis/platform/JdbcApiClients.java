package dev.trellis.platform;

import dev.trellis.audit.AuditTrail;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcApiClients implements ApiClients {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    JdbcApiClients(JdbcClient jdbc, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<ApiClient> all() {
        return jdbc.sql("""
                        select id, name, scopes, deactivated_at
                        from api_client
                        order by deactivated_at is not null, name, id
                        """).query(JdbcApiClients::client).list();
    }

    @Override
    public boolean isActive(String id) {
        return jdbc.sql("select count(*) from api_client where id = :id and deactivated_at is null")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** An active client with the hash of its secret. */
    record Known(ApiClient client, String secretHash) {}

    Optional<Known> findActive(String id) {
        return jdbc.sql("""
                        select id, name, scopes, deactivated_at, secret_hash
                        from api_client
                        where id = :id and deactivated_at is null
                        """)
                .param("id", id)
                .query((row, n) -> new Known(client(row, n), row.getString("secret_hash")))
                .optional();
    }

    @Override
    @Transactional
    public void register(String id, String name, String secret, Set<Scope> scopes) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A client's id is 2 to 63 lower-case letters, digits and hyphens, and begins with a letter or digit.");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("Give the client a name people will recognise.");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("Choose at least one thing the client may do.");
        }
        jdbc.sql("""
                        insert into api_client (id, name, secret_hash, scopes, created_at)
                        values (:id, :name, :hash, :scopes, :now)
                        on conflict (id) do update
                        set name = excluded.name, secret_hash = excluded.secret_hash, scopes = excluded.scopes,
                            deactivated_at = null
                        """)
                .param("id", id)
                .param("name", name.strip())
                .param("hash", passwords.encode(secret))
                .param("scopes", scopes.stream().map(Scope::value).sorted().toArray(String[]::new))
                .param("now", now())
                .update();
        audit.append(
                "trellis",
                "client.registered",
                "client:" + id,
                Map.of("scopes", scopes.stream().map(Scope::value).sorted().collect(Collectors.joining(" "))));
    }

    @Override
    @Transactional
    public void deactivate(String id) {
        int changed = jdbc.sql("update api_client set deactivated_at = :now where id = :id and deactivated_at is null")
                .param("id", id)
                .param("now", now())
                .update();
        if (changed == 1) {
            audit.append("trellis", "client.deactivated", "client:" + id, Map.of());
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ApiClient client(ResultSet row, int number) throws SQLException {
        Array scopes = row.getArray("scopes");
        Set<Scope> known = EnumSet.noneOf(Scope.class);
        Arrays.stream((String[]) scopes.getArray()).map(Scope::of).forEach(known::add);
        return new ApiClient(
                row.getString("id"), row.getString("name"), known, row.getObject("deactivated_at") == null);
    }
}
