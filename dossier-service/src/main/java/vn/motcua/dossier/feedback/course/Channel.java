package vn.motcua.dossier.feedback.course;

/** How it came. */
public enum Channel {
    /** Told by the national system. */
    NATIONAL,
    ONLINE,
    COUNTER
}
