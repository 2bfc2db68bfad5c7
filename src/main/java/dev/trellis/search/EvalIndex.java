package dev.trellis.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * Texts in memory, indexed and asked as the product does it. Beside it the plain way: Lucene's own English words under BM25, and
 * rank fusion of that with the vectors.
 */
final class EvalIndex implements AutoCloseable {

    private static final String PLAIN = "plain";
    private static final EnglishAnalyzer ENGLISH = new EnglishAnalyzer();
    private static final Query ALL = new MatchAllDocsQuery();

    /** Cormack, Clarke and Büttcher 2009. */
    private static final int RANK_FUSION = 60;

    private static final int FUSED_RANKS = 100;

    private final Hybrid hybrid;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** @param text what its words are, and what its vector stands for */
    record Text(String id, String title, String text) {}

    /** @param vectors of the texts, in their order */
    EvalIndex(Hybrid hybrid, List<Text> texts, List<float[]> vectors) throws IOException {
        this.hybrid = hybrid;
        try (IndexWriter writer = new IndexWriter(
                directory, Generation.writing(new PerFieldAnalyzerWrapper(Words.ANALYZER, Map.of(PLAIN, ENGLISH))))) {
            for (int i = 0; i < texts.size(); i++) {
                Text text = texts.get(i);
                Document document = new Document();
                document.add(new BinaryDocValuesField(Documents.REF, new BytesRef(text.id())));
                document.add(new TextField(PLAIN, text.text(), Field.Store.NO));
                Documents.add(document, hybrid, text.title(), text.text(), vectors.get(i), 0);
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    List<Hybrid.Hit> byWords(String question) throws IOException {
        return hybrid.find(searcher, Words.asked(question), null, ALL, gather());
    }

    List<Hybrid.Hit> byVector(float[] vector) throws IOException {
        return hybrid.find(searcher, List.of(), vector, ALL, gather());
    }

    List<Hybrid.Hit> byBoth(String question, float[] vector) throws IOException {
        return hybrid.find(searcher, Words.asked(question), vector, ALL, gather());
    }

    private static int gather() {
        return Hybrid.gather(JudgedQuestion.RANKS);
    }

    static List<String> ids(List<Hybrid.Hit> hits) {
        return hits.stream().map(hit -> hit.ref().utf8ToString()).toList();
    }

    List<String> plainByWords(String question) throws IOException {
        Query query = new QueryBuilder(ENGLISH).createBooleanQuery(PLAIN, question);
        if (query == null) {
            return List.of();
        }
        List<Integer> documents = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, FUSED_RANKS).scoreDocs) {
            documents.add(hit.doc);
        }
        Map<Integer, BytesRef> refs = Refs.of(searcher, documents);
        return documents.stream().map(refs::get).map(BytesRef::utf8ToString).toList();
    }

    List<String> plainByBoth(List<String> byWords, float[] vector) throws IOException {
        Map<String, Double> scores = new HashMap<>();
        for (List<String> ranking : List.of(byWords, ids(hybrid.find(searcher, List.of(), vector, ALL, FUSED_RANKS)))) {
            for (int i = 0; i < ranking.size(); i++) {
                scores.merge(ranking.get(i), 1.0 / (RANK_FUSION + i + 1), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
