package dev.trellis.ranking;

import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.Reader;
import dev.trellis.people.PersonId;
import java.util.List;
import java.util.Set;

/** Which real activities help a learner next. */
public interface ActivityRanking {

    /**
     * For each gap, in the order given, activities of the catalogue that develop it, best first. What the learner already
     * completed is left out.
     *
     * @param limit most activities a gap
     */
    default RankedActivities rank(Reader reader, PersonId learner, List<Gap> gaps, int limit) {
        return rank(reader, learner, gaps, limit, Set.of());
    }

    /** @param without evidence to rank as if it were not there */
    RankedActivities rank(Reader reader, PersonId learner, List<Gap> gaps, int limit, Set<EvidenceId> without);
}
