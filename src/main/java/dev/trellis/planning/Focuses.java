package dev.trellis.planning;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.search.Passage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which gaps a plan works on. */
final class Focuses {

    /** Widest gaps looked at more closely; those below would not be chosen whatever was written about them. */
    static final int LOOKED_AT = 12;

    /** Spare gaps for the writer, so that one without support can be left out. */
    private static final int SPARE = 2;

    /** A gap nobody said anything about may be no gap: it counts half, as it seems widest exactly because nothing is known. */
    private static final double UNKNOWN = 0.5;

    private Focuses() {}

    static List<Gap> choose(List<Gap> gaps, Map<CompetencyId, List<Passage>> passages, int items) {
        return gaps.stream()
                .limit(LOOKED_AT)
                .sorted(Comparator.comparingDouble(
                                (Gap gap) -> -weight(gap, passages.getOrDefault(gap.competency(), List.of())))
                        .thenComparing(gap -> gap.competency().value()))
                .limit((long) items + SPARE)
                .toList();
    }

    private static double weight(Gap gap, List<Passage> passages) {
        boolean spokenOf =
                passages.stream().anyMatch(passage -> !passage.why().written().isEmpty());
        return gap.size() * gap.importance() * (gap.known() || spokenOf ? 1 : UNKNOWN);
    }
}
