package dev.trellis.people;

/** Coaching asks about a here-and-now difficulty, mentoring about a path, sponsoring opens doors. */
public enum MentoringForm {
    COACHING,
    MENTORING,
    SPONSORING
}
