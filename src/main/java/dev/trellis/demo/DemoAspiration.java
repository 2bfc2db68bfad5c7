package dev.trellis.demo;

import java.time.LocalDate;

/** The role a person wants to grow into, and why in the person's own words. */
public record DemoAspiration(String person, String role, String ownWords, LocalDate statedOn) {}
