package vn.motcua.dossier.cashdesk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.archiving.Enclosure;
import vn.motcua.dossier.archiving.Enclosures;
import vn.motcua.dossier.archiving.Forgetting;
import vn.motcua.dossier.payments.ReceiptStore;
import vn.motcua.dossier.payments.Transactions;

/** All money that came for a dossier, for the archive. The movements outlive the dossier: books are kept under rules of their own, without people. */
@ApplicationScoped
class ArchivedReceipts implements Enclosures, Forgetting {

    private final ReceiptStore receipts;
    private final Transactions transactions;
    private final ObjectMapper json;

    ArchivedReceipts(ReceiptStore receipts, Transactions transactions, ObjectMapper json) {
        this.receipts = receipts;
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public Uni<List<Enclosure>> of(UUID dossier) {
        return receipts.ofDossier(transactions.reading(), dossier)
                .map(rows -> rows.isEmpty()
                        ? List.of()
                        : List.of(file(rows.stream().map(ReceiptView::of).toList())));
    }

    private Enclosure file(List<ReceiptView> views) {
        try {
            return Enclosure.of("receipts.json", json.writeValueAsBytes(views));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    @Override
    public Uni<List<String>> forget(SqlConnection tx, UUID dossier, Instant at) {
        return receipts.forget(tx, dossier).replaceWith(List.of());
    }
}
