package dev.trellis;

import dev.trellis.people.Credentials;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs a person in by e-mail and password. An unknown address and a wrong password look and last the same. */
@Component
@ConditionalOnWebApplication
class PasswordSignIn implements AuthenticationProvider {

    private final People people;
    private final Credentials credentials;
    private final SignInThrottle throttle;

    PasswordSignIn(People people, Credentials credentials, SignInThrottle throttle) {
        this.people = people;
        this.credentials = credentials;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = attempt.getName();
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (!throttle.admits(email, address)) {
            throw new TooManyTries();
        }
        String password = String.valueOf(attempt.getCredentials());
        Optional<Person> person = people.findByEmail(email);
        if (person.isEmpty()) {
            credentials.matchesNobody(password);
            throw new BadCredentialsException("no such person");
        }
        if (!credentials.matches(person.get().id(), password)) {
            throw new BadCredentialsException("wrong password");
        }
        throttle.succeeded(email, address);
        if (!person.get().active()) {
            throw new DisabledException("no longer active");
        }
        SignedInByPassword principal = new SignedInByPassword(person.get());
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(
                principal, null, SignedIn.authorities(principal.roles()));
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
