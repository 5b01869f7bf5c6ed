package vn.motcua.local.machine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Short waits between looking at a condition outside of this process, which nothing can announce. */
public final class Pause {

    private Pause() {}

    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** Looks every 50 ms until the condition holds; false when the time is over. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            millis(50);
        }
        return true;
    }
}
