package dev.trellis.search;

import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;

/** A hundred thousand passages with vectors, in an index as the service writes it and in one of Lucene's defaults. */
final class BenchPassages {

    static final int PASSAGES = 100_000;
    static final int QUESTIONS = 200;

    private static final int EMBEDDED = 4_000;
    private static final int LEARNERS = 1_000;
    private static final int DIMENSIONS = 384;
    private static final String MODEL = "bench";

    private final Path folder;

    BenchPassages(Path folder) {
        this.folder = folder;
    }

    Generation ours() throws IOException {
        return Generation.open(folder.resolve("ours"), MODEL);
    }

    FSDirectory raw() throws IOException {
        return FSDirectory.open(folder.resolve("raw"));
    }

    List<String> questions() {
        return BenchTexts.questions(2, QUESTIONS);
    }

    List<float[]> questionVectors() {
        return BenchVectors.kept(folder.resolve("questions.f32"), DIMENSIONS, () -> {
            try (BgeSmall model = new BgeSmall(1)) {
                return questions().stream().map(model::ofQuestion).toList();
            }
        });
    }

    List<float[]> vectors() {
        List<float[]> embedded = BenchVectors.kept(folder.resolve("sentences.f32"), DIMENSIONS, () -> {
            try (BgeSmall model = new BgeSmall(Runtime.getRuntime().availableProcessors())) {
                return model.of(BenchTexts.sentences(1, EMBEDDED));
            }
        });
        Random random = new Random(3);
        List<float[]> vectors = new ArrayList<>(PASSAGES);
        for (int i = 0; i < PASSAGES; i++) {
            vectors.add(BenchVectors.near(embedded, i, random));
        }
        return vectors;
    }

    /** One in two passages, as somebody sees who is nobody's mentor. */
    static Query organisation() {
        return new BooleanQuery.Builder()
                .add(term(Documents.IS, Documents.PASSAGE), BooleanClause.Occur.FILTER)
                .add(term(Documents.VISIBILITY, Visibility.ORGANISATION.name()), BooleanClause.Occur.FILTER)
                .build();
    }

    /** Every passage about one learner, as their mentor sees them: what the service asks most. */
    static Query learner(int learner) {
        return new BooleanQuery.Builder()
                .add(term(Documents.IS, Documents.PASSAGE), BooleanClause.Occur.FILTER)
                .add(term(Documents.ABOUT, id(learner % LEARNERS).toString()), BooleanClause.Occur.FILTER)
                .build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static boolean isOfOrganisation(int passage) {
        return passage / LEARNERS % 2 == 0;
    }

    /** Writes both indexes, unless an earlier run left them. */
    void write() throws IOException {
        Path done = folder.resolve("written");
        if (Files.exists(done)) {
            return;
        }
        List<String> texts = BenchTexts.sentences(5, PASSAGES);
        List<float[]> vectors = vectors();
        try (Generation ours = ours();
                FSDirectory directory = raw();
                IndexWriter raw = new IndexWriter(directory, new IndexWriterConfig(Words.ANALYZER))) {
            for (int i = 0; i < PASSAGES; i++) {
                Evidence evidence = evidence(i, texts.get(i));
                List<Documents.Sentence> sentences = Documents.sentences(evidence);
                ours.replace(
                        Indexer.subject(evidence),
                        Documents.passages(evidence, sentences, Map.of(sentences.getFirst().hash(), vectors.get(i))));
                raw.addDocument(raw(evidence, vectors.get(i)));
            }
            ours.commit();
            raw.commit();
        }
        Files.createFile(done);
    }

    private static Evidence evidence(int number, String text) {
        PersonId about = new PersonId(id(number % LEARNERS));
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(number));
        return new Evidence(
                new EvidenceId(id(number)),
                about,
                new Author.OfPerson(about),
                isOfOrganisation(number) ? Visibility.ORGANISATION : Visibility.MENTOR,
                at,
                at,
                "",
                text,
                HexFormat.of().formatHex(TextHash.of(text).bytes()),
                new Detail.Reflection(Detail.ReflectionForm.JOURNAL));
    }

    private static UUID id(int number) {
        return new UUID(0x7e11_15L, number);
    }

    private static Document raw(Evidence evidence, float[] vector) {
        Document document = new Document();
        document.add(new StringField(Documents.IS, Documents.PASSAGE, Field.Store.NO));
        document.add(new StringField(Documents.ABOUT, evidence.about().toString(), Field.Store.NO));
        document.add(new StringField(Documents.VISIBILITY, evidence.visibility().name(), Field.Store.NO));
        document.add(new TextField(Documents.TEXT, evidence.text(), Field.Store.NO));
        document.add(new KnnFloatVectorField(Documents.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    /** The cosines of the nearest {@code count} passages of the organisation, by comparing all of them, nearest first. */
    static float[] nearestOfOrganisation(List<float[]> vectors, float[] question, int count) {
        float[] cosines = new float[vectors.size()];
        int passing = 0;
        for (int i = 0; i < vectors.size(); i++) {
            if (isOfOrganisation(i)) {
                cosines[passing++] = VectorUtil.dotProduct(question, vectors.get(i));
            }
        }
        float[] sorted = java.util.Arrays.copyOf(cosines, passing);
        java.util.Arrays.sort(sorted);
        float[] nearest = new float[count];
        for (int i = 0; i < count; i++) {
            nearest[i] = sorted[passing - 1 - i];
        }
        return nearest;
    }
}
