package vn.motcua.dossier.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A dossier between one fact and the next: what is not said stays as it was. Used once. */
final class Draft {

    private final Dossier before;
    private final DossierStatus status;
    private Matter matter;
    private Timeline timeline;
    private Outcome outcome;
    private String reason;
    private String resultReference;
    private String officer;
    private Pause pause;
    private int askedBefore;
    private int askedAfter;
    private boolean extended;
    private final List<ClockEntry> clock;
    private Alarms alarms;
    private Flow flow;
    private List<Leg> legs;
    private final List<String> payments;
    private final List<Asked> asked;
    private Instant voidedAt;
    private Instant ratedAt;
    private boolean lateNotice;
    private Bill bill;
    private int documents;
    private List<UUID> resultFiles;
    private Instant destroyedAt;
    private Signed signed;

    Draft(Dossier before, DossierStatus status) {
        var course = before.course();
        this.before = before;
        this.status = status;
        this.matter = before.matter();
        this.timeline = before.timeline();
        this.outcome = before.outcome();
        this.reason = before.reason();
        this.resultReference = before.resultReference();
        this.officer = before.officer();
        this.pause = course.pause();
        this.askedBefore = course.askedBefore();
        this.askedAfter = course.askedAfter();
        this.extended = course.extended();
        this.clock = new ArrayList<>(course.clock());
        this.alarms = course.alarms();
        this.flow = course.flow();
        this.legs = course.legs();
        this.payments = new ArrayList<>(course.payments());
        this.asked = new ArrayList<>(course.asked());
        this.voidedAt = course.voidedAt();
        this.ratedAt = course.ratedAt();
        this.lateNotice = course.lateNotice();
        this.bill = course.owed();
        this.documents = course.documents();
        this.resultFiles = course.resultFiles();
        this.destroyedAt = course.destroyedAt();
        this.signed = course.signed();
    }

    Draft matter(Matter now) {
        matter = now;
        return this;
    }

    Draft timeline(UnaryOperator<Timeline> change) {
        timeline = change.apply(timeline);
        return this;
    }

    Draft decided(Outcome how, String why, String reference) {
        outcome = how;
        reason = why;
        resultReference = reference;
        return this;
    }

    Draft reason(String why) {
        reason = why;
        return this;
    }

    Draft officer(String account) {
        officer = account;
        return this;
    }

    Draft pause(Pause now) {
        pause = now;
        return this;
    }

    Draft asked(boolean beforeAcceptance, Asked request) {
        asked.add(request);
        if (beforeAcceptance) {
            askedBefore++;
        } else {
            askedAfter++;
        }
        return this;
    }

    /** @param late whether it was told later than the law wants it */
    Draft extended(boolean late) {
        extended = true;
        lateNotice = late;
        return this;
    }

    /** The clock runs to a date. */
    Draft runs(ClockEntry.Kind kind, Appointment appointment, Instant from) {
        clock.add(new ClockEntry(kind, from, null, appointment.limit(), appointment.dueAt(), appointment.calendar()));
        alarms = alarms.running(appointment);
        return this;
    }

    /** The clock goes on to a date that was not counted from here. */
    Draft movesTo(ClockEntry.Kind kind, Appointment appointment, Instant at, String cause) {
        clock.add(new ClockEntry(kind, at, cause, null, appointment.dueAt(), appointment.calendar()));
        alarms = alarms.running(appointment);
        return this;
    }

    /**
     * The whole limit was counted anew because another procedure has another one.
     *
     * @param first the step of the workflow that begins with it; null without one
     */
    Draft corrected(Appointment appointment, Flow first, Instant at, String cause) {
        clock.add(new ClockEntry(
                ClockEntry.Kind.CORRECT,
                at,
                cause,
                appointment.limit(),
                appointment.dueAt(),
                appointment.calendar(),
                first == null ? null : first.step(),
                first == null ? null : first.dueAt()));
        alarms = alarms.running(appointment);
        return this;
    }

