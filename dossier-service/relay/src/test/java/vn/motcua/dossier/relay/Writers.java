package vn.motcua.dossier.relay;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Officers at work: a thread that moves its own dossiers on, one step per transaction, until told to stop. */
final class Writers implements AutoCloseable {

    private final Map<UUID, Long> written = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean running = true;

    Writers(Stage stage, int dossiers, long pauseMicros) {
        thread = new Thread(
                () -> {
                    var next = 0L;
                    while (running) {
                        try (var ledger = new Ledger(stage.database)) {
                            for (; running; next++) {
                                var subject = new UUID(stage.number, next % dossiers);
                                var sequence = 1 + next / dossiers;
                                // Known before it is written: an answer that was lost with the server may be a commit.
                                if (ledger.number("select count(*) from event where subject = '" + subject
                                                + "' and sequence = " + sequence)
                                        == 0) {
                                    ledger.write(subject, sequence);
                                }
                                written.put(subject, sequence);
                                LockSupport.parkNanos(pauseMicros * 1_000);
                            }
                        } catch (java.sql.SQLException away) {
                            LockSupport.parkNanos(20_000_000);
                        }
                    }
                },
                "writers");
        thread.start();
    }

    long count() {
        return written.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Waits until so many more steps are committed. */
    void awaitMore(long steps) {
        var target = count() + steps;
        Await.that(steps + " more steps", () -> count() >= target);
    }

    /** Stops, and tells the last step of each dossier. */
    Map<UUID, Long> stop() {
        close();
        return Map.copyOf(written);
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
