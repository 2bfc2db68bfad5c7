package dev.trellis;

import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person signed in, whichever way. What it says of the person is read again with each request. */
interface SignedIn extends SignedInPerson {

    UUID person();

    /** The same sign-in, saying what is true of the person now. */
    SignedIn as(Person now);

    @Override
    default PersonId id() {
        return new PersonId(person());
    }

    static Set<GrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(authority(role)))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String authority(Role role) {
        return "ROLE_" + role.name();
    }
}
