package dev.trellis.planning;

import dev.trellis.people.People;
import dev.trellis.people.PersonMoved;
import dev.trellis.people.Role;
import org.springframework.modulith.events.ApplicationModuleListener;

/** Who moves to another role gets a draft towards it; one made for the former role is no longer worth deciding on. */
class MovedPeople {

    private final People people;
    private final DraftArchive archive;
    private final DraftRequests requests;

    MovedPeople(People people, DraftArchive archive, DraftRequests requests) {
        this.people = people;
        this.archive = archive;
        this.requests = requests;
    }

    @ApplicationModuleListener
    void on(PersonMoved event) {
        boolean learns = people.find(event.person())
                .filter(person -> person.active() && person.is(Role.LEARNER))
                .isPresent();
        if (learns) {
            archive.supersedeAll(event.person());
            requests.request(event.person(), event.person(), "");
        }
    }
}
