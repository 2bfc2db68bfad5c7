package dev.trellis.planning;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.CompetencyRelation;
import dev.trellis.catalog.CompetencyRelations;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief.Counterfactual;
import dev.trellis.evidence.CompetencyProfiles;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.Reader;
import dev.trellis.people.Person;
import dev.trellis.ranking.ActivityRanking;
import dev.trellis.ranking.RankedActivities;
import dev.trellis.ranking.RankedActivities.Ranked;
import dev.trellis.search.EvidenceSearch;
import dev.trellis.search.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plan works on and what there is for each gap; and the same chosen again without single pieces of evidence, so that a
 * mentor can be told what each was worth. Leaving a piece out asks nothing of the search, and of the ranking only where it reads
 * that piece.
 */
class Groundwork {

    private static final int PASSAGES_A_GAP = 4;
    private static final int ACTIVITIES_A_GAP = 5;

    /** As many goals and aspirations as the ranking reads. */
    private static final int OWN_WORDS = 6;

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
     * @param focuses most important first
     * @param counterfactuals by the competency of a focus; none where leaving out any one piece changes nothing for it
     */
    record Laid(
            Direction direction,
            List<Gap> focuses,
            Map<CompetencyId, List<Passage>> passages,
            RankedActivities ranked,
            Map<CompetencyId, List<Counterfactual>> counterfactuals) {}

    Laid lay(Ground ground) {
        Direction direction = direction(ground, ground.evidence());
        List<Gap> gaps = gaps(ground, direction, Set.of());
        Map<CompetencyId, Set<CompetencyId>> prerequisites = prerequisites(gaps);
        Focuses chooser = new Focuses(
                ground.circumstances().form(), ground.circumstances().today(), ground.earlier(), prerequisites);
        Map<CompetencyId, List<Passage>> passages = passages(ground, lookedAt(gaps, prerequisites));
        List<Gap> focuses = chooser.choose(gaps, passages, settings.items());
        RankedActivities ranked = ranking.rank(ground.reader(), ground.learner().id(), focuses, ACTIVITIES_A_GAP);
        Choice choice = new Choice(direction, gaps, passages, focuses, ranked);
        return new Laid(direction, focuses, passages, ranked, counterfactuals(ground, chooser, choice));
    }

    private record Choice(
            Direction direction,
            List<Gap> gaps,
            Map<CompetencyId, List<Passage>> passages,
            List<Gap> focuses,
            RankedActivities ranked) {}

    private Map<CompetencyId, List<Counterfactual>> counterfactuals(Ground ground, Focuses chooser, Choice choice) {
        Map<CompetencyId, List<Changed>> changes = new LinkedHashMap<>();
        for (Evidence piece : worthLeavingOut(ground, choice)) {
            Choice other = without(piece, ground, chooser, choice);
            for (Gap focus : choice.focuses()) {
                if (ownWords(piece) || bearsOn(piece, focus, choice)) {
                    changed(piece, focus.competency(), ground, choice, other)
                            .ifPresent(change -> changes.computeIfAbsent(focus.competency(), none -> new ArrayList<>())
                                    .add(change));
                }
            }
        }
        return inWords(changes);
    }

    private Choice without(Evidence piece, Ground ground, Focuses chooser, Choice choice) {
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
        List<Gap> focuses = chooser.choose(gaps, passages, settings.items());
        boolean sameActivities =
                !levels && !ownWords(piece) && Set.copyOf(focuses).equals(Set.copyOf(choice.focuses()));
        RankedActivities ranked = sameActivities
                ? choice.ranked()
                : ranking.rank(ground.reader(), ground.learner().id(), focuses, ACTIVITIES_A_GAP, without);
        return new Choice(direction, gaps, passages, focuses, ranked);
    }

    private record Changed(EvidenceId without, int place, Optional<ActivityId> firstChoice) {}

    private Optional<Changed> changed(Evidence piece, CompetencyId focus, Ground ground, Choice choice, Choice other) {
        int place = place(focus, other);
        Optional<ActivityId> first = first(focus, ground.earlier(), other);
        boolean otherFirst = place > 0 && !first.equals(first(focus, ground.earlier(), choice));
        return place == place(focus, choice) && !otherFirst
                ? Optional.empty()
                : Optional.of(new Changed(piece.id(), place, otherFirst ? first : Optional.empty()));
    }

    /** From 1; 0 where it is no item of the plan. */
    private int place(CompetencyId focus, Choice choice) {
        for (int i = 0; i < Math.min(settings.items(), choice.focuses().size()); i++) {
            if (choice.focuses().get(i).competency().equals(focus)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Optional<ActivityId> first(CompetencyId focus, Earlier earlier, Choice choice) {
        return choice.ranked().byCompetency().getOrDefault(focus, List.of()).stream()
                .map(Ranked::activity)
                .filter(activity ->
                        earlier.against(focus, new Action.OfCatalogue(activity)).isEmpty())
                .findFirst();
    }

    private Map<CompetencyId, List<Counterfactual>> inWords(Map<CompetencyId, List<Changed>> changes) {
        Map<ActivityId, LearningActivity> activities = catalog.activities(changes.values().stream()
                .flatMap(List::stream)
                .flatMap(change -> change.firstChoice().stream())
                .collect(Collectors.toSet()));
        Map<CompetencyId, List<Counterfactual>> counterfactuals = new LinkedHashMap<>();
        changes.forEach((focus, list) -> counterfactuals.put(
                focus,
                list.stream()
                        .map(change -> new Counterfactual(
                                change.without(),
                                change.place(),
                                change.firstChoice().map(activities::get).map(LearningActivity::title)))
                        .toList()));
        return counterfactuals;
    }

    /** What bears on a focus, and what the learner wrote about where to go. */
    private static List<Evidence> worthLeavingOut(Ground ground, Choice choice) {
        Stream<Evidence> bearing = ground.evidence().newestFirst().stream()
                .filter(piece -> choice.focuses().stream().anyMatch(focus -> bearsOn(piece, focus, choice)));
        Stream<Evidence> own = ground.evidence().newestFirst().stream()
                .filter(Groundwork::ownWords)
                .limit(OWN_WORDS);
        return Stream.concat(own, bearing).distinct().toList();
    }

    private static boolean bearsOn(Evidence piece, Gap focus, Choice choice) {
        return focus.assertions().contains(piece.id())
                || choice.passages().getOrDefault(focus.competency(), List.of()).stream()
                        .anyMatch(passage -> passage.source().id().equals(piece.id()));
    }

    private static boolean ownWords(Evidence piece) {
        return piece.kind() == EvidenceKind.ASPIRATION || piece.kind() == EvidenceKind.GOAL;
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
