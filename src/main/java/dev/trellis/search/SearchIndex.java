package dev.trellis.search;

import java.time.Duration;
import java.util.Set;

/** The state of the derived index, for pages and commands. */
public interface SearchIndex {

    Status status();

    /** Builds the index again from PostgreSQL in the background, beside the one there is; search stays up on that. */
    void rebuild();

    /**
     * Waits until everything committed before the call can be found.
     *
     * @return false if that took longer than {@code atMost}
     */
    boolean awaitCaughtUp(Duration atMost);

    /**
     * Reads everything in PostgreSQL and everything in the index and compares them. Takes as long as reading does; while
     * people record, what is on its way shows as a difference.
     */
    Comparison compareWithDatabase();

    /**
     * @param passages sentences in the index
     * @param behind changes in PostgreSQL not indexed yet
     * @param withoutVector passages found by words only so far
     * @param setAside records that could not be indexed
     */
    record Status(long passages, long activities, long behind, long withoutVector, long setAside, boolean rebuilding) {}

    /**
     * Keys of records, such as {@code EVIDENCE:<id>}.
     *
     * @param missing in PostgreSQL and not in the index
     * @param extra in the index and not, or no longer, to be found there
     * @param different in both, but not the same
     */
    record Comparison(Set<String> missing, Set<String> extra, Set<String> different) {

        public boolean isEqual() {
            return missing.isEmpty() && extra.isEmpty() && different.isEmpty();
        }
    }
}
