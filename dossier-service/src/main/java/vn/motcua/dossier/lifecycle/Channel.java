package vn.motcua.dossier.lifecycle;

/** How a dossier comes in. Source: Decree 61/2018, art. 16. */
public enum Channel {
    COUNTER,
    ONLINE,
    POST
}
