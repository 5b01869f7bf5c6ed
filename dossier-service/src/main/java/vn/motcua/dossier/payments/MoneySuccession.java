package vn.motcua.dossier.payments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.dossier.catalogue.Succession;

/** What has to be paid and what has to be looked at goes on at the agency that took over: its cashiers see it, and what was paid in advance is of use there. */
@ApplicationScoped
class MoneySuccession implements Succession {

    private final Transactions transactions;
    private final ReceiptStore receipts;

    MoneySuccession(Transactions transactions, ReceiptStore receipts) {
        this.transactions = transactions;
        this.receipts = receipts;
    }

    @Override
    public Kind kind() {
        return Kind.MONEY;
    }

    /** All at once: rows only, without a fact each. */
    @Override
    public Uni<Integer> handOver(String agency, String successor, String account, int most) {
        return transactions.write(tx -> receipts.handOver(tx, agency, successor));
    }
}
