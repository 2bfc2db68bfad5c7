package dev.trellis.story;

import static dev.trellis.testing.Browser.destination;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.BesideOthers;
import dev.trellis.testing.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Trellis promises, from the outside: a process, its PostgreSQL, a language model, five people and a platform. */
@BesideOthers
class StoryTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"(/[^\"#]*)(?:#[^\"]*)?\"");

    private static final String FOR_HERSELF = "I applied for a job in Lisbon last night and told nobody.";
    private static final String FOR_HER_MENTOR =
            "On Tuesday I handed Emeka the whole release, notes and rollback, and went home before it was out.";

    @TempDir
    static Path home;

    private static final ScriptedModel model = new ScriptedModel();
    private static RunningTrellis trellis;
    private static DemoPeople people;

    @BeforeAll
    static void start() {
        trellis = RunningTrellis.in(
                DemoHome.copyTo(home),
                DemoPeople.arguments(
                        "--trellis.model.base-url=" + model.baseUrl(), "--trellis.model.name=scripted-model"));
        people = new DemoPeople(trellis);
    }

    @AfterAll
    static void stop() {
        if (trellis != null) {
            trellis.close();
        }
        model.close();
    }

    @Test
    void whatPeopleWroteBecomesAPlanOnlyThroughAMentorWhoSawItsSources() {
        Browser noor = people.learner();
        Browser mentor = people.mentor();
        Browser platform = trellis.browser();
        String bearer = DemoPeople.bearer(platform);

        // A learner writes, and says who may read it.
        DemoPeople.write(noor, FOR_HERSELF, "PRIVATE");
        DemoPeople.write(noor, FOR_HER_MENTOR, "MENTOR");
        assertThat(noor.get("/me/evidence").body()).contains("Lisbon", "went home before it was out");

        // Her mentor asks for a draft that takes it in. The model words it, and never hears what is private.
        String first = DemoPeople.draftInInbox(mentor, DemoPeople.LEARNER_NAME).orElseThrow();
        mentor.submit("/review/" + first, "/review/" + first + "/changes", "hint", "Take in what she wrote this week.");
        trellis.await(
                "a new draft is there",
                () -> DemoPeople.draftInInbox(mentor, DemoPeople.LEARNER_NAME)
                        .filter(draft -> !draft.equals(first))
                        .isPresent());
        String draft = DemoPeople.draftInInbox(mentor, DemoPeople.LEARNER_NAME).orElseThrow();
        assertThat(model.heard()).isNotEmpty().noneMatch(heard -> heard.contains("Lisbon"));
        assertThat(model.heard()).anyMatch(heard -> heard.contains("went home before it was out"));

        // The mentor sees a draft that says it is one, who worded it, and the words it rests on; nothing private.
        String page = mentor.get("/review/" + draft).body();
        assertThat(page).contains("draft", "scripted-model", "<mark").doesNotContain("Lisbon");
        assertThat(quotations(page))
                .isNotEmpty()
                .allSatisfy(quotation -> assertThat(sources(page)).contains(quotation));
        List<String> items = DemoPeople.items(page);
        assertThat(items).hasSizeGreaterThanOrEqualTo(3);

        // Nothing is a plan yet: not for her, not for the platform, and no platform can make it one.
        assertThat(noor.get("/me").body()).contains("No plan yet");
        assertThat(plansOf(platform, bearer, "P-001")).isEmpty();
        assertThat(platform.postJson("/api/v1/plan-drafts/" + draft + "/approve", "{}", "Authorization", bearer)
                        .statusCode())
                .isIn(403, 404, 405);
        assertThat(states(platform, bearer, "in_review")).contains(draft);

        // She decides each item: one as it is, one in her own words, the rest not.
        assertThat(signOff(mentor, draft).body()).contains("0 of " + items.size());
        decide(mentor, draft, items.get(0), "accept", "source", "read");
        edit(mentor, draft, items.get(1));
        for (String item : items.subList(2, items.size())) {
            decide(mentor, draft, item, "reject", "reason", "BAD_TIMING");
        }
        assertThat(destination(signOff(mentor, draft, "words", "I am glad you want this.")))
                .isNotEmpty();
        assertThat(mentor.get("/review/" + draft).body()).contains("Signed off");

        // Now it is a plan: hers to follow, with her mentor's words and the two items kept.
        String myPage = noor.get("/me").body();
        String plan = DemoPeople.plan(myPage);
        String planPage = noor.get("/plans/" + plan).body();
        List<String> goals = DemoPeople.goals(planPage);
        assertThat(goals).hasSize(2);
        assertThat(planPage)
                .contains("I am glad you want this.", "Hand the whole release to Emeka", "How this was made");
        noor.submit("/plans/" + plan, "/plans/" + plan + "/goals/" + goals.getFirst(), "first_step_done", "true");
        assertThat(noor.get("/plans/" + plan).body()).containsPattern("name=\"first_step_done\"[^>]*checked");

        // The platform reads it, reports what was finished, and may say so twice.
        JsonNode read = plansOf(platform, bearer, "P-001").getFirst();
        assertThat(read.at("/state").stringValue()).isEqualTo("active");
        assertThat(read.at("/goals").size()).isEqualTo(2);
        assertThat(read.toString()).doesNotContain("went home", "Lisbon");
        String completion = JSON.writeValueAsString(Map.of(
                "person", "P-001", "activity", "ACT-001", "completed_at", DemoHome.DAY.minusDays(4) + "T10:00:00Z"));
        HttpResponse<String> once = complete(platform, bearer, completion);
        HttpResponse<String> again = complete(platform, bearer, completion);
        assertThat(once.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(once.body());

        // HR sees what changes for groups, dated and named, never fewer than five people, never a name.
        Browser hr = people.hrPartner();
        String changing = hr.get("/trends?months=12").body();
        assertThat(changing)
                .contains(
                        "“Workload and boundaries” rises in Platform",
                        "The gap in “Giving feedback” closes in Sales",
                        "fewer than 5")
                .doesNotContain("Haddad", "Noor", "Lisbon");
        assertThat(Pattern.compile("\\bn (\\d+)").matcher(changing).results().map(n -> Integer.parseInt(n.group(1))))
                .isNotEmpty()
                .allMatch(people -> people >= 5);

        // What became of it is said beside it, with a reason; the figures can be taken along.
        Matcher flag = Pattern.compile("name=\"flag\" value=\"(THEME/[^\"]*)\"").matcher(changing);
        assertThat(flag.find()).isTrue();
        assertThat(hr.submit("/trends", "/trends/flags", "flag", flag.group(1), "state", "DISMISSED")
                        .statusCode())
                .isEqualTo(422);
        hr.submit("/trends", "/trends/flags", "flag", flag.group(1), "state", "ACTED_ON", "note", "A free =Friday.");
        assertThat(hr.get("/trends").body()).contains("Acted on by", "A free =Friday.");
        assertThat(hr.get("/trends/figures.csv?months=12").body())
                .contains("gap in levels", "hidden: too few")
                .doesNotContain("Haddad");

        // And from the draft back to its sources, models and checks: on its page, and for an operator, and nobody
        // tampered with it.
        assertThat(mentor.get("/drafts/" + draft + "/trace").body())
                .contains("How this was made", "scripted-model", "ranking:");
        assertThat(noor.get("/drafts/" + draft + "/trace").statusCode()).isIn(403, 404);

        assertThat(trellis.command("draft", "show", draft, "--trace"))
                .matches(ran -> ran.status() == 0)
                .extracting(RunningTrellis.Ran::said)
                .asString()
                .contains("scripted-model", "ranking:", "Sources")
                .doesNotContain("went home before it was out");
        assertThat(trellis.command("draft", "replay", draft))
                .matches(ran -> ran.status() == 0)
                .extracting(RunningTrellis.Ran::said)
                .asString()
                .contains("The same");
        assertThat(trellis.command("audit", "verify"))
                .matches(ran -> ran.status() == 0)
                .extracting(RunningTrellis.Ran::said)
                .asString()
                .contains("Intact");
        assertThat(trellis.log()).doesNotContain("Lisbon", "went home before it was out");
    }

    @Test
    void noLinkLeadsNowhereForAnyone() {
        for (String who : List.of("mentor@demo", "learner@demo", "hr@demo", "lead@demo", "admin@demo")) {
            Browser browser = trellis.signIn(who, DemoPeople.PASSWORD);
            Deque<String> open = new ArrayDeque<>(List.of(destination(browser.get("/"))));
            Map<String, Integer> visited = new HashMap<>();
            while (!open.isEmpty()) {
                String path = open.remove();
                // Pages of the same kind differ in their ids only; three of each tell enough.
                if (visited.merge(path.replaceAll("[0-9a-f-]{36}|=[^&]*", "*"), 1, Integer::sum) > 3) {
                    continue;
                }
                HttpResponse<String> page = browser.get(path);
                assertThat(page.statusCode()).as("%s as %s", path, who).isIn(200, 302, 303);
                LINK.matcher(page.body())
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .forEach(open::add);
            }
            assertThat(visited).hasSizeGreaterThan(3);
        }
    }

    private static void decide(Browser mentor, String draft, String item, String how, String... more) {
        String page = "/review/" + draft;
        HttpResponse<String> decided = mentor.submit(page, page + "/items/" + item + "/" + how, more);
        assertThat(decided.statusCode()).isIn(302, 303);
    }

    private static void edit(Browser mentor, String draft, String item) {
        String form = mentor.get("/review/" + draft + "?edit=" + item).body();
        decide(
                mentor,
                draft,
                item,
                "edit",
                "source",
                "read",
                "task",
                "Hand the whole release to Emeka twice more.",
                "firstStep",
                "Agree with Emeka what done means.",
                "successMeasure",
                "Two releases went out without Noor.",
                "dueOn",
                DemoPeople.field(form, "dueOn"),
                "effortHours",
                DemoPeople.field(form, "effortHours"),
                "soughtLevel",
                DemoPeople.field(form, "soughtLevel"));
    }

    private static HttpResponse<String> signOff(Browser mentor, String draft, String... more) {
        String page = "/review/" + draft;
        String version = DemoPeople.field(mentor.get(page).body(), "version");
        String[] fields = new String[more.length + 2];
        fields[0] = "version";
        fields[1] = version;
        System.arraycopy(more, 0, fields, 2, more.length);
        return mentor.submit(page, page + "/sign-off", fields);
    }

    /** Words in quotation marks in the draft's own sentences. */
    private static List<String> quotations(String page) {
        return Pattern.compile("class=\"claim\">[^<]*“([^”<]+)”")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The evidence pane as plain text. */
    private static String sources(String page) {
        return page.substring(page.indexOf("id=\"evidence-title\"")).replaceAll("<[^>]+>", "");
    }

    private static List<JsonNode> plansOf(Browser platform, String bearer, String externalId) {
        JsonNode answer = JSON.readTree(
                platform.get("/api/v1/plans?limit=200", "Authorization", bearer).body());
        return answer.at("/plans")
                .valueStream()
                .filter(plan -> plan.at("/learner/external_id").stringValue().equals(externalId))
                .toList();
    }

    private static List<String> states(Browser platform, String bearer, String state) {
        JsonNode answer =
                JSON.readTree(platform.get("/api/v1/plan-drafts?limit=200&state=" + state, "Authorization", bearer)
                        .body());
        return answer.at("/plan_drafts")
                .valueStream()
                .map(draft -> draft.at("/id").stringValue())
                .toList();
    }

    private static HttpResponse<String> complete(Browser platform, String bearer, String completion) {
        return platform.postJson(
                "/api/v1/completions", completion, "Authorization", bearer, "Idempotency-Key", "the-first-completion");
    }
}
