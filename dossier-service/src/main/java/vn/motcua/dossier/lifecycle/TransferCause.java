package vn.motcua.dossier.lifecycle;

/** Why another agency answers. */
public enum TransferCause {
    /** It is the competent one. */
    COMPETENCE,
    /** The agency before was merged or closed. */
    REORGANISATION
}
