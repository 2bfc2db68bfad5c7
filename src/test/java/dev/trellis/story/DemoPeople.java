package dev.trellis.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Browser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The demo organisation's people at their browsers, and what they see on the pages they know. */
final class DemoPeople {

    static final String PASSWORD = "under the plane tree";
    static final String CLIENT_SECRET = "the-platform-keeps-this";
    static final String LEARNER_NAME = "Noor Haddad";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ID = "([0-9a-f-]{36})";

    private final RunningTrellis trellis;

    DemoPeople(RunningTrellis trellis) {
        this.trellis = trellis;
    }

    static String[] arguments(String... more) {
        List<String> all = new java.util.ArrayList<>(
                List.of("--trellis.demo.password=" + PASSWORD, "--trellis.demo.client-secret=" + CLIENT_SECRET));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    void awaitTheirDrafts() {
        trellis.await("the demo organisation is ready", () -> trellis.log().contains("The demo organisation is ready"));
    }

    Browser mentor() {
        return trellis.signIn("mentor@demo", PASSWORD);
    }

    Browser learner() {
        return trellis.signIn("learner@demo", PASSWORD);
    }

    Browser hrPartner() {
        return trellis.signIn("hr@demo", PASSWORD);
    }

    Browser administrator() {
        return trellis.signIn("admin@demo", PASSWORD);
    }

    /** A note in the learner's journal. */
    static void write(Browser learner, String text, String visibility) {
        HttpResponse<String> written = learner.submit(
                "/me/write/reflection",
                "/me/write/reflection",
                "form",
                "JOURNAL",
                "text",
                text,
                "title",
                "",
                "occurredAt",
                field(learner.get("/me/write/reflection").body(), "occurredAt"),
                "visibility",
                visibility);
        assertThat(written.statusCode()).isIn(302, 303);
    }

    /** What the platform's calls carry. */
    static String bearer(Browser platform) {
        String basic =
                Base64.getEncoder().encodeToString(("demo-platform:" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = platform.post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", "evidence:write plans:read drafts:read"),
                "Authorization",
                "Basic " + basic);
        return "Bearer " + JSON.readTree(answer.body()).at("/access_token").stringValue();
    }

    /** The draft about the learner that waits in this mentor's inbox; empty while there is none. */
    static Optional<String> draftInInbox(Browser mentor, String learner) {
        Matcher entry = Pattern.compile("href=\"/review/" + ID + "\"[^>]*>\\s*<b>" + learner + "</b>")
                .matcher(mentor.get("/review").body());
        return entry.find() ? Optional.of(entry.group(1)) : Optional.empty();
    }

    /** Ids of the drafts that wait in this mentor's inbox, in order. */
    static List<String> draftsInInbox(Browser mentor) {
        return ids(mentor.get("/review").body(), "class=\"entry\" href=\"/review/" + ID + "\"", 1);
    }

    /** Ids of a draft's items, in order. */
    static List<String> items(String page) {
        return ids(page, "/review/" + ID + "/items/" + ID + "/reject", 2);
    }

    /** Ids of a plan's goals, in order. */
    static List<String> goals(String page) {
        return ids(page, "/goals/" + ID, 1);
    }

    static String plan(String page) {
        return ids(page, "/plans/" + ID, 1).getFirst();
    }

    private static List<String> ids(String page, String pattern, int group) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(group))
                .distinct()
                .toList();
    }

    /** What a field of the page's form holds. */
    static String field(String page, String name) {
        Matcher input =
                Pattern.compile("<input[^>]*\\bname=\"" + name + "\"[^>]*>").matcher(page);
        Matcher value = Pattern.compile("\\bvalue=\"([^\"]*)\"").matcher(input.find() ? input.group() : "");
        if (!value.find()) {
            throw new AssertionError("no field " + name + " on the page");
        }
        return value.group(1);
    }
}
