package vn.motcua.notification.notices;

/** The texts that citizens can get; the words themselves stand in the {@link Phrasebook}. Names are kept with each notice: they never change. */
public enum Wording {
    SUBMITTED,
    ACCEPTED,
    ACCEPTED_NO_DUE,
    REFUSED,
    WITHDRAWN,
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
    POST_HANDED,
    POST_FAILED
}
