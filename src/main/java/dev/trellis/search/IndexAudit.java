package dev.trellis.search;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;

/** Compares the index with PostgreSQL, passage by passage: ids, spans, hashes, about whom, and who may see. */
class IndexAudit {

    private static final int PAGE = 500;

    private final EvidenceLedger ledger;
    private final Catalog catalog;

    IndexAudit(EvidenceLedger ledger, Catalog catalog) {
        this.ledger = ledger;
        this.catalog = catalog;
    }

    SearchIndex.Comparison compare(Searchers index) {
        Map<String, Integer> indexed = indexed(index);
        Set<String> missing = new TreeSet<>();
        Set<String> different = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        ledger.forEach(new Reader.Indexing(), evidence -> {
            Set<PassageRef> refs = refs(evidence);
            if (!refs.isEmpty()) {
                compare(Indexer.subject(evidence).key(), refs.hashCode(), indexed, missing, different, seen);
            }
        });
        for (List<LearningActivity> page = catalog.activities(Optional.empty(), PAGE);
                !page.isEmpty();
                page = catalog.activities(Optional.of(page.getLast().id()), PAGE)) {
            for (LearningActivity activity : page) {
                if (activity.available()) {
                    String key = Indexer.subject(activity).key();
                    compare(key, Set.of(activity.id()).hashCode(), indexed, missing, different, seen);
                }
            }
        }
        Set<String> extra = new TreeSet<>(indexed.keySet());
        extra.removeAll(seen);
        return new SearchIndex.Comparison(missing, extra, different);
    }

    private static void compare(
            String key,
            int print,
            Map<String, Integer> indexed,
            Set<String> missing,
            Set<String> different,
            Set<String> seen) {
        seen.add(key);
        Integer inIndex = indexed.get(key);
        if (inIndex == null) {
            missing.add(key);
        } else if (inIndex != print) {
            different.add(key);
        }
    }

    /** Sums of hashes, as {@link Set#hashCode} has them: a number a subject instead of all its passages at once. */
    private static Map<String, Integer> indexed(Searchers index) {
        return index.search(searcher -> {
            Map<String, Integer> prints = new HashMap<>();
            Refs.forEach(searcher, new TermQuery(new Term(Documents.IS, Documents.PASSAGE)), ref -> {
                PassageRef passage = PassageRef.decoded(ref);
                Subject subject =
                        new Subject(Subject.Kind.EVIDENCE, passage.evidence().value());
                prints.merge(subject.key(), passage.hashCode(), Integer::sum);
            });
            Refs.forEach(searcher, new TermQuery(new Term(Documents.IS, Documents.ACTIVITY)), ref -> {
                Subject subject = new Subject(Subject.Kind.ACTIVITY, Documents.id(ref));
                prints.merge(subject.key(), new ActivityId(subject.id()).hashCode(), Integer::sum);
            });
            return prints;
        });
    }

    private static Set<PassageRef> refs(Evidence evidence) {
        Set<PassageRef> refs = new HashSet<>();
        for (Documents.Sentence sentence : Documents.sentences(evidence)) {
            refs.add(PassageRef.of(evidence, sentence.span(), sentence.hash()));
        }
        return refs;
    }
}
