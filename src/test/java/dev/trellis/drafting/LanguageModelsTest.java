package dev.trellis.drafting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.trellis.drafting.ModelEndpoint.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.trellis.drafting.Conversation.Outcome;
import dev.trellis.drafting.LanguageModel.Question;
import dev.trellis.drafting.LanguageModel.Reply;
import dev.trellis.drafting.LanguageModel.Speaker;
import dev.trellis.drafting.LanguageModel.Turn;
import dev.trellis.drafting.ModelSettings.Provider;
import dev.trellis.people.PersonId;
import dev.trellis.reading.PersonalTexts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;

/** Several providers in order, each sheltered and accounted for. */
class LanguageModelsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final PromptFile PROMPT = PromptFile.read("plan/v2");
    private static final PersonId JONAS = new PersonId(new UUID(7, 7));
    private static final String ANSWER = "{\"direction\": [], \"items\": []}";

    private final ModelEndpoint first = new ModelEndpoint();
    private final ModelEndpoint second = new ModelEndpoint();
    private final FreeAccounts accounts = new FreeAccounts();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void theNextModelIsAskedWhereTheFirstIsDownAndTheRecordSaysSo() {
        first.answering(aResponse().withStatus(503));
        second.answering(saying(ANSWER));

        Outcome<String> outcome = ask(models());

        assertThat(outcome.value()).hasValue(ANSWER);
        assertThat(outcome.how().writer()).isEqualTo("second");
        assertThat(outcome.how().attempts())
                .extracting(attempt -> attempt.writer() + " " + attempt.outcome())
                .startsWith("first status-503")
                .endsWith("second ok")
                .containsOnly("first status-503", "second ok");
    }

    @Test
    void aModelThatHangsLeavesTimeForTheNext() {
        first.answering(saying(ANSWER).withFixedDelay(20_000));
        second.answering(saying(ANSWER));
        long begun = System.nanoTime();

        Outcome<String> outcome = ask(models());

        assertThat(outcome.how().writer()).isEqualTo("second");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TIMEOUT);
    }

    @Test
    void whereAllHangTheDeadlineHoldsForAllTogether() {
        first.answering(saying(ANSWER).withFixedDelay(20_000));
        second.answering(saying(ANSWER).withFixedDelay(20_000));
        long begun = System.nanoTime();

        Outcome<String> outcome = ask(models());

        assertThat(outcome.value()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(TIMEOUT.minusMillis(50), TIMEOUT.plusMillis(200));
    }

    @Test
    void anAnswerNobodyCanReadGoesToTheNextModelAsWell() {
        first.answering(saying("I would rather not."));
        second.answering(saying(ANSWER));

        assertThat(ask(models()).how().attempts())
                .extracting(WriterRecord.Attempt::outcome)
                .containsExactly("malformed", "malformed", "ok");
    }

    @Test
    void anEndpointThatKnowsNoSchemaIsAskedInWordsFromThenOn() {
        first.knowingNoSchema(saying(ANSWER));
        LanguageModels models = models();

        ask(models);
        ask(models);

        List<JsonNode> requests = first.requests();
        assertThat(requests)
                .extracting(request -> request.has("response_format"))
                .containsExactly(true, false, false);
        assertThat(requests.getLast().has("temperature"))
                .as("whatever else may be refused")
                .isFalse();
        assertThat(requests.getLast().at("/messages/0/content").stringValue())
                .contains("The schema:", "additionalProperties");
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void everyProviderIsAskedForTheSchemaAndCutOffAtTheSameLength(Provider provider) {
        String path = path(provider);
        first.answering(path, answer(provider));

        Reply reply = only(first.as(provider, "some-model")).ask(question(), TIMEOUT);

        assertThat(reply).isEqualTo(new Reply.Answered(ANSWER, 100, 50));
        String sent = first.requests(path).getFirst().toString();
        assertThat(sent)
                .contains("some-model", "additionalProperties", String.valueOf(PROMPT.mostOutputTokens()), "the data");
    }

    @Test
    void whatACallCostIsSettledAndMetered() {
        first.answering(saying(ANSWER));

        only(first.as(Provider.OPENAI, "priced")).ask(question(), TIMEOUT);

        assertThat(accounts.settled).singleElement().satisfies(settled -> {
            assertThat(settled.outcome()).isEqualTo("answered");
            assertThat(settled.inputTokens()).isEqualTo(100);
            assertThat(settled.cost()).isCloseTo(100 * 1e-6 + 50 * 2e-6, within(1e-12));
        });
        assertThat(meters.counter("trellis.model.calls", "model", "priced", "outcome", "answered")
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("trellis.model.tokens", "model", "priced", "direction", "output")
                        .count())
                .isEqualTo(50);
    }

    @Test
    void aModelThatFailsAgainAndAgainIsLeftAlone() {
        first.answering(aResponse().withStatus(500));
        LanguageModel model = only(first.as(Provider.OPENAI, "down"));

        List<Reply> replies = IntStream.range(0, 20)
                .mapToObj(i -> model.ask(question(), TIMEOUT))
                .toList();

        assertThat(replies.getLast()).isEqualTo(Reply.Failed.forGood("resting"));
        assertThat(first.calls()).isLessThan(10);
    }

    @Test
    void noMoreCallsAtOnceThanTheEndpointTakes() throws Exception {
        first.answering(saying(ANSWER).withFixedDelay(300));
        LanguageModel model =
                only(new ModelSettings.Endpoint(Provider.OPENAI, first.baseUrl(), "", "small", 0, 1, 0, 0));
        long begun = System.nanoTime();

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reply>> calls = Collections.nCopies(3, () -> model.ask(question(), Duration.ofSeconds(20)));
            for (Future<Reply> reply : callers.invokeAll(calls)) {
                assertThat(reply.get()).isInstanceOf(Reply.Answered.class);
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void stoppingGivesUpACallUnderWayWithinASecond() {
        first.answering(saying(ANSWER).withFixedDelay(20_000));
        LanguageModel model = only(first.as(Provider.OPENAI, "slow"));
        CompletableFuture<Reply> reply =
                CompletableFuture.supplyAsync(() -> model.ask(question(), Duration.ofSeconds(15)));
        while (first.calls() == 0 && !reply.isDone()) {
            Thread.onSpinWait();
        }
        long at = System.nanoTime();

        stopped.set(true);

        assertThat(reply.join()).isEqualTo(Reply.Failed.forGood(AccountedModel.STOPPED));
        assertThat(Duration.ofNanos(System.nanoTime() - at)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aCallThatMayHaveCostSomethingCountsAsBookedAndARefusedOneDoesNot() {
        LanguageModel model = only(first.as(Provider.OPENAI, "priced"));
        first.answering(aResponse().withStatus(401));
        model.ask(question(), TIMEOUT);
        first.answering(saying(ANSWER).withFixedDelay(20_000));
        model.ask(question(), Duration.ofMillis(300));

        assertThat(accounts.settled)
                .extracting(FreeAccounts.Settled::outcome, FreeAccounts.Settled::outputTokens)
                .containsExactly(tuple("status-401", 0), tuple("timeout", PROMPT.mostOutputTokens()));
    }

    @Test
    void settingsThatNameNoModelOrNoPlaceAreRefusedInASentence() {
        assertThatThrownBy(() -> bound("base-url=http://localhost:1/v1"))
                .hasRootCauseMessage(
                        "trellis.model.name is missing: which model at http://localhost:1/v1 is to write?");
        assertThatThrownBy(() -> bound("name=lost"))
                .hasRootCauseMessage("trellis.model.base-url is missing: where is lost?");
        assertThatThrownBy(() -> bound("otherwise[0].provider=ollama", "otherwise[0].name=second"))
                .hasMessage("trellis.model.otherwise is set, but no first model: set trellis.model.name");
    }

    @Test
    void theFirstModelAndThoseAfterItAreSetAlikeAndNoKeyIsShown() {
        List<ModelSettings.Endpoint> endpoints = bound(
                "provider=anthropic",
                "name=first",
                "api-key=secret",
                "otherwise[0].provider=ollama",
                "otherwise[0].name=second");

        assertThat(endpoints)
                .extracting(ModelSettings.Endpoint::name, ModelSettings.Endpoint::baseUrl)
                .containsExactly(
                        tuple("first", "https://api.anthropic.com/v1/"), tuple("second", "http://localhost:11434"));
        assertThat(endpoints.toString()).doesNotContain("secret");
        assertThat(bound()).isEmpty();
    }

    /** @param settings below the prefix, {@code name=value} */
    private static List<ModelSettings.Endpoint> bound(String... settings) {
        Map<String, String> properties = Stream.of(settings)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> ModelSettings.PREFIX + "." + setting[0], setting -> setting[1]));
        Binder binder = new Binder(new MapConfigurationPropertySource(properties));
        return binder.bindOrCreate(ModelSettings.PREFIX, ModelSettings.class)
                .endpoints(binder.bindOrCreate(ModelSettings.PREFIX, ModelSettings.Endpoint.class));
    }

    private LanguageModels models() {
        return of(first.as(Provider.OPENAI, "first"), second.as(Provider.OPENAI, "second"));
    }

    private LanguageModel only(ModelSettings.Endpoint endpoint) {
        return of(endpoint).inOrder().getFirst();
    }

    private LanguageModels of(ModelSettings.Endpoint... endpoints) {
        return LanguageModels.of(
                List.of(endpoints), accounts, stopped::get, meters, DirectoryNames::new, PersonalTexts.byFormOnly());
    }

    private static Outcome<String> ask(LanguageModels models) {
        return new Conversation(models.inOrder(), PROMPT, JONAS, "", TIMEOUT, 1)
                .ask(SentText.own("the data"), words -> {
                    AnswerReader.object(words);
                    return words;
                });
    }

    private static Question question() {
        return new Question(
                List.of(Turn.own(Speaker.INSTRUCTIONS, "the instructions"), Turn.own(Speaker.TRELLIS, "the data")),
                PROMPT,
                JONAS,
                "");
    }

    private static String path(Provider provider) {
        return switch (provider) {
            case OPENAI -> "/v1/chat/completions";
            case ANTHROPIC -> "/v1/messages";
            case OLLAMA -> "/api/chat";
        };
    }

    private static ResponseDefinitionBuilder answer(Provider provider) {
        return switch (provider) {
            case OPENAI -> saying(ANSWER);
            case ANTHROPIC ->
                body(Map.of(
                        "id",
                        "msg_1",
                        "type",
                        "message",
                        "role",
                        "assistant",
                        "model",
                        "some-model",
                        "content",
                        List.of(Map.of("type", "text", "text", ANSWER)),
                        "stop_reason",
                        "end_turn",
                        "usage",
                        Map.of("input_tokens", 100, "output_tokens", 50)));
            case OLLAMA ->
                body(Map.of(
                        "model",
                        "some-model",
                        "created_at",
                        "2026-11-03T10:00:00Z",
                        "message",
                        Map.of("role", "assistant", "content", ANSWER),
                        "done",
                        true,
                        "prompt_eval_count",
                        100,
                        "eval_count",
                        50));
        };
    }

    private static ResponseDefinitionBuilder body(Map<String, Object> answer) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(ModelEndpoint.json(answer));
    }
}
