package dev.trellis.review;

import dev.trellis.people.PersonId;
import dev.trellis.planning.PlanId;
import java.time.Instant;

/** How a review ended, by whom and when. */
sealed interface SignOff {

    PersonId by();

    Instant at();

    /** To the learner, to the writer of the next draft, or for the record; may be empty. */
    String words();

    record Approved(PlanId plan, PersonId by, Instant at, String words) implements SignOff {}

    record ChangesRequested(PersonId by, Instant at, String words) implements SignOff {}

    record Rejected(PersonId by, Instant at, String words) implements SignOff {}
}
