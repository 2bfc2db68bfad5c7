package dev.trellis.ranking;

import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.Reader;
import dev.trellis.people.PersonId;
import java.util.List;

/** Which real activities help a learner next. */
public interface ActivityRanking {

    /**
     * For each gap, in the order given, activities of the catalogue that develop it, best first. What the learner already
     * completed is left out.
     *
     * @param limit most activities a gap
     */
    RankedActivities rank(Reader reader, PersonId learner, List<Gap> gaps, int limit);
}
