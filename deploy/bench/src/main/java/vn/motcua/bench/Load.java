package vn.motcua.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A closed loop: each of the connections does the next thing when the last is done, for a given time. */
final class Load {

    static final int CONNECTIONS = 32;

    /** What one connection does again and again. */
    interface Worker {
        void once() throws Exception;
        /** Closes the connection. */
        void end() throws Exception;
    }

    /** Opens one connection. */
    interface Opening {
        Worker open(int number) throws Exception;
    }

    private Load() {}

    /** Things done per second by all connections together. */
    static double perSecond(Duration time, Opening opening) throws Exception {
        var done = new AtomicLong();
        var stop = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                var worker = opening.open(i);
                running.add(threads.submit(() -> {
                    try {
                        while (!stop.get()) {
                            worker.once();
                            done.incrementAndGet();
                        }
                        return null;
                    } finally {
                        worker.end();
                    }
                }));
            }
            var started = System.nanoTime();
            Thread.sleep(time.toMillis());
            var seconds = (System.nanoTime() - started) / 1e9;
            var count = done.get();
            stop.set(true);
            for (var one : running) {
                one.get();
            }
            return count / seconds;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a connection failed under load", failed.getCause());
        } finally {
            stop.set(true);
            threads.shutdown();
        }
    }
}
