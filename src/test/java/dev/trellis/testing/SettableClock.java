package dev.trellis.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Time that passes when a test says so. */
public final class SettableClock extends Clock {

    private final List<Consumer<Instant>> followers = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-03-02T10:00:00Z");

    public SettableClock() {}

    public SettableClock(Instant now) {
        this.now = now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
        followers.forEach(follower -> follower.accept(now));
    }

    /** Told the time now, and whenever it passes. */
    void follow(Consumer<Instant> follower) {
        followers.add(follower);
        follower.accept(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
