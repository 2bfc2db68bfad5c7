package dev.trellis.demo;

import java.time.LocalDateTime;

/**
 * What a colleague saw, in which situation, and what it led to.
 *
 * @param competency code of a competency the person's role expects
 */
public record DemoFeedback(
        String code,
        String about,
        String author,
        DemoVisibility visibility,
        LocalDateTime occurredOn,
        String title,
        String text,
        String competency,
        Tone tone)
        implements DemoEvidence {

    /** Keep doing it, or please do it differently. */
    public enum Tone {
        APPRECIATES,
        ASKS_FOR_CHANGE
    }
}
