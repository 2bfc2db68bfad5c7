package dev.trellis.search;

import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.Mentorships;
import dev.trellis.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds in the index what the reader probably may see, and returns what PostgreSQL says they may. The filter in the index is
 * there so that what is dropped afterwards takes nobody's place; it decides nothing.
 */
class LuceneEvidenceSearch implements EvidenceSearch {

    private final Searchers searchers;
    private final Questions questions;
    private final EvidenceLedger ledger;
    private final Mentorships mentorships;

    LuceneEvidenceSearch(Searchers searchers, Questions questions, EvidenceLedger ledger, Mentorships mentorships) {
        this.searchers = searchers;
        this.questions = questions;
        this.ledger = ledger;
        this.mentorships = mentorships;
    }

    private record Found(PassageRef ref, Hybrid.Hit hit) {}

    @Override
    public List<Passage> find(Reader reader, PersonId learner, String question, int limit) {
        List<Words.Asked> words = Words.asked(question);
        if (words.isEmpty() || limit < 1) {
            return List.of();
        }
        float[] vector = questions.vector(question);
        Query filter = probablyReadable(reader, learner);
        int gather = Hybrid.gather(limit);
        List<Found> found =
                searchers.search(searcher -> Hybrid.PASSAGES.find(searcher, words, vector, filter, gather).stream()
                        .map(hit -> new Found(PassageRef.decoded(hit.ref()), hit))
                        .toList());
        return readAgain(reader, found, limit);
    }

    private List<Passage> readAgain(Reader reader, List<Found> found, int limit) {
        List<EvidenceId> ids =
                found.stream().map(hit -> hit.ref().evidence()).distinct().toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<EvidenceId, Evidence> readable =
                ledger.findAll(reader, ids).stream().collect(Collectors.toMap(Evidence::id, evidence -> evidence));
        List<Passage> passages = new ArrayList<>();
        for (Found hit : found) {
            Evidence source = readable.get(hit.ref().evidence());
            if (source != null && hit.ref().stillStandsIn(source)) {
                Span span = hit.ref().span();
                passages.add(
                        new Passage(source, span, hit.hit().score(), hit.hit().why(span.of(source.text()))));
                if (passages.size() == limit) {
                    break;
                }
            }
        }
        return passages;
    }

    private Query probablyReadable(Reader reader, PersonId learner) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder()
                .add(term(Documents.IS, Documents.PASSAGE), BooleanClause.Occur.FILTER)
                .add(term(Documents.ABOUT, learner.toString()), BooleanClause.Occur.FILTER);
        if (reader instanceof Reader.OfPerson person && !readsWhatMentorsRead(person.id(), learner)) {
            filter.add(
                    new BooleanQuery.Builder()
                            .add(term(Documents.VISIBILITY, Visibility.ORGANISATION.name()), BooleanClause.Occur.SHOULD)
                            .add(term(Documents.AUTHOR, person.id().toString()), BooleanClause.Occur.SHOULD)
                            .build(),
                    BooleanClause.Occur.FILTER);
        }
        return filter.build();
    }

    private boolean readsWhatMentorsRead(PersonId person, PersonId learner) {
        return person.equals(learner) || mentorships.isMentorOf(person, learner);
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
