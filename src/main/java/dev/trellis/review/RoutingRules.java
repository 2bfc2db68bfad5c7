package dev.trellis.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rules about where drafts go that a programme lead can change. */
@Component
class RoutingRules {

    static final int FEWEST_DAYS = 1;
    static final int MOST_DAYS = 90;

    private final JdbcClient jdbc;
    private final Clock clock;

    RoutingRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A draft that nobody decided for so many days also comes to the programme leads. */
    int escalateAfterDays() {
        return jdbc.sql("select escalate_after_days from routing_rules")
                .query(Integer.class)
                .single();
    }

    /** @param days from 1 to 90 */
    void escalateAfter(int days) {
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw new IllegalArgumentException("days " + days);
        }
        jdbc.sql("update routing_rules set escalate_after_days = :days")
                .param("days", days)
                .update();
    }

    /** Drafts written before this that still wait have waited too long. */
    Instant writtenBefore() {
        return clock.instant().minus(Duration.ofDays(escalateAfterDays()));
    }
}
