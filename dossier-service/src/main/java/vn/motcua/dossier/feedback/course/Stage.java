package vn.motcua.dossier.feedback.course;

import vn.motcua.dossier.calendar.TimeLimit;

/**
 * What the agency owes next, and how long it may take in working days. Source: Decision 766/QĐ-TTg, index 5.2 (refuse or forward within 2 working days,
 * ask for more within 5, handle within 15, publish the answer within 2).
 */
public enum Stage {
    /** To classify, forward or refuse it, from when it came to the agency. */
    SCREENING(2),
    /** To answer it, from when it came to the agency, or from when its author sent what was asked for. */
    ANSWER(15),
    /** To publish the answer, from when it was given. */
    PUBLICATION(2);

    /** Working days from when it came to the agency, within which more can be asked for. */
    public static final TimeLimit ASKING = TimeLimit.workingDays(5);

    private final TimeLimit limit;

    Stage(int days) {
        this.limit = TimeLimit.workingDays(days);
    }

    public TimeLimit limit() {
        return limit;
    }
}
