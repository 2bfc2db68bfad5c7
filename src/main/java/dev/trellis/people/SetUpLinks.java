package dev.trellis.people;

import java.time.Duration;
import java.util.Optional;

/** One-time links that make the first administrator of an empty installation. */
public interface SetUpLinks {

    /** How long a link holds: a working day and a night to find the log. */
    Duration HOLDS = Duration.ofHours(24);

    /** Whether there is anything to set up: nobody active is an administrator. */
    boolean needed();

    /** Makes a link's token and forgets all before it. It is kept as a hash: whoever calls must show it now. */
    String issue();

    /** Whether the token could be used now. */
    boolean holds(String token);

    /**
     * Makes the first administrator, once.
     *
     * @return empty if the token does not hold, any more or at all; nothing is written then
     * @throws IllegalArgumentException with one sentence for a person, if the password or the e-mail cannot be
     */
    Optional<PersonId> makeAdministrator(
            String token, String givenName, String familyName, String email, String password);
}
