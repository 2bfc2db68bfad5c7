package dev.trellis.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
    private static final EmbeddedPostgres server = start();

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "1500")
                    .start();
            Flyway.configure()
                    .dataSource(postgres.getJdbcUrl("postgres", "template1"), "postgres", "")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A migrated, empty database of its own. */
    public static Database database() {
        String name = "test_" + databases.incrementAndGet();
        execute("create database " + name);
        return new Database(name, server.getJdbcUrl("postgres", name));
    }

    /** A database without any table. */
    public static Database emptyDatabase() {
        String name = "empty_" + databases.incrementAndGet();
        execute("create database " + name + " template template0");
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
            registry.add("spring.datasource.url", () -> url);
            registry.add("spring.datasource.username", () -> "postgres");
            registry.add("spring.datasource.password", () -> "");
        }

        /** Connections in the role {@code trellis_app}, as the service has them. */
        public DataSource application() {
            HikariDataSource pool = pool();
            pool.setConnectionInitSql("set role trellis_app");
            return pool;
        }

        /** Connections of the owner, for arranging and for looking behind row-level security. */
        public DataSource owner() {
            return pool();
        }

        public JdbcClient asOwner() {
            return JdbcClient.create(owner());
        }

        public static TransactionTemplate transactions(DataSource source) {
            return new TransactionTemplate(new JdbcTransactionManager(source));
        }

        private HikariDataSource pool() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(url);
            pool.setUsername("postgres");
            pool.setPassword("");
            pool.setMaximumPoolSize(8);
            pool.setMinimumIdle(0);
            // Tests leave many pools behind; none may hold connections the next ones need.
            pool.setIdleTimeout(10_000);
            return pool;
        }
    }
}
