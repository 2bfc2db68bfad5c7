package dev.trellis.planning;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Brief.Candidate;
import dev.trellis.drafting.Brief.Counterfactual;
import dev.trellis.drafting.Brief.Focus;
import dev.trellis.drafting.Brief.LeftOut;
import dev.trellis.drafting.Brief.ProgrammeTerms;
import dev.trellis.drafting.Brief.Quotable;
import dev.trellis.drafting.Brief.Source;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.mentoring.Programme;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.planning.Groundwork.Choice;
import dev.trellis.planning.Groundwork.Ground;
import dev.trellis.ranking.RankedActivities.Ranked;
import dev.trellis.search.Sentences;
import dev.trellis.search.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what was found into a brief: plain values, and nothing that any of its readers may not see. */
class BriefComposer {

    /** Besides what passages and levels come from, the newest pieces, for where the learner is now. */
    private static final int NEWEST = 10;

    /** Longest aspiration or goal quoted whole; of a longer one its first sentence is. */
    private static final int QUOTED_WHOLE = 280;

    /** A programme that ends sooner than this leaves no time for a plan of its own. */
    private static final int SHORTEST_WEEKS = 6;

    private final Catalog catalog;
    private final People people;
    private final PlanningSettings settings;

    BriefComposer(Catalog catalog, People people, PlanningSettings settings) {
        this.catalog = catalog;
        this.people = people;
        this.settings = settings;
    }

    Brief compose(Ground ground, Choice choice, Map<CompetencyId, List<Counterfactual>> counterfactuals) {
        Person learner = ground.learner();
        SharedEvidence evidence = ground.evidence();
        Circumstances circumstances = ground.circumstances();
        List<Focus> focuses = focuses(ground, choice, counterfactuals);
        Optional<Evidence> nearGoal = evidence.nearGoal(circumstances.today());
        Brief unseeded = new Brief(
                learner.id(),
                learner.givenName(),
                choice.direction().currentName(learner),
                choice.direction().target().map(role -> role.name()),
                circumstances.readers(),
                circumstances.today(),
                until(circumstances.today(), circumstances.programme()),
                circumstances.hoursPerWeek(),
                circumstances.form(),
                circumstances.programme().map(p -> new ProgrammeTerms(p.name(), p.purpose(), p.cadence(), p.format())),
                evidence.aspiration().map(BriefComposer::whole),
                nearGoal.map(BriefComposer::whole),
                sources(learner, evidence, focuses, nearGoal),
                focuses,
                Math.min(settings.items(), focuses.size()),
                evidence.hidden(),
                choice.ranked().modelId(),
                0);
        return InputsDigest.seeded(unseeded);
    }

    private LocalDate until(LocalDate today, Optional<Programme> programme) {
        LocalDate horizon = today.plusMonths(settings.months());
        return programme
                .map(Programme::endsOn)
                .filter(end -> end.isBefore(horizon) && end.isAfter(today.plusWeeks(SHORTEST_WEEKS)))
                .orElse(horizon);
    }

