package dev.trellis.drafting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The model that writes, where one is configured.
 *
 * @param baseUrl of any endpoint that speaks OpenAI's chat completions, such as {@code http://localhost:11434/v1}; empty for none
 * @param apiKey empty where the endpoint asks for none
 * @param name the model's name at that endpoint
 * @param timeout for a whole draft, retries and the repair turn included
 * @param temperature 0 for the likeliest words
 */
@ConfigurationProperties("trellis.model")
record ModelSettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String name,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("0") double temperature) {

    ModelSettings {
        if (!baseUrl.isBlank() && name.isBlank()) {
            throw new IllegalArgumentException("trellis.model.name is missing: trellis.model.base-url is " + baseUrl);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("trellis.model.timeout must be above 0, not " + timeout);
        }
    }

    boolean isConfigured() {
        return !baseUrl.isBlank();
    }

    /** Without the key: settings end up in messages. */
    @Override
    public String toString() {
        return "ModelSettings[" + baseUrl + ", " + name + ", " + timeout + "]";
    }
}
