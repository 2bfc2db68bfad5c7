package dev.trellis.audit;

import java.util.List;
import java.util.Map;

/** Append-only and chained by hash; PostgreSQL refuses updates and deletes, and {@link #verify} shows any that got round it. */
public interface AuditTrail {

    /**
     * Adds an entry in the caller's transaction: it stands exactly if what it speaks of stands. It is chained and can be read
     * once that transaction has committed.
     */
    void append(String actor, String action, String subject, Map<String, String> details);

    /** Entries of one subject, oldest first. */
    List<AuditEntry> of(String subject);

    /** The latest entries, newest first. */
    List<AuditEntry> latest(int limit);

    /**
     * Walks the whole chain in order, in constant memory, and holds its end against the recorded head. The package says what
     * this shows and what it cannot.
     */
    ChainState verify();

    /** What {@link #verify} found. */
    sealed interface ChainState {
        record Intact(long entries) implements ChainState {}

        /** @param number the first entry that does not follow from the one before */
        record Broken(long number, String why) implements ChainState {}
    }
}
