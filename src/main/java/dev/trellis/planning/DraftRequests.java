package dev.trellis.planning;

import dev.trellis.people.PersonId;
import java.util.Collection;

/** Asks for drafts to be made in the background. A request committed survives a crash; asking twice makes one draft. */
public interface DraftRequests {

    /**
     * @param by who asked
     * @param hint what to do differently from the draft before; empty for none
     */
    void request(PersonId learner, PersonId by, String hint);

    void requestAll(Collection<PersonId> learners, PersonId by);

    /** Requests not finished yet. */
    int waiting();
}
