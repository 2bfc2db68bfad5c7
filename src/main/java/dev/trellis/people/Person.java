package dev.trellis.people;

import java.util.Set;

/**
 * Someone in the organisation.
 *
 * @param externalId the organisation's own id of the person, unique; imports and platforms address people by it
 * @param email unique, compared without case
 * @param team empty where nobody said
 * @param roleCode code of the person's role profile in the catalogue; empty where nobody said
 * @param active false once the person has left: no sign-in, no new draft
 */
public record Person(
        PersonId id,
        String externalId,
        String givenName,
        String familyName,
        String email,
        String team,
        String roleCode,
        boolean active,
        Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public String displayName() {
        return (givenName + " " + familyName).strip();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
