package dev.trellis.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.TrellisApplication;
import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Framework;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.LearningActivity;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.people.NewPerson;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.testing.Browser;
import dev.trellis.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a learning platform meets it, with everything that goes wrong between two systems. */
@SpringBootTest(
        classes = TrellisApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "trellis.home=target/api-home",
            "trellis.workers=false",
            "db-scheduler.enabled=false",
            "spring.test.metrics.export=true"
        })
class ApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TestPostgres.Database DATABASE = TestPostgres.database();
    private static final String EVERYTHING = "evidence:write plans:read drafts:read";
    private static final String COMPLETIONS = "/api/v1/completions";

    @Autowired
    ApiClients clients;

    @Autowired
    People people;

    @Autowired
    Catalog catalog;

    @Autowired
    EvidenceLedger ledger;

    @LocalServerPort
    int port;

    private Browser platform;
    private PersonId learner;
    private String client;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeEach
    void aPlatformALearnerAndAnActivity() {
        platform = new Browser(port);
        client = "platform-" + UuidCreator.getTimeOrderedEpoch();
        clients.register(client, "A platform", "its-secret", EnumSet.allOf(ApiClients.Scope.class));
        learner = people.save(List.of(
                        new NewPerson("E-1", "Ada", "Nyström", "ada@example.org", "", "", true, Set.of(Role.LEARNER))))
                .getFirst();
        catalog.saveActivities(List.of(new LearningActivity(
                new ActivityId(UuidCreator.getTimeOrderedEpoch()),
                "ACT-1",
                "Shadow a release",
                "",
                ActivityKind.EXPOSURE,
                2,
                "",
                "",
                List.of(),
                true)));
    }

    @Test
    void recordsACompletionThatTheLearnersRecordShows() {
        HttpResponse<String> answer = post(COMPLETIONS, completion("ACT-1"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(ledger.about(new Reader.OfPerson(learner), learner, EnumSet.of(EvidenceKind.COMPLETION), 10))
                .anyMatch(evidence -> evidence.id()
                        .toString()
                        .equals(JSON.readTree(answer.body()).at("/id").stringValue()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # body                                                                                          | status | pointer
            {"person": "E-1"}                                                                               | 422 | /activity
            {"person": "E-9", "activity": "ACT-1", "completed_at": "2026-03-02T10:00:00Z"}                   | 422 | /person
            {"person": "E-1", "activity": "ACT-9", "completed_at": "2026-03-02T10:00:00Z"}                   | 422 | /activity
            {"person": "E-1", "activity": "ACT-1", "completed_at": "yesterday"}                              | 400 | /completed_at
            {"person": "E-1", "activity": "ACT-1", "completed_at": "2026-03-02T10:00:00Z", "score": 1.5}     | 422 | /score
            {"person": "E-1", "activity":                                                                    | 400 |
            """)
    void aBadCompletionIsRefusedAtTheFieldThatIsWrong(String body, int status, String pointer) {
        HttpResponse<String> answer = post(COMPLETIONS, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.at("/type").stringValue()).startsWith("urn:trellis:problem:");
        assertThat(problem.at("/instance").stringValue()).isEqualTo(COMPLETIONS);
        assertThat(problem.at("/pointer").asString("")).isEqualTo(pointer == null ? "" : pointer);
    }

    @Test
    void theSameKeyDoesTheWorkOnceEvenForManyAtTheSameMoment() {
        String bearer = bearer(EVERYTHING);
        Set<String> answers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> new Browser(port)
                        .postJson(COMPLETIONS, completion("ACT-1"), "Authorization", bearer, "Idempotency-Key", "one")))
                .toList()
                .stream()
                .map(answer -> answer.join().body())
                .collect(Collectors.toSet());

        assertThat(answers).hasSize(1).allMatch(body -> body.contains("\"id\""));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String bearer = bearer(EVERYTHING);
        platform.postJson(COMPLETIONS, completion("ACT-1"), "Authorization", bearer, "Idempotency-Key", "k");
        HttpResponse<String> other = platform.postJson(
                COMPLETIONS,
                completion("ACT-1").replace("03-02", "03-03"),
                "Authorization",
                bearer,
                "Idempotency-Key",
                "k");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("Idempotency-Key");
    }

    @Test
    void nothingAPlatformSendsCanBePrivate() {
        HttpResponse<String> answer = post(
                "/api/v1/evidence",
                "{\"person\": \"E-1\", \"kind\": \"reflection\", \"text\": \"x\", \"visibility\": \"private\","
                        + " \"occurred_at\": \"2026-03-02T10:00:00Z\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/visibility");
    }

    @Test
    void aReflectionMayNameTheCompetencyItIsAboutAndNoOther() {
        FrameworkId house = catalog.save(
                        new Framework(new FrameworkId(new UUID(0, 1)), "house", "House framework", "", 0, 5))
                .id();
        CompetencyId delegation = new CompetencyId(new UUID(0, 2));
        catalog.saveCompetencies(
                house,
                List.of(new Competency(delegation, house, "delegation", "Delegation", "", "", List.of(), List.of())));

        HttpResponse<String> answer = post("/api/v1/evidence", reflection("house:delegation"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(ledger.about(new Reader.OfPerson(learner), learner, EnumSet.of(EvidenceKind.REFLECTION), 10))
                .extracting(evidence -> evidence.detail().competencyNamed())
                .contains(Optional.of(delegation));
        assertThat(post("/api/v1/evidence", reflection("house:juggling")).body())
                .contains("/competency");
    }

    private static String reflection(String competency) {
        return "{\"person\": \"E-1\", \"kind\": \"reflection\", \"text\": \"I let go.\", \"competency\": \""
                + competency + "\", \"occurred_at\": \"2026-03-02T10:00:00Z\"}";
    }

    @Test
    void aTokenOpensWhatItsScopesNameAndNothingElse() {
        String readsPlans = bearer("plans:read");

        assertThat(get("/api/v1/plans", readsPlans).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/plan-drafts", readsPlans).statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/plan-drafts", readsPlans).headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(header -> assertThat(header).contains("insufficient_scope"));
        assertThat(platform.postJson(COMPLETIONS, completion("ACT-1"), "Authorization", readsPlans)
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/api/v1/plans", "Bearer nonsense").statusCode()).isEqualTo(401);
        assertThat(platform.get("/api/v1/plans").statusCode()).isEqualTo(401);
        assertThat(get("/me", readsPlans).statusCode())
                .as("no page opens to a token")
                .isEqualTo(302);
    }

    @Test
    void anAddressThatLeadsNowhereOrTakesAnotherMethodSaysSo() {
        String bearer = bearer(EVERYTHING);

        assertThat(get("/api/v1/nothing", bearer).statusCode()).isEqualTo(404);
        assertThat(platform.postJson("/api/v1/plans", "{}", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(405);
        assertThat(get("/api/v1/plans?limit=0", bearer).statusCode()).isEqualTo(422);
        assertThat(get("/api/v1/plan-drafts?state=approve", bearer).body()).contains("waiting_for_review");
    }

    @Test
    void aDeactivatedPlatformIsOutAtItsNextRequest() {
        String bearer = bearer(EVERYTHING);
        assertThat(get("/api/v1/plans", bearer).statusCode()).isEqualTo(200);
        clients.deactivate(client);
        assertThat(get("/api/v1/plans", bearer).statusCode()).isEqualTo(401);
    }

    @Test
    void figuresOnTheServiceOpenToTheirScopeAlone() {
        assertThat(get("/actuator/prometheus", bearer("metrics:read")).statusCode())
                .isEqualTo(200);
        assertThat(get("/actuator/prometheus", bearer("metrics:read")).body()).contains("jvm_memory_used_bytes");
        assertThat(get("/actuator/prometheus", bearer(EVERYTHING)).statusCode()).isEqualTo(403);
        assertThat(platform.get("/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    @Test
    void theDescriptionNamesEveryDoorAndNoneThatApproves() {
        JsonNode description = JSON.readTree(platform.get("/api/openapi.json").body());

        assertThat(description.at("/openapi").stringValue()).startsWith("3.1");
        assertThat(description.at("/paths").propertyNames())
                .containsExactlyInAnyOrder(COMPLETIONS, "/api/v1/evidence", "/api/v1/plans", "/api/v1/plan-drafts");
        assertThat(platform.get("/api/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }

    private static String completion(String activity) {
        return "{\"person\": \"E-1\", \"activity\": \"%s\", \"completed_at\": \"2026-03-02T10:00:00Z\"}"
                .formatted(activity);
    }

    private HttpResponse<String> post(String path, String body) {
        return platform.postJson(path, body, "Authorization", bearer(EVERYTHING));
    }

    private HttpResponse<String> get(String path, String bearer) {
        return platform.get(path, "Authorization", bearer);
    }

    private String bearer(String scopes) {
        HttpResponse<String> answer = platform.post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", scopes),
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((client + ":its-secret").getBytes(StandardCharsets.UTF_8)));
        return "Bearer " + JSON.readTree(answer.body()).at("/access_token").stringValue();
    }
}
