package dev.trellis.demo;

/** A team; {@code name} is what people read. */
public record DemoTeam(String code, String name) {}
