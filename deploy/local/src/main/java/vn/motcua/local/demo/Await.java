package vn.motcua.local.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what the services do on their own time. */
public final class Await {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLIS = 100;

    private Await() {}

    /**
     * The first answer that is there.
     *
     * @param what for the message, should it never come
     * @throws IllegalStateException after three minutes
     */
    public static <T> T until(String what, Supplier<Optional<T>> look) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            var seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited " + LONGEST.toSeconds() + " s in vain for " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", stop);
        }
    }
}
