package dev.trellis.story;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for another process as long as it gets on: there is nothing in this one that could say when it is done, and no number of
 * minutes that is right on every machine.
 */
final class Wait {

    /** So long nothing may move; an hour of work in small steps is no reason to give up. */
    private static final Duration STANDS_STILL = Duration.ofMinutes(2);

    /** What still moves and yet does not come to an end. */
    private static final Duration LAST_RESORT = Duration.ofMinutes(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int LOOKS_BETWEEN_STANDINGS = 10;

    private Wait() {}

    /**
     * @param what for the message
     * @param standing how far everything is, in words: while they change, there is hope
     */
    static void until(String what, BooleanSupplier done, Supplier<String> standing) {
        long begun = System.nanoTime();
        String before = "";
        long moved = begun;
        for (int look = 0; !done.getAsBoolean(); look++) {
            long now = System.nanoTime();
            if (look % LOOKS_BETWEEN_STANDINGS == 0) {
                String stands = standing.get();
                if (!stands.equals(before)) {
                    before = stands;
                    moved = now;
                }
            }
            if (now - moved > STANDS_STILL.toNanos()) {
                throw new AssertionError("nothing moved for " + STANDS_STILL + " while waiting until " + what
                        + "; there stood\n" + before);
            }
            if (now - begun > LAST_RESORT.toNanos()) {
                throw new AssertionError("not within " + LAST_RESORT + ": " + what + "; there stood\n" + before);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
