package dev.trellis.postgres;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Where the database is. With {@code spring.datasource.url} it is a server of yours; without it, Trellis runs one. */
@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {

    @Bean
    TrellisHome trellisHome(@Value("${trellis.home}") Path home) {
        return TrellisHome.at(home);
    }

    /** How far from the machine's time service and database are. On a database of yours they never are. */
    record ClockOff(Duration by) {}

    @Bean
    ClockOff clockOff(
            TrellisHome home,
            @Value("${" + DemonstrationClock.SETTING + ":}") String startsOn,
            @Value("${spring.datasource.url:}") String configured) {
        if (configured.isEmpty() || configured.equals("none")) {
            return new ClockOff(DemonstrationClock.off(home, startsOn, Clock.systemUTC()));
        }
        if (!startsOn.isEmpty()) {
            throw new TrellisHome.HomeUnusable(DemonstrationClock.SETTING
                    + " sets the clock to another day, for demonstrations on a database of Trellis's own. Take it away, or"
                    + " take spring.datasource.url away.");
        }
        return new ClockOff(Duration.ZERO);
    }

    /** Time comes from here and from nowhere else. */
    @Bean
    Clock clock(ClockOff off) {
        return Clock.offset(Clock.systemUTC(), off.by());
    }

    /** Policies that ask for today ask trellis_now(), which is as far off as the clock. */
    @Bean
    FlywayConfigurationCustomizer clockOfTheDatabase(ClockOff off) {
        return flyway -> flyway.placeholders(
                Map.of("clock_off_by_seconds", String.valueOf(off.by().toSeconds())));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
    static class Own {

        /** After the clock, which is set only where nothing was recorded yet. */
        @Bean
        @DependsOn("clockOff")
        OwnPostgres ownPostgres(TrellisHome home, @Value("${trellis.join-running-postgres:false}") boolean mayJoin) {
            return OwnPostgres.start(home, mayJoin);
        }

        @Bean
        JdbcConnectionDetails connection(OwnPostgres postgres) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return OwnPostgres.USER;
                }

                @Override
                public String getPassword() {
                    return postgres.password();
                }

                @Override
                public String getJdbcUrl() {
                    return postgres.jdbcUrl();
                }
            };
        }
    }

    /**
     * Migrations run as the owner of the tables. The service itself takes the role {@code trellis_app} on each connection,
     * which owns nothing and is held by row-level security.
     */
    @Bean
    FlywayConnectionDetails migrationConnection(
            JdbcConnectionDetails connection,
            @Value("${spring.flyway.user:}") String owner,
            @Value("${spring.flyway.password:}") String ownerPassword) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return owner.isEmpty() ? String.valueOf(connection.getUsername()) : owner;
            }

            @Override
            public String getPassword() {
                return owner.isEmpty() ? String.valueOf(connection.getPassword()) : ownerPassword;
            }

            @Override
            public String getJdbcUrl() {
                return connection.getJdbcUrl();
            }
        };
    }
}
