package dev.trellis.demo;

import java.time.LocalDateTime;

/**
 * @param theme code of the competency the text was written about; a label to test reading against
 * @param named whether its writer named the theme as what it is about; only then may anybody be told
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
        String theme,
        boolean named)
        implements DemoEvidence {

    /** A free entry, or one line each for strengths, weaknesses, opportunities and threats. */
    public enum Form {
        JOURNAL,
        SWOT
    }
}
