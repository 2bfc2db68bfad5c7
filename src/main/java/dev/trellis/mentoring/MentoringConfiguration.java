package dev.trellis.mentoring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class MentoringConfiguration {

    @Bean
    Programmes programmes(JdbcClient jdbc) {
        return new JdbcProgrammes(jdbc);
    }
}
