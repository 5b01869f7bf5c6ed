package vn.motcua.postal.scheduling;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.motcua.postal.ordering.OrderSender;
import vn.motcua.postal.tracking.Outage;
import vn.motcua.postal.tracking.Transactions;

/** Sends results that waited for a parcel with a result that was taken back, once that parcel has come to its end. Several instances share the work. */
@ApplicationScoped
class WaitingResults {

    private final PlanStore store;
    private final Planning planning;
    private final Transactions transactions;
    private final OrderSender sender;
    private final Outage outage = new Outage(Logger.getLogger(WaitingResults.class), "waiting results");

    WaitingResults(PlanStore store, Planning planning, Transactions transactions, OrderSender sender) {
        this.store = store;
        this.planning = planning;
        this.transactions = transactions;
        this.sender = sender;
    }

    @Scheduled(every = "{motcua.postal.sweep}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return transactions
                .write(tx -> store.endWaiting(tx)
                        .flatMap(ready -> planning.plan(tx, ready).replaceWith(!ready.isEmpty())))
                .invoke(some -> {
                    if (some) {
                        sender.wake();
                    }
                })
                .replaceWithVoid()
                .onItemOrFailure()
                .transform((done, fault) -> outage.seen(fault));
    }
}
