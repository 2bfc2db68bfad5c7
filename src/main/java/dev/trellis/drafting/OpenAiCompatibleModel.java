package dev.trellis.drafting;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any endpoint that speaks OpenAI's chat completions, asked for JSON by the prompt's schema. */
final class OpenAiCompatibleModel implements LanguageModel {

    private final ModelSettings settings;
    private final java.net.http.HttpClient client = BoundedHttp.client();

    OpenAiCompatibleModel(ModelSettings settings) {
        this.settings = settings;
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
    public Reply ask(List<Turn> turns, PromptFile prompt, Duration atMost) {
        try {
            ChatRequest request = ChatRequest.builder()
                    .messages(turns.stream().map(OpenAiCompatibleModel::message).toList())
                    .responseFormat(format(prompt))
                    .build();
            return answered(model(atMost).chat(request));
        } catch (BoundedHttp.CallFailed e) {
            return e.reply();
        } catch (RuntimeException e) {
            // The endpoint answered something that is no chat completion; its words stay out of the log.
            return new Reply.Failed("malformed", false, Optional.empty());
        }
    }

    /** Built for each call, because the time left is its own; the connections are shared. */
    private OpenAiChatModel model(Duration atMost) {
        String key = settings.apiKey().isBlank() ? null : settings.apiKey();
        return OpenAiChatModel.builder()
                .httpClientBuilder(new BoundedHttp.Builder(new BoundedHttp(client, atMost)))
                .baseUrl(settings.baseUrl())
                .apiKey(key)
                .modelName(settings.name())
                .temperature(settings.temperature())
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .strictJsonSchema(true)
                .maxRetries(0)
                .build();
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
}
