package dev.trellis.search;

import dev.trellis.evidence.Author;
import dev.trellis.evidence.Evidence;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What of a piece of evidence or an activity is indexed, and under which names. A change here needs a new {@link #LAYOUT}. */
final class Documents {

    /** An index of another layout is rebuilt. */
    static final String LAYOUT = "2";

    /** {@link Subject#key} of what a document belongs to: all documents of a subject are replaced together. */
    static final String SUBJECT = "subject";

    /** {@link #PASSAGE}, {@link #ACTIVITY} or {@link #SET_ASIDE}. */
    static final String IS = "is";

    static final String PASSAGE = "passage";
    static final String ACTIVITY = "activity";
    static final String SET_ASIDE = "set-aside";

    static final String ABOUT = "about";
    static final String AUTHOR = "author";
    static final String KIND = "kind";
    static final String VISIBILITY = "visibility";
    static final String TEXT = "text";
    static final String TITLE = "title";
    static final String VECTOR = "vector";

    /** Day it happened, in UTC, as days since 1970. */
    static final String DAY = "day";

    /** {@link PassageRef}, or the id of an activity. */
    static final String REF = "ref";

    /** {@link TextHash} of a passage. */
    static final String WORDS = "words";

    /** Where the vector is not computed yet: {@link #PASSAGE} or {@link #ACTIVITY}. */
    static final String WAITING = "waiting";

    static final String WAITING_SINCE = "waiting-since";

    static final String ACTIVITY_TITLE = "activity-title";
    static final String ACTIVITY_TEXT = "activity-text";
    static final String ACTIVITY_VECTOR = "activity-vector";

    private Documents() {}

    /** A sentence of a piece of evidence. */
    record Sentence(Span span, String text, TextHash hash) {}

    static List<Sentence> sentences(Evidence evidence) {
        List<Sentence> sentences = new ArrayList<>();
        for (Span span : Sentences.in(evidence.text())) {
            String text = span.of(evidence.text());
            sentences.add(new Sentence(span, text, TextHash.of(text)));
        }
        return sentences;
    }

    static List<Document> passages(Evidence evidence, List<Sentence> sentences, Map<TextHash, float[]> vectors) {
        long day = evidence.occurredAt().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
        List<Document> documents = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            Document document =
                    document(new Subject(Subject.Kind.EVIDENCE, evidence.id().value()), PASSAGE);
            document.add(new StringField(ABOUT, evidence.about().toString(), Field.Store.NO));
            document.add(new StringField(VISIBILITY, evidence.visibility().name(), Field.Store.NO));
            document.add(new StringField(KIND, evidence.kind().name(), Field.Store.NO));
            if (evidence.author() instanceof Author.OfPerson author) {
                document.add(new StringField(AUTHOR, author.id().toString(), Field.Store.NO));
            }
            document.add(new LongField(DAY, day, Field.Store.NO));
            document.add(new StringField(WORDS, new BytesRef(sentence.hash().bytes()), Field.Store.NO));
            document.add(new BinaryDocValuesField(
                    REF,
                    new BytesRef(PassageRef.of(evidence, sentence.span(), sentence.hash())
                            .encoded())));
            add(document, Hybrid.PASSAGES, evidence.title(), sentence.text(), vectors.get(sentence.hash()), day);
            documents.add(document);
        }
        return documents;
    }

    static Document activity(OfferedActivity offered, float @Nullable [] vector) {
        UUID id = offered.activity().id().value();
        Document document = document(new Subject(Subject.Kind.ACTIVITY, id), ACTIVITY);
        document.add(new BinaryDocValuesField(REF, ref(id)));
        // The catalogue is small and asked by everyone: before any passage.
        add(document, Hybrid.ACTIVITIES, offered.activity().title(), offered.text(), vector, Long.MAX_VALUE);
        return document;
    }

    /** What is searched in: its words and its meaning. */
    static void add(
            Document document, Hybrid fields, String title, String text, float @Nullable [] vector, long waitingSince) {
        document.add(new TextField(fields.title(), title, Field.Store.NO));
        document.add(new TextField(fields.text(), text, Field.Store.NO));
        addVector(document, fields.vector(), vector, fields == Hybrid.PASSAGES ? PASSAGE : ACTIVITY, waitingSince);
    }

    private static void addVector(
            Document document, String field, float @Nullable [] vector, String waiting, long waitingSince) {
        if (vector != null) {
            document.add(new KnnFloatVectorField(field, vector, VectorSimilarityFunction.DOT_PRODUCT));
        } else {
            document.add(new StringField(WAITING, waiting, Field.Store.NO));
            document.add(new NumericDocValuesField(WAITING_SINCE, waitingSince));
        }
    }

    static Document document(Subject subject, String is) {
        Document document = new Document();
        document.add(new StringField(SUBJECT, subject.key(), Field.Store.NO));
        document.add(new StringField(IS, is, Field.Store.NO));
        return document;
    }

    static BytesRef ref(UUID id) {
        return new BytesRef(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /** Id of the activity or evidence a {@link #REF} begins with. */
    static UUID id(BytesRef ref) {
        ByteBuffer bytes = ByteBuffer.wrap(ref.bytes, ref.offset, ref.length);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
