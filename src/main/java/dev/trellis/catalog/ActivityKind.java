package dev.trellis.catalog;

/** The 70-20-10 of learning: by doing, through others, by study. */
public enum ActivityKind {
    EXPERIENCE,
    EXPOSURE,
    EDUCATION
}
