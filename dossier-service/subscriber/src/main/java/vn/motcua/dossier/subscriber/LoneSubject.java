package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Applies one subject's events one by one, keeps what succeeded, and parks or defers the one that failed with all that stand behind it. */
@ApplicationScoped
class LoneSubject {

    private static final Logger LOG = Logger.getLogger(LoneSubject.class);

    private final Transactions transactions;
    private final InboxStore store;
    private final Keeper keeper;
    private final BlockStore blocks;
    private final SubscriberConfig config;

    LoneSubject(
            Transactions transactions, InboxStore store, Keeper keeper, BlockStore blocks, SubscriberConfig config) {
        this.transactions = transactions;
        this.store = store;
        this.keeper = keeper;
        this.blocks = blocks;
        this.config = config;
    }

    /** How far a run came; the fault is null when it came to its end. */
    private record Progress(int applied, Throwable fault) {}

    /** Fails only with a fault that passes, or with one of the kit itself. */
    Uni<Tally> apply(Subscription subscription, Errand errand) {
        return transactions.run(tx -> apply(tx, subscription, errand));
    }

    /** The same as a part of the caller's transaction, which may hold the subject's row already. */
    Uni<Tally> apply(SqlConnection tx, Subscription subscription, Errand errand) {
        var stream = subscription.name();
        var subjects = List.of(errand.subject());
        return store.claim(tx, stream, subjects).chain(standings -> {
            var standing = standings.get(errand.subject());
            var needed = standing.held() > 0 && errand.lifts(standing) ? subjects : List.<Subject>of();
            return store.held(tx, stream, needed, config.drain()).chain(held -> {
                var waiting = held.getOrDefault(errand.subject(), List.of());
                var turn = Turn.of(
                        errand.startingFrom(standing),
                        waiting,
                        errand.arrived(),
                        errand.lifts(standing),
                        subscription.startsMidStream());
                return oneByOne(tx, subscription, turn.run())
                        .chain(progress -> settle(tx, stream, errand, standing, turn, progress));
            });
        });
    }

    private static Uni<Progress> oneByOne(SqlConnection tx, Subscription subscription, List<Delivery> run) {
        var applied = new AtomicInteger();
        return Multi.createFrom()
                .iterable(run)
                .onItem()
                .transformToUniAndConcatenate(each -> Transactions.part(tx, () -> subscription.apply(tx, List.of(each)))
                        .invoke(applied::incrementAndGet))
                .collect()
                .last()
                .map(done -> new Progress(applied.get(), null))
                .onFailure(fault -> !Faults.pass(fault))
                .recoverWithItem(fault -> new Progress(applied.get(), fault));
    }

    private Uni<Tally> settle(
            SqlConnection tx, String stream, Errand errand, Standing standing, Turn planned, Progress progress) {
        var turn = progress.fault() == null ? planned : planned.stoppedAfter(progress.applied());
        boolean lifted = progress.fault() == null && errand.cause() != Errand.Cause.ARRIVAL && errand.lifts(standing);
        return keeper.settle(
                        tx,
                        stream,
                        Map.of(errand.subject(), turn),
                        Map.of(errand.subject(), standing),
                        lifted ? List.of(errand.subject()) : List.of())
                .chain(() -> errand.cause() != Errand.Cause.RELEASE
                        ? Uni.createFrom().voidItem()
                        : blocks.resolve(tx, stream, errand.subject(), turn.last(), errand.order()))
                .chain(() -> progress.fault() == null
                        ? Uni.createFrom().voidItem()
                        : stop(tx, stream, errand, standing, turn.hold().get(0), progress.fault()))
                .replaceWith(() -> Tally.NONE.plus(turn));
    }

    private Uni<Void> stop(
            SqlConnection tx, String stream, Errand errand, Standing standing, Delivery failing, Throwable fault) {
        boolean patient = standing.block() != Standing.Block.NOT_YET
                || failing.sequence() != standing.last() + 1
                || standing.waited().compareTo(config.patience()) < 0;
        if (fault instanceof NotYet missing && errand.cause() != Errand.Cause.RELEASE && patient) {
            return blocks.defer(tx, stream, errand.subject(), missing);
        }
        var reason = ParkingReason.of(fault);
        return blocks.park(tx, stream, failing, reason)
                .invoke(() -> LOG.warnf("stream=%s parked=\"%s\" reason=\"%s\"", stream, failing, reason));
    }
}
