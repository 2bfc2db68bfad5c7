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
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PatienceKnnVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Words and meaning together. The best by words and the nearest by vector are gathered, and each is then given both parts
 * exactly, whichever way it was found; the score is their sum:
 *
 * <ul>
 *   <li>words give up to {@link #shareOfWords}, each its part of it: see {@link WordMatch}.
 *   <li>nearness gives {@code (1 - shareOfWords) · max(0, (cosine - 0.45) / 0.55)}: cosines of bge-small lie between 0.45,
 *       which texts of nothing in common have, and about 0.8.
 * </ul>
 *
 * <p>{@code eval/retrieval} and {@code eval/activities} show what other ways and shares gave.
 *
 * @param text field of the words
 * @param title field whose words count less; a word counts once, where it counts most
 * @param vector field of the vector
 * @param shareOfWords of the score that words can reach, in {@code [0, 1]}; nearness has the rest
 */
record Hybrid(String text, String title, String vector, double shareOfWords) {

    /** Questions name what they seek, in much the same words. */
    static final Hybrid PASSAGES = new Hybrid(Documents.TEXT, Documents.TITLE, Documents.VECTOR, 0.4);

    /** Learners say what troubles them; the catalogue says what to do about it, in words of its own. */
    static final Hybrid ACTIVITIES =
            new Hybrid(Documents.ACTIVITY_TEXT, Documents.ACTIVITY_TITLE, Documents.ACTIVITY_VECTOR, 0.3);

    private static final double COSINE_OF_NOTHING_IN_COMMON = 0.45;
    private static final int FEWEST_GATHERED = 50;
    private static final int MOST_GATHERED = 1_000;

    /**
     * @param words what each word found gave
     * @param nearness cosine, or NaN where the text has no vector yet or the question none
     */
    record Hit(int document, BytesRef ref, Map<Words.Asked, Double> words, double nearness, double nearnessScore) {

        /** The same sum, in the same order, as that of what {@link #why} tells. */
        double score() {
            return words.values().stream().mapToDouble(Double::doubleValue).reduce(0, Double::sum) + nearnessScore;
        }

        /** @param text in which words found are shown as it writes them */
        Passage.Why why(String text) {
            Map<Words.Asked, List<String>> written = Words.written(List.copyOf(words.keySet()), text);
            return new Passage.Why(
                    words.entrySet().stream()
                            .map(word -> new Passage.Word(
                                    word.getKey().surface(),
                                    written.getOrDefault(word.getKey(), List.of()),
                                    word.getValue()))
                            .toList(),
                    nearness,
                    nearnessScore);
        }
    }

    /** How many to gather each way for this many answers: some are dropped when they are read again. */
    static int gather(int limit) {
        return Math.clamp(3L * limit, FEWEST_GATHERED, MOST_GATHERED);
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
        WordMatch match = new WordMatch(text, title, words);
        addAll(
                documents,
                searcher.search(
                        new BooleanQuery.Builder()
                                .add(match.any(), BooleanClause.Occur.MUST)
                                .add(filter, BooleanClause.Occur.FILTER)
                                .build(),
                        gather));
        if (question != null) {
            addAll(documents, nearest(searcher, question, filter, gather));
        }
        Map<Integer, Map<Words.Asked, Double>> wordScores = match.scores(searcher, documents, shareOfWords);
        Map<Integer, Float> cosines = question == null ? Map.of() : cosines(searcher, question, documents);
        Map<Integer, BytesRef> refs = Refs.of(searcher, documents);
        List<Hit> hits = new ArrayList<>();
        refs.forEach((document, ref) -> {
            double nearness = cosines.getOrDefault(document, Float.NaN);
            hits.add(new Hit(
                    document, ref, wordScores.getOrDefault(document, Map.of()), nearness, nearnessScore(nearness)));
        });
        hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::ref));
        return hits;
    }

    /**
     * A fifth more than asked for: the order among bytes is not quite that of the whole vectors. Ends when looking on finds
     * nothing nearer for a while, which takes a quarter less time and costs one in ten thousand.
     */
    TopDocs nearest(IndexSearcher searcher, float[] question, Query filter, int gather) throws IOException {
        int count = gather + gather / 5;
        return searcher.search(
                PatienceKnnVectorQuery.fromFloatQuery(new Nearest(vector, question, count, filter)), count);
    }

    private double nearnessScore(double cosine) {
        if (Double.isNaN(cosine)) {
            return 0;
        }
        double share = (cosine - COSINE_OF_NOTHING_IN_COMMON) / (1 - COSINE_OF_NOTHING_IN_COMMON);
        return (1 - shareOfWords) * Math.clamp(share, 0, 1);
    }

    private static void addAll(Set<Integer> documents, TopDocs found) {
        for (ScoreDoc hit : found.scoreDocs) {
            documents.add(hit.doc);
        }
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
