package vn.motcua.dossier.payments;

import java.time.Instant;
import java.util.UUID;
import vn.motcua.dossier.lifecycle.Gateway;
import vn.motcua.dossier.lifecycle.PaymentMethod;

/**
 * A movement of money that was told of.
 *
 * @param id 0 until it is kept
 * @param desk in whose books it has its number: agency of the cashier, {@code NATIONAL} for the platform of the national portal, empty for the gateway of
 *     the province
 * @param transaction number that it has there
 * @param reference of the payment as it was told; at the counter the receipt's own number
 * @param dossier null while there is none
 * @param agency null where nobody knows the reference
 * @param bar what the lifecycle said where it did not settle anything; null otherwise
 * @param dueBackAt since when it is due back because the dossier ended without a result; null otherwise
 * @param closing null while nobody has closed it
 */
public record ReceiptRow(
        long id,
        Source source,
        String desk,
        String transaction,
        String reference,
        UUID dossier,
        String agency,
        long amount,
        PaymentMethod method,
        Instant paidAt,
        Instant recordedAt,
        Verdict verdict,
        String bar,
        Instant dueBackAt,
        Closing closing) {

    /** Who told of it. */
    public enum Source {
        GATEWAY,
        COUNTER
    }

    /** What became of it. */
    public enum Verdict {
        /** It paid what it was for. */
        SETTLED,
        /** Another amount than the one that was asked for. */
        MISMATCH,
        /** Nobody waited for it any more. */
        LATE,
        /** It had been paid before. */
        SECOND,
        /** Nobody knows the reference. */
        UNKNOWN
    }

    /** How somebody closed it. */
    public enum Closed {
        REFUNDED,
        KEPT
    }

    /**
     * What a person did about it.
     *
     * @param desk agency of whoever closed it, in whose books a refund has its number
     * @param refundReference null where it was kept
     * @param reason code; null where it was kept
     */
    public record Closing(
            Closed how,
            Instant at,
            String by,
            String desk,
            String refundReference,
            String reason,
            String note,
            String requestScope,
            String requestKey,
            byte[] requestDigest) {}

    /** One that is to be kept. */
    public static ReceiptRow arrived(
            Source source,
            String transaction,
            String reference,
            long amount,
            PaymentMethod method,
            Instant paidAt,
            Instant recordedAt) {
        return new ReceiptRow(
                0,
                source,
                "",
                transaction,
                reference,
                null,
                null,
                amount,
                method,
                paidAt,
                recordedAt,
                Verdict.UNKNOWN,
                null,
                null,
                null);
    }

    /** The gateway that told of it; null at the counter. */
    public Gateway gateway() {
        if (source == Source.COUNTER) {
            return null;
        }
        return desk.isEmpty() ? Gateway.PROVINCIAL : Gateway.valueOf(desk);
    }

    /** The same as it stands in the books of that gateway: each numbers its own. */
    public ReceiptRow at(Gateway gateway) {
        return at(gateway == Gateway.PROVINCIAL ? "" : gateway.name());
    }

    /** The same as it stands in the books of that agency. */
    public ReceiptRow at(String agency) {
        return new ReceiptRow(
                id,
                source,
                agency,
                transaction,
                reference,
                dossier,
                this.agency,
                amount,
                method,
                paidAt,
                recordedAt,
                verdict,
                bar,
                dueBackAt,
                closing);
    }

    /** The same as it was judged. */
    public ReceiptRow judged(Verdict how, String why, UUID ofDossier, String ofAgency) {
        return new ReceiptRow(
                id,
                source,
                desk,
                transaction,
                reference,
                ofDossier,
                ofAgency,
                amount,
                method,
                paidAt,
                recordedAt,
                how,
                why,
                dueBackAt,
                closing);
    }

    /** Whether another telling is this very one. */
    public boolean says(ReceiptRow other) {
        return reference.equals(other.reference) && amount == other.amount;
    }
}
