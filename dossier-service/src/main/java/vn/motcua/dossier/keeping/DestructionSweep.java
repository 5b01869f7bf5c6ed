package vn.motcua.dossier.keeping;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import vn.motcua.dossier.archiving.Forgetting;
import vn.motcua.dossier.casework.Erasures;
import vn.motcua.dossier.keeping.DestructionOrder.Proof;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.payments.Transactions;
import vn.motcua.dossier.relay.EventRelay;

/**
 * Carries approved orders out, a dossier at a time, each in a transaction of its own: whatever stops in the middle goes on where it was, on any instance.
 * The bytes of files go after the commit, by the sweep that deletes what nothing refers to any more.
 */
@ApplicationScoped
class DestructionSweep {

    private static final Logger LOG = Logger.getLogger(DestructionSweep.class);
    private static final int ORDERS = 10;

    private final DestructionStore orders;
    private final Keepings keepings;
    private final Erasures erasures;
    private final List<Forgetting> keepers;
    private final Transactions transactions;
    private final EventRelay relay;
    private final MeterRegistry metrics;

    DestructionSweep(
            DestructionStore orders,
            Keepings keepings,
            Erasures erasures,
            @All List<Forgetting> keepers,
            Transactions transactions,
            EventRelay relay,
            MeterRegistry metrics) {
        this.orders = orders;
        this.keepings = keepings;
        this.erasures = erasures;
        this.keepers = keepers;
        this.transactions = transactions;
        this.relay = relay;
        this.metrics = metrics;
    }

    /** What cannot be done now is left for the next time, and what stands behind it is done. */
    @Scheduled(every = "{motcua.destruction.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return orders.due(ORDERS)
                .chain(due -> each(due, this::carryOut))
                .onFailure()
                .recoverWithItem(away -> {
                    LOG.warnf("orders of destruction not carried out: %s", away.toString());
                    return null;
                });
    }

    private Uni<Void> carryOut(UUID id) {
        return orders.pending(id, DestructionDesk.MOST)
                .chain(pending -> pending.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : orders.find(id)
                                .chain(order -> each(pending, dossier -> attempt(order.orElseThrow(), dossier)))
                                .invoke(relay::wake))
                .chain(() -> orders.find(id))
                .map(Optional::orElseThrow)
                .chain(order -> order.isCarriedOut()
                        ? orders.executed(
                                id, keepings.now(), Certificate.of(order).digest())
                        // Another instance is at the rest: it ends the order, with a certificate that has all of it.
                        : Uni.createFrom().item(false))
                .invoke(ended -> {
                    if (ended) {
                        LOG.infof("order of destruction carried out order=%s", id);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> attempt(DestructionOrder order, UUID dossier) {
        return transactions
                .write(tx -> destroy(tx, order, dossier))
                .invoke(outcome -> metrics.counter("motcua.destruction.dossiers", "outcome", outcome)
                        .increment())
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "dossier=%s of order number=%d was not destroyed", dossier, order.number());
                    metrics.counter("motcua.destruction.dossiers", "outcome", "failed")
                            .increment();
                    return null;
                });
    }

    /** The dossier is held first and looked at then: a hold that was placed meanwhile is seen, one that comes later finds nothing. */
    private Uni<String> destroy(SqlConnection tx, DestructionOrder order, UUID dossier) {
        return DestructionStore.take(tx, order.id(), dossier)
                .chain(taken -> !taken
                        ? Uni.createFrom().item("elsewhere")
                        : erasures.hold(tx, dossier)
                                .chain(() -> KeepingStore.look(tx, List.of(dossier)))
                                .chain(found -> {
                                    var looked = found.get(dossier);
                                    var bars = keepings.standing(looked, order.id())
                                            .bars(keepings.today());
                                    return bars.isEmpty()
                                            ? destroy(tx, order, looked).replaceWith("destroyed")
                                            : DestructionStore.leaveOut(tx, order.id(), dossier, bars.get(0))
                                                    .replaceWith("left-out");
                                }));
    }

    private Uni<Void> destroy(SqlConnection tx, DestructionOrder order, Looked looked) {
        var before = looked.dossier();
        var at = keepings.now();
        var files = new TreeSet<String>();
        return Multi.createFrom()
                .iterable(keepers)
                .onItem()
                .transformToUniAndConcatenate(keeper -> keeper.forget(tx, before.id(), at))
                .collect()
                .in(() -> files, TreeSet::addAll)
                .chain(() -> erasures.erase(
                        tx,
                        before.id(),
                        new Actor(Role.LEADER, order.agency()),
                        "order of destruction " + order.number(),
                        at))
                .chain(erased -> {
                    var fact = erased.orElseThrow(
                            () -> new IllegalStateException("dossier=" + before.id() + " could not be emptied"));
                    return DestructionStore.prove(
                            tx,
                            order.id(),
                            before.id(),
                            new Proof(
                                    looked.handover().sha256(),
                                    looked.handover().receipt(),
                                    before.sequence(),
                                    looked.lastHash(),
                                    fact.sequence(),
                                    fact.hash(),
                                    new ArrayList<>(files),
                                    at));
                });
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> work.apply(one).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
