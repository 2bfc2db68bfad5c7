package dev.trellis.demo;

import dev.trellis.mentoring.Programme;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.planning.DraftRequests;
import java.util.LinkedHashSet;
import java.util.Set;

/** Asks for the drafts that lie in the inboxes of the demo logins: about forty, so that the first are there in seconds. */
class FirstDrafts {

    private final People people;
    private final Mentorships mentorships;
    private final Programmes programmes;
    private final DraftRequests requests;

    FirstDrafts(People people, Mentorships mentorships, Programmes programmes, DraftRequests requests) {
        this.people = people;
        this.mentorships = mentorships;
        this.programmes = programmes;
        this.requests = requests;
    }

    /** In the caller's transaction. @return how many were asked for */
    int request() {
        PersonId lead = id(DemoLogins.LEAD);
        Set<PersonId> learners = learners();
        requests.requestAll(learners, lead);
        return learners.size();
    }

    /** The demo mentor's own first, then the lead's queue, then everyone in a programme. */
    private Set<PersonId> learners() {
        Set<PersonId> learners = new LinkedHashSet<>();
        mentorships.learnersOf(id(DemoLogins.MENTOR)).stream().map(Person::id).forEach(learners::add);
        mentorships.learnersWithoutMentor().stream().map(Person::id).forEach(learners::add);
        programmes.all().stream().map(Programme::id).map(programmes::members).forEach(learners::addAll);
        return learners;
    }

    int waiting() {
        return requests.waiting();
    }

    private PersonId id(String email) {
        return people.findByEmail(email)
                .map(Person::id)
                .orElseThrow(() -> new IllegalStateException(email + " is not there"));
    }
}
