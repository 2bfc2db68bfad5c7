package dev.trellis.planning;

import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.CompetencyRelation;
import dev.trellis.catalog.CompetencyRelations;
import dev.trellis.evidence.CompetencyProfiles;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.Reader;
import dev.trellis.people.Person;
import dev.trellis.ranking.ActivityRanking;
import dev.trellis.ranking.RankedActivities;
import dev.trellis.search.EvidenceSearch;
import dev.trellis.search.Passage;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses what a plan works on and what there is for each gap; and chooses again without a piece of evidence. Leaving a piece out
 * asks nothing of the search, and of the ranking only where it reads that piece or other gaps are chosen.
 */
class Groundwork {

    private static final int PASSAGES_A_GAP = 4;
    private static final int ACTIVITIES_A_GAP = 5;

    private final Catalog catalog;
    private final CompetencyRelations relations;
    private final CompetencyProfiles profiles;
    private final EvidenceSearch search;
    private final ActivityRanking ranking;
    private final PlanningSettings settings;

    Groundwork(
            Catalog catalog,
            CompetencyRelations relations,
            CompetencyProfiles profiles,
            EvidenceSearch search,
            ActivityRanking ranking,
            PlanningSettings settings) {
        this.catalog = catalog;
        this.relations = relations;
        this.profiles = profiles;
        this.search = search;
        this.ranking = ranking;
        this.settings = settings;
    }

    /** For whom and from what. */
    record Ground(
            Person learner, Reader reader, SharedEvidence evidence, Earlier earlier, Circumstances circumstances) {}

    /**
     * What was chosen, and from what.
     *
     * @param gaps all of them, widest first
     * @param focuses those to work on, most important first
     */
    record Choice(
            Direction direction,
            List<Gap> gaps,
            Map<CompetencyId, List<Passage>> passages,
            List<Gap> focuses,
            RankedActivities ranked) {}

    Choice choose(Ground ground) {
        Direction direction = direction(ground, ground.evidence());
        List<Gap> gaps = gaps(ground, direction, Set.of());
        Map<CompetencyId, Set<CompetencyId>> prerequisites = prerequisites(gaps);
        Map<CompetencyId, List<Passage>> passages = passages(ground, lookedAt(gaps, prerequisites));
        List<Gap> focuses = focuses(ground, gaps, prerequisites, passages);
        return new Choice(direction, gaps, passages, focuses, rank(ground, focuses, Set.of()));
    }

    /** What would have been chosen had {@code piece} never been written. */
    Choice without(Evidence piece, Ground ground, Choice choice) {
        Set<EvidenceId> without = Set.of(piece.id());
        boolean levels = piece.kind() == EvidenceKind.ASSERTION;
        Direction direction = direction(ground, ground.evidence().without(piece.id()));
        List<Gap> gaps =
                levels || !direction.equals(choice.direction()) ? gaps(ground, direction, without) : choice.gaps();
        Map<CompetencyId, List<Passage>> passages = new LinkedHashMap<>();
        choice.passages()
                .forEach((gap, found) -> passages.put(
                        gap,
                        found.stream()
                                .filter(passage -> !passage.source().id().equals(piece.id()))
                                .toList()));
        List<Gap> focuses = focuses(ground, gaps, prerequisites(gaps), passages);
        boolean sameActivities =
                !levels && !readByRanking(piece) && Set.copyOf(focuses).equals(Set.copyOf(choice.focuses()));
        return new Choice(
                direction, gaps, passages, focuses, sameActivities ? choice.ranked() : rank(ground, focuses, without));
    }

    /** The ranking looks at where the learner wants to go. */
    static boolean readByRanking(Evidence piece) {
        return piece.kind() == EvidenceKind.ASPIRATION || piece.kind() == EvidenceKind.GOAL;
    }

    private List<Gap> focuses(
            Ground ground,
            List<Gap> gaps,
            Map<CompetencyId, Set<CompetencyId>> prerequisites,
            Map<CompetencyId, List<Passage>> passages) {
        Circumstances circumstances = ground.circumstances();
        return new Focuses(circumstances.form(), circumstances.today(), ground.earlier(), prerequisites)
                .choose(gaps, passages, settings.items());
    }

    private RankedActivities rank(Ground ground, List<Gap> focuses, Set<EvidenceId> without) {
        return ranking.rank(ground.reader(), ground.learner().id(), focuses, ACTIVITIES_A_GAP, without);
    }

    private Direction direction(Ground ground, SharedEvidence evidence) {
        return Direction.of(
                ground.learner(), evidence, catalog, ground.circumstances().form());
    }

    private List<Gap> gaps(Ground ground, Direction direction, Set<EvidenceId> without) {
        return direction
                .measure()
                .map(role -> profiles.gaps(ground.reader(), ground.learner().id(), role, without))
                .orElse(List.of());
    }

    private Map<CompetencyId, Set<CompetencyId>> prerequisites(List<Gap> gaps) {
        return relations.from(gaps.stream().map(Gap::competency).toList()).stream()
                .filter(relation -> relation.kind() == CompetencyRelation.Kind.REQUIRES)
                .collect(Collectors.groupingBy(
                        CompetencyRelation::competency,
                        Collectors.mapping(CompetencyRelation::other, Collectors.toSet())));
    }

    /** The widest gaps, and what those require. */
    private static Set<CompetencyId> lookedAt(List<Gap> gaps, Map<CompetencyId, Set<CompetencyId>> prerequisites) {
        Set<CompetencyId> open = gaps.stream().map(Gap::competency).collect(Collectors.toSet());
        Set<CompetencyId> lookedAt = gaps.stream()
                .limit(Focuses.LOOKED_AT)
                .map(Gap::competency)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List.copyOf(lookedAt).stream()
                .flatMap(gap -> prerequisites.getOrDefault(gap, Set.of()).stream())
                .filter(open::contains)
                .forEach(lookedAt::add);
        return lookedAt;
    }

    private Map<CompetencyId, List<Passage>> passages(Ground ground, Set<CompetencyId> wanted) {
        Map<CompetencyId, Competency> competencies = catalog.competencies(wanted);
        Map<CompetencyId, List<Passage>> passages = new LinkedHashMap<>();
        for (CompetencyId id : wanted) {
            Competency competency = competencies.get(id);
            if (competency != null) {
                String question = competency.name() + ". " + competency.description();
                passages.put(
                        id,
                        search.find(ground.reader(), ground.learner().id(), question, PASSAGES_A_GAP).stream()
                                .filter(passage ->
                                        ground.evidence().holds(passage.source().id()))
                                .toList());
            }
        }
        return passages;
    }
}
