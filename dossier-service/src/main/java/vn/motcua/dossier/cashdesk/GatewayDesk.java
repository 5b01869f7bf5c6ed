package vn.motcua.dossier.cashdesk;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.motcua.dossier.casework.Provenance;
import vn.motcua.dossier.casework.Takings;
import vn.motcua.dossier.edge.Digests;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.edge.Trace;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Bar;
import vn.motcua.dossier.lifecycle.Gateway;
import vn.motcua.dossier.lifecycle.PaymentMethod;
import vn.motcua.dossier.lifecycle.Payments;
import vn.motcua.dossier.payments.PaymentRow;
import vn.motcua.dossier.payments.PaymentStore;
import vn.motcua.dossier.payments.ReceiptRow;
import vn.motcua.dossier.payments.ReceiptRow.Source;
import vn.motcua.dossier.payments.ReceiptRow.Verdict;
import vn.motcua.dossier.payments.ReceiptStore;
import vn.motcua.dossier.payments.Transactions;
import vn.motcua.dossier.relay.EventRelay;

/**
 * Takes what the gateway tells: every movement is kept once and judged once, with the step that it takes, in one transaction. The lock on the
 * request for payment puts what comes at once in a row.
 */
@ApplicationScoped
class GatewayDesk {

    private static final String SCOPE = "payment-gateway";

    private static final Logger LOG = Logger.getLogger(GatewayDesk.class);

    private final Transactions transactions;
    private final PaymentStore payments;
    private final ReceiptStore receipts;
    private final Takings takings;
    private final EventRelay relay;
    private final MeterRegistry metrics;
    private final Clock clock;

    GatewayDesk(
            Transactions transactions,
            PaymentStore payments,
            ReceiptStore receipts,
            Takings takings,
            EventRelay relay,
            MeterRegistry metrics,
            Clock clock) {
        this.transactions = transactions;
        this.payments = payments;
        this.receipts = receipts;
        this.takings = takings;
        this.relay = relay;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What became of it; empty if it was told before and nothing changed. */
    Uni<Optional<Verdict>> take(GatewayCallback told, Gateway gateway) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // A gateway whose clock runs ahead of ours has not been paid in the future.
        var paidAt = told.paidAt().isAfter(now) ? now : told.paidAt();
        var arrived = ReceiptRow.arrived(
                        Source.GATEWAY,
                        told.transaction(),
                        told.reference(),
                        told.amount(),
                        PaymentMethod.ONLINE,
                        paidAt,
                        now)
                .at(gateway);
        return transactions
                .write(tx -> receipts.take(tx, arrived)
                        .chain(fresh -> fresh
                                ? judged(tx, arrived, now).map(Optional::of)
                                : repeated(tx, arrived).replaceWith(Optional.<ReceiptRow>empty())))
                .invoke(judged -> judged.ifPresent(this::tell))
                .map(judged -> judged.map(ReceiptRow::verdict));
    }

    private Uni<ReceiptRow> judged(SqlConnection tx, ReceiptRow arrived, Instant now) {
        return payments.lock(tx, arrived.reference())
                .chain(found -> found.map(payment -> judge(tx, arrived, payment, now))
                        .orElseGet(() -> Uni.createFrom().item(arrived)))
                .call(judged -> receipts.judge(tx, judged));
    }

    private Uni<ReceiptRow> judge(SqlConnection tx, ReceiptRow arrived, PaymentRow payment, Instant now) {
        if (arrived.amount() != payment.amount()) {
            return Uni.createFrom().item(of(payment, arrived, Verdict.MISMATCH, Bar.AMOUNT_DIFFERS.name()));
        }
        if (payment.state() != PaymentRow.State.OPEN) {
            return Uni.createFrom().item(of(payment, arrived, Verdict.SECOND, null));
        }
        if (payment.isOver(arrived.paidAt())) {
            return Uni.createFrom().item(of(payment, arrived, Verdict.LATE, null));
        }
        return payment.dossier() == null
                ? settled(tx, arrived, payment)
                : takings.paid(tx, payment.dossier(), paid(arrived), now, provenance(arrived))
                        .chain(attempt -> attempt.map(known -> moved(tx, arrived, payment, known))
                                .orElseThrow(() ->
                                        new IllegalStateException("no dossier for payment " + payment.reference())));
    }

    private Uni<ReceiptRow> moved(SqlConnection tx, ReceiptRow arrived, PaymentRow payment, Attempt attempt) {
        return attempt.fold(
                done -> settled(tx, arrived, payment),
                barred -> Uni.createFrom()
                        .item(of(payment, arrived, Verdict.LATE, barred.reason().name())));
    }

    private Uni<ReceiptRow> settled(SqlConnection tx, ReceiptRow arrived, PaymentRow payment) {
        return payments.paid(tx, payment.reference(), arrived.paidAt(), arrived.gateway())
                .replaceWith(of(payment, arrived, Verdict.SETTLED, null));
    }

    /** Told again in other words it is no repeat, and nobody can say which of them is true. */
    private Uni<Void> repeated(SqlConnection tx, ReceiptRow arrived) {
        return receipts.told(tx, arrived)
                .chain(known -> known.orElseThrow().says(arrived)
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .failure(Problem.of(ProblemType.BARRED)
                                        .detail(
                                                "Giao dịch này đã được báo với mã thanh toán hoặc số tiền khác.",
                                                "The transaction was reported with another reference or amount.")
                                        .with("reason", "TRANSACTION_DIFFERS")));
    }

    private void tell(ReceiptRow judged) {
        relay.wake();
        metrics.counter(
                        "motcua_payment_receipts",
                        "source",
                        judged.source().name(),
                        "verdict",
                        judged.verdict().name())
                .increment();
        if (judged.verdict() != Verdict.SETTLED) {
            LOG.warnf(
                    "payment to look at dossier=%s verdict=%s reason=%s",
                    judged.dossier(), judged.verdict(), judged.bar());
        }
    }

    private static ReceiptRow of(PaymentRow payment, ReceiptRow arrived, Verdict verdict, String bar) {
        return arrived.judged(verdict, bar, payment.dossier(), payment.agency());
    }

    private static Payments.Paid paid(ReceiptRow arrived) {
        return new Payments.Paid(
                arrived.reference(), arrived.amount(), arrived.method(), arrived.paidAt(), arrived.gateway());
    }

    /** The movement is the request: its history row names it, and could not be written twice whatever else failed. */
    private static Provenance provenance(ReceiptRow arrived) {
        var scope = arrived.desk().isEmpty() ? SCOPE : SCOPE + "-" + arrived.desk();
        var key = new RequestKey(scope, arrived.transaction(), digest(arrived));
        return new Provenance(key, SCOPE, null, Trace.id(), null, Trace.current());
    }

    private static byte[] digest(ReceiptRow arrived) {
        return Digests.sha256().digest((arrived.reference() + " " + arrived.amount()).getBytes(StandardCharsets.UTF_8));
    }
}
