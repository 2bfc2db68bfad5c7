package dev.trellis.catalog;

/**
 * What a role expects.
 *
 * @param level on the scale of the competency's framework
 * @param importance in {@code [0, 1]}; O*NET's 1–5 maps to {@code (value - 1) / 4}
 */
public record Expectation(CompetencyId competency, double level, double importance) {}
