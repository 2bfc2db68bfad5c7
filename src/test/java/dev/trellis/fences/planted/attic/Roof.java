package dev.trellis.fences.planted.attic;

/** What {@code cellar} may not use. */
public class Roof {}
