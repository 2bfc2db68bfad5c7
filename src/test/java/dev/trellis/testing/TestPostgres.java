package dev.trellis.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One real PostgreSQL for the whole test run; each database is a copy of a migrated template, made in milliseconds.
 *
 * <pre>{@code
 * static final TestPostgres.Database DATABASE = TestPostgres.database();
 * // in a Spring test:
 * @DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) { TestPostgres.database().register(registry); }
 * }</pre>
 */
public final class TestPostgres {

    private static final AtomicInteger databases = new AtomicInteger();
    private static final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();
    private static final Set<String> ofThisClass = ConcurrentHashMap.newKeySet();
    private static final EmbeddedPostgres server = start();

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "500")
                    .setRegisterShutdownHook(false)
                    .start();
            // After the contexts of the tests: each still has something to say to its database when it ends.
            SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
            Flyway.configure()
                    .dataSource(postgres.getJdbcUrl("postgres", "template1"), "postgres", "")
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("clock_off_by_seconds", "0"))
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        closePools();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called when a test class has ended: nobody uses its databases any more but a context of Spring's, which may be kept. */
    static void forgetThoseOfTheClass() {
        closePools();
        List.copyOf(ofThisClass).forEach(name -> execute("drop database " + name + " with (force)"));
        ofThisClass.clear();
    }

    private static void closePools() {
        List.copyOf(pools.keySet()).forEach(key -> {
            HikariDataSource pool = pools.remove(key);
            if (pool != null) {
                pool.close();
            }
        });
    }

    /** A migrated, empty database of its own. */
    public static Database database() {
        String name = "test_" + databases.incrementAndGet();
        execute("create database " + name + " strategy file_copy");
        ofThisClass.add(name);
        return new Database(name, server.getJdbcUrl("postgres", name));
    }

    /** A database without any table. */
    public static Database emptyDatabase() {
        String name = "empty_" + databases.incrementAndGet();
        execute("create database " + name + " template template0 strategy file_copy");
        ofThisClass.add(name);
        return new Database(name, server.getJdbcUrl("postgres", name));
    }

    private static void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One database; {@link #application()} is what the service sees, {@link #owner()} what migrations see. */
    public record Database(String name, String url) {

        /** For {@code @DynamicPropertySource}: points the service at this database. */
        public void register(DynamicPropertyRegistry registry) {
            ofThisClass.remove(name);
            registry.add("spring.datasource.url", () -> url);
            registry.add("spring.datasource.username", () -> "postgres");
            registry.add("spring.datasource.password", () -> "");
        }

        /** Connections in the role {@code trellis_app}, as the service has them. */
        public DataSource application() {
            return pools.computeIfAbsent(name + " application", key -> pool("set role trellis_app"));
        }

        /** Connections of the owner, for arranging and for looking behind row-level security. */
        public DataSource owner() {
            return pools.computeIfAbsent(name + " owner", key -> pool(null));
        }

        /** Policies take this clock's time for the present, as they do in a service whose clock is set to another day. */
        public void goesBy(SettableClock clock) {
            clock.follow(now -> asOwner()
                    .sql(
                            "create or replace function trellis_now() returns timestamptz language sql stable parallel safe as $$ select timestamptz '"
                                    + now + "' $$")
                    .update());
        }

        public JdbcClient asOwner() {
            return JdbcClient.create(owner());
        }

        public static TransactionTemplate transactions(DataSource source) {
            return new TransactionTemplate(new JdbcTransactionManager(source));
        }

        private HikariDataSource pool(@Nullable String first) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(url);
            pool.setUsername("postgres");
            pool.setPassword("");
            pool.setConnectionInitSql(first);
            pool.setMaximumPoolSize(8);
            pool.setMinimumIdle(0);
            pool.setIdleTimeout(10_000);
            return pool;
        }
    }
}
