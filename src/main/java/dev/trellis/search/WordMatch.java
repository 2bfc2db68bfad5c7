package dev.trellis.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.Weight;

/**
 * The words of a question in texts. A word that is found gives {@code share · bm25(word) / Σ idf}, where the sum goes over all
 * words asked, also those no text holds: where a collection does not speak the question's language, its words weigh less. BM25
 * of a word stays below its idf, so that all words together stay below the share.
 *
 * @param text field of the words
 * @param title field whose words count less; a word counts once, where it counts most
 */
record WordMatch(String text, String title, List<Words.Asked> words) {

    private static final float TITLE_WEIGHT = 0.3f;

    /** Texts that hold any of the words, scored by BM25. */
    Query any() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(query(word), BooleanClause.Occur.SHOULD));
        return query.build();
    }

    /** What each word found in a document gave, in the order asked. */
    Map<Integer, Map<Words.Asked, Double>> scores(IndexSearcher searcher, Set<Integer> documents, double share)
            throws IOException {
        Map<LeafReaderContext, List<Integer>> byLeaf = Refs.byLeaf(searcher, documents);
        double sumOfIdf = sumOfIdf(searcher);
        Map<Integer, Map<Words.Asked, Double>> scores = new HashMap<>();
        for (Words.Asked word : words) {
            bm25(searcher, query(word), byLeaf)
                    .forEach((document, bm25) -> scores.computeIfAbsent(document, d -> new LinkedHashMap<>())
                            .put(word, share * bm25 / sumOfIdf));
        }
        scores.values().forEach(ofDocument -> keepWithin(share, ofDocument));
        return scores;
    }

    /** A word that most texts but few titles hold can give more as a title's word than its idf as the text's. */
    private static void keepWithin(double share, Map<Words.Asked, Double> scores) {
        double all = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        if (all > share) {
            scores.replaceAll((word, score) -> score * share / all);
        }
    }

    private Query query(Words.Asked word) {
        return new DisjunctionMaxQuery(List.of(in(text, word), new BoostQuery(in(title, word), TITLE_WEIGHT)), 0);
    }

    private static Query in(String field, Words.Asked word) {
        SynonymQuery.Builder either = new SynonymQuery.Builder(field);
        word.terms().forEach(term -> either.addTerm(new Term(field, term)));
        return either.build();
    }

    /** As Lucene's BM25 has it; a word no text holds counts as the rarest. */
    private double sumOfIdf(IndexSearcher searcher) throws IOException {
        CollectionStatistics statistics = searcher.collectionStatistics(text);
        long texts = statistics == null ? 0 : statistics.docCount();
        double sum = 0;
        for (Words.Asked word : words) {
            int holding = 0;
            for (String term : word.terms()) {
                holding = Math.max(holding, searcher.getIndexReader().docFreq(new Term(text, term)));
            }
            sum += Math.log(1 + (texts - holding + 0.5) / (holding + 0.5));
        }
        return sum;
    }

    private static Map<Integer, Float> bm25(
            IndexSearcher searcher, Query query, Map<LeafReaderContext, List<Integer>> documents) throws IOException {
        Map<Integer, Float> scores = new HashMap<>();
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        for (Map.Entry<LeafReaderContext, List<Integer>> leaf : documents.entrySet()) {
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
}
