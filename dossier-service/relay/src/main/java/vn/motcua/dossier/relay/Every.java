package vn.motcua.dossier.relay;

import java.time.Duration;

/** Something that is done once per interval, the first time at once. For one thread only. */
final class Every {

    private final long intervalNanos;
    private long dueNanos = System.nanoTime();

    Every(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    /** Whether it is time; if so, the next time is an interval away. */
    boolean isDue() {
        var now = System.nanoTime();
        if (now - dueNanos < 0) {
            return false;
        }
        dueNanos = now + intervalNanos;
        return true;
    }

    /** Makes it due. */
    void now() {
        dueNanos = System.nanoTime();
    }
}
