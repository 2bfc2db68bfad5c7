package dev.trellis.search;

import dev.trellis.catalog.ActivityId;
import java.util.List;

/** Finds learning activities by what they are about. */
public interface ActivitySearch {

    /** Available activities, best first. */
    List<Hit> find(String question, int limit);

    record Hit(ActivityId activity, double score, Passage.Why why) {}
}
