package dev.trellis.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Words and meaning together. The best by words and the nearest by vector are gathered, and each is then given both parts
 * exactly, whichever way it was found; the score is their sum.
 *
 * <ul>
 *   <li>{@code wordScore = 0.5 · min(1, bm25 / full)}, where {@code full} is what BM25 gives a text of average length that
 *       holds each word of the question once: {@code Σ idf / (1 + k1)}. Words no text holds tell nothing apart and are left out.
 *   <li>{@code nearnessScore = 0.5 · max(0, (cosine - 0.45) / 0.55)}: cosines of bge-small lie between 0.45, which texts of
 *       nothing in common have, and about 0.8.
 * </ul>
 *
 * <p>Equal halves are a beginning, not a finding: {@code eval/retrieval} will say what is better.
 *
 * @param text field of the words
 * @param title field whose words count less; a word counts once, where it counts most
 * @param vector field of the vector
 */
record Hybrid(String text, String title, String vector) {

    static final Hybrid PASSAGES = new Hybrid(Documents.TEXT, Documents.TITLE, Documents.VECTOR);
    static final Hybrid ACTIVITIES =
            new Hybrid(Documents.ACTIVITY_TEXT, Documents.ACTIVITY_TITLE, Documents.ACTIVITY_VECTOR);

    private static final double SHARE_OF_WORDS = 0.5;
    private static final double SHARE_OF_NEARNESS = 0.5;
    private static final double COSINE_OF_NOTHING_IN_COMMON = 0.45;
    private static final float TITLE_WEIGHT = 0.3f;

    /** Lucene's default for BM25. */
    private static final double K1 = 1.2;

    /** @param nearness cosine, or NaN where the text has no vector yet or the question none */
    record Hit(int document, BytesRef ref, double wordScore, double nearness, double nearnessScore) {

        double score() {
            return wordScore + nearnessScore;
        }

        Passage.Why why(List<String> words) {
            return new Passage.Why(words, wordScore, nearness, nearnessScore);
        }
    }

    /**
     * Best first; the order of equals is that of their references, so that it does not change from one moment to the next.
     *
     * @param question its vector, or null to search by words alone
     * @param filter what may be found at all; applied within both searches
     * @param gather how many to gather by words, and as many by vector
     */
    List<Hit> find(
            IndexSearcher searcher, List<Words.Asked> words, float @Nullable [] question, Query filter, int gather)
            throws IOException {
        Set<Integer> documents = new LinkedHashSet<>();
        Query byWords = byWords(words);
        addAll(
                documents,
                searcher.search(
                        new BooleanQuery.Builder()
                                .add(byWords, BooleanClause.Occur.MUST)
                                .add(filter, BooleanClause.Occur.FILTER)
                                .build(),
                        gather));
        if (question != null) {
            addAll(documents, nearest(searcher, question, filter, gather));
        }
        Map<Integer, Float> bm25 = bm25(searcher, byWords, documents);
        Map<Integer, Float> cosines = question == null ? Map.of() : cosines(searcher, question, documents);
        Map<Integer, BytesRef> refs = Refs.of(searcher, documents);
        double full = fullScore(searcher, words);
        List<Hit> hits = new ArrayList<>();
        refs.forEach((document, ref) -> {
            float words25 = bm25.getOrDefault(document, 0f);
            double nearness = cosines.getOrDefault(document, Float.NaN);
            hits.add(new Hit(document, ref, wordScore(words25, full), nearness, nearnessScore(nearness)));
        });
        hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::ref));
        return hits;
    }

    /** A fifth more than asked for: the order among bytes is not quite that of the whole vectors. */
    TopDocs nearest(IndexSearcher searcher, float[] question, Query filter, int gather) throws IOException {
        int count = gather + gather / 5;
        return searcher.search(new Nearest(vector, question, count, filter), count);
    }

    private static double wordScore(double bm25, double full) {
        return full > 0 ? SHARE_OF_WORDS * Math.min(1, bm25 / full) : 0;
    }

    private static double nearnessScore(double cosine) {
        if (Double.isNaN(cosine)) {
            return 0;
        }
        double share = (cosine - COSINE_OF_NOTHING_IN_COMMON) / (1 - COSINE_OF_NOTHING_IN_COMMON);
        return SHARE_OF_NEARNESS * Math.clamp(share, 0, 1);
    }

    private Query byWords(List<Words.Asked> words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Words.Asked word : words) {
            query.add(
                    new DisjunctionMaxQuery(
                            List.of(oneWord(text, word), new BoostQuery(oneWord(title, word), TITLE_WEIGHT)), 0),
                    BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    private static Query oneWord(String field, Words.Asked word) {
        SynonymQuery.Builder either = new SynonymQuery.Builder(field);
        either.addTerm(new Term(field, word.surface()));
        if (!word.stem().equals(word.surface())) {
            either.addTerm(new Term(field, word.stem()));
        }
        return either.build();
    }

    private double fullScore(IndexSearcher searcher, List<Words.Asked> words) throws IOException {
        CollectionStatistics statistics = searcher.collectionStatistics(text);
        if (statistics == null) {
            return 0;
        }
        double full = 0;
        for (Words.Asked word : words) {
            int holding = Math.max(
                    searcher.getIndexReader().docFreq(new Term(text, word.surface())),
                    searcher.getIndexReader().docFreq(new Term(text, word.stem())));
            if (holding > 0) {
                full += Math.log(1 + (statistics.docCount() - holding + 0.5) / (holding + 0.5)) / (1 + K1);
            }
        }
        return full;
    }

    private static void addAll(Set<Integer> documents, TopDocs found) {
        for (ScoreDoc hit : found.scoreDocs) {
            documents.add(hit.doc);
        }
    }

    private static Map<Integer, Float> bm25(IndexSearcher searcher, Query query, Set<Integer> documents)
            throws IOException {
        Map<Integer, Float> scores = new HashMap<>();
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        for (Map.Entry<LeafReaderContext, List<Integer>> leaf :
                Refs.byLeaf(searcher, documents).entrySet()) {
            Scorer scorer = weight.scorer(leaf.getKey());
            if (scorer == null) {
                continue;
            }
            DocIdSetIterator matching = scorer.iterator();
            for (int document : leaf.getValue()) {
                int inLeaf = document - leaf.getKey().docBase;
                if (matching.docID() < inLeaf) {
                    matching.advance(inLeaf);
                }
                if (matching.docID() == inLeaf) {
                    scores.put(document, scorer.score());
                }
            }
        }
        return scores;
    }

    private Map<Integer, Float> cosines(IndexSearcher searcher, float[] question, Set<Integer> documents)
            throws IOException {
        Map<Integer, Float> cosines = new HashMap<>();
        for (Map.Entry<LeafReaderContext, List<Integer>> leaf :
                Refs.byLeaf(searcher, documents).entrySet()) {
            FloatVectorValues vectors = leaf.getKey().reader().getFloatVectorValues(vector);
            if (vectors == null) {
                continue;
            }
            KnnVectorValues.DocIndexIterator having = vectors.iterator();
            for (int document : leaf.getValue()) {
                int inLeaf = document - leaf.getKey().docBase;
                if (having.docID() < inLeaf) {
                    having.advance(inLeaf);
                }
                if (having.docID() == inLeaf) {
                    cosines.put(
                            document,
                            Math.clamp(VectorUtil.dotProduct(question, vectors.vectorValue(having.index())), -1, 1));
                }
            }
        }
        return cosines;
    }
}
