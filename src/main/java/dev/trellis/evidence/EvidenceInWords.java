package dev.trellis.evidence;

import dev.trellis.Days;
import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pieces of evidence as a page says them to one person: names for ids, days for instants. Looks names up once a page. */
@Component
class EvidenceInWords {

    private final People people;
    private final Catalog catalog;

    EvidenceInWords(People people, Catalog catalog) {
        this.people = people;
        this.catalog = catalog;
    }

    List<Piece> to(PersonId me, List<Evidence> evidence, Days days) {
        Names names = names(evidence);
        return evidence.stream().map(one -> piece(me, one, names, days)).toList();
    }

    private static Piece piece(PersonId me, Evidence one, Names names, Days days) {
        boolean mine = one.author().equals(new Author.OfPerson(me));
        boolean aboutMe = one.about().equals(me);
        Detail.@Nullable Goal goal = one.detail() instanceof Detail.Goal detail ? detail : null;
        return new Piece(
                one.id(),
                kind(one.detail()),
                one.title(),
                one.text(),
                days.day(one.occurredAt()),
                one.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                one.visibility(),
                mine,
                mine && !aboutMe ? names.person(one.about()) : null,
                mine ? "you" : names.author(one.author()),
                about(one.detail(), names),
                goal,
                goal == null ? "" : days.away(goal.dueOn()),
                goal != null && aboutMe);
    }

    private static String kind(Detail detail) {
        return switch (detail) {
            case Detail.Goal goal -> goal.horizon() == Detail.Horizon.LONG_TERM ? "Long-term goal" : "Goal";
            case Detail.Reflection reflection ->
                reflection.form() == Detail.ReflectionForm.SWOT ? "Reflection (SWOT)" : "Reflection";
            case Detail.Feedback feedback -> "Feedback";
            case Detail.Recognition recognition -> "Recognition";
            case Detail.Completion completion -> "Finished";
            case Detail.Assertion assertion -> "Level";
            case Detail.Aspiration aspiration -> "Where to";
        };
    }

    /** What the kind adds, in a few words; empty where it adds nothing. */
    private static String about(Detail detail, Names names) {
        return switch (detail) {
            case Detail.Feedback feedback ->
                feedback.competency().map(names::competency).orElse("");
            case Detail.Completion completion ->
                names.activity(completion.activity())
                        + completion
                                .score()
                                .map(score -> ", " + Math.round(score * 100) + " %")
                                .orElse("");
            case Detail.Assertion assertion ->
                names.competency(assertion.competency()) + ", level " + HeldRole.number(assertion.level()) + ", "
                        + HowSure.of(assertion.confidence()).label().toLowerCase(java.util.Locale.ROOT);
            case Detail.Aspiration aspiration ->
                aspiration.roleCode().map(names::role).orElse("");
            case Detail.Goal goal -> "";
            case Detail.Reflection reflection ->
                reflection.competency().map(names::competency).orElse("");
            case Detail.Recognition recognition -> "";
        };
    }

    private Names names(List<Evidence> evidence) {
        Set<PersonId> persons = new HashSet<>();
        List<CompetencyId> competencies = new ArrayList<>();
        List<ActivityId> activities = new ArrayList<>();
        boolean roles = false;
        for (Evidence one : evidence) {
            persons.add(one.about());
            if (one.author() instanceof Author.OfPerson by) {
                persons.add(by.id());
            }
            one.detail().competencyNamed().ifPresent(competencies::add);
            if (one.detail() instanceof Detail.Completion completion) {
                activities.add(completion.activity());
            }
            roles |= one.detail() instanceof Detail.Aspiration aspiration
                    && aspiration.roleCode().isPresent();
        }
        return new Names(
                people.findAll(persons),
                competencies.isEmpty() ? Map.of() : catalog.competencies(competencies),
                activities.isEmpty() ? Map.of() : catalog.activities(activities),
                roles
                        ? catalog.roles().stream().collect(Collectors.toMap(RoleProfile::code, RoleProfile::name))
                        : Map.of());
    }

    private record Names(
            Map<PersonId, Person> people,
            Map<CompetencyId, Competency> competencies,
            Map<ActivityId, LearningActivity> activities,
            Map<String, String> roles) {

        String person(PersonId id) {
            Person person = people.get(id);
            return person == null ? "someone who left" : person.displayName();
        }

        String author(Author author) {
            return switch (author) {
                case Author.OfPerson person -> person(person.id());
                case Author.OfClient client -> client.clientId();
                case Author.Trellis trellis -> "Trellis";
            };
        }

        String competency(CompetencyId id) {
            Competency competency = competencies.get(id);
            return competency == null ? "" : competency.name();
        }

        String activity(ActivityId id) {
            LearningActivity activity = activities.get(id);
            return activity == null ? "" : activity.title();
        }

        String role(String code) {
            return roles.getOrDefault(code, code);
        }
    }

    /**
     * One piece on a page.
     *
     * @param kind in a word
     * @param on the day in words; {@code day} the same for machines
     * @param mine whether the reader wrote it
     * @param to whom it is about, where that is not its writer; null otherwise
     * @param by who wrote it
     * @param about what it is about in a few words; may be empty
     * @param goal null unless it is one; {@code due} says when in words
     * @param goalIsMine whether the reader decides if the goal is met
     */
    record Piece(
            EvidenceId id,
            String kind,
            String title,
            String text,
            String on,
            String day,
            Visibility visibility,
            boolean mine,
            @Nullable String to,
            String by,
            String about,
            Detail.@Nullable Goal goal,
            String due,
            boolean goalIsMine) {

        /** The text as paragraphs; an empty line makes none. */
        public List<String> lines() {
            return text.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
