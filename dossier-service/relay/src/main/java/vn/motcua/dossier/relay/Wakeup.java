package vn.motcua.dossier.relay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How others reach the relay's thread: there is work, or it should stop. Safe for several threads. */
final class Wakeup {

    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch stop = new CountDownLatch(1);

    /** Many calls are as good as one. */
    void call() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    void stop() {
        stop.countDown();
        work.release();
    }

    boolean isStopping() {
        return stop.getCount() == 0;
    }

    /** Waits until called, or as long as said. */
    void awaitWork(Duration longest) throws InterruptedException {
        if (work.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            work.drainPermits();
        }
    }

    /** Waits as long as said whatever work there is; cut short by a stop only. */
    void pause(long nanos) throws InterruptedException {
        if (nanos > 0) {
            stop.await(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
