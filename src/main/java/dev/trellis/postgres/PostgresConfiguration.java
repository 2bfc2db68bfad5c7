package dev.trellis.postgres;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the database is. With {@code spring.datasource.url} it is a server of yours; without it, Trellis runs one. */
@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {

    @Bean
    TrellisHome trellisHome(@Value("${trellis.home}") Path home) {
        return TrellisHome.at(home);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
    static class Own {

        @Bean
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
