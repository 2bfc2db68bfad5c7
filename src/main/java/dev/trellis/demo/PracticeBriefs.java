package dev.trellis.demo;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Develops;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.people.PersonId;
import dev.trellis.planning.OnTheJob;
import dev.trellis.ranking.Prior;
import dev.trellis.ranking.RankedActivities.Ranked;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Briefs of the demo organisation with everything the catalogue has for each gap, ranked as the service ranks it. */
final class PracticeBriefs {

    private final DemoOrganisation demo;
    private final Prior prior;
    private final List<LearningActivity> activities;
    private final Framework scale;

    PracticeBriefs(DemoOrganisation demo, Prior prior) {
        this.demo = demo;
        this.prior = prior;
        this.activities =
                demo.activities().stream().map(PracticeBriefs::activity).toList();
        this.scale = new Framework(
                DemoBriefs.FRAMEWORK,
                "demo",
                demo.framework().name(),
                "",
                1,
                demo.framework().levelNames().size());
    }

    /** One a learner who has a mentor, in the order of the demo. */
    List<Brief> all() {
        return new DemoBriefs(demo).all().stream().map(this::ranked).toList();
    }

    /** The same brief for someone else to decide on. */
    static Brief forReader(Brief brief, PersonId reader) {
        return new Brief(
                brief.learner(),
                brief.givenName(),
                brief.roleName(),
                brief.targetRoleName(),
                List.of(reader),
                brief.from(),
                brief.until(),
                brief.hoursPerWeek(),
                brief.form(),
                brief.programme(),
                brief.aspiration(),
                brief.nearGoal(),
                brief.sources(),
                brief.focuses(),
                brief.itemsWanted(),
                brief.hiddenPieces(),
                brief.modelId(),
                brief.seed(),
                brief.manner());
    }

    private Brief ranked(Brief brief) {
        Set<CompetencyId> wanted =
                brief.focuses().stream().map(focus -> focus.competency().id()).collect(Collectors.toSet());
        return brief.suited(
                brief.focuses().stream()
                        .map(focus -> focus.withCandidates(candidates(focus, wanted), focus.levelSought()))
                        .toList(),
                brief.manner(),
                Optional.empty());
    }

    private List<Brief.Candidate> candidates(Brief.Focus focus, Set<CompetencyId> wanted) {
        Stream<Brief.Candidate> ofCatalogue = activities.stream()
                .filter(activity -> develops(activity, focus.competency().id()))
                .map(activity -> candidate(
                        activity,
                        prior.rank(activity, focus.gap(), scale, 0, otherGaps(activity, focus, wanted), false)))
                .sorted(Comparator.comparingDouble(Brief.Candidate::score).reversed());
        return Stream.concat(ofCatalogue, OnTheJob.of(focus.competency()).stream())
                .toList();
    }

    private static Brief.Candidate candidate(LearningActivity activity, Ranked ranked) {
        return new Brief.Candidate(
                new Action.OfCatalogue(activity.id()),
                activity.title(),
                activity.description(),
                activity.kind(),
                activity.effortHours(),
                activity.url(),
                ranked.score(),
                ranked.reasons(),
                ranked.contributions());
    }

    private static double otherGaps(LearningActivity activity, Brief.Focus focus, Set<CompetencyId> wanted) {
        long others = activity.develops().stream()
                .map(Develops::competency)
                .filter(one -> !one.equals(focus.competency().id()) && wanted.contains(one))
                .count();
        return wanted.size() < 2 ? 0 : others / (wanted.size() - 1.0);
    }

    private static boolean develops(LearningActivity activity, CompetencyId competency) {
        return activity.develops().stream().anyMatch(one -> one.competency().equals(competency));
    }

    private static LearningActivity activity(DemoActivity made) {
        return new LearningActivity(
                new ActivityId(id(made.code())),
                made.code(),
                made.title(),
                made.description(),
                ActivityKind.valueOf(made.kind().name()),
                made.effortHours(),
                made.provider(),
                made.url(),
                made.aims().stream()
                        .map(aim ->
                                new Develops(new CompetencyId(id(aim.competency())), aim.fromLevel(), aim.toLevel()))
                        .toList(),
                true);
    }

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }
}
