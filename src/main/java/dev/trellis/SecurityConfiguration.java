package dev.trellis;

import dev.trellis.people.People;
import dev.trellis.people.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/**
 * Who may come in, and by which door. This chain is the last: doors for other systems have chains of their own before it, and what
 * nobody opened stays closed.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class SecurityConfiguration {

    /** Nothing inline, nothing from elsewhere. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String[] OPEN = {
        "/sign-in",
        "/set-up",
        "/actuator/health",
        "/actuator/health/*",
        "/trellis.css",
        "/trellis.js",
        "/vendor/*",
        "/favicon.svg",
        "/favicon.ico",
        "/robots.txt",
    };

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(
            HttpSecurity http,
            People people,
            OpenIdSignIn openIdSignIn,
            ObjectProvider<ClientRegistrationRepository> identityProviders)
            throws Exception {
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                    .permitAll();
            requests.requestMatchers(OPEN).permitAll();
            requests.requestMatchers("/").authenticated();
            for (Area area : Area.values()) {
                var part = requests.requestMatchers(area.path(), area.path() + "/**");
                if (area.roles().isEmpty()) {
                    part.authenticated();
                } else {
                    part.hasAnyRole(area.roles().stream().map(Role::name).toArray(String[]::new));
                }
            }
            requests.anyRequest().denyAll();
        });
        http.formLogin(form -> form.loginPage(SignInPage.PATH)
                .usernameParameter("email")
                .failureHandler((request, response, failure) -> {
                    SignInPage.remember(request, request.getParameter("email"));
                    SignInPage.redirect(request, response, SignInPage.Why.of(failure));
                }));
        if (identityProviders.getIfAvailable() != null) {
            http.oauth2Login(provider -> provider.loginPage(SignInPage.PATH)
                    .authorizationEndpoint(endpoint -> endpoint.baseUri(SignInPage.WITH_PROVIDER))
                    .userInfoEndpoint(user -> user.oidcUserService(openIdSignIn))
                    .failureHandler((request, response, failure) ->
                            SignInPage.redirect(request, response, SignInPage.Why.of(failure))));
        }
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SignInPage.url(SignInPage.Why.OUT)));
        http.requestCache(cache -> cache.requestCache(pagesOnly()));
        http.exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, failure) -> SignInPage.redirect(request, response, null))
                .accessDeniedHandler((request, response, denied) -> {
                    if (denied instanceof CsrfException
                            && request.getServletPath().equals(SignInPage.PATH)) {
                        SignInPage.redirect(request, response, SignInPage.Why.AGAIN);
                    } else {
                        showAsPage(request, response, denied);
                    }
                }));
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
        http.addFilterBefore(new StillHere(people), AuthorizationFilter.class);
        return http.build();
    }

    /** Where to return to after signing in: a page that was asked for as a page. */
    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        cache.setRequestMatcher(new AndRequestMatcher(
                path.matcher(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(path.matcher("/error")),
                new NegatedRequestMatcher(new RequestHeaderRequestMatcher("HX-Request"))));
        return cache;
    }

    private static void showAsPage(HttpServletRequest request, HttpServletResponse response, Exception problem)
            throws ServletException, IOException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, problem);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(request, response);
    }
}
