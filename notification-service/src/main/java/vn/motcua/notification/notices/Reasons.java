package vn.motcua.notification.notices;

/** Why a notice stands where it stands, as kept and shown. Answers of providers have codes of their own, such as {@code SMS_101} or {@code SMTP_550}. */
public final class Reasons {

    /** The event is older than what may still be told without asking. An operator can release it. */
    public static final String STALE = "STALE";

    /** No mobile number of this country: a landline, a foreign or a broken number. */
    public static final String NOT_A_MOBILE = "NOT_A_MOBILE";

    /** Not an email address. */
    public static final String NOT_AN_ADDRESS = "NOT_AN_ADDRESS";

    /** Longer than the parts allowed, even in short form. */
    public static final String TOO_LONG = "TOO_LONG";

    /** The citizen's contact was erased. */
    public static final String ERASED = "ERASED";

    /** The citizen gave another contact and does not want this channel any more. */
    public static final String NOT_WANTED = "NOT_WANTED";

    /** Whoever was sending it did not come back. */
    public static final String LEASE_EXPIRED = "LEASE_EXPIRED";

    /** A person found that it did not arrive, twice. */
    public static final String NOT_ARRIVED = "NOT_ARRIVED";

    /** What it tells was taken back before it was sent: the result was recalled, or the dossier closed as never to have been there. */
    public static final String SUPERSEDED = "SUPERSEDED";

    /** The province does not send this text, and no rule demands it. */
    public static final String SWITCHED_OFF = "SWITCHED_OFF";

    private Reasons() {}
}
