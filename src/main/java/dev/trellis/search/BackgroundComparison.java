package dev.trellis.search;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the index with PostgreSQL while nobody waits: of a million records it takes minutes. One at a time. */
class BackgroundComparison {

    private static final Logger log = LoggerFactory.getLogger(BackgroundComparison.class);

    private final SearchIndex index;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Done last;
    private volatile boolean failed;

    BackgroundComparison(SearchIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    record Done(Instant at, SearchIndex.Comparison result) {}

    /** Begins one, unless one is running. */
    void begin() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().name("search-comparison").daemon().start(() -> {
            try {
                last = new Done(clock.instant(), index.compareWithDatabase());
                failed = false;
            } catch (RuntimeException e) {
                log.warn("The search index could not be compared with the database", e);
                failed = true;
            } finally {
                running.set(false);
            }
        });
    }

    boolean isRunning() {
        return running.get();
    }

    /** Whether the last one came to no result. */
    boolean failed() {
        return failed;
    }

    Optional<Done> last() {
        return Optional.ofNullable(last);
    }
}
