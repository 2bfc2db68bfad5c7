package dev.trellis.demo;

import java.time.LocalDateTime;

/**
 * @param theme code of the competency the text was written about; a label to test reading against, not something to show
 */
public record DemoReflection(
        String code,
        String about,
        String author,
        DemoVisibility visibility,
        LocalDateTime occurredOn,
        String title,
        String text,
        Form form,
        String theme)
        implements DemoEvidence {

    /** A free entry, or one line each for strengths, weaknesses, opportunities and threats. */
    public enum Form {
        JOURNAL,
        SWOT
    }
}
