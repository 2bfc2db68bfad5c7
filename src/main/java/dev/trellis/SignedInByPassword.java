package dev.trellis;

import dev.trellis.people.Person;
import dev.trellis.people.Role;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/** Someone who signed in with a password kept here. */
record SignedInByPassword(UUID person, String displayName, Set<Role> roles) implements SignedIn, Serializable {

    SignedInByPassword(Person person) {
        this(person.id().value(), person.displayName(), person.roles());
    }

    @Override
    public SignedIn as(Person now) {
        return new SignedInByPassword(now);
    }

    @Override
    public String getName() {
        return person.toString();
    }
}
