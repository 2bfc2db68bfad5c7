package dev.trellis.demo;

import java.time.LocalDate;

/**
 * One person mentors another. A learner has at most one mentor; those without one do not appear here.
 *
 * @param programme code of the programme the learner is in, or empty; the relationship may be older than the programme
 */
public record DemoMentoring(String mentor, String learner, Form form, LocalDate startedOn, String programme) {

    /** How the two work together. */
    public enum Form {
        COACHING,
        MENTORING,
        SPONSORING
    }
}
