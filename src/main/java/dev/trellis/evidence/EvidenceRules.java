package dev.trellis.evidence;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What evidence must be to be recorded. Looks things up once for all rows, whatever their number. */
final class EvidenceRules {

    static final int LONGEST_TITLE = 300;

    /** Each of a goal's answers on how one will know, why it can be done and why it matters: about a page. */
    static final int LONGEST_ANSWER = 4_000;

    /** A date without a time of day may lie ahead of UTC by as much as the earliest time zone does, and clocks differ a little. */
    static final Duration AHEAD_AT_MOST = Duration.ofHours(15);

    /** Nobody at work today wrote anything before; an earlier date is a slip of the keyboard. */
    static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    /** Nobody plans further; a later date is a slip of the keyboard. */
    static final int LATEST_DUE_YEARS = 20;

    private final People people;
    private final Catalog catalog;

    EvidenceRules(People people, Catalog catalog) {
        this.people = people;
        this.catalog = catalog;
    }

    /**
     * The rows as they will be kept: line ends made one, an instant slightly ahead brought back to {@code now}; otherwise exactly as written.
     *
     * @throws InvalidEvidence for the first row at fault, naming it where there are several
     */
    List<NewEvidence> checked(List<NewEvidence> evidence, Instant now) {
        Known known = lookUp(evidence);
        List<NewEvidence> checked = new ArrayList<>(evidence.size());
        Set<String> externalIds = new HashSet<>();
        for (int row = 0; row < evidence.size(); row++) {
            try {
                NewEvidence one = tidied(evidence.get(row), now);
                check(one, known, now);
                one.externalId().ifPresent(id -> {
                    demand(
                            externalIds.add(OnBehalf.nameOf(one.author()) + ' ' + id),
                            "externalId",
                            "“" + id + "” appears twice.");
                });
                checked.add(one);
            } catch (InvalidEvidence invalid) {
                throw evidence.size() == 1 ? invalid : invalid.inRow(row);
            }
        }
        return checked;
    }

    private static NewEvidence tidied(NewEvidence one, Instant now) {
        Instant occurredAt = one.occurredAt();
        if (occurredAt.isAfter(now) && !occurredAt.isAfter(now.plus(AHEAD_AT_MOST))) {
            occurredAt = now;
        }
        Detail detail = one.detail() instanceof Detail.Goal goal
                ? new Detail.Goal(
                        goal.horizon(),
                        oneLineEnd(goal.measure()),
                        oneLineEnd(goal.achievable()),
                        oneLineEnd(goal.relevant()),
                        goal.dueOn(),
                        goal.state())
                : one.detail();
        return new NewEvidence(
                one.about(),
                one.author(),
                one.visibility(),
                occurredAt,
                oneLineEnd(one.title()),
                oneLineEnd(one.text()),
                detail,
                one.externalId());
    }

    /** The rules are per row; what they need to know of people and catalogue was asked once for all. */
    private static void check(NewEvidence one, Known known, Instant now) {
        words("text", one.text(), EvidenceLedger.LONGEST_TEXT);
        demand(!one.text().isBlank(), "text", "Write something first.");
        words("title", one.title(), LONGEST_TITLE);
        demand(known.people().contains(one.about()), "about", "There is no such person.");
        one.externalId().ifPresent(id -> {
            words("externalId", id, LONGEST_TITLE);
            demand(!id.isBlank(), "externalId", "The external id is empty.");
        });
        demand(!one.occurredAt().isAfter(now), "occurredAt", "This lies in the future.");
        LocalDate occurredOn = LocalDate.ofInstant(one.occurredAt(), ZoneOffset.UTC);
        demand(!occurredOn.isBefore(EARLIEST), "occurredAt", "This is before 1950. Is the year right?");
        author(one, known);
        detail(one, known, occurredOn);
    }

    private static void author(NewEvidence one, Known known) {
        switch (one.author()) {
            case Author.OfPerson person ->
                demand(known.people().contains(person.id()), "author", "There is no such person.");
            case Author.OfClient client ->
                demand(
                        !client.clientId().isBlank() && one.visibility() != Visibility.PRIVATE,
                        client.clientId().isBlank() ? "author" : "visibility",
                        client.clientId().isBlank()
                                ? "The platform has no id."
                                : "Only a person can keep something private; a platform writes to the mentors or to the organisation.");
            case Author.Trellis trellis ->
                demand(
                        one.visibility() != Visibility.PRIVATE,
                        "visibility",
                        "Only a person can keep something private.");
        }
    }

