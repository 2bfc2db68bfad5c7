package dev.trellis.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * One Lucene index on disk that is written: its documents, and in the same commit how far it has followed the feed. What is
 * not committed is done again after a crash, to the same effect.
 */
final class Generation implements Searchers, AutoCloseable {

    private static final String LAYOUT = "layout";
    private static final String MODEL = "model";
    private static final String WHOLE = "whole";
    private static final int BUFFER_MEGABYTES = 64;

    private final Path folder;
    private final String modelId;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<Subject, SetAside> setAside = new ConcurrentHashMap<>();

    /** Held while PostgreSQL is read and the index changed, so that an older reading is never written over a newer one. */
    private final ReentrantLock changing = new ReentrantLock();

    private volatile @Nullable FeedPosition position;
    private volatile boolean whole;

    private Generation(Path folder, String modelId, FSDirectory directory, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.modelId = modelId;
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        this.whole = isWhole(data) && Documents.LAYOUT.equals(data.get(LAYOUT)) && modelId.equals(data.get(MODEL));
        this.position = FeedPosition.from(data).orElse(null);
        for (Document document : setAsideDocuments()) {
            SetAside record = SetAside.of(document);
            setAside.put(record.subject(), record);
        }
    }

    /**
     * Opens the index in this folder for writing, or begins an empty one.
     *
     * @throws IOException also where it is damaged or another process writes it
     */
    static Generation open(Path folder, String modelId) throws IOException {
        Files.createDirectories(folder);
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, writing(Words.ANALYZER).setCommitOnClose(false));
            return new Generation(folder, modelId, directory, writer);
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    /** How an index is written, wherever it stands. */
    static IndexWriterConfig writing(Analyzer analyzer) {
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(BUFFER_MEGABYTES);
        config.setCodec(new ByteVectors());
        return config;
    }

    static boolean isWhole(Map<String, String> commitData) {
        return commitData.containsKey(WHOLE);
    }

    Path folder() {
        return folder;
    }

    /** Whether everything that stood in PostgreSQL when it was begun has been read, by this layout and this model. */
    boolean isWhole() {
        return whole;
    }

    Optional<FeedPosition> position() {
        return Optional.ofNullable(position);
    }

    boolean isWritable() {
        return writer.isOpen() && Files.exists(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
    }

    boolean hasUncommittedChanges() {
        return writer.hasUncommittedChanges();
    }

    /** Reads every byte once: damage is found now rather than by whoever searches. */
    void checkIntegrity() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                leaf.reader().checkIntegrity();
            }
        } finally {
            searchers.release(searcher);
        }
    }

    /** Runs while nobody else changes this index. */
    void changing(Runnable change) {
        changing.lock();
        try {
            change.run();
        } finally {
            changing.unlock();
        }
    }

    /** Replaces all that is indexed of a subject; with no documents, takes it out. A record set aside is no longer. */
    void replace(Subject subject, List<Document> documents) {
        setAside.remove(subject);
        written(subject, documents);
    }

    /** Puts in a subject that the index does not hold; quicker than to {@link #replace} it. */
    void add(List<Document> documents) {
        try {
            writer.addDocuments(documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a record's words out, until it can be read. */
    void setAside(SetAside record) {
        written(record.subject(), List.of(record.asDocument()));
        setAside.put(record.subject(), record);
    }

    /** Leaves a record findable by its words. */
    void setVectorAside(SetAside record) {
        try {
            writer.deleteDocuments(new BooleanQuery.Builder()
                    .add(
                            new TermQuery(
                                    new Term(Documents.SUBJECT, record.subject().key())),
                            BooleanClause.Occur.FILTER)
                    .add(new TermQuery(new Term(Documents.IS, Documents.SET_ASIDE)), BooleanClause.Occur.FILTER)
                    .build());
            writer.addDocument(record.asDocument());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        setAside.put(record.subject(), record);
    }

    Collection<SetAside> setAside() {
        return List.copyOf(setAside.values());
    }

    private void written(Subject subject, List<Document> documents) {
        Term term = new Term(Documents.SUBJECT, subject.key());
        try {
            if (documents.isEmpty()) {
                writer.deleteDocuments(term);
            } else {
                writer.updateDocuments(term, documents);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written can be found from now on. */
    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void moveTo(FeedPosition later) {
        position = later;
    }

    void becomeWhole(FeedPosition at) {
        position = at;
        whole = true;
    }

    /** On disk, documents and position together. */
    void commit() {
        FeedPosition at = position;
        Map<String, String> data = new HashMap<>();
        if (at != null) {
            data.putAll(at.asCommitData());
        }
        data.put(LAYOUT, Documents.LAYOUT);
        data.put(MODEL, modelId);
        if (whole) {
            data.put(WHOLE, "yes");
        }
        writer.setLiveCommitData(data.entrySet());
        try {
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T search(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hashes of the passages indexed of these subjects, as of the last {@link #refresh}. */
    Set<TextHash> wordsOf(Collection<Subject> subjects) {
        List<BytesRef> keys =
                subjects.stream().map(subject -> new BytesRef(subject.key())).toList();
        return wordsOfPassages(new TermInSetQuery(Documents.SUBJECT, keys));
    }

    /** Those of {@code words} that some passage still holds. */
    Set<TextHash> stillHeld(Collection<TextHash> words) {
        List<BytesRef> hashes =
                words.stream().map(hash -> new BytesRef(hash.bytes())).toList();
        return wordsOfPassages(new TermInSetQuery(Documents.WORDS, hashes));
    }

    private Set<TextHash> wordsOfPassages(Query query) {
        return search(searcher -> {
            Query passages = new BooleanQuery.Builder()
                    .add(query, BooleanClause.Occur.FILTER)
                    .add(new TermQuery(new Term(Documents.IS, Documents.PASSAGE)), BooleanClause.Occur.FILTER)
                    .build();
            Set<TextHash> words = new HashSet<>();
            Refs.forEach(
                    searcher, passages, ref -> words.add(PassageRef.decoded(ref).words()));
            return words;
        });
    }

    /** Subjects whose vectors are not computed yet: activities, then what happened last. */
    Set<Subject> waiting(int documents, Collection<Subject> except) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new MatchAllDocsQuery(), BooleanClause.Occur.MUST);
        for (String kind : List.of(Documents.PASSAGE, Documents.ACTIVITY)) {
            query.add(new TermQuery(new Term(Documents.WAITING, kind)), BooleanClause.Occur.SHOULD);
        }
        query.setMinimumNumberShouldMatch(1);
        if (!except.isEmpty()) {
            List<BytesRef> keys =
                    except.stream().map(subject -> new BytesRef(subject.key())).toList();
            query.add(new TermInSetQuery(Documents.SUBJECT, keys), BooleanClause.Occur.MUST_NOT);
        }
        Sort latestFirst = new Sort(new SortField(Documents.WAITING_SINCE, SortField.Type.LONG, true));
        return search(searcher -> Refs.subjects(searcher, searcher.search(query.build(), documents, latestFirst)));
    }

    int count(String field, String value) {
        return search(searcher -> searcher.count(new TermQuery(new Term(field, value))));
    }

    private List<Document> setAsideDocuments() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            Query query = new TermQuery(new Term(Documents.IS, Documents.SET_ASIDE));
            return Refs.stored(searcher, query);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Ends without a commit; merges still running are dropped. */
    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            try {
                directory.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
