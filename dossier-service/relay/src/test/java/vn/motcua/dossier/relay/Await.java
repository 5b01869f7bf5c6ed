package vn.motcua.dossier.relay;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition. */
final class Await {

    private static final long PATIENCE_NANOS = 40_000_000_000L;

    private Await() {}

    static void that(String what, Callable<Boolean> condition) {
        var end = System.nanoTime() + PATIENCE_NANOS;
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception notYet) {
                last = notYet;
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("Waited in vain for " + what, last);
    }
}
