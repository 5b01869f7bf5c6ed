package vn.motcua.dossier.cashdesk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.payments.PaymentRow;

/**
 * A request for payment.
 *
 * @param reference by which it is paid, and named when the dossier is handed in
 * @param amount in whole đồng
 * @param state OPEN, EXPIRED, CANCELLED (nobody waits for it any more), PAID, REFUNDED
 * @param dossier the one that named it, or for which it was asked; absent until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PaymentRequested")
public record PaymentView(
        String reference,
        String procedure,
        String agency,
        long amount,
        String currency,
        State state,
        Instant createdAt,
        Instant expiresAt,
        Instant paidAt,
        UUID dossier) {

    /** How it stands for whoever would pay it. */
    public enum State {
        OPEN,
        EXPIRED,
        CANCELLED,
        PAID,
        REFUNDED
    }

    /** @param awaited whether the dossier waits for it; true where there is none yet */
    static PaymentView of(PaymentRow row, boolean awaited, Instant now) {
        return new PaymentView(
                row.reference(),
                row.procedure(),
                row.agency(),
                row.amount(),
                "VND",
                state(row, awaited, now),
                row.createdAt(),
                row.expiresAt(),
                row.paidAt(),
                row.dossier());
    }

    private static State state(PaymentRow row, boolean awaited, Instant now) {
        return switch (row.state()) {
            case PAID -> State.PAID;
            case REFUNDED -> State.REFUNDED;
            case OPEN -> !awaited ? State.CANCELLED : row.isOver(now) ? State.EXPIRED : State.OPEN;
        };
    }
}
