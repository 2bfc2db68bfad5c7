package dev.trellis;

import dev.trellis.people.People;
import dev.trellis.people.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks the signed-in person up again with each request: whoever was deactivated meanwhile is signed out, and roles are those held
 * now.
 */
class StillHere extends OncePerRequestFilter {

    private final People people;

    StillHere(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn before)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Person> person = people.find(before.id()).filter(Person::active);
        if (person.isEmpty()) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            SignInPage.redirect(request, response, SignInPage.Why.CLOSED);
            return;
        }
        SecurityContext now = SecurityContextHolder.createEmptyContext();
        now.setAuthentication(as(authentication, before.as(person.get())));
        SecurityContextHolder.setContext(now);
        chain.doFilter(request, response);
    }

    private static Authentication as(Authentication before, SignedIn now) {
        if (before instanceof OAuth2AuthenticationToken token && now instanceof SignedInByOpenId user) {
            OAuth2AuthenticationToken fresh = new OAuth2AuthenticationToken(
                    user, user.getAuthorities(), token.getAuthorizedClientRegistrationId());
            fresh.setDetails(before.getDetails());
            return fresh;
        }
        UsernamePasswordAuthenticationToken fresh =
                UsernamePasswordAuthenticationToken.authenticated(now, null, SignedIn.authorities(now.roles()));
        fresh.setDetails(before.getDetails());
        return fresh;
    }
}
