package vn.motcua.dossier.papers.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import vn.motcua.dossier.lifecycle.DossierCode;

/** Deletes readings whose time is over; any number of instances may do it. */
// At start: a setting below what the law asks for is told then.
@Startup
@ApplicationScoped
class ReadingSweep {

    private static final Logger LOG = Logger.getLogger(ReadingSweep.class);
    private static final int LEAST_MONTHS = 12;
    private static final int MOST = 10_000;

    private final ReadingStore store;
    private final int months;
    private final Clock clock;
    private final Counter swept;

    ReadingSweep(ReadingStore store, AccessLogSettings settings, Clock clock, MeterRegistry metrics) {
        if (settings.keptMonths() < LEAST_MONTHS) {
            throw new IllegalStateException(
                    "motcua.access-log.kept-months=" + settings.keptMonths() + " is below " + LEAST_MONTHS);
        }
        this.store = store;
        this.months = settings.keptMonths();
        this.clock = clock;
        this.swept = Counter.builder("motcua.paper.readings.swept").register(metrics);
    }

    /** At most {@value #MOST} at a time; the next time goes on. */
    @Scheduled(every = "{motcua.access-log.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        var before =
                clock.instant().atZone(DossierCode.ZONE).minusMonths(months).toInstant();
        return store.sweep(before, MOST)
                .invoke(gone -> swept.increment(gone))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(away -> {
                    LOG.warnf("old readings not swept: %s", away.toString());
                    return null;
                });
    }
}
