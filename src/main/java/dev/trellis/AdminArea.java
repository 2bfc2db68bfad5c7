package dev.trellis;

/**
 * A page of administration. A module declares one as a bean for each of its pages below {@code /admin}; the administrator's
 * first page lists them.
 *
 * @param order lower stands higher up
 * @param name of one or two words
 * @param purpose what one does there, in one sentence
 * @param href path of the page, such as {@code /admin/imports}
 */
public record AdminArea(int order, String name, String purpose, String href) {}