    private List<Focus> focuses(Ground ground, Choice choice, Map<CompetencyId, List<Counterfactual>> counterfactuals) {
        Map<CompetencyId, Competency> competencies = catalog.competencies(
                choice.focuses().stream().map(Gap::competency).toList());
        Map<ActivityId, LearningActivity> activities =
                catalog.activities(choice.ranked().byCompetency().values().stream()
                        .flatMap(List::stream)
                        .map(Ranked::activity)
                        .collect(Collectors.toSet()));
        var scales = catalog.frameworks().stream().collect(Collectors.toMap(Framework::id, Function.identity()));
        List<Focus> focuses = new ArrayList<>();
        for (Gap gap : choice.focuses()) {
            Competency competency = competencies.get(gap.competency());
            if (competency == null) {
                continue; // taken out of the catalogue between two queries
            }
            Framework scale = Objects.requireNonNull(scales.get(competency.framework()));
            List<Candidate> all = candidates(
                    competency, choice.ranked().byCompetency().getOrDefault(gap.competency(), List.of()), activities);
            Map<Candidate, String> against = new LinkedHashMap<>();
            all.forEach(candidate -> ground.earlier()
                    .against(competency.id(), candidate.action())
                    .ifPresent(why -> against.put(candidate, why)));
            List<Candidate> possible =
                    all.stream().filter(one -> !against.containsKey(one)).toList();
            if (possible.isEmpty()) {
                continue; // everything there is for it was done or turned down lately
            }
            focuses.add(new Focus(
                    gap.restingOn(ground.evidence()::holds),
                    competency,
                    Math.min(gap.expected(), gap.shown() + Direction.step(scale)),
                    choice.passages().getOrDefault(gap.competency(), List.of()).stream()
                            .map(passage -> new Quotable(passage.source().id(), passage.span(), passage.score()))
                            .toList(),
                    possible,
                    against.entrySet().stream()
                            .map(entry -> new LeftOut(
                                    entry.getKey().title(),
                                    entry.getKey().kind(),
                                    entry.getKey().effortHours(),
                                    entry.getValue()))
                            .toList(),
                    counterfactuals.getOrDefault(gap.competency(), List.of())));
        }
        return focuses;
    }

    private static List<Candidate> candidates(
            Competency competency, List<Ranked> ranked, Map<ActivityId, LearningActivity> activities) {
        Stream<Candidate> ofCatalogue = ranked.stream()
                .flatMap(one -> Optional.ofNullable(activities.get(one.activity()))
                        .map(activity -> new Candidate(
                                new Action.OfCatalogue(activity.id()),
                                activity.title(),
                                activity.description(),
                                activity.kind(),
                                activity.effortHours(),
                                activity.url(),
                                one.score(),
                                one.reasons(),
                                one.contributions()))
                        .stream());
        return Stream.concat(ofCatalogue, OnTheJob.of(competency).stream()).toList();
    }

    private List<Source> sources(
            Person learner, SharedEvidence evidence, List<Focus> focuses, Optional<Evidence> nearGoal) {
        Set<EvidenceId> wanted = new HashSet<>();
        evidence.aspiration().ifPresent(piece -> wanted.add(piece.id()));
        nearGoal.ifPresent(piece -> wanted.add(piece.id()));
        focuses.forEach(focus -> {
            focus.passages().forEach(passage -> wanted.add(passage.source()));
            wanted.addAll(focus.gap().assertions());
        });
        evidence.newestFirst().stream()
                .filter(piece -> piece.kind() != EvidenceKind.ASSERTION)
                .limit(NEWEST)
                .forEach(piece -> wanted.add(piece.id()));
        List<Evidence> chosen = evidence.newestFirst().stream()
                .filter(piece -> wanted.contains(piece.id()))
                .toList();
        return sources(people, learner.id(), chosen);
    }

    static List<Source> sources(People people, PersonId learner, Collection<Evidence> pieces) {
        Map<PersonId, Person> authors = people.findAll(pieces.stream()
                .flatMap(piece ->
                        piece.author() instanceof Author.OfPerson person ? Stream.of(person.id()) : Stream.of())
                .collect(Collectors.toSet()));
        return pieces.stream()
                .map(piece -> new Source(
                        piece.id(),
                        piece.kind(),
                        name(piece.author(), authors),
                        piece.author().equals(new Author.OfPerson(learner)),
                        LocalDate.ofInstant(piece.occurredAt(), ZoneOffset.UTC),
                        piece.text(),
                        piece.textHash()))
                .toList();
    }

    static String name(Author author, Map<PersonId, Person> people) {
        return switch (author) {
            case Author.OfPerson person ->
                Optional.ofNullable(people.get(person.id()))
                        .map(Person::displayName)
                        .orElse("A colleague");
            case Author.OfClient client -> client.clientId();
            case Author.Trellis trellis -> "Trellis";
        };
    }

    private static Quotable whole(Evidence piece) {
        String text = piece.text();
        Span whole = new Span(0, text.length());
        Span quoted = text.length() <= QUOTED_WHOLE
                ? whole
                : Sentences.in(text).stream().findFirst().orElse(whole);
        return new Quotable(piece.id(), quoted, 1);
    }
}
