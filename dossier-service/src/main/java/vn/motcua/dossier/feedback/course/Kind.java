package vn.motcua.dossier.feedback.course;

/** What it is: somebody says what is wrong, or what should be otherwise. Complaints and denunciations have laws of their own and are neither. */
public enum Kind {
    /** Phản ánh. */
    REPORT,
    /** Kiến nghị. */
    PROPOSAL
}
