package dev.trellis.review;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.audit.AuditTrail;
import dev.trellis.planning.DevelopmentPlans;
import dev.trellis.planning.DraftRequests;
import dev.trellis.planning.PlanDrafts;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewSettings.class)
class ReviewConfiguration {

    @Bean
    Reviews reviews(
            PlanDrafts drafts,
            DevelopmentPlans plans,
            DraftRequests requests,
            Routes routes,
            JdbcReviews reviews,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        return new Reviews(
                drafts, plans, requests, routes, reviews, audit, events, clock, UuidCreator::getTimeOrderedEpoch);
    }
}