    /** The clock stands still or has ended. */
    Draft stands(ClockEntry.Kind kind, Instant at, String cause) {
        var due = kind == ClockEntry.Kind.STOP ? timeline.dueAt() : null;
        clock.add(new ClockEntry(kind, at, cause, null, due, null));
        return this;
    }

    Draft alarms(Alarms now) {
        alarms = now;
        return this;
    }

    /** Nothing is due but that something comes. @param deadline null without one */
    Draft awaits(Instant deadline) {
        alarms = alarms.awaiting(deadline);
        return this;
    }

    /** What is awaited is awaited for so much longer. */
    Draft awaitsLonger(Duration longer) {
        alarms = alarms.later(longer);
        return this;
    }

    /** Paper is forwarded by then. */
    Draft forwardBy(Instant at) {
        alarms = alarms.withForward(at);
        return this;
    }

    /** Nothing rings. */
    Draft silent() {
        alarms = alarms.silent();
        return this;
    }

    Draft flow(Flow now) {
        flow = now;
        return this;
    }

    /** @param now null where it has to be signed, or signed again */
    Draft signed(Signed now) {
        signed = now;
        return this;
    }

    Draft leg(Leg changed) {
        legs = legs.stream()
                .map(leg -> leg.number() == changed.number() ? changed : leg)
                .toList();
        return this;
    }

    Draft newLeg(Leg leg) {
        var more = new ArrayList<>(legs);
        more.add(leg);
        legs = more;
        return this;
    }

    Draft paidBefore(String reference) {
        bill = bill.settledBefore(reference);
        return paid(reference);
    }

    Draft paid(String reference) {
        payments.add(reference);
        return this;
    }

    Draft bill(Bill now) {
        bill = now;
        return this;
    }

    Draft voided(Instant at) {
        voidedAt = at;
        return this;
    }

    Draft rated(Instant at) {
        ratedAt = at;
        return this;
    }

    Draft document(Document added) {
        documents++;
        if (added.result()) {
            var more = new ArrayList<>(resultFiles);
            more.add(added.id());
            resultFiles = more;
        }
        return this;
    }

    /** Nothing that people wrote is left, no file, and nobody who had it. */
    Draft destroyed(Instant at) {
        destroyedAt = at;
        resultReference = null;
        officer = null;
        asked.clear();
        documents = 0;
        resultFiles = List.of();
        signed = null;
        legs = legs.stream().map(Leg::withoutWords).toList();
        return this;
    }

    /** What was attached as the result is none any more; the files stay. */
    Draft withoutResult() {
        resultFiles = List.of();
        return this;
    }

    /** Nothing rings any more, nothing is awaited, no step of a workflow is on. */
    Draft closed() {
        alarms = alarms.silent();
        pause = null;
        bill = bill.asked(null);
        flow = null;
        legs = legs.stream().filter(Leg::isFinished).toList();
        return this;
    }

    Attempt.Done after(Fact fact) {
        return after(fact, before.sequence() + 1);
    }

    private Attempt.Done after(Fact fact, long sequence) {
        if (status != DossierStatus.ACCEPTED) {
            // It was forwarded, or does not have to be.
            alarms = alarms.withoutForward();
        }
        var course = new Course(
                pause,
                askedBefore,
                askedAfter,
                extended,
                clock,
                alarms,
                flow,
                legs,
                payments,
                asked,
                voidedAt,
                ratedAt,
                lateNotice,
                bill,
                documents,
                resultFiles,
                destroyedAt,
                signed);
        return new Attempt.Done(
                new Dossier(
                        before.id(),
                        before.code(),
                        matter,
                        status,
                        before.status(),
                        sequence,
                        fact.at(),
                        timeline,
                        outcome,
                        reason,
                        resultReference,
                        officer,
                        course),
                fact);
    }
}
