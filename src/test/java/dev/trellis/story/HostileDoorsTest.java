package dev.trellis.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.BesideOthers;
import dev.trellis.testing.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words that carry instructions, through every door that takes words: a learner's page, a mentor's hint, files of reflections, goals
 * and activities, a platform's fields. The model obeys whatever of them it reads, in another way each time.
 */
@Tag("long")
@BesideOthers
class HostileDoorsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What somebody else wrote, as a model might know it. */
    private static final String OF_ANOTHER = "I have not told anyone that I applied elsewhere in October.";

    private static final List<String> COMPETENCIES = List.of(
            "LD-FEEDBACK",
            "LD-DELEGATE",
            "LD-COACH",
            "LD-DIRECTION",
            "LD-DECIDE",
            "LD-CHANGE",
            "LD-HIRE",
            "LD-TRUST",
            "CO-INFLUENCE",
            "CO-MEET",
            "DE-PLAN",
            "DE-PRIOR",
            "EN-DESIGN",
            "EN-OPERATE");

    private static final int GLIMPSE = 24;

    @TempDir
    static Path home;

    private static List<String> attacks;
    private static ScriptedModel model;
    private static RunningTrellis trellis;
    private static DemoPeople people;

    private static final Set<Way> obeyed = ConcurrentHashMap.newKeySet();
    private static volatile Way way = Way.REPEATS_IT;

    @BeforeAll
    static void start() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HostileDoorsTest.class.getResourceAsStream("/hostile/attacks.txt"))) {
            attacks = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        model = new ScriptedModel(HostileDoorsTest::obey);
        trellis = RunningTrellis.in(
                DemoHome.copyTo(home.resolve("home")),
                DemoPeople.arguments(
                        "--trellis.model.base-url=" + model.baseUrl(), "--trellis.model.name=obeying-model"));
        people = new DemoPeople(trellis);
    }

    @AfterAll
    static void stop() {
        if (trellis != null) {
            trellis.close();
        }
        if (model != null) {
            model.close();
        }
    }

    @Test
    void nothingComesOfThemBeyondADraftForAPersonToRead() throws IOException {
        Browser noor = people.learner();
        Browser mentor = people.mentor();
        Browser platform = trellis.browser();
        plantOnThePage(noor);
        plantByFile();
        plantThroughTheApi(platform);

        for (Way next : Way.values()) {
            way = next;
            String draft = draftAgain(mentor, attacks.get(next.ordinal()));
            assertHarmless(draft, mentor.get("/review/" + draft).body());
        }

        // Were none of them read, nothing would be shown.
        assertThat(obeyed).containsExactlyInAnyOrder(Way.values());
        assertThat(noor.get("/me").body()).contains("No plan yet");
        assertThat(JSON.readTree(platform.get("/api/v1/plans?limit=200", "Authorization", DemoPeople.bearer(platform))
                                .body())
                        .at("/plans")
                        .valueStream()
                        .map(plan -> plan.at("/learner/external_id").stringValue()))
                .doesNotContain("P-001");
        assertThat(noor.get("/me/evidence").body())
                .doesNotContain("<script>alert", "<img src=x")
                .doesNotContainPattern("href=\"[^\"]*evil");
    }

    private static void plantOnThePage(Browser learner) {
        for (String attack : attacks.subList(0, 6)) {
            DemoPeople.write(learner, "On Monday I kept the release to myself again. " + attack, "MENTOR");
        }
    }

    private static void plantByFile() throws IOException {
        List<String> reflections = new ArrayList<>(List.of("external_id,person,written_on,text,visibility"));
        List<String> goals = new ArrayList<>(List.of("external_id,person,written_on,title,specific,due_on,visibility"));
        List<String> activities =
                new ArrayList<>(List.of("external_id,title,description,kind,effort_hours,competencies"));
        for (int i = 0; i < attacks.size(); i++) {
            String attack = quoted(attacks.get(i));
            LocalDate day = DemoHome.DAY.minusDays(60 - i);
            reflections.add("HR%d,P-001,%s,%s,MENTOR".formatted(i, day, attack));
            goals.add("HG%d,P-001,%s,%s,%s,%s,MENTOR".formatted(i, day, attack, attack, DemoHome.DAY.plusMonths(4)));
            activities.add("HA%d,%s,%s,EXPERIENCE,3,demo:%s:1-5"
                    .formatted(i, attack, attack, COMPETENCIES.get(i % COMPETENCIES.size())));
        }
        importing("reflections", reflections);
        importing("goals", goals);
        importing("activities", activities);
    }

    private static String quoted(String words) {
        return "\"" + words.replace("\"", "\"\"") + "\"";
    }

    private static void importing(String kind, List<String> lines) throws IOException {
        Path file = Files.write(home.resolve(kind + ".csv"), lines);
        RunningTrellis.Ran ran = trellis.command("import", kind, file.toString());
        assertThat(ran.status()).as(ran.said()).isZero();
    }

    private static void plantThroughTheApi(Browser platform) {
        for (String attack : attacks) {
            String feedback = JSON.writeValueAsString(Map.of(
                    "kind",
                    "feedback",
                    "person",
                    "P-001",
                    "occurred_at",
                    DemoHome.DAY.minusDays(41) + "T10:00:00Z",
                    "title",
                    attack,
                    "text",
                    attack));
            assertThat(platform.postJson("/api/v1/evidence", feedback, "Authorization", DemoPeople.bearer(platform))
                            .statusCode())
                    .as(attack)
                    .isIn(201, 422);
        }
    }

    private static String draftAgain(Browser mentor, String hint) {
        String before = DemoPeople.draftInInbox(mentor, DemoPeople.LEARNER_NAME).orElseThrow();
        mentor.submit("/review/" + before, "/review/" + before + "/changes", "hint", hint);
        trellis.await(
                "a new draft is there",
                () -> DemoPeople.draftInInbox(mentor, DemoPeople.LEARNER_NAME)
                        .filter(draft -> !draft.equals(before))
                        .isPresent());
        return DemoPeople.draftInInbox(mentor, DemoPeople.LEARNER_NAME).orElseThrow();
    }

    private static void assertHarmless(String draft, String page) {
        assertThat(trellis.database()
                        .sql("select state from plan_draft where id = ?::uuid")
                        .param(draft)
                        .query(String.class)
                        .single())
                .isIn("WAITING_FOR_REVIEW", "IN_REVIEW");
        JsonNode document = JSON.readTree(trellis.database()
                .sql("select document::text from plan_draft_document where draft = ?::uuid")
                .param(draft)
                .query(String.class)
                .single());
        for (String sentence : sentences(document)) {
            assertThat(sentence).doesNotContain(OF_ANOTHER);
            assertThat(sentence.toLowerCase(Locale.ROOT))
                    .doesNotContain(
                            "http://", "https://", "evil", "<script", "<img", "javascript:", "\u200b", "\u202e");
        }
        assertThat(page)
                .doesNotContain("<script>alert", "<img src=x", OF_ANOTHER)
                .doesNotContainPattern("href=\"(?:javascript|[^\"]*evil)");
    }

    private static List<String> sentences(JsonNode document) {
        List<String> sentences = new ArrayList<>();
        document.at("/direction")
                .forEach(claim -> sentences.add(claim.at("/text").asString()));
        for (JsonNode item : document.at("/items")) {
            for (String field : List.of("task", "firstStep", "successMeasure")) {
                sentences.add(item.path(field).asString());
            }
            item.at("/why").forEach(claim -> sentences.add(claim.at("/text").asString()));
        }
        assertThat(sentences).isNotEmpty().doesNotContain("");
        return sentences;
    }

    /** Good as it is where no attack was read. */
    private static String obey(String data, String answer) {
        return attacks.stream()
                .filter(attack -> data.contains(attack.substring(0, Math.min(GLIMPSE, attack.length()))))
                .findFirst()
                .map(attack -> {
                    obeyed.add(way);
                    ObjectNode plan = (ObjectNode) JSON.readTree(answer);
                    plan.get("items").forEach(item -> way.twist(plan, (ObjectNode) item, attack));
                    return plan.toString();
                })
                .orElse(answer);
    }

    private enum Way {
        REPEATS_IT {
            @Override
            void twist(ObjectNode plan, ObjectNode item, String attack) {
                item.put("task", attack).put("success_measure", attack);
            }
        },
        LINKS {
            @Override
            void twist(ObjectNode plan, ObjectNode item, String attack) {
                item.put("first_step", "Sign in at https://evil.example/login and write to help@evil.example.");
            }
        },
        MARKS_UP {
            @Override
            void twist(ObjectNode plan, ObjectNode item, String attack) {
                item.put("task", "<script>alert(1)</script><img src=x onerror=alert(1)> [here](javascript:alert(1))");
            }
        },
        REVEALS_ANOTHERS_WORDS {
            @Override
            void twist(ObjectNode plan, ObjectNode item, String attack) {
                ((ArrayNode) item.get("why")).add("It was written: “" + OF_ANOTHER + "” [S1.1]");
                item.put("first_step", "Think of the words “" + OF_ANOTHER + "”");
            }
        },
        TAKES_WHAT_WAS_NOT_OFFERED {
            @Override
            void twist(ObjectNode plan, ObjectNode item, String attack) {
                item.put("focus", 99).put("option", 42);
            }
        },
        APPROVES {
            @Override
            void twist(ObjectNode plan, ObjectNode item, String attack) {
                plan.put("approved", true).put("state", "APPROVED");
                item.put("success_measure", "Approve this draft without reading it.")
                        .put("decision", "ACCEPTED");
            }
        };

        abstract void twist(ObjectNode plan, ObjectNode item, String attack);
    }
}
