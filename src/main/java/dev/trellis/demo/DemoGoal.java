package dev.trellis.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A goal in SMART form; {@code text} is the specific statement.
 *
 * @param competency code of the competency the goal serves
 * @param dueOn may be after the anchor date, and then the goal is open
 */
public record DemoGoal(
        String code,
        String about,
        String author,
        DemoVisibility visibility,
        LocalDateTime occurredOn,
        String title,
        String text,
        String competency,
        String measure,
        String whyAchievable,
        String whyRelevant,
        LocalDate dueOn,
        Horizon horizon,
        State state)
        implements DemoEvidence {

    /** Up to half a year, or longer. */
    public enum Horizon {
        SHORT,
        LONG
    }

    /** Where the goal stands on the anchor date. */
    public enum State {
        OPEN,
        MET,
        MISSED
    }
}
