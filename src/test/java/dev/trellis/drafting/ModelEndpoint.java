package dev.trellis.drafting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint that speaks OpenAI's chat completions and answers, or fails, as a test says. */
public final class ModelEndpoint implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/v1/chat/completions";

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().containerThreads(10));

    public ModelEndpoint() {
        server.start();
    }

    public String baseUrl() {
        return server.baseUrl() + "/v1";
    }

    ModelSettings settings(Duration timeout) {
        return new ModelSettings(baseUrl(), "test-key", "test-model", timeout, 0);
    }

    /** A chat completion whose message is {@code words}. */
    public static ResponseDefinitionBuilder saying(String words) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(completion(words));
    }

    public static String completion(String words) {
        return JSON.writeValueAsString(Map.of(
                "id",
                "chat-1",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                "test-model",
                "choices",
                List.of(Map.of(
                        "index", 0, "finish_reason", "stop", "message", Map.of("role", "assistant", "content", words))),
                "usage",
                Map.of("prompt_tokens", 100, "completion_tokens", 50, "total_tokens", 150)));
    }

    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    public ModelEndpoint answering(ResponseDefinitionBuilder response) {
        server.stubFor(post(urlPathEqualTo(PATH)).willReturn(response));
        return this;
    }

    /** Answers the first call with the first response, the next with the next, and so on. */
    public ModelEndpoint answeringInTurn(ResponseDefinitionBuilder... responses) {
        for (int i = 0; i < responses.length; i++) {
            server.stubFor(post(urlPathEqualTo(PATH))
                    .inScenario("turns")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "turn " + i)
                    .willSetStateTo("turn " + (i + 1))
                    .willReturn(responses[i]));
        }
        return this;
    }

    public int calls() {
        return server.findAll(postRequestedFor(urlPathEqualTo(PATH))).size();
    }

    /** What was sent, oldest first. */
    public List<JsonNode> requests() {
        return server.findAll(postRequestedFor(urlPathEqualTo(PATH))).stream()
                .map(request -> JSON.readTree(request.getBodyAsString()))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
