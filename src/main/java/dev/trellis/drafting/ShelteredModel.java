package dev.trellis.drafting;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A model that is left alone for a while after it failed often, and never asked by more than so many at once: a model that is
 * down costs nobody's time, and a local one is not buried.
 */
final class ShelteredModel implements LanguageModel {

    /** Of the last ten calls, five failed: rest for half a minute, then try two. Our choice; drafts are not urgent. */
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(10)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(2)
            .build();

    /** Of the time left, what waiting for a place may take. */
    private static final int PART_FOR_A_PLACE = 4;

    private final LanguageModel model;
    private final CircuitBreaker breaker;
    private final Semaphore places;

    ShelteredModel(LanguageModel model, int atOnce) {
        this.model = model;
        this.breaker = CircuitBreaker.of(model.name(), BREAKER);
        this.places = new Semaphore(atOnce, true);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Map<String, String> parameters() {
        return model.parameters();
    }

    /** For an administrator: {@code true} while it is not asked. */
    boolean isResting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    @Override
    public Reply ask(Question question, Duration atMost) {
        long begun = System.nanoTime();
        if (!breaker.tryAcquirePermission()) {
            return Reply.Failed.forGood("resting");
        }
        try {
            if (!places.tryAcquire(atMost.toNanos() / PART_FOR_A_PLACE, TimeUnit.NANOSECONDS)) {
                breaker.releasePermission();
                return Reply.Failed.forGood("busy");
            }
        } catch (InterruptedException e) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            return Reply.Failed.forGood("interrupted");
        }
        try {
            return judged(question, atMost.minusNanos(System.nanoTime() - begun));
        } finally {
            places.release();
        }
    }

    private Reply judged(Question question, Duration left) {
        long begun = System.nanoTime();
        Reply reply = model.ask(question, left);
        long took = System.nanoTime() - begun;
        if (reply instanceof Reply.Failed failed) {
            if (AccountedModel.NOT_CALLED.contains(failed.outcome())) {
                breaker.releasePermission();
            } else {
                breaker.onError(took, TimeUnit.NANOSECONDS, new IllegalStateException(failed.outcome()));
            }
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        return reply;
    }
}
