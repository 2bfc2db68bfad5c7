package dev.trellis.search;

import java.time.Duration;

/** The state of the derived index, for pages and commands. */
public interface SearchIndex {

    Status status();

    /** Deletes and rebuilds from PostgreSQL in the background; search stays up on what is already there. */
    void rebuild();

    /**
     * Waits until everything committed before the call can be found.
     *
     * @return false if that took longer than {@code atMost}
     */
    boolean awaitCaughtUp(Duration atMost);

    /**
     * @param passages sentences in the index
     * @param behind changes in PostgreSQL not indexed yet
     * @param withoutVector passages found by words only so far
     * @param setAside records that could not be indexed
     */
    record Status(long passages, long activities, long behind, long withoutVector, long setAside, boolean rebuilding) {}
}