    private static void detail(NewEvidence one, Known known, LocalDate occurredOn) {
        switch (one.detail()) {
            case Detail.Goal goal -> {
                words("measure", goal.measure(), LONGEST_ANSWER);
                words("achievable", goal.achievable(), LONGEST_ANSWER);
                words("relevant", goal.relevant(), LONGEST_ANSWER);
                demand(
                        !goal.dueOn().isBefore(occurredOn),
                        "dueOn",
                        "The goal is due before it was set (" + occurredOn + ").");
                demand(
                        goal.dueOn().isBefore(occurredOn.plusYears(LATEST_DUE_YEARS)),
                        "dueOn",
                        "That is more than " + LATEST_DUE_YEARS + " years ahead. Is the year right?");
            }
            case Detail.Reflection reflection -> {
                demand(
                        isByThePersonOr(one),
                        "author",
                        "A reflection is about oneself; what you saw in a colleague is feedback.");
                reflection.competency().ifPresent(id -> competency(id, known));
            }
            case Detail.Feedback feedback -> {
                demand(!isBySelf(one), "about", "Feedback is about a colleague; about yourself, write a reflection.");
                feedback.competency().ifPresent(id -> competency(id, known));
            }
            case Detail.Recognition recognition -> demand(!isBySelf(one), "about", "Recognition is for a colleague.");
            case Detail.Completion completion -> {
                demand(known.activities().contains(completion.activity()), "activity", "There is no such activity.");
                completion.score().ifPresent(score -> share("score", score, "The score"));
            }
            case Detail.Assertion assertion -> assertion(one, assertion, known, occurredOn);
            case Detail.Aspiration aspiration -> {
                demand(isByThePersonOr(one), "author", "Only the person can say where the person wants to go.");
                aspiration
                        .roleCode()
                        .ifPresent(code ->
                                demand(known.roles().contains(code), "roleCode", "There is no role “" + code + "”."));
            }
        }
    }

    private static void assertion(NewEvidence one, Detail.Assertion assertion, Known known, LocalDate occurredOn) {
        Framework framework = competency(assertion.competency(), known);
        demand(
                assertion.level() >= framework.lowestLevel() && assertion.level() <= framework.highestLevel(),
                "level",
                "The level must lie between " + HeldRole.number(framework.lowestLevel()) + " and "
                        + HeldRole.number(framework.highestLevel()) + ".");
        share("confidence", assertion.confidence(), "The confidence");
        assertion
                .validUntil()
                .ifPresent(until -> demand(
                        !until.isBefore(occurredOn), "validUntil", "It ends before it begins (" + occurredOn + ")."));
        // A level weighs by who gave it, so nobody may claim to be someone else.
        boolean honest = switch (assertion.by()) {
            case SELF -> isBySelf(one);
            case MENTOR -> one.author() instanceof Author.OfPerson && !isBySelf(one);
            case PLATFORM -> one.author() instanceof Author.OfClient;
            case SYSTEM -> one.author() instanceof Author.Trellis;
        };
        demand(honest, "by", "The author cannot give a level as " + assertion.by() + ".");
    }

    private static Framework competency(CompetencyId id, Known known) {
        Framework framework = known.frameworks().get(id);
        if (framework == null) {
            throw new InvalidEvidence("competency", "There is no such competency.");
        }
        return framework;
    }

    private static boolean isBySelf(NewEvidence one) {
        return one.author().equals(new Author.OfPerson(one.about()));
    }

    private static boolean isByThePersonOr(NewEvidence one) {
        return isBySelf(one) || !(one.author() instanceof Author.OfPerson);
    }

    private static void words(String field, String words, int longest) {
        demand(
                words.length() <= longest,
                field,
                "This has " + thousands(words.length()) + " characters; " + thousands(longest)
                        + " is the most. Shorten it or split it.");
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean broken = c == 0
                    || (Character.isHighSurrogate(c)
                            && (i + 1 == words.length() || !Character.isLowSurrogate(words.charAt(i + 1))))
                    || (Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(words.charAt(i - 1))));
            demand(
                    !broken,
                    field,
                    "Character " + thousands(i + 1) + " cannot be stored as text. Is this really a text?");
        }
    }

    private static void share(String field, double value, String what) {
        demand(value >= 0 && value <= 1, field, what + " must lie between 0 and 1.");
    }

    private static void demand(boolean holds, String field, String sentence) {
        if (!holds) {
            throw new InvalidEvidence(field, sentence);
        }
    }

    static String oneLineEnd(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String thousands(int number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private Known lookUp(List<NewEvidence> evidence) {
        Set<PersonId> persons = new HashSet<>();
        Set<CompetencyId> competencies = new HashSet<>();
        Set<ActivityId> activities = new HashSet<>();
        boolean roles = false;
        for (NewEvidence one : evidence) {
            persons.add(one.about());
            if (one.author() instanceof Author.OfPerson person) {
                persons.add(person.id());
            }
            one.detail().competencyNamed().ifPresent(competencies::add);
            if (one.detail() instanceof Detail.Completion completion) {
                activities.add(completion.activity());
            }
            roles |= one.detail() instanceof Detail.Aspiration aspiration
                    && aspiration.roleCode().isPresent();
        }
        Map<FrameworkId, Framework> frameworks = competencies.isEmpty()
                ? Map.of()
                : catalog.frameworks().stream().collect(Collectors.toMap(Framework::id, Function.identity()));
        return new Known(
                people.findAll(persons).keySet(),
                competencies.isEmpty()
                        ? Map.of()
                        : catalog.competencies(competencies).values().stream()
                                .collect(Collectors.toMap(
                                        Competency::id, competency -> frameworks.get(competency.framework()))),
                activities.isEmpty()
                        ? Set.of()
                        : catalog.activities(activities).values().stream()
                                .map(LearningActivity::id)
                                .collect(Collectors.toSet()),
                roles ? catalog.roles().stream().map(RoleProfile::code).collect(Collectors.toSet()) : Set.of());
    }

    /** @param frameworks by each competency that exists */
    private record Known(
            Set<PersonId> people,
            Map<CompetencyId, Framework> frameworks,
            Set<ActivityId> activities,
            Set<String> roles) {}
}
