package dev.trellis.catalog;

import java.util.List;

/**
 * Something real that a person can do to learn.
 *
 * @param externalId unique; imports and platforms address activities by it
 * @param effortHours hours it takes a learner, above 0
 * @param url where it is; empty for none
 * @param available false once withdrawn: no new draft names it
 */
public record LearningActivity(
        ActivityId id,
        String externalId,
        String title,
        String description,
        ActivityKind kind,
        double effortHours,
        String provider,
        String url,
        List<Develops> develops,
        boolean available) {

    public LearningActivity {
        develops = List.copyOf(develops);
    }
}
