package dev.trellis.demo;

import java.util.List;

/**
 * A learning activity of the catalogue.
 *
 * @param effortHours expected effort, 0.5 to 40 hours
 * @param url where to begin; empty unless {@code kind} is {@code EDUCATION}
 */
public record DemoActivity(
        String code,
        Kind kind,
        double effortHours,
        String provider,
        List<Aim> aims,
        String title,
        String description,
        String url) {

    /** By doing, with others, or taught: about 50, 25 and 25 of a hundred activities, so that plans can follow 70-20-10. */
    public enum Kind {
        EXPERIENCE,
        EXPOSURE,
        EDUCATION
    }

    /** Takes a person from one level of a competency to another. */
    public record Aim(String competency, int fromLevel, int toLevel) {}
}
