package dev.trellis.drafting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The models that write, in order of preference; none are needed.
 *
 * @param provider how the endpoint is spoken to
 * @param baseUrl of the endpoint, such as {@code http://localhost:8000/v1}; empty for the provider's own, or for no model at all
 * @param apiKey empty where the endpoint asks for none
 * @param name the model's name at that endpoint
 * @param temperature 0 for the likeliest words
 * @param atOnce calls to the endpoint at the same time from this node
 * @param inputPrice of a million tokens, in the currency of your choice
 * @param outputPrice of a million tokens
 * @param timeout for a whole draft, retries, other models and the repair turn included
 * @param tokensPerDay that all calls of a day (UTC) may cost together; 0 for no limit
 * @param tokensPerDayAndProgramme as much for the people of one programme
 * @param otherwise asked in order where those before give nothing readable
 */
@ConfigurationProperties("trellis.model")
record ModelSettings(
        @DefaultValue("openai") Provider provider,
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String name,
        @DefaultValue("0") double temperature,
        @DefaultValue("4") int atOnce,
        @DefaultValue("0") double inputPrice,
        @DefaultValue("0") double outputPrice,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("0") long tokensPerDay,
        @DefaultValue("0") long tokensPerDayAndProgramme,
        @DefaultValue List<Endpoint> otherwise) {

    enum Provider {
        /** OpenAI's chat completions, which most servers speak. */
        OPENAI,
        ANTHROPIC,
        OLLAMA
    }

    /** One model at one place; as the parameters of the same names above. */
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
            baseUrl = baseUrl.isBlank() ? ownUrl(provider) : baseUrl;
        }

        private static String ownUrl(Provider provider) {
            return switch (provider) {
                case OPENAI -> "";
                case ANTHROPIC -> "https://api.anthropic.com/v1/";
                case OLLAMA -> "http://localhost:11434";
            };
        }

        /** @param property under which it was set */
        void demandSound(String property) {
            demand(!name.isBlank(), property + ".name is missing: which model is to write?");
            demand(!baseUrl.isBlank(), property + ".base-url is missing: where is " + name + "?");
            demand(atOnce > 0, property + ".at-once must be above 0, not " + atOnce);
            demand(
                    inputPrice >= 0 && outputPrice >= 0,
                    property + ".input-price and .output-price must not be below 0");
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
        demand(!timeout.isNegative() && !timeout.isZero(), "trellis.model.timeout must be above 0, not " + timeout);
        demand(tokensPerDay >= 0, "trellis.model.tokens-per-day must not be below 0");
        demand(tokensPerDayAndProgramme >= 0, "trellis.model.tokens-per-day-and-programme must not be below 0");
        boolean first = !baseUrl.isBlank() || !name.isBlank();
        demand(
                first || otherwise.isEmpty(),
                "trellis.model.otherwise is set, but no first model: set trellis.model.name");
        if (first) {
            new Endpoint(provider, baseUrl, apiKey, name, temperature, atOnce, inputPrice, outputPrice)
                    .demandSound("trellis.model");
        }
        for (int i = 0; i < otherwise.size(); i++) {
            otherwise.get(i).demandSound("trellis.model.otherwise[" + i + "]");
        }
    }

    boolean isConfigured() {
        return !name.isBlank();
    }

    /** In order of preference; empty where none is configured. */
    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        if (isConfigured()) {
            endpoints.add(new Endpoint(provider, baseUrl, apiKey, name, temperature, atOnce, inputPrice, outputPrice));
        }
        endpoints.addAll(otherwise);
        return endpoints;
    }

    private static void demand(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** Without the key: settings end up in messages. */
    @Override
    public String toString() {
        return "ModelSettings" + endpoints();
    }
}
