package dev.trellis.learning;

/** What can be followed or not, for one mentor. */
enum Habit {
    MEASURE,
    DATES,
    LEVELS,
    TASTE
}
