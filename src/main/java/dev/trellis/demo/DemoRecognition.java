package dev.trellis.demo;

import java.time.LocalDateTime;

/** A public thank-you. */
public record DemoRecognition(
        String code,
        String about,
        String author,
        DemoVisibility visibility,
        LocalDateTime occurredOn,
        String title,
        String text)
        implements DemoEvidence {}
