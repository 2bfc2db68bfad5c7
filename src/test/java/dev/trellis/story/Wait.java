package dev.trellis.story;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for another process: there is nothing in this one that could say when it is done. */
record Wait(Duration atMost) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    <T> T until(String what, Supplier<T> look, Predicate<T> done, Runnable meanwhile) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            T seen = look.get();
            if (done.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + atMost + ": " + what);
            }
            meanwhile.run();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
