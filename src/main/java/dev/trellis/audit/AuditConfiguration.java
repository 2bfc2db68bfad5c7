package dev.trellis.audit;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AuditConfiguration.class);

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new JdbcAuditTrail(jdbc, transactions, clock, JsonMapper.shared());
    }

    /** A number and hash in a log kept elsewhere show a chain that was made anew as a whole. */
    @Bean
    @ConditionalOnWebApplication
    ApplicationListener<ApplicationReadyEvent> headOfTheChainInTheLog(AuditTrail audit) {
        return ready -> audit.latest(1)
                .forEach(entry -> log.info("The audit trail stands at entry {}, {}", entry.number(), entry.hash()));
    }
}
