package vn.motcua.dossier.casework;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.lifecycle.Attempt.Barred;
import vn.motcua.dossier.lifecycle.Bar;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Payments;
import vn.motcua.dossier.payments.PaymentRow;
import vn.motcua.dossier.payments.PaymentStore;
import vn.motcua.dossier.payments.ReceiptRow;
import vn.motcua.dossier.payments.ReceiptRow.Source;
import vn.motcua.dossier.payments.ReceiptRow.Verdict;
import vn.motcua.dossier.payments.ReceiptStore;

/** Rows of money that go with a step, in its transaction and before it. */
@ApplicationScoped
class Books {

    private final PaymentStore payments;
    private final ReceiptStore receipts;
    private final MeterRegistry metrics;

    Books(PaymentStore payments, ReceiptStore receipts, MeterRegistry metrics) {
        this.payments = payments;
        this.receipts = receipts;
        this.metrics = metrics;
    }

    /** What is asked for can be paid under its reference. */
    Uni<Void> asked(SqlConnection tx, Dossier before, Dossier after) {
        var matter = after.matter();
        var pause = after.course().pause();
        var row = new PaymentRow(
                after.course().owed().request(),
                after.id(),
                null,
                matter.agency(),
                matter.procedure(),
                matter.procedureVersion(),
                pause.amount(),
                PaymentRow.State.OPEN,
                after.changedAt(),
                pause.deadline(),
                null,
                null);
        return payments.ask(tx, row, null).replaceWithVoid();
    }

    /** What the cashier took stands in the books of their agency once, and what was asked for is open no more: a second payment of it goes back. */
    Uni<Void> taken(SqlConnection tx, Dossier before, Dossier after, Payments.Paid paid, String desk) {
        var number = paid.reference();
        var at = after.changedAt();
        return closed(tx, before.course().owed().request(), at)
                .chain(() -> receipts.take(
                        tx,
                        ReceiptRow.arrived(
                                        Source.COUNTER, number, number, paid.amount(), paid.method(), paid.paidAt(), at)
                                .at(desk)
                                .judged(
                                        Verdict.SETTLED,
                                        null,
                                        after.id(),
                                        after.matter().agency())))
                .chain(fresh ->
                        fresh ? Uni.createFrom().voidItem() : Uni.createFrom().failure(known(before)))
                .invoke(() -> metrics.counter(
                                "motcua_payment_receipts", "source", "COUNTER", "verdict", Verdict.SETTLED.name())
                        .increment());
    }

    private Uni<Void> closed(SqlConnection tx, String request, Instant at) {
        return request == null
                ? Uni.createFrom().voidItem()
                : payments.lock(tx, request).chain(() -> payments.paid(tx, request, at, null));
    }

    private static Problem known(Dossier dossier) {
        return Refusals.barred(new Barred(Bar.REFERENCE_KNOWN, dossier.status()), dossier.code());
    }
}
