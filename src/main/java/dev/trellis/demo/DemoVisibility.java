package dev.trellis.demo;

/** Who may read a piece of evidence, as its writer chose. */
public enum DemoVisibility {
    PRIVATE,
    MENTOR,
    ORGANISATION
}
