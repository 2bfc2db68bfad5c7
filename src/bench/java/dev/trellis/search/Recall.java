package dev.trellis.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.VectorUtil;

/** Which share of the truly nearest are found. */
final class Recall {

    /** Cosines are compared, not ids; the last digits differ with the order of adding. */
    private static final float SAME = 1e-5f;

    private Recall() {}

    interface Search {
        TopDocs nearest(float[] question) throws IOException;
    }

    static double at(int count, IndexSearcher searcher, List<float[]> questions, List<float[]> vectors, Search search)
            throws IOException {
        double sum = 0;
        for (float[] question : questions) {
            float least = BenchPassages.nearestOfOrganisation(vectors, question, count)[count - 1];
            List<Float> found = cosines(searcher, question, search.nearest(question));
            sum += (double) found.stream().filter(cosine -> cosine >= least - SAME).limit(count).count() / count;
        }
        return sum / questions.size();
    }

    private static List<Float> cosines(IndexSearcher searcher, float[] question, TopDocs found) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<Float> cosines = new ArrayList<>();
        for (ScoreDoc hit : found.scoreDocs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            FloatVectorValues values = leaf.reader().getFloatVectorValues(Documents.VECTOR);
            KnnVectorValues.DocIndexIterator documents = values.iterator();
            documents.advance(hit.doc - leaf.docBase);
            cosines.add(VectorUtil.dotProduct(question, values.vectorValue(documents.index())));
        }
        return cosines;
    }
}
