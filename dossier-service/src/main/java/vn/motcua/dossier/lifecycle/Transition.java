package vn.motcua.dossier.lifecycle;

import static vn.motcua.dossier.lifecycle.DossierStatus.ACCEPTED;
import static vn.motcua.dossier.lifecycle.DossierStatus.COMPLETED;
import static vn.motcua.dossier.lifecycle.DossierStatus.PAYMENT_REQUIRED;
import static vn.motcua.dossier.lifecycle.DossierStatus.PROCESSING;
import static vn.motcua.dossier.lifecycle.DossierStatus.REFUSED;
import static vn.motcua.dossier.lifecycle.DossierStatus.RETURNED;
import static vn.motcua.dossier.lifecycle.DossierStatus.STOPPED;
import static vn.motcua.dossier.lifecycle.DossierStatus.SUBMITTED;
import static vn.motcua.dossier.lifecycle.DossierStatus.SUPPLEMENT_REQUIRED;
import static vn.motcua.dossier.lifecycle.DossierStatus.WITHDRAWN;
import static vn.motcua.dossier.lifecycle.Role.CASHIER;
import static vn.motcua.dossier.lifecycle.Role.CITIZEN;
import static vn.motcua.dossier.lifecycle.Role.CLERK;
import static vn.motcua.dossier.lifecycle.Role.LEADER;
import static vn.motcua.dossier.lifecycle.Role.OFFICER;
import static vn.motcua.dossier.lifecycle.Role.POSTAL;
import static vn.motcua.dossier.lifecycle.Role.RECEPTION;
import static vn.motcua.dossier.lifecycle.Role.SYSTEM;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The arrows of a dossier's life: which step leads from where to where, and in which role it is taken. Guards that need more than where a
 * dossier stands and who asks stand with the steps. T01 to T31 follow Decree 61/2018, art. 15–20, and Decree 45/2020 for online dossiers; those
 * with a name are this system's own.
 */
