package dev.trellis.drafting;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One model at one endpoint, asked for JSON by the prompt's schema. An endpoint that refuses such a call is asked plainly from
 * then on: the schema stands in the instructions, what comes back is read tolerantly, and whatever else a server or a model may
 * not take (a temperature, a limit to the answer) is left out where the protocol allows.
 */
final class ChatEndpoint implements LanguageModel {

    private final ModelSettings.Endpoint settings;
    private final BooleanSupplier stopped;
    private final java.net.http.HttpClient client = BoundedHttp.client();
    private volatile boolean plainly;

    /** @param stopped looked at while waiting: a call under way is given up as soon as it says so */
    ChatEndpoint(ModelSettings.Endpoint settings, BooleanSupplier stopped) {
        this.settings = settings;
        this.stopped = stopped;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("endpoint", settings.baseUrl(), "temperature", Double.toString(settings.temperature()));
    }

    @Override
    public Reply ask(Question question, Duration atMost) {
        long begun = System.nanoTime();
        boolean plain = plainly;
        Reply reply = ask(question, plain, atMost);
        Duration left = atMost.minusNanos(System.nanoTime() - begun);
        if (!plain && isRefusal(reply) && left.isPositive()) {
            Reply second = ask(question, true, left);
            plainly = second instanceof Reply.Answered;
            return second;
        }
        return reply;
    }

    /** 400 and 422 are what servers answer to a field they do not know. */
    private static boolean isRefusal(Reply reply) {
        return reply instanceof Reply.Failed failed
                && (failed.outcome().equals("status-400") || failed.outcome().equals("status-422"));
    }

    private Reply ask(Question question, boolean plain, Duration atMost) {
        try {
            ChatRequest.Builder request = ChatRequest.builder().messages(messages(question, plain));
            if (!plain) {
                request.responseFormat(format(question.prompt()));
            }
            return answered(model(question.prompt(), plain, atMost).chat(request.build()));
        } catch (BoundedHttp.CallFailed e) {
            return e.reply();
        } catch (RuntimeException e) {
            // The endpoint answered something that is no chat completion; its words stay out of the log.
            return Reply.Failed.forGood("malformed");
        }
    }

    /** Built for each call, because the time left is its own; the connections are shared. */
    private ChatModel model(PromptFile prompt, boolean plain, Duration atMost) {
        var http = new BoundedHttp.Builder(new BoundedHttp(client, atMost, stopped));
        String key = settings.apiKey().isBlank() ? null : settings.apiKey();
        Capability[] capabilities =
                plain ? new Capability[0] : new Capability[] {Capability.RESPONSE_FORMAT_JSON_SCHEMA};
        Double temperature = plain ? null : settings.temperature();
        return switch (settings.provider()) {
            case OPENAI ->
                OpenAiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(settings.baseUrl())
                        .apiKey(key)
                        .modelName(settings.name())
                        .temperature(temperature)
                        .maxCompletionTokens(plain ? null : prompt.mostOutputTokens())
                        .supportedCapabilities(capabilities)
                        .strictJsonSchema(true)
                        .maxRetries(0)
                        .build();
            case ANTHROPIC ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(settings.baseUrl())
                        .apiKey(key == null ? "none" : key)
                        .modelName(settings.name())
                        .temperature(temperature)
                        .maxTokens(prompt.mostOutputTokens())
                        .cacheSystemMessages(true)
                        .supportedCapabilities(capabilities)
                        .maxRetries(0)
                        .build();
            case OLLAMA ->
                OllamaChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(settings.baseUrl())
                        .modelName(settings.name())
                        .temperature(temperature)
                        .numPredict(prompt.mostOutputTokens())
                        .supportedCapabilities(capabilities)
                        .maxRetries(0)
                        .build();
        };
    }

    private static ResponseFormat format(PromptFile prompt) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(prompt.schemaName())
                        .rootElement(JsonRawSchema.from(prompt.schema()))
                        .build())
                .build();
    }

    private static List<ChatMessage> messages(Question question, boolean plain) {
        List<Turn> turns = question.turns();
        return IntStream.range(0, turns.size())
                .mapToObj(i -> !plain || turns.get(i).speaker() != Speaker.INSTRUCTIONS
                        ? turns.get(i)
                        : Turn.own(
                                Speaker.INSTRUCTIONS,
                                turns.get(i).words() + "\n\nThe schema:\n"
                                        + question.prompt().schema().strip()))
                .map(ChatEndpoint::message)
                .toList();
    }

    private static ChatMessage message(Turn turn) {
        return switch (turn.speaker()) {
            case INSTRUCTIONS -> SystemMessage.from(turn.words());
            case TRELLIS -> UserMessage.from(turn.words());
            case MODEL -> AiMessage.from(turn.words());
        };
    }

    private static Reply answered(ChatResponse response) {
        String words = response.aiMessage().text();
        TokenUsage usage = response.tokenUsage();
        return new Reply.Answered(
                words == null ? "" : words,
                usage == null ? 0 : orZero(usage.inputTokenCount()),
                usage == null ? 0 : orZero(usage.outputTokenCount()));
    }

    private static int orZero(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    /** For messages of the log. */
    @Override
    public String toString() {
        return settings.toString();
    }
}
