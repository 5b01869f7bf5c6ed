package vn.motcua.dossier.payments;

import java.time.Instant;
import java.util.UUID;
import vn.motcua.dossier.lifecycle.Gateway;

/**
 * A request for payment under a reference.
 *
 * @param reference given out once
 * @param dossier null as long as it is paid before there is a dossier
 * @param citizen opaque id of who asked for it before there was a dossier; null otherwise
 * @param amount in whole đồng, from 1
 * @param state how it stands
 * @param expiresAt until when it is paid; null without an end
 * @param paidAt null until it was
 * @param gateway that told so; null until then, and where it was paid another way
 */
public record PaymentRow(
        String reference,
        UUID dossier,
        String citizen,
        String agency,
        String procedure,
        int procedureVersion,
        long amount,
        State state,
        Instant createdAt,
        Instant expiresAt,
        Instant paidAt,
        Gateway gateway) {

    /** How a request stands. */
    public enum State {
        OPEN,
        PAID,
        REFUNDED
    }

    /** Whether what was paid at that time came after its end. */
    public boolean isOver(Instant at) {
        return expiresAt != null && at.isAfter(expiresAt);
    }
}
