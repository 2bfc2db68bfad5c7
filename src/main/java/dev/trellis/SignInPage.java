package dev.trellis;

import dev.trellis.people.SignedInPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on, and why one may be back on it. */
@Controller
class SignInPage {

    static final String PATH = "/sign-in";
    static final String WITH_PROVIDER = "/sign-in/with";
    private static final String EMAIL_TYPED = "dev.trellis.email-typed";

    private final ObjectProvider<ClientRegistrationRepository> providers;
    private final ObjectProvider<Demonstration> demonstration;

    SignInPage(ObjectProvider<ClientRegistrationRepository> providers, ObjectProvider<Demonstration> demonstration) {
        this.providers = providers;
        this.demonstration = demonstration;
    }

    enum Why {
        WRONG("That e-mail and password do not belong together. Please try again."),
        WAIT("Too many tries. Please wait a quarter of an hour, then try again."),
        CLOSED("Your account here is closed. Ask your administrator if that surprises you."),
        UNKNOWN("Your organisation knows you, Trellis does not yet: nobody here has your e-mail address. "
                + "Ask your administrator to add you."),
        UNVERIFIED("Your identity provider did not confirm your e-mail address, so nobody can be found by it. "
                + "Ask your administrator."),
        PROVIDER("Signing in with your organisation did not work. Please try again."),
        AGAIN("This page had been open for long. Please sign in once more."),
        OUT("You are signed out.");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Why> of(@Nullable String parameter) {
            return Arrays.stream(values())
                    .filter(why -> why.parameter().equals(parameter))
                    .findFirst();
        }

        static Why of(AuthenticationException failure) {
            return switch (failure) {
                case TooManyTries tooMany -> WAIT;
                case DisabledException closed -> CLOSED;
                case OAuth2AuthenticationException provider ->
                    of(provider.getError().getErrorCode()).orElse(PROVIDER);
                default -> WRONG;
            };
        }
    }

    record Provider(String name, String href) {}

    @GetMapping(PATH)
    String page(
            @AuthenticationPrincipal @Nullable SignedInPerson me,
            @RequestParam(required = false) @Nullable String why,
            HttpServletRequest request,
            Model model) {
        if (me != null) {
            return "redirect:/";
        }
        Optional<Why> reason = Why.of(why);
        reason.filter(r -> r == Why.OUT).ifPresent(r -> model.addAttribute("notice", r.words));
        reason.filter(r -> r != Why.OUT).ifPresent(r -> model.addAttribute("problem", r.words));
        model.addAttribute("email", typed(request));
        model.addAttribute("providers", providers());
        model.addAttribute(
                "logins",
                demonstration.stream().flatMap(demo -> demo.logins().stream()).toList());
        model.addAttribute(
                "making",
                demonstration.stream().flatMap(demo -> demo.progress().stream()).toList());
        return "sign-in";
    }

    private List<Provider> providers() {
        return providers.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(repository -> StreamSupport.stream(((Iterable<?>) repository).spliterator(), false))
                .filter(ClientRegistration.class::isInstance)
                .map(ClientRegistration.class::cast)
                .map(registration -> new Provider(
                        registration.getClientName(), WITH_PROVIDER + "/" + registration.getRegistrationId()))
                .toList();
    }

    /** What was typed survives a wrong password, in the session rather than in an address that is logged. */
    static void remember(HttpServletRequest request, @Nullable String email) {
        request.getSession().setAttribute(EMAIL_TYPED, email);
    }

    private static String typed(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        Object email = session == null ? null : session.getAttribute(EMAIL_TYPED);
        return email instanceof String text ? text : "";
    }

    static String url(Why why) {
        return PATH + "?why=" + why.parameter();
    }

    /** Sends the browser to sign in; where htmx asks for a piece of a page, the whole page goes. */
    static void redirect(HttpServletRequest request, HttpServletResponse response, @Nullable Why why)
            throws IOException {
        String url = request.getContextPath() + (why == null ? PATH : url(why));
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", url);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(url);
        }
    }
}
