package dev.trellis.demo;

import java.time.LocalDateTime;

/**
 * Somebody says that a person has a competency at a level; {@code text} is the descriptor of that level.
 *
 * @param level 1 to 5
 * @param confidence how sure the author is, in {@code [0, 1]}
 */
public record DemoAssertion(
        String code,
        String about,
        String author,
        DemoVisibility visibility,
        LocalDateTime occurredOn,
        String title,
        String text,
        String competency,
        int level,
        double confidence,
        By by)
        implements DemoEvidence {

    /** The person or the mentor. */
    public enum By {
        SELF,
        MENTOR
    }
}
