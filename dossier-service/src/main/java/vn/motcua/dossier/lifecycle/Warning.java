package vn.motcua.dossier.lifecycle;

/** Which of the two warnings of a due date. */
public enum Warning {
    /** So many working days before. */
    DAYS,
    /** So many working hours before. */
    HOURS
}
