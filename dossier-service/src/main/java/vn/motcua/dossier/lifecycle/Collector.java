package vn.motcua.dossier.lifecycle;

/** Who is handed the result over the counter. */
public enum Collector {
    OWNER,
    /** Somebody who showed that the owner authorised them. */
    AUTHORISED
}
