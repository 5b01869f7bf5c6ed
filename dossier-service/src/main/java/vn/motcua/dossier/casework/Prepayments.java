package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import vn.motcua.dossier.casework.CreationWrite.Issued;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.lifecycle.Attempt.Barred;
import vn.motcua.dossier.lifecycle.Bar;
import vn.motcua.dossier.lifecycle.PaymentMethod;
import vn.motcua.dossier.lifecycle.Payments;
import vn.motcua.dossier.payments.PaymentReference;
import vn.motcua.dossier.payments.PaymentRow;
import vn.motcua.dossier.payments.PaymentStore;
import vn.motcua.dossier.payments.Transactions;

/** Payments that were made before there was a dossier, and the dossiers that use them up. */
@ApplicationScoped
class Prepayments {

    private final PaymentStore payments;
    private final Transactions transactions;

    Prepayments(PaymentStore payments, Transactions transactions) {
        this.payments = payments;
        this.transactions = transactions;
    }

    /** The payment that is named; nothing is asked of the database where none is. */
    Uni<Optional<PaymentRow>> named(String reference) {
        return PaymentReference.plausible(reference)
                ? payments.find(transactions.reading(), reference)
                : Uni.createFrom().item(Optional.empty());
    }

    /**
     * What somebody paid before, as the lifecycle takes it; null where they name nothing.
     *
     * @throws Problem 409 if it is none that this citizen can use for this
     */
    Payments.Paid paid(PaymentRow row, String citizen, String procedure, String agency) {
        if (row == null
                || row.citizen() == null
                || !row.citizen().equals(citizen)
                || !row.procedure().equals(procedure)
                || !row.agency().equals(agency)) {
            throw barred(Bar.PREPAYMENT_UNKNOWN);
        }
        if (row.dossier() != null || row.state() == PaymentRow.State.REFUNDED) {
            throw barred(Bar.PREPAYMENT_USED);
        }
        if (row.state() == PaymentRow.State.OPEN) {
            throw barred(Bar.PREPAYMENT_NOT_PAID);
        }
        return new Payments.Paid(row.reference(), row.amount(), PaymentMethod.ONLINE, row.paidAt(), row.gateway());
    }

    /** Writes the new dossier and uses the payment up for it, both or neither; empty if the request's key was used before. */
    Uni<Optional<Issued>> create(CreationWrite write, String reference) {
        return transactions
                .write(tx -> payments.use(tx, reference, write.dossier().id())
                        .chain(used -> used
                                ? new DossierStore(tx).create(write)
                                : Uni.createFrom().failure(barred(Bar.PREPAYMENT_USED)))
                        .chain(issued -> issued.isPresent()
                                ? Uni.createFrom().item(issued)
                                : Uni.createFrom().failure(new Repeated())))
                .onFailure(Repeated.class)
                .recoverWithItem(Optional.empty());
    }

    /** The key was used before: the payment is not used up by a dossier that is not there. */
    private static final class Repeated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Repeated() {
            super(null, null, false, false);
        }
    }

    private static Problem barred(Bar why) {
        return Refusals.barred(new Barred(why, null), null);
    }
}
