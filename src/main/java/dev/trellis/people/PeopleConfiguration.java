package dev.trellis.people;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    People people(JdbcClient jdbc, TransactionOperations transactions, ApplicationEventPublisher events) {
        return new JdbcPeople(jdbc, transactions, events, UuidCreator::getTimeOrderedEpoch);
    }

    @Bean
    JdbcMentorships mentorships(JdbcClient jdbc, Clock clock) {
        return new JdbcMentorships(jdbc, clock);
    }

    @Bean
    Absences absences(
            JdbcClient jdbc, TransactionOperations transactions, People people, Mentorships mentorships, Clock clock) {
        return new JdbcAbsences(jdbc, transactions, people, mentorships, clock);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    Credentials credentials(JdbcClient jdbc, PasswordEncoder encoder, Clock clock) {
        return new JdbcCredentials(jdbc, encoder, clock);
    }

    @Bean
    SetUpLinks setUpLinks(
            JdbcClient jdbc, TransactionOperations transactions, People people, Credentials credentials, Clock clock) {
        return new JdbcSetUpLinks(jdbc, transactions, people, credentials, clock, new SecureRandom());
    }
}
