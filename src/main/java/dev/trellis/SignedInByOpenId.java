package dev.trellis;

import dev.trellis.people.Person;
import dev.trellis.people.Role;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Someone whom the organisation's identity provider vouched for. */
class SignedInByOpenId extends DefaultOidcUser implements SignedIn {

    private static final long serialVersionUID = 1L;

    private final UUID person;
    private final String displayName;
    private final Set<Role> roles;

    SignedInByOpenId(OidcUser user, Person person) {
        super(SignedIn.authorities(person.roles()), user.getIdToken(), user.getUserInfo());
        this.person = person.id().value();
        this.displayName = person.displayName();
        this.roles = person.roles();
    }

    @Override
    public SignedIn as(Person now) {
        return new SignedInByOpenId(this, now);
    }

    @Override
    public UUID person() {
        return person;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public String getName() {
        return person.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInByOpenId that && super.equals(other) && person.equals(that.person);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), person);
    }
}
