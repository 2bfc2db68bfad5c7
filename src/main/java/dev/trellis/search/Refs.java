package dev.trellis.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Reads what documents refer to. */
final class Refs {

    private Refs() {}

    /** Every living document of a query that has a reference, in no order. */
    static void forEach(IndexSearcher searcher, Query query, Consumer<BytesRef> consumer) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            Bits living = leaf.reader().getLiveDocs();
            BinaryDocValues refs = DocValues.getBinary(leaf.reader(), Documents.REF);
            DocIdSetIterator documents = scorer.iterator();
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if ((living == null || living.get(doc)) && refs.advanceExact(doc)) {
                    consumer.accept(refs.binaryValue());
                }
            }
        }
    }

    /** References by document; those without one are left out. */
    static Map<Integer, BytesRef> of(IndexSearcher searcher, Iterable<Integer> documents) throws IOException {
        Map<Integer, BytesRef> refs = new HashMap<>();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int document : documents) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
            BinaryDocValues values = DocValues.getBinary(leaf.reader(), Documents.REF);
            if (values.advanceExact(document - leaf.docBase)) {
                refs.put(document, BytesRef.deepCopyOf(values.binaryValue()));
            }
        }
        return refs;
    }

    /** What the documents found belong to, in their order, each once. */
    static Set<Subject> subjects(IndexSearcher searcher, TopDocs found) throws IOException {
        List<Integer> documents = new ArrayList<>();
        for (ScoreDoc hit : found.scoreDocs) {
            documents.add(hit.doc);
        }
        Map<Integer, BytesRef> refs = of(searcher, documents);
        Set<Subject> subjects = new LinkedHashSet<>();
        for (int document : documents) {
            BytesRef ref = refs.get(document);
            if (ref != null) {
                boolean activity = ref.length == 16;
                subjects.add(new Subject(activity ? Subject.Kind.ACTIVITY : Subject.Kind.EVIDENCE, Documents.id(ref)));
            }
        }
        return subjects;
    }

    static List<Document> stored(IndexSearcher searcher, Query query) throws IOException {
        int all = Math.max(1, searcher.count(query));
        List<Document> documents = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, all).scoreDocs) {
            documents.add(searcher.storedFields().document(hit.doc));
        }
        return documents;
    }

    /** Documents in order, by the leaf they stand in. */
    static Map<LeafReaderContext, List<Integer>> byLeaf(IndexSearcher searcher, Iterable<Integer> documents) {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Map<Integer, List<Integer>> sorted = new TreeMap<>();
        for (int document : documents) {
            sorted.computeIfAbsent(ReaderUtil.subIndex(document, leaves), leaf -> new ArrayList<>())
                    .add(document);
        }
        Map<LeafReaderContext, List<Integer>> byLeaf = new HashMap<>();
        sorted.forEach((leaf, docs) ->
                byLeaf.put(leaves.get(leaf), docs.stream().sorted().toList()));
        return byLeaf;
    }
}
