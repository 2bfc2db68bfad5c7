package dev.trellis.search;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.LearningActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds activities in the index and returns those the catalogue still offers. */
class LuceneActivitySearch implements ActivitySearch {

    private static final Query ACTIVITIES = new TermQuery(new Term(Documents.IS, Documents.ACTIVITY));

    private final Searchers searchers;
    private final Questions questions;
    private final Catalog catalog;

    LuceneActivitySearch(Searchers searchers, Questions questions, Catalog catalog) {
        this.searchers = searchers;
        this.questions = questions;
        this.catalog = catalog;
    }

    @Override
    public List<Hit> find(String question, int limit) {
        List<Words.Asked> words = Words.asked(question);
        if (words.isEmpty() || limit < 1) {
            return List.of();
        }
        float[] vector = questions.vector(question);
        int gather = Hybrid.gather(limit);
        List<Hybrid.Hit> found =
                searchers.search(searcher -> Hybrid.ACTIVITIES.find(searcher, words, vector, ACTIVITIES, gather));
        Map<ActivityId, LearningActivity> activities =
                catalog.activities(found.stream().map(LuceneActivitySearch::id).toList());
        List<Hit> hits = new ArrayList<>();
        for (Hybrid.Hit hit : found) {
            LearningActivity activity = activities.get(id(hit));
            if (activity != null && activity.available() && hits.size() < limit) {
                hits.add(
                        new Hit(activity.id(), hit.score(), hit.why(activity.title() + "\n" + activity.description())));
            }
        }
        return hits;
    }

    private static ActivityId id(Hybrid.Hit hit) {
        return new ActivityId(Documents.id(hit.ref()));
    }
}
