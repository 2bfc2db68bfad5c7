package dev.trellis.people;

import java.security.Principal;
import java.util.Set;

/**
 * The person behind a request to a page; controllers take it as {@code @AuthenticationPrincipal SignedInPerson me}.
 * Implemented by password sign-in and by OpenID Connect alike.
 */
public interface SignedInPerson extends Principal {

    PersonId id();

    String displayName();

    Set<Role> roles();

    default boolean is(Role role) {
        return roles().contains(role);
    }
}
