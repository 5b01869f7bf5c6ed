package vn.motcua.dossier.cashdesk;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.casework.Provenance;
import vn.motcua.dossier.casework.Takings;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.edge.Trace;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Payments;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.payments.PaymentStore;
import vn.motcua.dossier.payments.PaymentsConfig;
import vn.motcua.dossier.payments.ReceiptRow;
import vn.motcua.dossier.payments.ReceiptRow.Closed;
import vn.motcua.dossier.payments.ReceiptRow.Closing;
import vn.motcua.dossier.payments.ReceiptRow.Verdict;
import vn.motcua.dossier.payments.ReceiptStore;
import vn.motcua.dossier.payments.Transactions;
import vn.motcua.dossier.relay.EventRelay;

/** Where cashiers give money back, or say why it stays. Once per movement; the same key and content get the same answer again. */
@ApplicationScoped
class ReceiptDesk {

    private static final String REFUND_KNOWN = "receipt_refund";
    private static final String KEY_KNOWN = "receipt_request";

    private final Transactions transactions;
    private final ReceiptStore receipts;
    private final PaymentStore payments;
    private final Takings takings;
    private final PaymentsConfig config;
    private final EventRelay relay;
    private final MeterRegistry metrics;
    private final Clock clock;

    ReceiptDesk(
            Transactions transactions,
            ReceiptStore receipts,
            PaymentStore payments,
            Takings takings,
            PaymentsConfig config,
            EventRelay relay,
            MeterRegistry metrics,
            Clock clock) {
        this.transactions = transactions;
        this.receipts = receipts;
        this.payments = payments;
        this.takings = takings;
        this.config = config;
        this.relay = relay;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What is asked for to close a movement. @param refundReference null where the money stays */
    record Order(long id, Closed how, String refundReference, String reason, String note, Caller by, RequestKey key) {

        Closing closing(Instant at) {
            return new Closing(
                    how,
                    at,
                    key.scope(),
                    by.agency() == null ? "" : by.agency(),
                    refundReference,
                    reason,
                    note,
                    key.scope(),
                    key.key(),
                    key.digest());
        }
    }

    Uni<List<ReceiptRow>> toLookAt(String agency, long after, int most) {
        return receipts.toLookAt(
                transactions.reading(), agency, after, clock.instant().minus(config.unusedAfter()), most);
    }

    Uni<List<ReceiptRow>> ofDossier(UUID dossier) {
        return receipts.ofDossier(transactions.reading(), dossier);
    }

    /** Closes a movement, with the fact where money of a dossier goes back. */
    Uni<ReceiptRow> close(Order order) {
        return transactions
                .write(tx -> locked(tx, order).chain(row -> {
                    if (row.closing() != null) {
                        return Uni.createFrom().item(again(row, order));
                    }
                    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                    return (order.how() == Closed.REFUNDED
                                    ? back(tx, row, order)
                                    : Uni.createFrom().voidItem())
                            .chain(() -> receipts.close(tx, row.id(), order.closing(now)))
                            .chain(() -> receipts.find(tx, row.id()))
                            .map(found -> found.orElseThrow())
                            .invoke(done -> metrics.counter(
                                            "motcua_payment_closings",
                                            "how",
                                            order.how().name())
                                    .increment());
                }))
                .invoke(relay::wake)
                .onFailure(PgException.class)
                .transform(ReceiptDesk::named);
    }

    /** Payment, dossier, movement: locked in this order, so that whoever names the payment or ends the dossier waits and is not waited for. */
    private Uni<ReceiptRow> locked(SqlConnection tx, Order order) {
        return mine(tx, order)
                .chain(row -> payments.lock(tx, row.reference()))
                .chain(() -> mine(tx, order))
                .chain(row -> receipts.lock(tx, row));
    }

    /** The same answer for a movement that does not exist and one of another agency. */
    private Uni<ReceiptRow> mine(SqlConnection tx, Order order) {
        return receipts.find(tx, order.id())
                .map(found -> found.filter(row -> isTheirs(row, order.by()))
                        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
    }

    /** What nobody knows belongs to who answers for the whole province. */
    static boolean isTheirs(ReceiptRow row, Caller caller) {
        return row.agency() == null
                ? caller.agency() != null && caller.agency().indexOf('.') < 0
                : caller.covers(row.agency());
    }

    private Uni<Void> back(SqlConnection tx, ReceiptRow row, Order order) {
        var settled = row.verdict() == Verdict.SETTLED;
        var payment = settled && row.source() == ReceiptRow.Source.GATEWAY
                ? payments.refunded(tx, row.reference())
                : Uni.createFrom().voidItem();
        if (row.dossier() == null) {
            return payment;
        }
        var refund =
                new Payments.Refund(row.reference(), order.refundReference(), row.amount(), order.reason(), !settled);
        var actor = new Actor(Role.CASHIER, order.by().agency());
        var key = order.key();
        var note = order.note() == null ? order.refundReference() : order.refundReference() + "\n" + order.note();
        var provenance = new Provenance(key, key.scope(), note, Trace.id(), null, Trace.current());
        return payment.chain(() -> takings.refunded(
                        tx, row.dossier(), refund, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS), provenance))
                .chain(attempt -> attempt.orElseThrow(() -> new IllegalStateException("no dossier " + row.dossier()))
                        .fold(
                                (Attempt.Done done) -> Uni.createFrom().voidItem(),
                                barred -> Uni.createFrom()
                                        .failure(Problem.of(ProblemType.BARRED)
                                                .detail(
                                                        barred.reason().vi(),
                                                        barred.reason().en())
                                                .with("reason", barred.reason().name()))));
    }

    private static ReceiptRow again(ReceiptRow row, Order order) {
        var closing = row.closing();
        var key = order.key();
        if (!key.scope().equals(closing.requestScope()) || !key.key().equals(closing.requestKey())) {
            throw Problem.of(ProblemType.BARRED)
                    .detail("Khoản này đã được giải quyết.", "This has been closed already.")
                    .with("reason", "ALREADY_CLOSED");
        }
        if (!key.sameRequest(closing.requestDigest())) {
            throw Problem.of(ProblemType.KEY_REUSED);
        }
        return row;
    }

    private static Throwable named(PgException failure) {
        if (REFUND_KNOWN.equals(failure.getConstraint())) {
            return Problem.of(ProblemType.RULE_VIOLATED)
                    .pointer(
                            "/reference",
                            "Số chứng từ hoàn trả này đã được dùng.",
                            "This refund's reference was used.");
        }
        return KEY_KNOWN.equals(failure.getConstraint()) ? Problem.of(ProblemType.KEY_REUSED) : failure;
    }
}
