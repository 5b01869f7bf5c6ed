package vn.motcua.dossier.lifecycle;

/** How something was paid. Source: Decree 61/2018, art. 22. */
public enum PaymentMethod {
    ONLINE,
    CASH,
    TRANSFER
}