public enum Transition {
    T01(Step.SUBMISSION, When.ALWAYS, Set.of(), SUBMITTED, CITIZEN),
    T02(Step.ACCEPTANCE, When.ALWAYS, Set.of(), ACCEPTED, RECEPTION),
    T03(Step.ACCEPTANCE, When.ALWAYS, Set.of(SUBMITTED), ACCEPTED, RECEPTION),
    T04(Step.REFUSAL, When.ALWAYS, Set.of(SUBMITTED), REFUSED, RECEPTION),
    T05(Step.REFUSAL, When.ALWAYS, Set.of(), REFUSED, RECEPTION),
    T06(Step.SUPPLEMENT_REQUEST, When.ALWAYS, Set.of(SUBMITTED), SUPPLEMENT_REQUIRED, RECEPTION),
    T07(Step.SUPPLEMENT, When.BEFORE_ACCEPTANCE, Set.of(SUPPLEMENT_REQUIRED), SUBMITTED, CITIZEN),
    T08(Step.REFUSAL, When.BEFORE_ACCEPTANCE, Set.of(SUPPLEMENT_REQUIRED), REFUSED, RECEPTION, SYSTEM),
    T09(Step.PROCESSING, When.ALWAYS, Set.of(ACCEPTED), PROCESSING, RECEPTION, OFFICER),
    T10(Step.FORWARDING, When.ALWAYS, Set.of(PROCESSING), null, OFFICER, LEADER, CLERK, RECEPTION),
    T11(Step.SENDING_BACK, When.ALWAYS, Set.of(PROCESSING), null, OFFICER, LEADER, CLERK, RECEPTION),
    T12(Step.RECALL, When.ALWAYS, Set.of(PROCESSING), null, OFFICER, LEADER, CLERK, RECEPTION),
    T13(Step.SUPPLEMENT_REQUEST, When.ALWAYS, Set.of(ACCEPTED, PROCESSING), SUPPLEMENT_REQUIRED, RECEPTION, LEADER),
    T14(Step.SUPPLEMENT, When.AFTER_ACCEPTANCE, Set.of(SUPPLEMENT_REQUIRED), null, CITIZEN, RECEPTION),
    T15(Step.SUPPLEMENT_CONFIRMATION, When.AFTER_ACCEPTANCE, Set.of(SUPPLEMENT_REQUIRED), null, RECEPTION, OFFICER),
    T16(Step.STOP, When.AFTER_ACCEPTANCE, Set.of(SUPPLEMENT_REQUIRED), STOPPED, RECEPTION, SYSTEM),
    T17(Step.PAYMENT_REQUEST, When.ALWAYS, Set.of(ACCEPTED, PROCESSING), PAYMENT_REQUIRED, OFFICER, CASHIER),
    T18(Step.PAYMENT, When.ALWAYS, Set.of(PAYMENT_REQUIRED), null, CASHIER),
    /** What is open is paid without having been asked for: at the counter, or before the result is handed out. */
    SETTLED(Step.PAYMENT, When.OWING, Set.of(ACCEPTED, PROCESSING, COMPLETED), null, CASHIER),
    /** Also after the end: what is due back is due back. */
    REFUNDED(Step.REFUND, When.ALWAYS, EnumSet.allOf(DossierStatus.class), null, CASHIER),
    T19(Step.STOP, When.ALWAYS, Set.of(PAYMENT_REQUIRED), STOPPED, OFFICER, SYSTEM),
    T20(Step.WITHDRAWAL, When.BEFORE_ACCEPTANCE, Set.of(SUBMITTED, SUPPLEMENT_REQUIRED), WITHDRAWN, CITIZEN),
    T21(
            Step.WITHDRAWAL,
            When.AFTER_ACCEPTANCE,
            Set.of(ACCEPTED, PROCESSING, SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED),
            WITHDRAWN,
            RECEPTION,
            OFFICER),
    T22(Step.STOP, When.ALWAYS, Set.of(PROCESSING), STOPPED, LEADER),
    T23(Step.RESUMPTION, When.RESUMABLE, Set.of(STOPPED), PROCESSING, LEADER),
    /** Granted (T24) and denied on the merits (T25) differ in the outcome only. The leader signs; where others issue the result, the last of them. */
    T24(Step.COMPLETION, When.ALWAYS, Set.of(PROCESSING), COMPLETED, LEADER, CLERK, RECEPTION),
    /** Procedures whose result is given at once; also those of a single step, which only their workflow tells ({@link Dossier#complete}). */
    T26(Step.COMPLETION, When.IMMEDIATE, Set.of(ACCEPTED), COMPLETED, RECEPTION, OFFICER, LEADER),
    T27(Step.RETURN, When.ALWAYS, Set.of(COMPLETED), RETURNED, RECEPTION, CITIZEN, POSTAL),
    T28(Step.RESULT_RECALL, When.ALWAYS, Set.of(COMPLETED), PROCESSING, LEADER),
    T29(Step.EXTENSION, When.ALWAYS, Set.of(ACCEPTED, PROCESSING), null, LEADER),
    T30(Step.WARNING, When.ALWAYS, Set.of(ACCEPTED, PROCESSING), null, SYSTEM),
    /** Of the reply to an online dossier, of the result, of a part that another agency has. */
    T31(Step.LATENESS, When.ALWAYS, Set.of(SUBMITTED, ACCEPTED, PROCESSING), null, SYSTEM),
    ASSIGNED(Step.ASSIGNMENT, When.ALWAYS, Set.of(PROCESSING), null, OFFICER, LEADER, CLERK, RECEPTION),
    ASKED(Step.LEG, When.ALWAYS, Set.of(PROCESSING), null, OFFICER, LEADER),
    /** Other agencies go on with what they were asked for while the dossier waits. */
    RECEIVED(Step.LEG_RECEIPT, When.ALWAYS, Where.ACCEPTED_AND_OPEN, null, OFFICER, LEADER, CLERK, RECEPTION),
    ANSWERED(Step.LEG_COMPLETION, When.ALWAYS, Where.ACCEPTED_AND_OPEN, null, OFFICER, LEADER),
    TAKEN_BACK(Step.LEG_WITHDRAWAL, When.AFTER_ACCEPTANCE, Where.ACCEPTED_AND_OPEN, null, OFFICER, LEADER),
    /** Taken twice for one part: it leaves the agency that is no more, and goes on at the one that took over. */
    HANDED_ON(Step.LEG_TRANSFER, When.AFTER_ACCEPTANCE, Where.ACCEPTED_AND_OPEN, null, SYSTEM),
    TRANSFERRED(Step.TRANSFER, When.ALWAYS, Where.OPEN, null, LEADER, SYSTEM),
    CORRECTED(Step.CORRECTION, When.ALWAYS, Where.OPEN, null, LEADER),
    READDRESSED(Step.RECIPIENT_CHANGE, When.ALWAYS, Where.OPEN, null, CITIZEN, RECEPTION, LEADER),
    /** The applicant's files, until the agency has looked at them. */
    SENT(
            Step.DOCUMENT,
            When.ALWAYS,
            Set.of(SUBMITTED, SUPPLEMENT_REQUIRED),
            null,
            CITIZEN,
            RECEPTION,
            OFFICER,
            LEADER,
            CLERK),
    DIGITISED(
            Step.DOCUMENT,
            When.ALWAYS,
            Set.of(ACCEPTED, PROCESSING, PAYMENT_REQUIRED, STOPPED, COMPLETED),
            null,
            RECEPTION,
            OFFICER,
            LEADER,
            CLERK),
    VOIDED(Step.VOIDING, When.ALWAYS, Where.OPEN, STOPPED, LEADER),
    MERGED(Step.MERGER, When.ALWAYS, Where.OPEN, STOPPED, LEADER),
    ADOPTED(Step.ADOPTION, When.NOT_LIVE, Where.OPEN, null, RECEPTION, OFFICER, LEADER),
    /** The only one that leads from an end: it leads nowhere. */
    RATED(Step.RATING, When.ALWAYS, Set.of(RETURNED), null, CITIZEN),
    /** Before acceptance it is the reply that is due. */
    REDATED(
            Step.REDATING,
            When.ALWAYS,
            EnumSet.of(SUBMITTED, ACCEPTED, PROCESSING, SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED, STOPPED),
            null,
            SYSTEM);

