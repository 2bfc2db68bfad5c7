package dev.trellis.demo;

import java.time.LocalDateTime;

/**
 * A catalogue activity a person finished.
 *
 * @param activity code of the activity
 * @param hoursSpent in steps of half an hour
 */
public record DemoCompletion(
        String code,
        String about,
        String author,
        DemoVisibility visibility,
        LocalDateTime occurredOn,
        String title,
        String text,
        String activity,
        double hoursSpent)
        implements DemoEvidence {}
