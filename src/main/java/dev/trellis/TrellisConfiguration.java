package dev.trellis;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time comes from here and from nowhere else. */
@Configuration(proxyBeanMethods = false)
class TrellisConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
