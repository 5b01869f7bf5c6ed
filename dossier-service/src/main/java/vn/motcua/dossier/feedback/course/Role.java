package vn.motcua.dossier.feedback.course;

/** In which role somebody acts on feedback. */
public enum Role {
    /** Who wrote it. */
    CITIZEN,
    /** The national system, for those who wrote it there. */
    PORTAL,
    RECEPTION,
    OFFICER,
    LEADER,
    /** A timer. */
    SYSTEM
}
