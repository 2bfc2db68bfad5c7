package dev.trellis;

import dev.trellis.people.People;
import dev.trellis.people.Person;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Finds the person behind an identity provider's answer, by an e-mail address that the provider says it verified. */
@Component
@ConditionalOnWebApplication
class OpenIdSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final People people;
    private final OAuth2UserService<OidcUserRequest, OidcUser> provider;

    OpenIdSignIn(People people) {
        this.people = people;
        this.provider = new OidcUserService();
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        return personOf(Objects.requireNonNull(provider.loadUser(request)));
    }

    SignedInByOpenId personOf(OidcUser user) {
        @Nullable String email = user.getEmail();
        if (email == null || !Boolean.TRUE.equals(user.getEmailVerified())) {
            throw refusal(SignInPage.Why.UNVERIFIED);
        }
        Person person = people.findByEmail(email).orElseThrow(() -> refusal(SignInPage.Why.UNKNOWN));
        if (!person.active()) {
            throw refusal(SignInPage.Why.CLOSED);
        }
        return new SignedInByOpenId(user, person);
    }

    private static OAuth2AuthenticationException refusal(SignInPage.Why why) {
        return new OAuth2AuthenticationException(new OAuth2Error(why.parameter()));
    }
}
