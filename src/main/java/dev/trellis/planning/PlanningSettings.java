package dev.trellis.planning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How drafts are planned, {@code trellis.planning.*}.
 *
 * @param hoursPerWeek hours a learner has for learning; two is what most organisations grant
 * @param months length of a plan where no programme ends sooner
 * @param items most items in a draft: more than six is a list, not a plan
 * @param atOnce drafts written at the same time on this node
 * @param indexWait longest wait for the search index before a draft is tried later
 */
@ConfigurationProperties("trellis.planning")
record PlanningSettings(
        @DefaultValue("2") double hoursPerWeek,
        @DefaultValue("6") int months,
        @DefaultValue("6") int items,
        @DefaultValue("2") int atOnce,
        @DefaultValue("2m") Duration indexWait) {

    PlanningSettings {
        if (hoursPerWeek <= 0 || hoursPerWeek > 40) {
            throw new IllegalArgumentException(
                    "trellis.planning.hours-per-week must be above 0 and at most 40, not " + hoursPerWeek);
        }
        if (months < 1 || months > 24) {
            throw new IllegalArgumentException("trellis.planning.months must be from 1 to 24, not " + months);
        }
        if (items < 1 || items > 12) {
            throw new IllegalArgumentException("trellis.planning.items must be from 1 to 12, not " + items);
        }
        if (atOnce < 1) {
            throw new IllegalArgumentException("trellis.planning.at-once must be at least 1, not " + atOnce);
        }
    }
}
