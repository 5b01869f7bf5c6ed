package vn.motcua.dossier.lifecycle;

/** How what a dossier costs stands, beside the dossier's own status. */
public enum PaymentState {
    /** Something is to be paid, and nobody waits for it. */
    UNPAID,
    /** It was asked for and is awaited: the clock stands still. */
    PENDING,
    /** All of it was paid, or all that was before the dossier ended. */
    PAID,
    /** All that was paid was given back. */
    REFUNDED,
    /** The dossier ended before anything was paid. */
    CANCELLED
}
