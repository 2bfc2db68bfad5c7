package dev.trellis.drafting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
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

    /** The endpoint as a model of some provider's. */
    ModelSettings.Endpoint as(ModelSettings.Provider provider, String name) {
        String url = provider == ModelSettings.Provider.OLLAMA ? server.baseUrl() : baseUrl();
        return new ModelSettings.Endpoint(provider, url, "test-key", name, 0, 4, 1, 2);
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
        return answering(PATH, response);
    }

    /** @param path where another provider listens */
    ModelEndpoint answering(String path, ResponseDefinitionBuilder response) {
        server.stubFor(post(urlPathEqualTo(path)).willReturn(response));
        return this;
    }

    /** Refuses calls that ask for a schema with 400, as servers do that do not know the field. */
    ModelEndpoint knowingNoSchema(ResponseDefinitionBuilder otherwise) {
        answering(otherwise);
        server.stubFor(post(urlPathEqualTo(PATH))
                .atPriority(1)
                .withRequestBody(matchingJsonPath("$.response_format"))
                .willReturn(aResponse().withStatus(400).withBody("{\"error\": \"unknown field\"}")));
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
        return requests(PATH);
    }

    List<JsonNode> requests(String path) {
        return server.findAll(postRequestedFor(urlPathEqualTo(path))).stream()
                .map(request -> JSON.readTree(request.getBodyAsString()))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
