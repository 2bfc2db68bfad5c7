package dev.trellis.trends;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The smallest group a figure may describe. Each published cell describes at least this many people, and every total is made
 * of published cells only: so no two answers differ by a group that is smaller.
 *
 * @param minimumGroup {@code k}, at least 5: the threshold that employee surveys have settled on
 */
@ConfigurationProperties("trellis.trends")
record MinimumGroup(@DefaultValue("5") int minimumGroup) {

    static final int LOWEST = 5;

    MinimumGroup {
        if (minimumGroup < LOWEST) {
            throw new IllegalArgumentException(
                    "trellis.trends.minimum-group is " + minimumGroup + " and must be at least " + LOWEST);
        }
    }

    boolean allows(long people) {
        return people >= minimumGroup;
    }
}