    private final Step step;
    private final When when;
    private final Set<DossierStatus> from;
    private final DossierStatus to;
    private final Set<Role> takers;

    Transition(Step step, When when, Set<DossierStatus> from, DossierStatus to, Role first, Role... others) {
        this.step = step;
        this.when = when;
        this.from = from;
        this.to = to;
        this.takers = EnumSet.of(first, others);
    }

    /** Statuses that several arrows share. */
    private static final class Where {
        static final Set<DossierStatus> ACCEPTED_AND_OPEN =
                EnumSet.of(ACCEPTED, PROCESSING, SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED, STOPPED);
        static final Set<DossierStatus> OPEN =
                EnumSet.of(SUBMITTED, ACCEPTED, PROCESSING, SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED, STOPPED, COMPLETED);
    }

    /** What beside the status decides whether the arrow is there. */
    private enum When {
        ALWAYS,
        BEFORE_ACCEPTANCE,
        AFTER_ACCEPTANCE,
        RESUMABLE,
        IMMEDIATE,
        NOT_LIVE,
        OWING;

        boolean holds(Dossier dossier) {
            return switch (this) {
                case ALWAYS -> true;
                case BEFORE_ACCEPTANCE -> dossier.timeline().acceptedAt() == null;
                case AFTER_ACCEPTANCE -> dossier.timeline().acceptedAt() != null;
                case RESUMABLE -> dossier.course().pause() != null;
                case IMMEDIATE -> dossier.matter().immediate();
                case OWING -> dossier.course().owed().outstanding() > 0;
                case NOT_LIVE -> dossier.matter().origin() != Origin.LIVE;
            };
        }
    }

    /** The transition that a step is from where the dossier stands; empty if there is none. What was closed for good can be rated, and money goes back, only. */
    static Optional<Transition> by(Step step, Dossier dossier) {
        if (dossier.isClosed() && !step.isAside() && step != Step.REFUND) {
            return Optional.empty();
        }
        for (var transition : values()) {
            if (transition.step == step
                    && transition.from.contains(dossier.status())
                    && transition.when.holds(dossier)) {
                return Optional.of(transition);
            }
        }
        return Optional.empty();
    }

    /** Whether any transition of this step is ever taken in this role. */
    static boolean isEverTaken(Step step, Role role) {
        for (var transition : values()) {
            if (transition.step == step && transition.takers.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public Step step() {
        return step;
    }

    /** Where it can start; empty where it creates the dossier. */
    public Set<DossierStatus> from() {
        return from;
    }

    /** Where it always leads; empty where the dossier stays where it stands or goes back to where it stood before a pause. */
    public Optional<DossierStatus> to() {
        return Optional.ofNullable(to);
    }

    boolean takenBy(Role role) {
        return takers.contains(role);
    }

    /** Why this role cannot take the transition that another can. */
    Bar otherRole() {
        return switch (this) {
            case T20 -> Bar.APPLICANT_WITHDRAWS;
            case T21 -> Bar.ONE_STOP_CONFIRMS;
            case T22 -> Bar.LEADER_STOPS;
            case T24 -> Bar.LEADER_SIGNS;
            case T01, T02, T05 -> Bar.WRONG_CHANNEL;
            default -> Bar.OTHER_ROLE;
        };
    }
}
