package dev.trellis.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** The index as the service beside it left it on disk, for commands: read, never written. Without one, finds nothing. */
class ReadOnlyIndex implements Searchers, SearchIndex, AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final IndexFolders folders;
    private final ChangeFeed feed;
    private final IndexAudit audit;
    private @Nullable DirectoryReader reader;
    private @Nullable Path folder;

    ReadOnlyIndex(IndexFolders folders, ChangeFeed feed, IndexAudit audit) {
        this.folders = folders;
        this.feed = feed;
        this.audit = audit;
    }

    @Override
    public synchronized <T> T search(Search<T> search) {
        try {
            DirectoryReader newest = newest();
            return search.in(new IndexSearcher(newest == null ? new MultiReader() : newest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized @Nullable DirectoryReader newest() throws IOException {
        Path newest = folders.newestWhole().orElse(null);
        if (newest == null) {
            return reader;
        }
        DirectoryReader open = reader;
        if (open == null || !newest.equals(folder)) {
            close();
            reader = DirectoryReader.open(FSDirectory.open(newest));
            folder = newest;
        } else {
            DirectoryReader changed = DirectoryReader.openIfChanged(open);
            if (changed != null) {
                open.close();
                reader = changed;
            }
        }
        return reader;
    }

    private synchronized Optional<FeedPosition> position() {
        try {
            DirectoryReader newest = newest();
            return newest == null
                    ? Optional.empty()
                    : FeedPosition.from(newest.getIndexCommit().getUserData());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Status status() {
        FeedPosition nothing = new FeedPosition("", 0, -1);
        return new Status(
                count(Documents.IS, Documents.PASSAGE),
                count(Documents.IS, Documents.ACTIVITY),
                feed.countAfter(position().orElse(nothing)),
                count(Documents.WAITING, Documents.PASSAGE),
                count(Documents.IS, Documents.SET_ASIDE),
                false);
    }

    private int count(String field, String value) {
        return search(searcher -> searcher.count(new TermQuery(new Term(field, value))));
    }

    /** @throws IllegalStateException always: only the process that writes the index can build it */
    @Override
    public void rebuild() {
        throw new IllegalStateException("The index is rebuilt by the service, on its page Index, not by a command.");
    }

    @Override
    public boolean awaitCaughtUp(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        FeedPosition last = feed.last(feed.horizon());
        while (position().map(at -> at.isBefore(last)).orElse(true)) {
            if (System.nanoTime() > until) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public Comparison compareWithDatabase() {
        return audit.compare(this);
    }

    @Override
    public synchronized void close() throws IOException {
        DirectoryReader open = reader;
        if (open != null) {
            open.close();
            open.directory().close();
        }
        reader = null;
    }
}
