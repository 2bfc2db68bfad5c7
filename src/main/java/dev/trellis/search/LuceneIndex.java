package dev.trellis.search;

import dev.trellis.postgres.TrellisHome.HomeUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The index of this node and the threads that keep it equal to PostgreSQL: one follows the change feed, one fills vectors in,
 * and for a rebuild one more reads everything into a second index beside the first, which serves until the second is whole.
 *
 * <p>Nothing here is needed to get the index back: whatever is lost, damaged or of another database is built again.
 */
class LuceneIndex implements Searchers, SearchIndex, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);

    /** What is recorded is found within a second; four looks a second leave room for the work itself. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private final IndexFolders folders;
    private final String modelId;
    private final ChangeFeed feed;
    private final Indexer indexer;
    private final FullReading fullReading;
    private final VectorFill vectorFill;
    private final IndexAudit audit;

    /** Guards the counts of looks, and is notified when there is something to do or something was done. */
    private final Object pulse = new Object();

    private long looksBegun;
    private long looksDone;
    private boolean lookNow;

    private volatile boolean running;
    private volatile boolean rebuildWanted;

    /** Whether every byte of the serving index is to be read at the next look. */
    private volatile boolean suspect;

    private volatile @Nullable FeedFollower current;
    private volatile @Nullable Rebuild rebuild;
    private @Nullable Thread follower;
    private @Nullable Thread filler;
    private long lastCommit = System.nanoTime();

    LuceneIndex(
            IndexFolders folders,
            String modelId,
            ChangeFeed feed,
            Indexer indexer,
            FullReading fullReading,
            VectorFill vectorFill,
            IndexAudit audit) {
        this.folders = folders;
        this.modelId = modelId;
        this.feed = feed;
        this.indexer = indexer;
        this.fullReading = fullReading;
        this.vectorFill = vectorFill;
        this.audit = audit;
    }

    // ---- Life

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        current = following(openOrBegin());
        folders.generations().stream()
                .filter(folder -> !folder.equals(serving().folder()))
                .forEach(folders::delete);
        suspect = true;
        running = true;
        follower = Thread.ofPlatform().name("search-follower").daemon().start(this::follow);
        filler = Thread.ofPlatform()
                .name("search-vectors")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(this::fillVectors);
    }

    @Override
    public synchronized void stop() {
        if (!running) {
            return;
        }
        running = false;
        wake();
        join(follower);
        join(filler);
        Rebuild unfinished = rebuild;
        if (unfinished != null) {
            join(unfinished.thread());
            if (unfinished.generation() != serving()) {
                unfinished.generation().close();
            }
            rebuild = null;
        }
        try {
            if (serving().isWritable()) {
                serving().commit();
            }
        } finally {
            serving().close();
        }
    }

    private static void join(@Nullable Thread thread) {
        try {
            if (thread != null && !thread.join(STOPS_WITHIN)) {
                log.warn("{} does not stop", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, and after it on the way down. */
    @Override
    public int getPhase() {
        return 0;
    }

    private boolean stopping() {
        return !running;
    }

    // ---- Opening

    private Generation openOrBegin() {
        Optional<Path> whole = folders.newestWhole();
        if (whole.isEmpty()) {
            return begin();
        }
        try {
            return Generation.open(whole.get(), modelId);
        } catch (LockObtainFailedException e) {
            throw new HomeUnusable("Another Trellis writes the search index in " + folders.root()
                    + ". Stop it first, or give this one a folder of its own with trellis.home.");
        } catch (IOException | RuntimeException e) {
            return insteadOfDamaged(whole.get(), e);
        }
    }

    private Generation begin() {
        try {
            return Generation.open(next(), modelId);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be written in " + folders.root(), e);
        }
    }

    /** Never the number of the one that serves: its folder may have been deleted under it. */
    private Path next() {
        FeedFollower serving = current;
        return folders.nextAfter(
                serving == null
                        ? Optional.empty()
                        : Optional.of(serving.generation().folder()));
    }

    private Generation insteadOfDamaged(Path damaged, Exception why) {
        Path next = folders.nextAfter(Optional.of(damaged));
        Path aside = folders.moveAside(damaged);
        log.warn(
                "The search index in {} is damaged ({}). It was moved to {} and is built again from PostgreSQL.",
                damaged,
                why.toString(),
                aside);
        try {
            return Generation.open(next, modelId);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be written in " + folders.root(), e);
        }
    }

    private FeedFollower following(Generation generation) {
        return new FeedFollower(generation, feed, indexer);
    }

    private Generation serving() {
        return Objects.requireNonNull(current, "the index is not started").generation();
    }

    // ---- Following

    private void follow() {
        Duration wait = BETWEEN_LOOKS;
        while (running) {
            try {
                look();
                if (wait.compareTo(BETWEEN_LOOKS) > 0) {
                    log.info("The search index follows again");
                }
                wait = BETWEEN_LOOKS;
            } catch (RuntimeException e) {
                if (stopping()) {
                    return;
                }
                if (wait.equals(BETWEEN_LOOKS)) {
                    log.warn("The search index cannot follow just now and tries again: {}", e.toString(), e);
                }
                suspect |= Failures.meanDamage(e);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
            rest(wait);
        }
    }

    private void look() {
        long look;
        synchronized (pulse) {
            look = ++looksBegun;
            lookNow = false;
        }
        reopenIfClosed();
        if (suspect) {
            suspect = false;
            replaceIfDamaged();
        }
        ChangeFeed.Horizon horizon = feed.horizon();
        FeedFollower serving = Objects.requireNonNull(current);
        boolean follows = canFollow(serving.generation(), horizon);
        if (rebuild == null && (rebuildWanted || !follows)) {
            rebuildWanted = false;
            rebuild = beginRebuild(serving.generation(), horizon);
        }
        if (follows) {
            retrySetAside(serving.generation());
            serving.catchUp(this::stopping);
            commitNowAndThen(serving.generation());
        }
        Rebuild begun = rebuild;
        if (begun != null && !begun.thread().isAlive()) {
            rebuild = null;
            finish(begun, serving);
        }
        synchronized (pulse) {
            if (follows && !stopping()) {
                looksDone = look;
            }
            pulse.notifyAll();
        }
    }

    private boolean canFollow(Generation generation, ChangeFeed.Horizon horizon) {
        return generation.isWritable()
                && generation.isWhole()
                && generation.position().map(at -> at.isOf(horizon)).orElse(false);
    }

    private void retrySetAside(Generation generation) {
        List<Subject> due = indexer.due(generation.setAside(), SetAside.Part.WORDS);
        if (!due.isEmpty()) {
            indexer.index(generation, due);
        }
    }

    private void commitNowAndThen(Generation generation) {
        if (generation.hasUncommittedChanges() && System.nanoTime() - lastCommit > BETWEEN_COMMITS.toNanos()) {
            generation.commit();
            lastCommit = System.nanoTime();
        }
    }

    /** A writer closes itself when the disk fails it. Where its folder is gone, what is open serves until there is another. */
    private void reopenIfClosed() {
        Generation closed = serving();
        if (closed.isWritable() || !Files.isDirectory(closed.folder())) {
            return;
        }
        closed.close();
        Generation opened;
        try {
            opened = Generation.open(closed.folder(), modelId);
        } catch (IOException e) {
            if (!Failures.meanDamage(e)) {
                throw new UncheckedIOException(e);
            }
            opened = insteadOfDamaged(closed.folder(), e);
        }
        current = following(opened);
    }

    private void replaceIfDamaged() {
        Generation generation = serving();
        try {
            generation.checkIntegrity();
        } catch (IOException | RuntimeException e) {
            if (Files.isDirectory(generation.folder()) && Failures.meanDamage(e)) {
                generation.close();
                current = following(insteadOfDamaged(generation.folder(), e));
            }
        }
    }

    private void rest(Duration atMost) {
        synchronized (pulse) {
            long until = System.nanoTime() + atMost.toNanos();
            while (running && !lookNow) {
                long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return;
                }
                try {
                    pulse.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void wake() {
        synchronized (pulse) {
            lookNow = true;
            pulse.notifyAll();
        }
    }

    // ---- Rebuilding

    /** @param from where the new index begins to follow: before anything it read */
    private record Rebuild(Generation generation, FeedPosition from, Thread thread, Outcome outcome) {}

    private static final class Outcome {
        private volatile boolean whole;
        private volatile @Nullable Throwable failure;
    }

    private Rebuild beginRebuild(Generation serving, ChangeFeed.Horizon horizon) {
        boolean first =
                serving.isWritable() && !serving.isWhole() && serving.position().isEmpty();
        Generation target = first ? serving : begin();
        log.info("Building the search index in {}", target.folder());
        Outcome outcome = new Outcome();
        Thread thread = Thread.ofPlatform().name("search-rebuild").daemon().start(() -> {
            try {
                outcome.whole = fullReading.into(target, !first, this::stopping);
            } catch (RuntimeException | Error e) {
                outcome.failure = e;
            }
            wake();
        });
        return new Rebuild(target, horizon.position(), thread, outcome);
    }

    private void finish(Rebuild done, FeedFollower before) {
        Generation built = done.generation();
        if (!done.outcome().whole) {
            giveUp(done, before);
            return;
        }
        built.changing(() -> built.becomeWhole(done.from()));
        FeedFollower next = following(built);
        next.catchUp(this::stopping);
        built.commit();
        current = next;
        log.info(
                "The search index is built: {} passages, {} activities",
                built.count(Documents.IS, Documents.PASSAGE),
                built.count(Documents.IS, Documents.ACTIVITY));
        if (before.generation() != built) {
            before.generation().close();
            folders.delete(before.generation().folder());
        }
    }

    /** The next look begins another. */
    private void giveUp(Rebuild failed, FeedFollower before) {
        if (stopping()) {
            if (failed.generation() != before.generation()) {
                failed.generation().close();
            }
            return;
        }
        Path folder = failed.generation().folder();
        if (failed.generation() == before.generation()) {
            current = following(begin());
        } else {
            rebuildWanted = true;
        }
        failed.generation().close();
        folders.delete(folder);
        throw new IllegalStateException("the search index could not be built", failed.outcome().failure);
    }

    // ---- Vectors

    private void fillVectors() {
        Duration wait = BETWEEN_LOOKS;
        while (running) {
            Generation generation = serving();
            try {
                while (generation.isWritable() && vectorFill.fillSome(generation, this::wordsComeFirst)) {
                    wait = BETWEEN_LOOKS;
                    generation = serving();
                }
            } catch (RuntimeException | LinkageError e) {
                boolean replaced = e instanceof AlreadyClosedException || generation != serving();
                if (!stopping() && !replaced && wait.equals(BETWEEN_LOOKS)) {
                    log.warn(
                            "Vectors cannot be computed just now; search finds by words meanwhile: {}",
                            e.toString(),
                            e);
                }
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
            restUnlessStopping(wait);
        }
    }

    /** Until everything recorded can be found by its words, the processor is theirs. */
    private boolean wordsComeFirst() {
        FeedFollower serving = Objects.requireNonNull(current);
        return stopping() || !serving.generation().isWhole() || serving.isFarBehind();
    }

    private void restUnlessStopping(Duration time) {
        synchronized (pulse) {
            long until = System.nanoTime() + time.toNanos();
            for (long left = time.toMillis(); running && left > 0; ) {
                try {
                    pulse.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            }
        }
    }

    // ---- Doors

    @Override
    public <T> T search(Search<T> search) {
        return untilServed(() -> {
            try {
                return serving().search(search);
            } catch (AlreadyClosedException e) {
                throw e;
            } catch (RuntimeException e) {
                if (Failures.meanDamage(e)) {
                    suspect = true;
                    wake();
                }
                throw e;
            }
        });
    }

    /** Reads, and again where what served was replaced meanwhile: another serves in a moment. */
    private <T> T untilServed(Supplier<T> reading) {
        for (int attempt = 1; ; attempt++) {
            try {
                return reading.get();
            } catch (AlreadyClosedException e) {
                if (attempt == MOST_ATTEMPTS || stopping()) {
                    throw e;
                }
                restUnlessStopping(BETWEEN_LOOKS);
            }
        }
    }

    @Override
    public Status status() {
        return untilServed(this::statusNow);
    }

    private Status statusNow() {
        Generation generation = serving();
        FeedFollower serving = Objects.requireNonNull(current);
        Rebuild begun = rebuild;
        Optional<FeedPosition> position = generation.position();
        if (position.isEmpty() && begun != null) {
            position = Optional.of(begun.from());
        }
        long behind = position.map(feed::countAfter).orElse(0L) - serving.ahead();
        return new Status(
                generation.count(Documents.IS, Documents.PASSAGE),
                generation.count(Documents.IS, Documents.ACTIVITY),
                Math.max(0, behind),
                generation.count(Documents.WAITING, Documents.PASSAGE),
                generation.setAside().size(),
                begun != null);
    }

    /** How much of a rebuild is done, as passages read and passages in the serving index; empty while there is none. */
    Optional<Progress> progress() {
        return untilServed(this::progressNow);
    }

    private Optional<Progress> progressNow() {
        Rebuild begun = rebuild;
        return begun == null
                ? Optional.empty()
                : Optional.of(new Progress(
                        begun.generation().count(Documents.IS, Documents.PASSAGE),
                        begun.generation() == serving() ? 0 : serving().count(Documents.IS, Documents.PASSAGE)));
    }

    /** @param expected 0 where nobody knows yet */
    record Progress(int passages, int expected) {}

    /** Where an index found damaged was put, if one was. */
    Optional<Path> damaged() {
        return folders.damaged();
    }

    Collection<SetAside> setAside() {
        return serving().setAside();
    }

    @Override
    public void rebuild() {
        rebuildWanted = rebuild == null;
        wake();
    }

    @Override
    public boolean awaitCaughtUp(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        synchronized (pulse) {
            long wanted = looksBegun + 1;
            lookNow = true;
            pulse.notifyAll();
            while (looksDone < wanted) {
                long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
                if (left <= 0 || !running) {
                    return false;
                }
                try {
                    pulse.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public Comparison compareWithDatabase() {
        return audit.compare(this);
    }
}
