package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One application by one applicant under one procedure: a value. Each step answers with the dossier after it and the fact, or with what bars
 * it; instants, due dates and ids come in.
 *
 * @param id for life
 * @param code for people, given out once; null until then
 * @param matter what it is about
 * @param status where it stands
 * @param previousStatus where it stood before the last fact; null on the first
 * @param sequence number of the last fact, from 1 without gaps
 * @param changedAt when the last fact became true
 * @param timeline the dates
 * @param outcome null until completed
 * @param reason code of why it was refused, or denied; null otherwise
 * @param resultReference number of the result document; null without one
 * @param officer account of the case officer who took it; null while any officer of the agency may
 */
public record Dossier(
        UUID id,
        String code,
        Matter matter,
        DossierStatus status,
        DossierStatus previousStatus,
        long sequence,
        Instant changedAt,
        Timeline timeline,
        Outcome outcome,
        String reason,
        String resultReference,
        String officer) {

    /**
     * A citizen hands a dossier in online. T01.
     *
     * @param replyDueAt 8 working hours later; null while that year's calendar is not published, since intake goes on
     */
    public static Attempt submit(UUID id, Matter matter, Terms terms, Actor by, Instant replyDueAt, Instant at) {
        return opening(Transition.T01, matter, by, () -> {
            if (!terms.online()) {
                return new Attempt.Barred(Bar.NOT_ONLINE, null);
            }
            if (!terms.competent()) {
                return new Attempt.Barred(Bar.NOT_COMPETENT, null);
            }
            var timeline = Timeline.submitted(at, replyDueAt);
            return opened(id, matter, Transition.T01, timeline, new Fact.Submitted(at, by, replyDueAt), null);
        });
    }

    /** The one-stop shop takes in what was brought or sent; the clock starts. T02. Source: Decree 61/2018, art. 17. */
    public static Attempt acceptAtCounter(
            UUID id, Matter matter, Terms terms, Actor by, Appointment appointment, Instant at) {
        return opening(Transition.T02, matter, by, () -> {
            if (!terms.competent()) {
                return new Attempt.Barred(Bar.NOT_COMPETENT, null);
            }
            var timeline = Timeline.submitted(at, null).accepted(at, appointment.dueAt());
            return opened(id, matter, Transition.T02, timeline, new Fact.Accepted(at, by, appointment.limit()), null);
        });
    }

    /** The one-stop shop does not take in what was brought or sent, also where another agency is competent. T05. */
    public static Attempt refuseAtCounter(UUID id, Matter matter, Actor by, String reason, Instant at) {
        return opening(
                Transition.T05,
                matter,
                by,
                () -> reason == null
                        ? new Attempt.Barred(Bar.REASON_MISSING, null)
                        : opened(
                                id,
                                matter,
                                Transition.T05,
                                Timeline.submitted(at, null),
                                new Fact.Refused(at, by, reason),
                                reason));
    }

    /** The one-stop shop takes an online dossier in; the clock starts. T03. Source: Decree 61/2018, art. 17. */
    public Attempt accept(Actor by, Appointment appointment, Instant at) {
        return taking(
                Step.ACCEPTANCE,
                by,
                at,
                () -> moved(
                        Transition.T03,
                        timeline.accepted(at, appointment.dueAt()),
                        new Fact.Accepted(at, by, appointment.limit())));
    }

    /** The one-stop shop does not take an online dossier in, and says why. T04. Source: Decree 61/2018, art. 17. */
    public Attempt refuse(Actor by, String reason, Instant at) {
        return taking(
                Step.REFUSAL,
                by,
                at,
                () -> reason == null
                        ? barred(Bar.REASON_MISSING)
                        : moved(
                                Transition.T04,
                                timeline,
                                new Fact.Refused(at, by, reason),
                                outcome,
                                reason,
                                resultReference,
                                officer));
    }

    /**
     * Reception forwards it, or an officer takes it. T09. Source: Decree 61/2018, art. 18, 19 §1.
     *
     * @param account of the officer who takes it; null when it is forwarded to the agency
     */
    public Attempt begin(Actor by, String account, Instant at) {
        return taking(
                Step.PROCESSING,
                by,
                at,
                () -> moved(
                        Transition.T09,
                        timeline,
                        new Fact.ProcessingStarted(at, by),
                        outcome,
                        reason,
                        resultReference,
                        account));
    }

    /** The applicant takes it back: alone before acceptance (T20), confirmed by the agency afterwards (T21). */
    public Attempt withdraw(Actor by, Instant at) {
        return taking(
                Step.WITHDRAWAL,
                by,
                at,
                () -> moved(
                        status == DossierStatus.SUBMITTED ? Transition.T20 : Transition.T21,
                        timeline.ended(at),
                        new Fact.Withdrawn(at, by)));
    }

    /**
     * The agency decides; the clock stops. T24 and T25 (denied), T26 where the result is given at once. Source: Decree 61/2018, art. 19 §8.
     *
     * @param reference of the result; may be null only where it is denied
     * @param why code of the reason; may be null only where it is granted
     */
    public Attempt complete(Actor by, Outcome decided, String reference, String why, Instant at) {
        return taking(Step.COMPLETION, by, at, () -> {
            if (status == DossierStatus.ACCEPTED && !matter.immediate()) {
                return barred(Bar.NOT_IMMEDIATE);
            }
            if (decided == Outcome.GRANTED && reference == null) {
                return barred(Bar.RESULT_MISSING);
            }
            if (decided == Outcome.DENIED && why == null) {
                return barred(Bar.REASON_MISSING);
            }
            var transition = status == DossierStatus.ACCEPTED ? Transition.T26 : Transition.T24;
            var fact = new Fact.Completed(at, by, decided, why);
            return moved(transition, timeline.completed(at), fact, decided, why, reference, officer);
        });
    }

    /** The result reaches the applicant. T27. Source: Decree 61/2018, art. 20. */
    public Attempt handOver(Actor by, Via via, boolean identityChecked, Instant at) {
        return taking(Step.RETURN, by, at, () -> {
            // The postal service delivers, the citizen downloads; at the counter only the one-stop shop hands over.
            if ((by.role() == Role.POSTAL) != (via == Via.POST) || (by.role() == Role.CITIZEN && via != Via.ONLINE)) {
                return barred(Bar.OTHER_ROLE);
            }
            if (via == Via.POST && matter.returnMethod() != ReturnMethod.POST) {
                return barred(Bar.NOT_ASKED_BY_POST);
            }
            if (!identityChecked) {
                return barred(Bar.IDENTITY_NOT_CHECKED);
            }
            return moved(Transition.T27, timeline.returned(at), new Fact.Returned(at, by, via));
        });
    }

    /** The same dossier with the code that was given out for it. */
    public Dossier named(String given) {
        return new Dossier(
                id,
                given,
                matter,
                status,
                previousStatus,
                sequence,
                changedAt,
                timeline,
                outcome,
                reason,
                resultReference,
                officer);
    }

    /** Whether the step could be taken now in this role, as far as status and role say. */
    public boolean isOpenTo(Step step, Role role) {
        return Transition.by(step, status)
                .filter(transition -> transition.takenBy(role))
                .filter(transition -> transition != Transition.T26 || matter.immediate())
                .isPresent();
    }

    private static Attempt opening(Transition transition, Matter matter, Actor by, Supplier<Attempt> guards) {
        var online = matter.channel() == Channel.ONLINE;
        if (!transition.takenBy(by.role()) || online != (transition == Transition.T01)) {
            return new Attempt.Barred(Bar.WRONG_CHANNEL, null);
        }
        return guards.get();
    }

    private static Attempt opened(UUID id, Matter matter, Transition by, Timeline timeline, Fact fact, String reason) {
        return new Attempt.Done(
                new Dossier(id, null, matter, by.to(), null, 1, fact.at(), timeline, null, reason, null, null), fact);
    }

    private Attempt taking(Step step, Actor by, Instant at, Supplier<Attempt> guards) {
        var transition = Transition.by(step, status);
        if (transition.isEmpty()) {
            return barred(Bar.of(status, step));
        }
        if (!transition.get().takenBy(by.role())) {
            return barred(transition.get().otherRole());
        }
        return at.isBefore(changedAt) ? barred(Bar.BEFORE_LAST_STEP) : guards.get();
    }

    private Attempt moved(Transition by, Timeline then, Fact fact) {
        return moved(by, then, fact, outcome, reason, resultReference, officer);
    }

    private Attempt moved(
            Transition by, Timeline then, Fact fact, Outcome decided, String why, String reference, String account) {
        return new Attempt.Done(
                new Dossier(
                        id,
                        code,
                        matter,
                        by.to(),
                        status,
                        sequence + 1,
                        fact.at(),
                        then,
                        decided,
                        why,
                        reference,
                        account),
                fact);
    }

    private Attempt barred(Bar reason) {
        return new Attempt.Barred(reason, status);
    }
}
