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

    private static final int FEWEST_GATHERED = 50;
    private static final int MOST_GATHERED = 1_000;
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
        int gather = Math.clamp(2L * limit, FEWEST_GATHERED, MOST_GATHERED);
        List<Hybrid.Hit> found =
                searchers.search(searcher -> Hybrid.ACTIVITIES.find(searcher, words, vector, ACTIVITIES, gather));
        Map<ActivityId, LearningActivity> activities =
                catalog.activities(found.stream().map(LuceneActivitySearch::id).toList());
        List<Hit> hits = new ArrayList<>();
        for (Hybrid.Hit hit : found) {
            LearningActivity activity = activities.get(id(hit));
            if (activity != null && activity.available() && hits.size() < limit) {
                List<String> inText = Words.found(words, activity.title() + "\n" + activity.description());
                hits.add(new Hit(activity.id(), hit.score(), hit.why(inText)));
            }
        }
        return hits;
    }

    private static ActivityId id(Hybrid.Hit hit) {
        return new ActivityId(Documents.id(hit.ref()));
    }
}
