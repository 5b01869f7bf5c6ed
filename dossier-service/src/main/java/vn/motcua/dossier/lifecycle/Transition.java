package vn.motcua.dossier.lifecycle;

import static vn.motcua.dossier.lifecycle.DossierStatus.ACCEPTED;
import static vn.motcua.dossier.lifecycle.DossierStatus.COMPLETED;
import static vn.motcua.dossier.lifecycle.DossierStatus.PAYMENT_REQUIRED;
import static vn.motcua.dossier.lifecycle.DossierStatus.PROCESSING;
import static vn.motcua.dossier.lifecycle.DossierStatus.REFUSED;
import static vn.motcua.dossier.lifecycle.DossierStatus.RETURNED;
import static vn.motcua.dossier.lifecycle.DossierStatus.SUBMITTED;
import static vn.motcua.dossier.lifecycle.DossierStatus.SUPPLEMENT_REQUIRED;
import static vn.motcua.dossier.lifecycle.DossierStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The arrows of a dossier's life: which step leads from where to where, and in which role it is taken. Guards that need more than status
 * and role stand in {@link Dossier}. Source: Decree 61/2018, art. 15–20; Decree 45/2020 for online dossiers.
 */
public enum Transition {
    T01(Step.SUBMISSION, Set.of(), SUBMITTED, Role.CITIZEN),
    T02(Step.ACCEPTANCE, Set.of(), ACCEPTED, Role.RECEPTION),
    T03(Step.ACCEPTANCE, Set.of(SUBMITTED), ACCEPTED, Role.RECEPTION),
    T04(Step.REFUSAL, Set.of(SUBMITTED), REFUSED, Role.RECEPTION),
    T05(Step.REFUSAL, Set.of(), REFUSED, Role.RECEPTION),
    T09(Step.PROCESSING, Set.of(ACCEPTED), PROCESSING, Role.RECEPTION, Role.OFFICER),
    T20(Step.WITHDRAWAL, Set.of(SUBMITTED), WITHDRAWN, Role.CITIZEN),
    T21(
            Step.WITHDRAWAL,
            Set.of(ACCEPTED, PROCESSING, SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED),
            WITHDRAWN,
            Role.RECEPTION,
            Role.OFFICER),
    /** Granted (T24) and denied on the merits (T25) differ in the outcome only. */
    T24(Step.COMPLETION, Set.of(PROCESSING), COMPLETED, Role.LEADER),
    /** Procedures whose result is given at once. */
    T26(Step.COMPLETION, Set.of(ACCEPTED), COMPLETED, Role.RECEPTION, Role.OFFICER, Role.LEADER),
    T27(Step.RETURN, Set.of(COMPLETED), RETURNED, Role.RECEPTION, Role.CITIZEN, Role.POSTAL);

    private final Step step;
    private final Set<DossierStatus> from;
    private final DossierStatus to;
    private final Set<Role> takers;

    Transition(Step step, Set<DossierStatus> from, DossierStatus to, Role first, Role... others) {
        this.step = step;
        this.from = from;
        this.to = to;
        this.takers = EnumSet.of(first, others);
    }

    /** The transition that a step is from a status; null is the status of what does not exist yet. */
    static Optional<Transition> by(Step step, DossierStatus from) {
        for (var transition : values()) {
            if (transition.step == step && transition.leavesFrom(from)) {
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

    private boolean leavesFrom(DossierStatus status) {
        return status == null ? from.isEmpty() : from.contains(status);
    }

    public Step step() {
        return step;
    }

    /** Where it can start; empty where it creates the dossier. */
    public Set<DossierStatus> from() {
        return from;
    }

    public DossierStatus to() {
        return to;
    }

    boolean takenBy(Role role) {
        return takers.contains(role);
    }

    /** Why this role cannot take the transition that another can. */
    Bar otherRole() {
        return switch (this) {
            case T20 -> Bar.APPLICANT_WITHDRAWS;
            case T21 -> Bar.ONE_STOP_CONFIRMS;
            case T24 -> Bar.LEADER_SIGNS;
            case T01, T02, T05 -> Bar.WRONG_CHANNEL;
            case T03, T04, T09, T26, T27 -> Bar.OTHER_ROLE;
        };
    }
}
