package dev.trellis;

/** An exception that says: this is no longer as the caller believed, because somebody else was here. Answered with 409. */
public interface ChangedMeanwhile {}
