package vn.motcua.dossier.proving;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gives every day that has ended its root, once, whatever the number of instances; after a stop of the service the missing days follow one by one.
 * A day waits for whatever was begun on it. Then Kafka gets what it does not have.
 */
@ApplicationScoped
class DailyRoots {

    private static final Logger LOG = Logger.getLogger(DailyRoots.class);

    private final RootStore store;
    private final RootPublisher publisher;
    private final MeterRegistry metrics;
    private final String source;
    private final AtomicInteger missing;
    private final AtomicLong contradictions;

    DailyRoots(
            RootStore store,
            RootPublisher publisher,
            MeterRegistry metrics,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.store = store;
        this.publisher = publisher;
        this.metrics = metrics;
        this.source = source;
        this.missing = metrics.gauge("motcua_history_roots_missing_days", new AtomicInteger());
        this.contradictions = metrics.gauge("motcua_history_contradictions", new AtomicLong());
    }

    @Scheduled(every = "{motcua.history-roots.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        try {
            catchUp();
            publisher.publish();
        } catch (RuntimeException away) {
            LOG.warnf("histories have no root of yesterday yet: %s", away.toString());
        }
    }

    private void catchUp() {
        var due = store.due();
        while (due.isPresent() && due.get().quiet()) {
            missing.set(due.get().days());
            close(due.get().day());
            due = store.due();
        }
        missing.set(due.map(RootStore.Due::days).orElse(0));
    }

    /** False if the day has its root already. */
    boolean close(LocalDate day) {
        var made = metrics.timer("motcua_history_root_making").record(() -> store.close(day, source));
        made.ifPresent(this::say);
        return made.isPresent();
    }

    /** Ends a day before midnight and tells Kafka; only where time is played anyway. False if the day has its root already. */
    boolean closeNow(LocalDate day) {
        var made = store.closeNow(day, source);
        made.ifPresent(this::say);
        publisher.publish();
        return made.isPresent();
    }

    private void say(RootStore.Made made) {
        contradictions.set(made.contradictions());
        LOG.infof(
                "history root day=%s histories=%d root=%s",
                made.root().day(), made.root().histories(), made.root().root());
        if (made.contradictions() > 0) {
            LOG.errorf(
                    "histories no longer hold what the root before was made of: count=%d, one is dossier=%s",
                    made.contradictions(), made.example());
        }
    }
}
