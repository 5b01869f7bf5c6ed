package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** What an operator can do about events that are lost for good while later ones wait for them. */
@ApplicationScoped
class Gaps {

    private static final Logger LOG = Logger.getLogger(Gaps.class);

    private final Transactions transactions;
    private final InboxStore inbox;
    private final GapStore store;
    private final Subscriptions subscriptions;
    private final LoneSubject lone;
    private final InboxMetrics metrics;

    Gaps(
            Transactions transactions,
            InboxStore inbox,
            GapStore store,
            Subscriptions subscriptions,
            LoneSubject lone,
            InboxMetrics metrics) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.store = store;
        this.subscriptions = subscriptions;
        this.lone = lone;
        this.metrics = metrics;
    }

    /** What a committed skip did; a repeat did nothing. */
    private record Outcome(SkippedGap gap, boolean repeat, Tally tally) {}

    /**
     * Gives up the events of exactly this gap and applies those behind it, in order, in one transaction under the subject's row lock. An event
     * of the gap that comes later counts as applied. Barred unless the range begins with the subject's next event, none of it is here and the
     * event right behind it is. The same range again is what was skipped then.
     */
    Uni<SkippedGap> skip(SkippedGap.Order order) {
        var subscription = subscriptions.consumed(order.stream());
        return Acts.carriedOut(transactions
                .run(tx -> inbox.claim(tx, order.stream(), List.of(order.subject()))
                        .map(standings -> standings.get(order.subject()))
                        .chain(standing -> standing.last() >= order.last()
                                ? again(tx, order)
                                : once(tx, subscription, standing, order)))
                .invoke(outcome -> tell(order, outcome))
                .map(Outcome::gap));
    }

    private Uni<Outcome> again(SqlConnection tx, SkippedGap.Order order) {
        return store.done(tx, order).map(done -> new Outcome(done.orElseThrow(Gaps::barred), true, Tally.NONE));
    }

    private Uni<Outcome> once(SqlConnection tx, Subscription subscription, Standing standing, SkippedGap.Order order) {
        if (standing.block() != Standing.Block.NONE || standing.last() + 1 != order.first()) {
            throw barred();
        }
        return store.bounds(tx, order).chain(bounds -> {
            if (bounds.came() || !bounds.ends()) {
                throw barred();
            }
            var errand = Errand.skip(order.subject(), new Errand.Order(order.by(), order.last(), order.reason()));
            return store.note(tx, order)
                    .chain(noted ->
                            lone.apply(tx, subscription, errand).map(tally -> new Outcome(noted, false, tally)));
        });
    }

    private void tell(SkippedGap.Order order, Outcome outcome) {
        if (!outcome.repeat()) {
            metrics.skipped(order.stream(), order.last() - order.first() + 1);
            metrics.count(order.stream(), outcome.tally());
            LOG.warnf(
                    "stream=%s skipped subject=%s first=%d last=%d",
                    order.stream(), order.subject().id(), order.first(), order.last());
        }
    }

    private static Problem barred() {
        return Problem.of(ProblemType.BARRED)
                .detail(
                        "Không có khoảng trống như vậy (nữa); xin xem lại danh sách khoảng trống.",
                        "There is no such gap (any more); look at the list of gaps again.")
                .with("reason", "NOT_A_GAP");
    }
}
