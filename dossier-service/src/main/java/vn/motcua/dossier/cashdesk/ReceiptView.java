package vn.motcua.dossier.cashdesk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.lifecycle.Gateway;
import vn.motcua.dossier.lifecycle.PaymentMethod;
import vn.motcua.dossier.payments.ReceiptRow;
import vn.motcua.dossier.payments.ReceiptRow.Closed;
import vn.motcua.dossier.payments.ReceiptRow.Source;
import vn.motcua.dossier.payments.ReceiptRow.Verdict;

/**
 * A movement of money.
 *
 * @param gateway that told of it; absent at the counter
 * @param transaction number that it has at the gateway or the counter
 * @param reference of the payment as it was told
 * @param dossier absent while there is none
 * @param agency absent where nobody knows the reference
 * @param amount in whole đồng
 * @param verdict what became of it
 * @param reason what the dossier said to it; a word that never changes
 * @param dueBackAt since when it is due back because the dossier ended without a result
 * @param closing absent while somebody has to look, or nobody has to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Receipt")
public record ReceiptView(
        long id,
        Source source,
        Gateway gateway,
        String transaction,
        String reference,
        UUID dossier,
        String agency,
        long amount,
        String currency,
        PaymentMethod method,
        Instant paidAt,
        Instant recordedAt,
        Verdict verdict,
        String reason,
        Instant dueBackAt,
        ClosingView closing) {

    /** @param refundReference absent where it was kept */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReceiptClosing")
    public record ClosingView(Closed how, Instant at, String by, String refundReference, String reason, String note) {}

    static ReceiptView of(ReceiptRow row) {
        var closing = row.closing();
        return new ReceiptView(
                row.id(),
                row.source(),
                row.gateway(),
                row.transaction(),
                row.reference(),
                row.dossier(),
                row.agency(),
                row.amount(),
                "VND",
                row.method(),
                row.paidAt(),
                row.recordedAt(),
                row.verdict(),
                row.bar(),
                row.dueBackAt(),
                closing == null
                        ? null
                        : new ClosingView(
                                closing.how(),
                                closing.at(),
                                closing.by(),
                                closing.refundReference(),
                                closing.reason(),
                                closing.note()));
    }
}
