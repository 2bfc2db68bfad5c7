package dev.trellis.planning;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.Evidence;
import dev.trellis.people.MentoringForm;
import dev.trellis.search.Passage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which gaps a plan works on, and in which order. A gap weighs by its size, by how much the role needs it, and by how much was
 * written that speaks of it: what several people noticed lately comes before what only a number says. The weights are our choice.
 *
 * @param form coaching asks for the difficulty of now, so there recent words weigh more and age faster
 * @param prerequisites what a competency requires first, by competency
 */
record Focuses(
        MentoringForm form, LocalDate today, Earlier earlier, Map<CompetencyId, Set<CompetencyId>> prerequisites) {

    /** Widest gaps looked at more closely; those below would not be chosen whatever was written about them. */
    static final int LOOKED_AT = 12;

    /** Spare gaps for the writer, so that one without support can be left out. */
    private static final int SPARE = 2;

    /** A gap nobody said anything about may be no gap: it counts half, as it seems widest exactly because nothing is known. */
    private static final double UNKNOWN = 0.5;

    /** Others see what one does not see oneself. */
    private static final double BY_OTHERS = 0.4;

    private static final double BY_LEARNER = 0.3;

    Focuses {
        prerequisites = Map.copyOf(prerequisites);
    }

    /** @param gaps widest first */
    List<Gap> choose(List<Gap> gaps, Map<CompetencyId, List<Passage>> passages, int items) {
        List<Gap> ordered = gaps.stream()
                .limit(LOOKED_AT)
                .sorted(Comparator.comparingDouble(
                                (Gap gap) -> -weight(gap, passages.getOrDefault(gap.competency(), List.of())))
                        .thenComparing(gap -> gap.competency().value()))
                .toList();
        return inOrderOfNeed(ordered, gaps).stream().limit((long) items + SPARE).toList();
    }

    private double weight(Gap gap, List<Passage> passages) {
        double voice = voice(passages);
        double base = gap.size() * gap.importance() * earlier.weight(gap.competency());
        return base * (gap.known() || voice > 0 ? 1 : UNKNOWN) * (1 + (form == MentoringForm.COACHING ? 2 : 1) * voice);
    }

    /** How much speaks of a gap, in {@code [0, 1]}: each piece once, halved with every half-life of its age. */
    private double voice(List<Passage> passages) {
        double halfLifeDays = form == MentoringForm.COACHING ? 45 : 180;
        return Math.min(
                1,
                passages.stream()
                        .filter(passage -> !passage.why().written().isEmpty())
                        .map(Passage::source)
                        .collect(Collectors.toMap(Evidence::id, Function.identity(), (first, again) -> first))
                        .values()
                        .stream()
                        .mapToDouble(piece ->
                                (piece.author().equals(new Author.OfPerson(piece.about())) ? BY_LEARNER : BY_OTHERS)
                                        * Math.pow(0.5, ageDays(piece) / halfLifeDays))
                        .sum());
    }

    private double ageDays(Evidence piece) {
        LocalDate on = LocalDate.ofInstant(piece.occurredAt(), ZoneOffset.UTC);
        return Math.max(0, ChronoUnit.DAYS.between(on, today));
    }

    /** What a competency requires comes before it, where it is a gap as well. */
    private List<Gap> inOrderOfNeed(List<Gap> ordered, List<Gap> all) {
        Map<CompetencyId, Gap> open = all.stream().collect(Collectors.toMap(Gap::competency, Function.identity()));
        List<Gap> placed = new ArrayList<>();
        Set<CompetencyId> seen = new HashSet<>();
        ordered.forEach(gap -> place(gap, open, seen, placed));
        return placed;
    }

    /** A circle of requirements is entered once and left where it closes. */
    private void place(Gap gap, Map<CompetencyId, Gap> open, Set<CompetencyId> seen, List<Gap> placed) {
        if (seen.add(gap.competency())) {
            prerequisites.getOrDefault(gap.competency(), Set.of()).stream()
                    .sorted(Comparator.comparing(CompetencyId::value))
                    .flatMap(required -> Optional.ofNullable(open.get(required)).stream())
                    .forEach(required -> place(required, open, seen, placed));
            placed.add(gap);
        }
    }
}
