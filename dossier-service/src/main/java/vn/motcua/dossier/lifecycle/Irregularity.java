package vn.motcua.dossier.lifecycle;

/** What a reported fact could not have been here. */
public enum Irregularity {
    /** No step leads from where the dossier stood to where it is said to stand. */
    NO_SUCH_ARROW,
    /** It is said to have happened before the fact that it follows. */
    BEFORE_LAST_FACT,
    /** It is said to stand where only what was accepted can stand, or to have a result, and not to have been accepted. */
    NOT_ACCEPTED,
    /** Its dates contradict each other, or the one that belongs to where it stands is missing. */
    TIMES_OUT_OF_ORDER,
    /** The catalogue does not have the procedure on that day. */
    PROCEDURE_UNKNOWN,
    /** By the catalogue the agency is not competent for the procedure. */
    NOT_COMPETENT
}
