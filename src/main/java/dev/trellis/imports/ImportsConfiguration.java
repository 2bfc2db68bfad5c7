package dev.trellis.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.AdminArea;
import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.CompetencyRelations;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.postgres.TrellisHome;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ImportsConfiguration {

    @Bean
    ImportJobs importJobs(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, JsonMapper json) {
        return new ImportJobs(jdbc, transactions, clock, json);
    }

    @Bean
    Imports imports(
            Catalog catalog,
            CompetencyRelations relations,
            People people,
            Mentorships mentorships,
            EvidenceLedger ledger,
            AuditTrail audit,
            ImportJobs jobs,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Imports(
                catalog,
                people,
                mentorships,
                ledger,
                audit,
                jobs,
                List.of(
                        new OnetImport(catalog, UuidCreator::getTimeOrderedEpoch),
                        new EscoImport(catalog, relations, UuidCreator::getTimeOrderedEpoch)),
                transactions,
                clock,
                UuidCreator::getTimeOrderedEpoch);
    }

    @Bean
    @ConditionalOnWebApplication
    ImportRunner importRunner(Imports imports, TrellisHome home) {
        return new ImportRunner(imports, home);
    }

    @Bean
    AdminArea importsArea() {
        return new AdminArea(
                20,
                "Imports",
                "People, goals, reflections and activities from CSV files; O*NET and ESCO from their folders.",
                ImportPages.PATH);
    }
}
