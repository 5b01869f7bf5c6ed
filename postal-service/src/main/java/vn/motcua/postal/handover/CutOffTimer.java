package vn.motcua.postal.handover;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import vn.motcua.postal.tracking.Outage;
import vn.motcua.postal.tracking.Transactions;

/** Closes manifests at their cut-off, by the business clock: a sweep of what is due, each once whatever number of instances sweeps. */
@ApplicationScoped
class CutOffTimer {

    private static final Logger LOG = Logger.getLogger(CutOffTimer.class);

    private final ManifestStore store;
    private final Closing closing;
    private final Transactions transactions;
    private final Clock businessClock;
    private final MeterRegistry metrics;
    private final Outage outage = new Outage(LOG, "manifests");
    private final AlreadySaid said = new AlreadySaid();

    CutOffTimer(
            ManifestStore store,
            Closing closing,
            Transactions transactions,
            Clock businessClock,
            MeterRegistry metrics) {
        this.store = store;
        this.closing = closing;
        this.transactions = transactions;
        this.businessClock = businessClock;
        this.metrics = metrics;
    }

    @Scheduled(every = "{motcua.postal.sweep}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        var now = businessClock.instant();
        return store.toClose(now)
                .invoke(said::keepOnly)
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> close(id, now))
                .collect()
                .last()
                .onItemOrFailure()
                .transform((done, fault) -> outage.seen(fault));
    }

    /** One that fails, for want of a calendar perhaps, holds no other up and is tried at the next sweep; that is said once. */
    private Uni<Void> close(String id, Instant now) {
        return transactions
                .write(tx -> store.lock(tx, id)
                        .flatMap(found -> found.filter(manifest -> manifest.state() == ManifestState.OPEN)
                                .map(manifest ->
                                        closing.close(tx, manifest, now).replaceWith(true))
                                .orElseGet(() -> Uni.createFrom().item(false))))
                .invoke(closed -> {
                    said.forget(id);
                    if (closed) {
                        metrics.counter("motcua_postal_manifests_closed", "by", "timer")
                                .increment();
                    }
                })
                .onFailure()
                .invoke(fault -> {
                    var cause = fault.getClass().getSimpleName();
                    if (said.isNews(id, cause)) {
                        LOG.warnf("manifest=%s state=STAYS_OPEN cause=\"%s\"", id, cause);
                    }
                })
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
