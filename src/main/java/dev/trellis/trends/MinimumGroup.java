package dev.trellis.trends;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The smallest groups that figures may describe, directly or together with other figures (see {@link Ledger}).
 *
 * @param minimumGroup at least 5: the threshold that employee surveys have settled on
 * @param minimumForThemes of figures about what people wrote, at least 10
 */
@ConfigurationProperties("trellis.trends")
record MinimumGroup(
        @DefaultValue("5") int minimumGroup,
        @DefaultValue("10") int minimumForThemes) {

    static final int LOWEST = 5;
    static final int LOWEST_FOR_THEMES = 10;

    MinimumGroup {
        refuseBelow("minimum-group", minimumGroup, LOWEST);
        refuseBelow("minimum-for-themes", minimumForThemes, LOWEST_FOR_THEMES);
    }

    private static void refuseBelow(String name, int given, int lowest) {
        if (given < lowest) {
            throw new IllegalArgumentException(
                    "trellis.trends." + name + " is " + given + " and must be at least " + lowest);
        }
    }
}
