package dev.trellis.planning;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief.Counterfactual;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.planning.Groundwork.Choice;
import dev.trellis.planning.Groundwork.Ground;
import dev.trellis.ranking.RankedActivities.Ranked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leaves one piece of evidence out at a time and says what would be chosen then, so that a mentor can be told what each was worth.
 */
class LeaveOneOut {

    /** As many goals and aspirations as the ranking reads. */
    private static final int OWN_WORDS = 6;

    private final Groundwork groundwork;
    private final Catalog catalog;
    private final int items;

    /** @param items most in a plan: a gap further down is not in it */
    LeaveOneOut(Groundwork groundwork, Catalog catalog, int items) {
        this.groundwork = groundwork;
        this.catalog = catalog;
        this.items = items;
    }

    /** By the competency of a focus; none where leaving out any one piece changes nothing for it. */
    Map<CompetencyId, List<Counterfactual>> of(Ground ground, Choice choice) {
        Map<CompetencyId, List<Changed>> changes = new LinkedHashMap<>();
        for (Evidence piece : worthLeavingOut(ground, choice)) {
            Choice other = groundwork.without(piece, ground, choice);
            for (Gap focus : choice.focuses()) {
                if (Groundwork.readByRanking(piece) || bearsOn(piece, focus, choice)) {
                    changed(piece, focus.competency(), ground.earlier(), choice, other)
                            .ifPresent(change -> changes.computeIfAbsent(focus.competency(), none -> new ArrayList<>())
                                    .add(change));
                }
            }
        }
        return titled(changes);
    }

    private record Changed(EvidenceId without, Optional<Integer> later, Optional<ActivityId> firstChoice) {}

    private Optional<Changed> changed(
            Evidence piece, CompetencyId focus, Earlier earlier, Choice choice, Choice other) {
        int now = place(focus, choice);
        int then = place(focus, other);
        if (then < 0 || now < items && then >= items) {
            return Optional.of(new Changed(piece.id(), Optional.empty(), Optional.empty()));
        }
        Optional<ActivityId> first =
                first(focus, earlier, other).filter(one -> !Optional.of(one).equals(first(focus, earlier, choice)));
        return now == then && first.isEmpty()
                ? Optional.empty()
                : Optional.of(new Changed(piece.id(), Optional.of(then - now), first));
    }

    /** From 0; below it where the gap is not chosen. */
    private static int place(CompetencyId focus, Choice choice) {
        return choice.focuses().stream().map(Gap::competency).toList().indexOf(focus);
    }

    private static Optional<ActivityId> first(CompetencyId focus, Earlier earlier, Choice choice) {
        return choice.ranked().byCompetency().getOrDefault(focus, List.of()).stream()
                .map(Ranked::activity)
                .filter(activity ->
                        earlier.against(focus, new Action.OfCatalogue(activity)).isEmpty())
                .findFirst();
    }

    private Map<CompetencyId, List<Counterfactual>> titled(Map<CompetencyId, List<Changed>> changes) {
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
                                change.later(),
                                change.firstChoice().map(activities::get).map(LearningActivity::title)))
                        .toList()));
        return counterfactuals;
    }

    /** What bears on a focus, and what the learner wrote about where to go. */
    private static List<Evidence> worthLeavingOut(Ground ground, Choice choice) {
        Stream<Evidence> bearing = ground.evidence().newestFirst().stream()
                .filter(piece -> choice.focuses().stream().anyMatch(focus -> bearsOn(piece, focus, choice)));
        Stream<Evidence> own = ground.evidence().newestFirst().stream()
                .filter(Groundwork::readByRanking)
                .limit(OWN_WORDS);
        return Stream.concat(own, bearing).distinct().toList();
    }

    private static boolean bearsOn(Evidence piece, Gap focus, Choice choice) {
        return focus.assertions().contains(piece.id())
                || choice.passages().getOrDefault(focus.competency(), List.of()).stream()
                        .anyMatch(passage -> passage.source().id().equals(piece.id()));
    }
}
