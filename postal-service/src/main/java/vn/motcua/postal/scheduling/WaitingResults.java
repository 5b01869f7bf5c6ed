package vn.motcua.postal.scheduling;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.motcua.dossier.subscriber.NotYet;
import vn.motcua.postal.ordering.OrderSender;
import vn.motcua.postal.tracking.Outage;
import vn.motcua.postal.tracking.Transactions;

/** Sends results that waited for a parcel with a result that was taken back, once that parcel has come to its end. Several instances share the work. */
@ApplicationScoped
class WaitingResults {

    private static final Logger LOG = Logger.getLogger(WaitingResults.class);

    private final PlanStore store;
    private final Planning planning;
    private final Transactions transactions;
    private final OrderSender sender;
    private final Outage outage = new Outage(LOG, "waiting results");

    WaitingResults(PlanStore store, Planning planning, Transactions transactions, OrderSender sender) {
        this.store = store;
        this.planning = planning;
        this.transactions = transactions;
        this.sender = sender;
    }

    @Scheduled(every = "{motcua.postal.sweep}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return store.toSend()
                .onItem()
                .transformToMulti(ready -> Multi.createFrom().iterable(ready))
                .onItem()
                .transformToUniAndConcatenate(this::send)
                .collect()
                .asList()
                .invoke(sent -> {
                    if (sent.contains(true)) {
                        sender.wake();
                    }
                })
                .replaceWithVoid()
                .onItemOrFailure()
                .transform((done, fault) -> outage.seen(fault));
    }

    /** One that cannot be planned, for want of a calendar perhaps, holds no other up and is tried at the next sweep. */
    private Uni<Boolean> send(UUID dossier) {
        return transactions
                .write(tx -> store.endWaiting(tx, dossier)
                        .flatMap(ready -> planning.plan(tx, ready).replaceWith(!ready.isEmpty())))
                .onFailure(NotYet.class)
                .invoke(notYet -> LOG.debugf("dossier=%s goes on waiting: %s", dossier, notYet.getMessage()))
                .onFailure(NotYet.class)
                .recoverWithItem(false);
    }
}
