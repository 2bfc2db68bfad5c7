package dev.trellis.drafting;

import dev.trellis.drafting.ModelAccounts.Booked;
import dev.trellis.drafting.ModelAccounts.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model whose calls are booked before they are made: as many tokens as the call can cost at most, settled with what it did
 * cost. Where booking fails no call is made; where settling fails the booked tokens count as used.
 */
final class AccountedModel implements LanguageModel {

    static final String STOPPED = "stopped";
    static final String BUDGET = "budget-used-up";
    static final String BUDGET_OF_PROGRAMME = "programme-budget-used-up";
    private static final String NOT_BOOKED = "not-booked";

    /** Outcomes for which the endpoint is not to blame: it was not asked, or not let finish. */
    static final Set<String> NOT_CALLED =
            Set.of(STOPPED, BUDGET, BUDGET_OF_PROGRAMME, NOT_BOOKED, PseudonymousModel.NOT_HIDDEN, "interrupted");

    /** Outcomes of calls that the endpoint may have worked on: what they cost nobody knows, so all that was booked counts. */
    private static final Set<String> MAY_HAVE_COST =
            Set.of(STOPPED, "interrupted", "timeout", "broken-off", "too-large", "malformed");

    private static final Logger log = LoggerFactory.getLogger(AccountedModel.class);

    /**
     * Bytes of UTF-8 that make a token at the least: English has about four, German and code three, and scripts of three bytes
     * a character about one token a character.
     */
    private static final int BYTES_A_TOKEN = 3;

    /** What a provider adds to each turn and to a schema. */
    private static final int TOKENS_A_TURN = 50;

    private final LanguageModel model;
    private final ModelSettings.Endpoint prices;
    private final ModelAccounts accounts;
    private final MeterRegistry meters;

    AccountedModel(LanguageModel model, ModelSettings.Endpoint prices, ModelAccounts accounts, MeterRegistry meters) {
        this.model = model;
        this.prices = prices;
        this.accounts = accounts;
        this.meters = meters;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Map<String, String> parameters() {
        return model.parameters();
    }

    @Override
    public Reply ask(Question question, Duration atMost) {
        long begun = System.nanoTime();
        var call = new ModelAccounts.Call(name(), question.prompt().version(), question.programme());
        ModelAccounts.Booking booking;
        try {
            booking = accounts.book(call, mostTokens(question));
        } catch (RuntimeException e) {
            log.warn("A call to {} was not made, as it could not be booked: {}", name(), e.getClass());
            return Reply.Failed.forGood(NOT_BOOKED);
        }
        return switch (booking) {
            case Refused refused -> {
                calls(refused.outcome()).increment();
                yield Reply.Failed.forGood(refused.outcome());
            }
            case Booked booked -> settled(booked, question, atMost, begun);
        };
    }

    private Reply settled(Booked booked, Question question, Duration atMost, long begun) {
        Duration left = atMost.minusNanos(System.nanoTime() - begun);
        Reply reply = model.ask(question, left.isPositive() ? left : Duration.ofMillis(1));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        meters.timer("trellis.model.call", "model", name()).record(took);
        try {
            switch (reply) {
                case Reply.Answered answered -> settle(booked, question, answered, took);
                case Reply.Failed failed -> {
                    calls(failed.outcome()).increment();
                    boolean cost = MAY_HAVE_COST.contains(failed.outcome());
                    int input = cost ? inputTokens(question) : 0;
                    int output = cost ? question.prompt().mostOutputTokens() : 0;
                    accounts.settle(booked, failed.outcome(), input, output, took, prices.cost(input, output));
                }
            }
        } catch (RuntimeException e) {
            log.warn("A call to {} could not be settled and counts as booked: {}", name(), e.getClass());
        }
        return reply;
    }

    /** An endpoint that does not say what a call cost is taken to have used what was booked for the words. */
    private void settle(Booked booked, Question question, Reply.Answered answered, Duration took) {
        int input = answered.inputTokens() > 0 ? answered.inputTokens() : inputTokens(question);
        int output = answered.outputTokens() > 0 ? answered.outputTokens() : tokens(answered.words());
        double cost = prices.cost(input, output);
        calls("answered").increment();
        meters.counter("trellis.model.tokens", "model", name(), "direction", "input")
                .increment(input);
        meters.counter("trellis.model.tokens", "model", name(), "direction", "output")
                .increment(output);
        meters.counter("trellis.model.cost", "model", name()).increment(cost);
        accounts.settle(booked, "answered", input, output, took, cost);
    }

    private Counter calls(String outcome) {
        return meters.counter("trellis.model.calls", "model", name(), "outcome", outcome);
    }

    private static long mostTokens(Question question) {
        return inputTokens(question) + (long) question.prompt().mostOutputTokens();
    }

    private static int inputTokens(Question question) {
        return tokens(question.prompt().schema())
                + question.turns().stream()
                        .mapToInt(turn -> tokens(turn.words()) + TOKENS_A_TURN)
                        .sum();
    }

    private static int tokens(String words) {
        return words.getBytes(StandardCharsets.UTF_8).length / BYTES_A_TOKEN + 1;
    }
}
