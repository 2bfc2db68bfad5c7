package dev.trellis.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.knn.KnnCollectorManager;

/**
 * The nearest vectors among those a filter lets through, filtered while searching. Where few are let through, all of them are
 * compared: Lucene would walk its graph first, visit as many as there are, and then compare all of them after all.
 */
final class Nearest extends KnnFloatVectorQuery {

    /** Of a segment; 2 ms of comparing. Of 100,000 passages, one in ten let through: 1.9 ms instead of 5.5. */
    private static final int FEW = 10_000;

    Nearest(String field, float[] question, int count, Query filter) {
        super(field, question, count, filter);
    }

    @Override
    protected TopDocs approximateSearch(
            LeafReaderContext leaf, AcceptDocs accepted, int visitedLimit, KnnCollectorManager collectors)
            throws IOException {
        return accepted.cost() <= FEW
                ? exactSearch(leaf, accepted.iterator(), null)
                : super.approximateSearch(leaf, accepted, visitedLimit, collectors);
    }
}
