package dev.trellis.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.Catalog;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.Credentials;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.planning.DraftRequests;
import dev.trellis.platform.ApiClients;
import dev.trellis.postgres.TrellisHome;
import dev.trellis.search.SearchIndex;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** On Trellis's own database only: what is configured is somebody's, and nothing is made up in it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
@ConditionalOnProperty(name = "trellis.demo.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "trellis.workers", matchIfMissing = true)
class DemoConfiguration {

    @Bean
    DemoState demoState(JdbcClient jdbc, Clock clock) {
        return new DemoState(jdbc, clock);
    }

    @Bean
    DemoLoader demoLoader(
            Catalog catalog,
            People people,
            Mentorships mentorships,
            Programmes programmes,
            EvidenceLedger ledger,
            TransactionOperations transactions) {
        return new DemoLoader(
                catalog, people, mentorships, programmes, ledger, transactions, UuidCreator::getTimeOrderedEpoch);
    }

    @Bean
    DemoLogins demoLogins(
            People people,
            Credentials credentials,
            ApiClients clients,
            TrellisHome home,
            @Value("${trellis.demo.password:}") String password,
            @Value("${trellis.demo.client-secret:}") String clientSecret) {
        return new DemoLogins(people, credentials, clients, home.folder(), password, clientSecret);
    }

    @Bean
    FirstDrafts firstDrafts(People people, Mentorships mentorships, Programmes programmes, DraftRequests requests) {
        return new FirstDrafts(people, mentorships, programmes, requests);
    }

    @Bean
    MadeUpOrganisation madeUpOrganisation(
            DemoState state,
            DemoLoader loader,
            DemoLogins logins,
            FirstDrafts drafts,
            SearchIndex index,
            AuditTrail audit,
            TransactionOperations transactions,
            Environment environment,
            @Value("${trellis.public-url:}") String publicUrl) {
        return new MadeUpOrganisation(
                state,
                loader,
                logins,
                drafts,
                index,
                audit,
                transactions,
                () -> publicUrl.isEmpty()
                        ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                        : publicUrl);
    }
}
