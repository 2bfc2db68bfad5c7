package dev.trellis.review;

import dev.trellis.people.Absence;
import dev.trellis.people.Absences;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.planning.DraftState;
import dev.trellis.planning.PlanDraft;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * To whom a draft goes: the learner's mentors, and who covers for them; where nobody mentors the learner, or all are away, the
 * programme leads as well. So it does once it has waited too long. Never to the learner. Asked anew each time, so that a change
 * moves the draft at once; where nobody is left it waits.
 */
@Component
class Routes {

    static final Set<DraftState> WAITING = Set.of(DraftState.WAITING_FOR_REVIEW, DraftState.IN_REVIEW);

    private final Mentorships mentorships;
    private final Absences absences;
    private final People people;
    private final RoutingRules rules;
    private final Clock clock;

    Routes(Mentorships mentorships, Absences absences, People people, RoutingRules rules, Clock clock) {
        this.mentorships = mentorships;
        this.absences = absences;
        this.people = people;
        this.rules = rules;
        this.clock = clock;
    }

    /** Why a draft goes to the programme leads. */
    enum ToLeads {
        NO_MENTOR,
        ALL_AWAY,
        WAITED_TOO_LONG
    }

    List<Person> reviewersOf(PlanDraft draft) {
        List<Person> mentors = mentorsOf(draft.learner());
        return toLeads(draft).isEmpty()
                ? mentors
                : Stream.concat(
                                mentors.stream(),
                                others(draft.learner(), people.withRole(Role.PROGRAMME_LEAD)).stream())
                        .distinct()
                        .toList();
    }

    Optional<ToLeads> toLeads(PlanDraft draft) {
        List<Person> mentors = mentorsOf(draft.learner());
        if (mentors.isEmpty()) {
            return Optional.of(ToLeads.NO_MENTOR);
        }
        Set<PersonId> away = away();
        if (mentors.stream().allMatch(mentor -> away.contains(mentor.id()))) {
            return Optional.of(ToLeads.ALL_AWAY);
        }
        return WAITING.contains(draft.state()) && draft.createdAt().isBefore(rules.writtenBefore())
                ? Optional.of(ToLeads.WAITED_TOO_LONG)
                : Optional.empty();
    }

    boolean reviews(PersonId person, PlanDraft draft) {
        return reviewersOf(draft).stream().anyMatch(reviewer -> reviewer.id().equals(person));
    }

    /** Everyone whose drafts come to this person; the same number of queries whatever the number of learners. */
    Set<PersonId> learnersOf(PersonId person, boolean programmeLead) {
        Set<PersonId> learners = new HashSet<>();
        mentorships.learnersOf(person).forEach(learner -> learners.add(learner.id()));
        if (programmeLead) {
            mentorships.learnersWithoutMentor().forEach(learner -> learners.add(learner.id()));
            absences.learnersWithNobodyThere().forEach(learner -> learners.add(learner.id()));
        }
        learners.remove(person);
        return learners;
    }

    private Set<PersonId> away() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<PersonId> away = new HashSet<>();
        absences.all().stream()
                .filter(absence -> !absence.from().isAfter(today))
                .map(Absence::person)
                .forEach(away::add);
        return away;
    }

    private List<Person> mentorsOf(PersonId learner) {
        return others(learner, mentorships.mentorsOf(learner));
    }

    private static List<Person> others(PersonId learner, List<Person> candidates) {
        return candidates.stream()
                .filter(person -> person.active() && !person.id().equals(learner))
                .toList();
    }
}
