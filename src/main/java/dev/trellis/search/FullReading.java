package dev.trellis.search;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads everything there is in PostgreSQL into an empty index. */
class FullReading {

    private static final Logger log = LoggerFactory.getLogger(FullReading.class);

    /** Between two times that what is written becomes findable: each makes a small segment, which is merged later. */
    private static final Duration UNTIL_FINDABLE = Duration.ofSeconds(1);

    private final EvidenceLedger ledger;
    private final Catalog catalog;
    private final ChangeFeed feed;
    private final Indexer indexer;

    FullReading(EvidenceLedger ledger, Catalog catalog, ChangeFeed feed, Indexer indexer) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.feed = feed;
        this.indexer = indexer;
    }

    /**
     * Puts everything there is into an empty index that nobody else changes meanwhile.
     *
     * @param withVectors with those that are kept; without, everything is found by its words minutes earlier
     * @return false if it was told to stop before the end
     */
    boolean into(Generation generation, boolean withVectors, BooleanSupplier stop) {
        try {
            readActivities(generation, stop);
            readEvidence(generation, withVectors, stop);
            return true;
        } catch (Stopped e) {
            return false;
        }
    }

    private void readActivities(Generation generation, BooleanSupplier stop) {
        Optional<ActivityId> after = Optional.empty();
        while (true) {
            stopIf(stop);
            List<LearningActivity> page = catalog.activities(after, Indexer.AT_ONCE);
            if (page.isEmpty()) {
                generation.refresh();
                return;
            }
            List<Subject> subjects = page.stream().map(Indexer::subject).toList();
            generation.changing(() -> indexer.read(generation, subjects));
            after = Optional.of(page.getLast().id());
        }
    }

    private void readEvidence(Generation generation, boolean withVectors, BooleanSupplier stop) {
        Walk walk = new Walk(generation, withVectors, stop);
        try {
            ledger.forEach(new Reader.Indexing(), walk::take);
            walk.end();
        } catch (Stopped e) {
            throw e;
        } catch (RuntimeException e) {
            if (Failures.lieOutside(e)) {
                throw e;
            }
            log.warn("A record stops the walk over all evidence ({}); reading them one by one", e.getClass());
            for (List<Subject> part : Indexer.parts(feed.allEvidence())) {
                stopIf(stop);
                indexer.index(generation, part);
            }
        }
    }

    /** All evidence, some at a time. */
    private final class Walk {

        private final Generation generation;
        private final boolean withVectors;
        private final BooleanSupplier stop;
        private final List<Evidence> taken = new ArrayList<>(Indexer.AT_ONCE);
        private long refreshed = System.nanoTime();

        Walk(Generation generation, boolean withVectors, BooleanSupplier stop) {
            this.generation = generation;
            this.withVectors = withVectors;
            this.stop = stop;
        }

        void take(Evidence evidence) {
            taken.add(evidence);
            if (taken.size() == Indexer.AT_ONCE) {
                write();
            }
        }

        void end() {
            write();
            generation.refresh();
        }

        private void write() {
            stopIf(stop);
            generation.changing(() -> {
                try {
                    indexer.passages(taken, withVectors).values().forEach(generation::add);
                } catch (RuntimeException e) {
                    if (Failures.lieOutside(e)) {
                        throw e;
                    }
                    taken.forEach(evidence -> indexer.readAlone(generation, Indexer.subject(evidence)));
                }
            });
            taken.clear();
            if (System.nanoTime() - refreshed > UNTIL_FINDABLE.toNanos()) {
                generation.refresh();
                refreshed = System.nanoTime();
            }
        }
    }

    private static void stopIf(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new Stopped();
        }
    }

    /** Leaves a walk over everything in the middle; the door offers no other way out. */
    private static final class Stopped extends RuntimeException {}
}
