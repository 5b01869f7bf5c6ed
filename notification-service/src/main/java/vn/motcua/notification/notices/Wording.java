package vn.motcua.notification.notices;

import java.util.EnumSet;
import java.util.Set;

/** The texts that citizens can get; the words themselves stand in the {@link Phrasebook}. Names are kept with each notice: they never change. */
public enum Wording {
    SUBMITTED,
    ACCEPTED,
    ACCEPTED_NO_DUE,
    REFUSED,
    WITHDRAWN,
    /** Papers are missing. Source: Decree 61/2018, art. 17 §2, 19 §4. */
    SUPPLEMENT,
    SUPPLEMENT_NO_DEADLINE,
    SUPPLEMENT_RECEIVED,
    SUPPLEMENT_RECEIVED_NO_DUE,
    FEE,
    FEE_NO_DEADLINE,
    FEE_PAID,
    /** Money that had come for the dossier went back. */
    FEE_REFUNDED,
    /** The agency is late and says so. Source: Decree 61/2018, art. 19 §9. */
    APOLOGY,
    DUE_DATE_CHANGED,
    /** The last day for papers became a day off. Source: Civil Code 91/2015/QH13, art. 148 §5. */
    SUPPLEMENT_PROLONGED,
    /** The same of the last day to pay. */
    FEE_PROLONGED,
    STOPPED,
    RESUMED,
    RESUMED_NO_DUE,
    /** The result waits at the counter. */
    RESULT_READY,
    /** The same before the appointed day. Source: Decree 61/2018, art. 20. */
    RESULT_EARLY,
    /** Nobody is invited to a counter where nothing waits. Source: Decision 45/2016/QĐ-TTg, art. 8 §4. */
    RESULT_BY_POST,
    RESULT_ELECTRONIC,
    /** The way home is one that this service is too old to know. */
    RESULT_OTHER,
    RESULT_RETURNED,
    /** There was a result, and it is not to be collected. */
    RESULT_RECALLED,
    TRANSFERRED,
    CORRECTED,
    CORRECTED_NO_DUE,
    VOIDED,
    MERGED,
    POST_HANDED,
    POST_FAILED;

    private static final Set<Wording> OF_A_RESULT =
            EnumSet.of(RESULT_READY, RESULT_EARLY, RESULT_BY_POST, RESULT_ELECTRONIC, RESULT_OTHER);

    /** Whether it says that there is a result to have, so that it is wrong once that is recalled. */
    public boolean ofAResult() {
        return OF_A_RESULT.contains(this);
    }
}
