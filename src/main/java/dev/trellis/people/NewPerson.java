package dev.trellis.people;

import java.util.Set;

/**
 * A person as an administrator, an import or the demo describes one; {@code externalId} decides whether it is new or changed.
 *
 * @param team name of the team, made if unknown; empty for none
 * @param roleCode code of a role profile; empty for none
 */
public record NewPerson(
        String externalId,
        String givenName,
        String familyName,
        String email,
        String team,
        String roleCode,
        boolean active,
        Set<Role> roles) {

    public NewPerson {
        roles = Set.copyOf(roles);
    }
}
