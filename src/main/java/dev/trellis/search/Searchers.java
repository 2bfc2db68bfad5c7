package dev.trellis.search;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;

/** Lends a view of the index as it stands. */
interface Searchers {

    <T> T search(Search<T> search);

    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
