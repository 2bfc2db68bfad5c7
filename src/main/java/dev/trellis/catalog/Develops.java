package dev.trellis.catalog;

/** An activity takes someone in a competency from a level to a level, on the framework's scale. */
public record Develops(CompetencyId competency, double fromLevel, double toLevel) {}
