package dev.trellis.catalog;

/** @param descriptor what one sees someone do at this level; empty where the framework has no words for it */
public record ProficiencyLevel(int number, String name, String descriptor) {}
