package dev.trellis.review;

import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * To whom a draft goes: the learner's mentors; where there is none, the programme leads. Never the learner. Asked anew each
 * time, so that a change of mentor moves the draft at once; where nobody is left it waits.
 */
@Component
class Routes {

    private final Mentorships mentorships;
    private final People people;

    Routes(Mentorships mentorships, People people) {
        this.mentorships = mentorships;
        this.people = people;
    }

    List<Person> reviewersOf(PersonId learner) {
        List<Person> mentors = others(learner, mentorships.mentorsOf(learner));
        return mentors.isEmpty() ? others(learner, people.withRole(Role.PROGRAMME_LEAD)) : mentors;
    }

    boolean hasMentor(PersonId learner) {
        return !others(learner, mentorships.mentorsOf(learner)).isEmpty();
    }

    boolean reviews(PersonId person, PersonId learner) {
        return reviewersOf(learner).stream().anyMatch(reviewer -> reviewer.id().equals(person));
    }

    /** Everyone whose drafts come to this person; the same number of queries whatever the number of learners. */
    Set<PersonId> learnersOf(PersonId person, boolean programmeLead) {
        Set<PersonId> learners = new HashSet<>();
        mentorships.learnersOf(person).forEach(learner -> learners.add(learner.id()));
        if (programmeLead) {
            mentorships.learnersWithoutMentor().forEach(learner -> learners.add(learner.id()));
        }
        learners.remove(person);
        return learners;
    }

    private static List<Person> others(PersonId learner, List<Person> candidates) {
        return candidates.stream()
                .filter(person -> person.active() && !person.id().equals(learner))
                .toList();
    }
}
