package dev.trellis.drafting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a text was made, kept for retracing.
 *
 * @param writer {@code templates} or the provider's model name
 * @param faults what it was told to do otherwise; empty for a first draft
 * @param promptHash SHA-256 of the prompt file; empty for templates
 * @param parameters temperature, schema version and the like
 * @param rawAnswer what the model sent, unparsed, with the names it never saw put back: nothing more than the brief beside it
 *     holds, and it can be read again when the directory has changed; empty for templates
 * @param attempts every call that was made, in order, the failed ones and the one that answered
 */
public record WriterRecord(
        String writer,
        List<String> faults,
        String promptHash,
        Map<String, String> parameters,
        String rawAnswer,
        int inputTokens,
        int outputTokens,
        Duration took,
        List<Attempt> attempts) {

    public static final String TEMPLATES = "templates";

    public WriterRecord {
        faults = List.copyOf(faults);
        parameters = Map.copyOf(parameters);
        attempts = List.copyOf(attempts);
    }

    /** This record, with what was tried before by {@code other} in front of its own attempts and its tokens added. */
    WriterRecord after(WriterRecord other) {
        List<Attempt> all = new ArrayList<>(other.attempts());
        all.addAll(attempts);
        return new WriterRecord(
                writer,
                faults,
                promptHash,
                parameters,
                rawAnswer,
                other.inputTokens() + inputTokens,
                other.outputTokens() + outputTokens,
                other.took().plus(took),
                all);
    }

    /** This record of a call that was told {@code faults}. */
    WriterRecord told(List<String> faults) {
        return new WriterRecord(
                writer, faults, promptHash, parameters, rawAnswer, inputTokens, outputTokens, took, attempts);
    }

    /** Without words that may retell what people wrote. */
    public WriterRecord withoutWords() {
        return new WriterRecord(
                writer,
                List.of(),
                promptHash,
                parameters,
                "",
                inputTokens,
                outputTokens,
                took,
                attempts.stream()
                        .map(attempt -> new Attempt(attempt.writer(), attempt.outcome(), attempt.took(), ""))
                        .toList());
    }

    /** @param outcome a stable word: {@code ok}, {@code timeout}, {@code refused}, {@code malformed}, {@code status-500} … */
    public record Attempt(String writer, String outcome, Duration took, String rawAnswer) {}
}
