package dev.trellis.drafting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for all models that write. The first of them is an {@link Endpoint} under the same prefix; none is needed.
 *
 * @param timeout for a whole draft, retries, other models and the repair turn included
 * @param tokensPerDay that all calls of a day (UTC) may cost together; 0 for no limit
 * @param tokensPerDayAndProgramme as much for the people of one programme
 * @param otherwise asked in order where those before give nothing readable
 */
@ConfigurationProperties(ModelSettings.PREFIX)
record ModelSettings(
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("0") long tokensPerDay,
        @DefaultValue("0") long tokensPerDayAndProgramme,
        @DefaultValue List<Endpoint> otherwise) {

    static final String PREFIX = "trellis.model";

    enum Provider {
        /** OpenAI's chat completions, which most servers speak. */
        OPENAI,
        ANTHROPIC,
        OLLAMA
    }

    /**
     * One model at one place.
     *
     * @param provider how the endpoint is spoken to
     * @param baseUrl such as {@code http://localhost:8000/v1}; empty for the provider's own
     * @param apiKey empty where the endpoint asks for none
     * @param name the model's name there; empty for no model
     * @param temperature 0 for the likeliest words
     * @param atOnce calls to the endpoint at the same time from this node
     * @param inputPrice of a million tokens, in the currency of your choice
     * @param outputPrice of a million tokens
     */
    @ConfigurationProperties(PREFIX)
    record Endpoint(
            @DefaultValue("openai") Provider provider,
            @DefaultValue("") String baseUrl,
            @DefaultValue("") String apiKey,
            @DefaultValue("") String name,
            @DefaultValue("0") double temperature,
            @DefaultValue("4") int atOnce,
            @DefaultValue("0") double inputPrice,
            @DefaultValue("0") double outputPrice) {

        Endpoint {
            demand(
                    !name.isBlank() || baseUrl.isBlank(),
                    ".name is missing: which model at " + baseUrl + " is to write?");
            baseUrl = baseUrl.isBlank() ? ownUrl(provider) : baseUrl;
            demand(name.isBlank() || !baseUrl.isBlank(), ".base-url is missing: where is " + name + "?");
            demand(atOnce > 0, ".at-once must be above 0, not " + atOnce);
            demand(inputPrice >= 0 && outputPrice >= 0, ".input-price and .output-price must not be below 0");
        }

        private static String ownUrl(Provider provider) {
            return switch (provider) {
                case OPENAI -> "";
                case ANTHROPIC -> "https://api.anthropic.com/v1/";
                case OLLAMA -> "http://localhost:11434";
            };
        }

        double cost(int inputTokens, int outputTokens) {
            return (inputTokens * inputPrice + outputTokens * outputPrice) / 1_000_000;
        }

        /** Without the key: settings end up in messages. */
        @Override
        public String toString() {
            return "Endpoint[" + provider + ", " + baseUrl + ", " + name + "]";
        }
    }

    ModelSettings {
        otherwise = List.copyOf(otherwise);
        demand(!timeout.isNegative() && !timeout.isZero(), ".timeout must be above 0, not " + timeout);
        demand(tokensPerDay >= 0, ".tokens-per-day must not be below 0");
        demand(tokensPerDayAndProgramme >= 0, ".tokens-per-day-and-programme must not be below 0");
        demand(
                otherwise.stream().noneMatch(endpoint -> endpoint.name().isBlank()),
                ".otherwise: one of these has no name");
    }

    /**
     * In order of preference; empty where none is configured.
     *
     * @param first without a name for none
     */
    List<Endpoint> endpoints(Endpoint first) {
        if (first.name().isBlank()) {
            demand(otherwise.isEmpty(), ".otherwise is set, but no first model: set " + PREFIX + ".name");
            return List.of();
        }
        List<Endpoint> endpoints = new ArrayList<>(List.of(first));
        endpoints.addAll(otherwise);
        return endpoints;
    }

    private static void demand(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(PREFIX + sentence);
        }
    }
}
