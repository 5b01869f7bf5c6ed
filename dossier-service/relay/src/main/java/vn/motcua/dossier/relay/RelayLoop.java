package vn.motcua.dossier.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.motcua.dossier.relay.RelayState.Is;

/** The relay of one instance: a thread, a database connection and a producer, each made anew when it breaks. */
final class RelayLoop {

    private static final Duration FINISHING = Duration.ofSeconds(12);

    private final RelaySettings settings;
    private final RelayMetrics metrics;
    private final RelayState state = new RelayState();
    private final Wakeup wakeup = new Wakeup();
    private final KafkaLink link;
    private final CountDownLatch tried = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "event-relay");

    RelayLoop(RelaySettings settings, RelayMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.link = new KafkaLink(settings.broker(), settings.topics());
        thread.setDaemon(true);
    }

    /** Starts, and waits for the first attempt to reach Kafka, whatever comes of it. */
    void start(Duration longest) throws InterruptedException {
        thread.start();
        tried.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    void wake() {
        wakeup.call();
    }

    /** Finishes the wave on its way, forgets what was acknowledged and leaves the shards to others. */
    void stop() throws InterruptedException {
        wakeup.stop();
        thread.join(FINISHING.toMillis());
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(FINISHING.toMillis());
        }
    }

    /** Stops as a crash would: in the middle of whatever it does. */
    void interrupt() {
        wakeup.stop();
        thread.interrupt();
    }

    private void run() {
        var backOff = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(3));
        try (link) {
            firstAttempt();
            while (!wakeup.isStopping()) {
                var startNanos = System.nanoTime();
                try (var connection = RelayConnection.openForRelaying(settings.database())) {
                    new RelaySession(settings, connection, link, state, metrics, wakeup).serve();
                } catch (SQLException away) {
                    state.become(Is.DATABASE_AWAY, away);
                } catch (RuntimeException fault) {
                    state.become(Is.FAULT, fault);
                }
                if (System.nanoTime() - startNanos > FINISHING.toNanos()) {
                    backOff.reset();
                }
                wakeup.pause(backOff.next().toNanos());
            }
            state.become(Is.STOPPED);
        } catch (InterruptedException stopped) {
            state.become(Is.STOPPED);
        }
    }

    private void firstAttempt() throws InterruptedException {
        try {
            link.isOpen();
        } catch (KafkaAway away) {
            state.become(Is.KAFKA_AWAY, away);
        } catch (RuntimeException fault) {
            state.become(Is.FAULT, fault);
        } finally {
            tried.countDown();
        }
    }
}
