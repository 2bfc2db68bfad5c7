package dev.trellis;

import static dev.trellis.testing.Browser.destination;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.people.Role;
import dev.trellis.people.SetUpLinks;
import dev.trellis.testing.Browser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInTest extends SiteTest {

    @Autowired
    SetUpLinks links;

    @Autowired
    JdbcClient jdbc;

    private final String email = anEmail();

    @ParameterizedTest
    @CsvSource({
        "LEARNER, /me",
        "MENTOR, /review",
        "PROGRAMME_LEAD, /review",
        "HR_PARTNER, /trends",
        "ADMINISTRATOR, /admin",
    })
    void takesEveryoneToTheirWork(Role role, String path) {
        aPerson(email, role);
        Browser browser = browser();

        assertThat(destination(browser.signIn(email.toUpperCase(java.util.Locale.ROOT), PASSWORD)))
                .isEqualTo("/");
        assertThat(destination(browser.get("/"))).isEqualTo(path);
    }

    @Test
    void returnsToThePageThatWasAskedFor() {
        aPerson(email, Role.ADMINISTRATOR);
        Browser browser = browser();

        assertThat(destination(browser.get("/admin"))).isEqualTo("/sign-in");
        assertThat(destination(browser.signIn(email, PASSWORD))).startsWith("/admin");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressLookTheSameAndKeepWhatWasTyped() {
        aPerson(email, Role.LEARNER);
        Browser browser = browser();

        HttpResponse<String> wrong = browser.signIn(email, "a garden walk");
        HttpResponse<String> unknown = browser().signIn(anEmail(), PASSWORD);

        assertThat(destination(wrong)).isEqualTo("/sign-in?why=wrong").isEqualTo(destination(unknown));
        assertThat(browser.get(destination(wrong)).body())
                .contains("do not belong together")
                .contains("value=\"" + email + "\"");
        assertThat(destination(browser.get("/me"))).isEqualTo("/sign-in");
    }

    @Test
    void afterFiveWrongPasswordsNotEvenTheRightOneIsLookedAt() {
        aPerson(email, Role.LEARNER);
        for (int n = 0; n < SignInThrottle.TRIES_OF_ACCOUNT_AND_ADDRESS; n++) {
            assertThat(destination(browser().signIn(email, "a garden walk"))).endsWith("wrong");
        }

        assertThat(destination(browser().signIn(email, PASSWORD))).isEqualTo("/sign-in?why=wait");

        String other = anEmail();
        aPerson(other, Role.LEARNER);
        assertThat(destination(browser().signIn(other, PASSWORD))).isEqualTo("/");
    }

    @Test
    void whoeverWasDeactivatedCannotSignInAndIsSignedOutAtTheNextRequest() {
        aPerson(email, Role.ADMINISTRATOR);
        Browser browser = browser();
        browser.signIn(email, PASSWORD);
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);

        deactivate(email, Role.ADMINISTRATOR);

        assertThat(destination(browser.get("/admin"))).isEqualTo("/sign-in?why=closed");
        assertThat(destination(browser.get("/admin"))).isEqualTo("/sign-in");
        assertThat(destination(browser().signIn(email, PASSWORD))).isEqualTo("/sign-in?why=closed");
        assertThat(destination(browser().signIn(email, "a garden walk"))).isEqualTo("/sign-in?why=wrong");
    }

    @Test
    void aRoleTakenAwayClosesItsPagesAtTheNextRequest() {
        aPerson(email, Role.ADMINISTRATOR);
        Browser browser = browser();
        browser.signIn(email, PASSWORD);

        save(email, true, Role.LEARNER);

        assertThat(browser.get("/admin").statusCode()).isEqualTo(403);
    }

    @Test
    void signingOutEndsTheSession() {
        aPerson(email, Role.ADMINISTRATOR);
        Browser browser = browser();
        browser.signIn(email, PASSWORD);

        assertThat(destination(browser.submit("/admin", "/sign-out"))).isEqualTo("/sign-in?why=out");
        assertThat(destination(browser.get("/admin"))).isEqualTo("/sign-in");
    }

    @Test
    void theSessionGetsANewIdAtSignInAndLivesInTheDatabase() {
        aPerson(email, Role.ADMINISTRATOR);
        Browser browser = browser();
        browser.get("/sign-in");
        String before = latestSession();

        browser.signIn(email, PASSWORD);

        assertThat(latestSession()).isNotEqualTo(before);
        assertThat(jdbc.sql("select count(*) from spring_session where session_id = :id")
                        .param("id", before)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatAnEarlierVersionLeftInASessionMeansSigningInAgain() {
        aPerson(email, Role.ADMINISTRATOR);
        Browser browser = browser();
        browser.signIn(email, PASSWORD);

        jdbc.sql("update spring_session_attributes set attribute_bytes = '\\x00' where session_primary_id ="
                        + " (select primary_id from spring_session where session_id = :id)")
                .param("id", latestSession())
                .update();

        assertThat(destination(browser.get("/admin"))).isEqualTo("/sign-in");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        aPerson(email, Role.ADMINISTRATOR);
        Browser browser = browser();
        browser.signIn(email, PASSWORD);

        HttpResponse<String> refused = browser.post("/sign-out", Map.of());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("open for too long").contains("Ada Nyström");
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);
        assertThat(destination(browser().post("/sign-in", Map.of()))).isEqualTo("/sign-in?why=again");
    }

    @Test
    void htmxIsSentToSignInAsAWholePage() {
        HttpResponse<String> response = browser().get("/me", "HX-Request", "true");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }

    @Test
    void everyPageForbidsWhatIsInlineOrFromElsewhere() {
        HttpResponse<String> page = browser().get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                                + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.body())
                .doesNotContain(" style=")
                .doesNotContain(" onclick")
                .doesNotContain("<style");
        assertThat(browser().get("/trellis.css").statusCode()).isEqualTo(200);
        assertThat(browser().get("/vendor/htmx-2.0.11.min.js").statusCode()).isEqualTo(200);
    }

    @Test
    void theSetUpLinkMakesOneAdministratorOnce() {
        people.withRole(Role.ADMINISTRATOR).forEach(one -> deactivate(one.email(), Role.ADMINISTRATOR));
        String page = "/set-up?token=" + links.issue();
        String[] form = {
            "token", page.substring(page.indexOf('=') + 1), "givenName", "Omar", "familyName", "Said", "email", email
        };
        Browser browser = browser();

        HttpResponse<String> tooShort = browser.submit(page, "/set-up", with(form, "password", "short"));
        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(tooShort.body()).contains("at least 8 characters").contains("value=\"Omar\"");

        HttpResponse<String> made = browser.submit(page, "/set-up", with(form, "password", PASSWORD));
        assertThat(destination(made)).isEqualTo("/sign-in");
        assertThat(browser.get("/sign-in").body()).contains("yours to set up");
        assertThat(destination(browser.signIn(email, PASSWORD))).isEqualTo("/");
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);

        assertThat(browser().get(page).statusCode()).isEqualTo(404);
        assertThat(browser()
                        .submit("/sign-in", "/set-up", with(form, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(404);
    }

    private static String[] with(String[] form, String name, String value) {
        String[] whole = java.util.Arrays.copyOf(form, form.length + 2);
        whole[form.length] = name;
        whole[form.length + 1] = value;
        return whole;
    }

    private String latestSession() {
        return jdbc.sql(
                        "select session_id from spring_session order by creation_time desc, last_access_time desc limit 1")
                .query(String.class)
                .single();
    }
}
