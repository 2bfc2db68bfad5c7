package dev.trellis.ranking;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.people.PersonId;
import dev.trellis.ranking.RankedActivities.Ranked;
import dev.trellis.search.ActivitySearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ranks what the catalogue has for each gap with the Tribuo model: four queries and one search, whatever the number of gaps. */
@Component
class TribuoActivityRanking implements ActivityRanking {

    /** A learner finishes a few activities a month; this many go back years. */
    private static final int COMPLETIONS_READ = 500;

    private static final int OWN_WORDS_READ = 6;
    private static final int NEAREST_READ = 100;

    private final Catalog catalog;
    private final EvidenceLedger ledger;
    private final ActivitySearch search;
    private final Prior model;

    TribuoActivityRanking(Catalog catalog, EvidenceLedger ledger, ActivitySearch search, Prior model) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.search = search;
        this.model = model;
    }

    @Override
    public RankedActivities rank(Reader reader, PersonId learner, List<Gap> gaps, int limit, Set<EvidenceId> without) {
        if (gaps.isEmpty()) {
            return new RankedActivities(model.id(), Map.of());
        }
        Set<CompetencyId> wanted = gaps.stream().map(Gap::competency).collect(Collectors.toSet());
        Map<CompetencyId, List<LearningActivity>> byCompetency = new HashMap<>();
        for (LearningActivity activity : catalog.activitiesDeveloping(wanted)) {
            activity.develops()
                    .forEach(d -> byCompetency
                            .computeIfAbsent(d.competency(), none -> new ArrayList<>())
                            .add(activity));
        }
        Map<FrameworkId, Framework> frameworks =
                catalog.frameworks().stream().collect(Collectors.toMap(Framework::id, Function.identity()));
        Map<CompetencyId, Competency> competencies = catalog.competencies(wanted);
        Set<ActivityId> done = completed(reader, learner, without);
        Set<Done> kindsDone = kindsDone(done);
        Map<ActivityId, Double> nearness = nearness(reader, learner, without);

        Map<CompetencyId, List<Ranked>> ranked = new LinkedHashMap<>();
        for (Gap gap : gaps) {
            Competency competency = competencies.get(gap.competency());
            Framework scale = competency == null ? null : frameworks.get(competency.framework());
            if (scale == null) {
                throw new IllegalArgumentException(
                        "gap in a competency the catalogue does not have: " + gap.competency());
            }
            ranked.put(
                    gap.competency(),
                    byCompetency.getOrDefault(gap.competency(), List.of()).stream()
                            .filter(activity -> !done.contains(activity.id()))
                            .map(activity -> model.rank(
                                    activity,
                                    gap,
                                    scale,
                                    nearness.getOrDefault(activity.id(), 0.0),
                                    otherGaps(activity, gap, wanted),
                                    kindsDone.contains(new Done(gap.competency(), activity.kind()))))
                            .sorted(Comparator.comparingDouble(Ranked::score)
                                    .reversed()
                                    .thenComparing(r -> r.activity().value()))
                            .limit(limit)
                            .toList());
        }
        return new RankedActivities(model.id(), ranked);
    }

    private static double otherGaps(LearningActivity activity, Gap gap, Set<CompetencyId> wanted) {
        if (wanted.size() < 2) {
            return 0;
        }
        long others = activity.develops().stream()
                .filter(d -> !d.competency().equals(gap.competency()) && wanted.contains(d.competency()))
                .count();
        return (double) others / (wanted.size() - 1);
    }

    private Set<ActivityId> completed(Reader reader, PersonId learner, Set<EvidenceId> without) {
        Set<ActivityId> done = new HashSet<>();
        for (Evidence evidence : ledger.about(reader, learner, Set.of(EvidenceKind.COMPLETION), COMPLETIONS_READ)) {
            if (evidence.detail() instanceof Detail.Completion completion && !without.contains(evidence.id())) {
                done.add(completion.activity());
            }
        }
        return done;
    }

    private record Done(CompetencyId competency, ActivityKind kind) {}

    private Set<Done> kindsDone(Set<ActivityId> done) {
        Set<Done> kinds = new HashSet<>();
        catalog.activities(done)
                .values()
                .forEach(activity ->
                        activity.develops().forEach(d -> kinds.add(new Done(d.competency(), activity.kind()))));
        return kinds;
    }

    /** How near activities are to the learner's goals and aspiration, as a share of the nearest. */
    private Map<ActivityId, Double> nearness(Reader reader, PersonId learner, Set<EvidenceId> without) {
        String ownWords =
                ledger
                        .about(reader, learner, Set.of(EvidenceKind.ASPIRATION, EvidenceKind.GOAL), OWN_WORDS_READ)
                        .stream()
                        .filter(evidence -> !without.contains(evidence.id()))
                        .map(Evidence::text)
                        .collect(Collectors.joining("\n"));
        if (ownWords.isBlank()) {
            return Map.of();
        }
        List<ActivitySearch.Hit> hits = search.find(ownWords, NEAREST_READ);
        double best = hits.stream().mapToDouble(ActivitySearch.Hit::score).max().orElse(0);
        return best <= 0
                ? Map.of()
                : hits.stream()
                        .collect(Collectors.toMap(
                                ActivitySearch.Hit::activity, hit -> Math.max(0, hit.score() / best), Math::max));
    }
}
