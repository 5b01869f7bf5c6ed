package vn.motcua.dossier.lifecycle;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is asked for: by a person, by the clock (the last three), or by an order for many dossiers at once. A step can be several transitions: an acceptance at the counter creates the
 * dossier, one after a submission does not.
 */
public enum Step {
    SUBMISSION,
    ACCEPTANCE,
    REFUSAL,
    PROCESSING,
    ASSIGNMENT,
    /** On to the next step of the workflow. */
    FORWARDING,
    /** Back to the step before, by who has it. */
    SENDING_BACK,
    /** Back to the step before, by who sent it, as long as nobody has opened it. */
    RECALL,
    SUPPLEMENT_REQUEST,
    /** The applicant sends what was asked for. */
    SUPPLEMENT,
    SUPPLEMENT_CONFIRMATION,
    PAYMENT_REQUEST,
    PAYMENT,
    /** Money that came is given back. */
    REFUND,
    EXTENSION,
    STOP,
    RESUMPTION,
    WITHDRAWAL,
    COMPLETION,
    RESULT_RECALL,
    RETURN,
    /** Another agency is asked for its part. */
    LEG,
    LEG_RECEIPT,
    LEG_COMPLETION,
    /** The part is taken back from the other agency. */
    LEG_WITHDRAWAL,
    /** The agency that had the part was merged or closed: the one that took over goes on with it. */
    LEG_TRANSFER,
    /** Another agency answers from now on. */
    TRANSFER,
    CORRECTION,
    /** Messages and parcels go to another address. */
    RECIPIENT_CHANGE,
    /** A file comes to it: a paper that was scanned or sent, or the result. */
    DOCUMENT,
    /** Closed as never to have been there. */
    VOIDING,
    /** Closed because it is in another dossier. */
    MERGER,
    /** What was imported or mirrored becomes live. */
    ADOPTION,
    /** The applicant says how they were served, once it is over. */
    RATING,
    /** A day was closed or opened: the due date moves. */
    REDATING,
    /** The due date is near. */
    WARNING,
    /** Something that was due has not happened. */
    LATENESS;

    private static final Set<Step> OF_THE_CLOCK = EnumSet.of(LEG_TRANSFER, REDATING, WARNING, LATENESS);
    private static final Set<Step> OF_PARTS = EnumSet.of(LEG_RECEIPT, LEG_COMPLETION);

    /** The step in URIs and import lines: {@code acceptance}, {@code sending-back}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether no person takes it. */
    public boolean isOfTheClock() {
        return OF_THE_CLOCK.contains(this);
    }

    /** Whether it is taken beside the others: it makes nobody's view of the dossier stale and needs none itself. */
    public boolean isAside() {
        return this == RATING;
    }

    /** Whether it is about the part that another agency has, and taken there. */
    public boolean isOfAPart() {
        return OF_PARTS.contains(this);
    }
}
