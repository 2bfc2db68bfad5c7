package dev.trellis.search;

import dev.trellis.search.ChangeFeed.Change;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Takes one index along the change feed.
 *
 * <p>The position moves only over rows that nothing can come before any more. Rows committed beyond it, while some older
 * transaction is still running, are read at once all the same, and noted so that they are not read a second time: a long
 * import holds up nobody's freshness.
 */
final class FeedFollower {

    private static final int AT_ONCE = 1_000;

    /** Above this many, reading ahead waits: memory stays bounded however long a transaction runs. */
    private static final int MOST_AHEAD = 200_000;

    private final Generation generation;
    private final ChangeFeed feed;
    private final Indexer indexer;
    private final Set<Long> readAhead = ConcurrentHashMap.newKeySet();
    private long furthestAhead = -1;
    private volatile boolean farBehind;

    FeedFollower(Generation generation, ChangeFeed feed, Indexer indexer) {
        this.generation = generation;
        this.feed = feed;
        this.indexer = indexer;
    }

    Generation generation() {
        return generation;
    }

    /** Whether an import is being read: more changes stood there at once than are read together. */
    boolean isFarBehind() {
        return farBehind;
    }

    /** Rows read beyond the position. */
    int ahead() {
        return readAhead.size();
    }

    /**
     * Reads until nothing committed before the last look is left, or it is told to stop.
     *
     * @return whether the index changed
     * @throws IllegalStateException if the index has no position yet
     */
    boolean catchUp(BooleanSupplier stop) {
        try {
            return follow(stop);
        } finally {
            farBehind = false;
        }
    }

    private boolean follow(BooleanSupplier stop) {
        boolean changed = false;
        while (!stop.getAsBoolean()) {
            FeedPosition position =
                    generation.position().orElseThrow(() -> new IllegalStateException("an index without a position"));
            List<Change> settled = feed.settledAfter(position, AT_ONCE);
            if (!settled.isEmpty()) {
                take(settled);
                settled.forEach(change -> readAhead.remove(change.number()));
                Change last = settled.getLast();
                generation.moveTo(position.at(last.transaction(), last.number()));
                changed = true;
                continue;
            }
            List<Change> ahead =
                    readAhead.size() < MOST_AHEAD ? feed.unsettledAfter(position, furthestAhead, AT_ONCE) : List.of();
            if (ahead.isEmpty()) {
                return changed;
            }
            take(ahead);
            ahead.forEach(change -> readAhead.add(change.number()));
            furthestAhead = ahead.getLast().number();
            changed = true;
        }
        return changed;
    }

    private void take(Collection<Change> changes) {
        farBehind = changes.size() == AT_ONCE;
        Set<Subject> subjects = new LinkedHashSet<>();
        for (Change change : changes) {
            if (!readAhead.contains(change.number())) {
                subjects.add(change.subject());
            }
        }
        indexer.index(generation, subjects);
    }
}
