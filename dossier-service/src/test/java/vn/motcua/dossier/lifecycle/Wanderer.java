package vn.motcua.dossier.lifecycle;

import static vn.motcua.dossier.lifecycle.Samples.ACCOUNT;
import static vn.motcua.dossier.lifecycle.Samples.CODE;
import static vn.motcua.dossier.lifecycle.Samples.ID;
import static vn.motcua.dossier.lifecycle.Samples.OPEN;
import static vn.motcua.dossier.lifecycle.Samples.WORKFLOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.calendar.WorkingCalendar;

/**
 * A dossier that goes where chance sends it. Dates are worked out as a desk does it; more often than not something is asked for that could be done,
 * since chance alone would not get far.
 */
final class Wanderer {

    private static final Instant FROM = Hours.at("2022-03-01T07:00");
    private static final TimeLimit OTHER_LIMIT = TimeLimit.workingDays(7);

    /**
     * How it begins.
     *
     * @param minutes after the first of March 2022, also at night and on holidays
     */
    record Start(
            boolean online,
            boolean immediate,
            ReturnMethod method,
            Origin origin,
            TimeLimit limit,
            ClockPolicy policy,
            int minutes) {}

    /**
     * What is tried.
     *
     * @param chance below 70 something that is open is tried instead of the step, from 90 on the clock rings
     * @param detail decides what else there is to decide
     * @param minutesLater after the last try; negative where clocks differ
     */
    record Try(int chance, Step step, Role role, int detail, int minutesLater) {}

    private final ClockPolicy policy;
    private WorkingCalendar calendar = Hours.CALENDAR;
    private TimeLimit limit;
    private Instant now;
    private Dossier dossier;
    private boolean foreseen;

    Wanderer(Start start) {
        this.policy = start.policy();
        this.limit = start.limit();
        this.now = FROM.plus(Duration.ofMinutes(start.minutes()));
        var matter =
                Samples.matter(start.online() ? Channel.ONLINE : Channel.COUNTER, start.method(), start.immediate());
        var origin = start.origin();
        var live = origin == Origin.MIRRORED ? Origin.LIVE : origin;
        var opened = start.online()
                ? Dossier.submit(ID, matter.as(live), OPEN, Samples.as(Role.CITIZEN), replyDueAt(), now)
                : Dossier.acceptAtCounter(
                        ID,
                        matter.as(live),
                        OPEN,
                        Samples.as(Role.RECEPTION),
                        Hours.whole(calendar, limit, now).forwarded(Laws.OF_2022.forwardBy(calendar, now)),
                        now);
        this.dossier = Samples.after(opened).named(CODE);
        if (origin == Origin.MIRRORED) {
            this.dossier = Lives.reborn(this.dossier, origin, Course.NEW);
        }
    }

    Dossier dossier() {
        return dossier;
    }

    TimeLimit limit() {
        return limit;
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    /** Whether the last step that was tried was not offered. */
    boolean wasForeseenToBeBarred() {
        return foreseen;
    }

    Attempt attempt(Try one) {
        now = now.plus(Duration.ofMinutes(one.minutesLater()));
        foreseen = false;
        var attempt = one.chance() >= 90
                ? dossier.timekeeping()
                        .ring(agency -> Hours.COUNTING, now)
                        .orElse(new Attempt.Barred(Bar.NOTHING_DUE, dossier.status()))
                : attempt(likely(one), now);
        attempt.fold(
                done -> {
                    dossier = done.dossier();
                    now = dossier.changedAt().isAfter(now) ? dossier.changedAt() : now;
                    return null;
                },
                barred -> null);
        return attempt;
    }

    /** One of the steps that are open, unless chance wants it otherwise. */
    private Try likely(Try one) {
        var open = new ArrayList<Try>();
        for (var step : Step.values()) {
            for (var role : Role.values()) {
                for (int i = 0; i < weight(step) && dossier.isOpenTo(step, role, Laws.OF_2022); i++) {
                    open.add(new Try(one.chance(), step, role, one.detail(), 0));
                }
            }
        }
        return one.chance() >= 70 || open.isEmpty() ? one : open.get((one.chance() * 31 + one.detail()) % open.size());
    }

    /** All of the first payment that could go back, or something that never settled anything. */
    private Payments.Refund refund(Try one) {
        var paid = dossier.course().owed().refundable();
        var payment = paid.isEmpty() ? "p-0" : paid.get(0);
        var amount = dossier.course().owed().refundable(payment);
        return new Payments.Refund(
                payment, "b-" + dossier.sequence(), amount, one.detail() < 8 ? "PAID_TWICE" : null, false);
    }

    /** What ends it all, and what changes next to nothing, happens by chance alone; workflows need some help. */
    private static int weight(Step step) {
        return switch (step) {
            case REFUSAL, VOIDING, MERGER, WITHDRAWAL, RECIPIENT_CHANGE, WARNING, LATENESS -> 0;
            case FORWARDING, SENDING_BACK, RECALL, LEG -> 3;
            default -> 1;
        };
    }

    private Attempt attempt(Try one, Instant at) {
        if (one.step() == Step.SUBMISSION) {
            return new Attempt.Barred(Bar.WRONG_CHANNEL, dossier.status());
        }
        var by = one.step().isOfAPart() ? Samples.ofTheOther(one.role()) : Samples.as(one.role());
        foreseen = !one.step().isOfTheClock() && !dossier.isOpenTo(one.step(), one.role(), Laws.OF_2022);
        // As at a desk: only where the step is open the date is worked out.
        var open = dossier.isOpenTo(one.step(), one.role(), Laws.OF_2022);
        return switch (one.step()) {
            case ACCEPTANCE -> dossier.accept(by, open ? Hours.whole(calendar, limit, at) : null, at);
            case REFUSAL -> dossier.refuse(by, "INCOMPLETE", at);
            case PROCESSING ->
                dossier.begin(
                        by,
                        one.detail() < 5 ? ACCOUNT : null,
                        one.detail() % 2 == 0 ? WORKFLOW : Workflow.NONE,
                        Hours.COUNTING,
                        at);
            case SUPPLEMENT_REQUEST ->
                dossier.papers()
                        .request(
                                by,
                                new Papers.Request(
                                        List.of("CCCD"),
                                        one.detail() == 0 ? null : at.plus(Duration.ofDays(one.detail())),
                                        allowedUntil(),
                                        one.detail() < 8 ? "Art. 9" : null),
                                Laws.OF_2022,
                                at);
            case SUPPLEMENT -> dossier.papers().submit(by, one.detail(), "sha256:0" + one.detail(), replyDueAt(), at);
            case SUPPLEMENT_CONFIRMATION ->
                dossier.papers()
                        .confirm(
                                by,
                                policy,
                                !open
                                        ? null
                                        : policy == ClockPolicy.RESTART
                                                ? Hours.whole(calendar, limit, at)
                                                : resumed(at),
                                at);
            case PAYMENT_REQUEST ->
                dossier.payments()
                        .request(by, Lives.FEE, one.detail() == 0 ? null : at.plus(Duration.ofDays(one.detail())), at);
            case PAYMENT ->
                dossier.payments()
                        .confirm(
                                by,
                                new Payments.Paid("p-" + dossier.sequence(), Lives.FEE, PaymentMethod.CASH, at),
                                ClockPolicy.RESUME,
                                open ? resumed(at) : null,
                                at);
            case REFUND -> dossier.payments().refund(by, refund(one), at);
            case EXTENSION -> dossier.timekeeping().extend(by, extended(one, at), "WORKLOAD", Laws.OF_2022, at);
            case STOP -> dossier.stops().stop(by, "COURT", one.detail() < 8, at);
            case RESUMPTION -> dossier.stops().resume(by, open ? resumed(at) : null, at);
            case COMPLETION ->
                dossier.complete(
                        by,
                        one.detail() < 6 ? Outcome.GRANTED : Outcome.DENIED,
                        one.detail() < 6 ? "1/KQ" : null,
                        one.detail() < 6 ? null : "CONDITIONS_NOT_MET",
                        WORKFLOW,
                        at);
            case RESULT_RECALL ->
                dossier.recallResult(
                        by,
                        "WRONG",
                        open
                                ? Hours.resumed(
                                        calendar,
                                        dossier,
                                        limit,
                                        dossier.timeline().completedAt(),
                                        at)
                                : null,
                        at);
            case RETURN ->
                dossier.handOver(
                        by, Asking.via(one.role()), one.detail() < 8 ? IdentityCheck.OF_OWNER : IdentityCheck.NONE, at);
            case LEG -> {
                var legs = dossier.course().legs().size();
                yield dossier.parts()
                        .ask(
                                by,
                                Samples.part(
                                        Samples.OTHER_AGENCY,
                                        TimeLimit.workingHours(1 + one.detail()),
                                        one.detail() % 2 == 0 || legs == 0 ? null : legs),
                                Hours.EVERYWHERE,
                                at);
            }
            case LEG_RECEIPT -> dossier.parts().receive(by, number(one), Hours.COUNTING, at);
            case LEG_COMPLETION -> {
                var late = dossier.course().leg(number(one)).filter(leg -> leg.isLate(at));
                yield dossier.parts()
                        .finish(
                                by,
                                number(one),
                                Leg.Outcome.DONE,
                                late.map(leg -> "PART_WORKLOAD").orElse(null),
                                at);
            }
            case LEG_WITHDRAWAL -> dossier.parts().withdraw(by, number(one), "PART_NOT_NEEDED", at);
            case LEG_TRANSFER -> handedOn(number(one), by, at);
            case CORRECTION -> corrected(one, by, at);
            case ADOPTION ->
                dossier.amendments()
                        .adopt(
                                by,
                                Hours.promised(
                                        calendar, limit, at, dossier.timeline().dueAt()),
                                at);
            case REDATING -> redated(one, at);
            case SUBMISSION,
                    WITHDRAWAL,
                    ASSIGNMENT,
                    FORWARDING,
                    SENDING_BACK,
                    RECALL,
                    TRANSFER,
                    RECIPIENT_CHANGE,
                    DOCUMENT,
                    VOIDING,
                    MERGER,
                    RATING -> Asking.attempt(dossier, one.step(), by, at);
            case WARNING, LATENESS ->
                dossier.timekeeping()
                        .ring(agency -> Hours.COUNTING, at)
                        .orElse(new Attempt.Barred(Bar.NOTHING_DUE, dossier.status()));
        };
    }

    /** The half that comes next. */
    private Attempt handedOn(int number, Actor by, Instant at) {
        var left = dossier.course().leg(number).filter(Leg::isFinished).isPresent();
        return left
                ? dossier.parts().goOn(by, number, "H03.0" + (3 + number % 2), at)
                : dossier.parts().leave(by, number, at);
    }

    /** Another procedure has another limit, counted again from all that happened; the limit changes with the step only. */
    private Attempt corrected(Try one, Actor by, Instant at) {
        var other = limit.equals(OTHER_LIMIT) ? TimeLimit.calendarDays(30) : OTHER_LIMIT;
        if (one.detail() % 2 == 0 || limit.unit() == LimitUnit.NONE) {
            return Asking.attempt(dossier, Step.CORRECTION, by, at);
        }
        var attempt = dossier.amendments()
                .correct(
                        by,
                        new Correction(
                                dossier.matter()
                                        .under(
                                                "1.90010" + one.detail(),
                                                1,
                                                "TP",
                                                dossier.matter().immediate()),
                                Set.of(CorrectedField.PROCEDURE),
                                dossier.course().clock().isEmpty()
                                        ? null
                                        : Hours.recounted(dossier, other, calendar, at),
                                one.detail() % 3 == 0 ? null : Flow.first(WORKFLOW, Hours.COUNTING, at),
                                null),
                        "WRONG_PROCEDURE",
                        at);
        return attempt.fold(
                done -> {
                    limit = other;
                    return done;
                },
                barred -> barred);
    }

    /** A day near the due date is closed or opened; the calendar changes with the step only. */
    private Attempt redated(Try one, Instant at) {
        var due = dossier.timeline().dueAt();
        if (due == null) {
            return dossier.timekeeping().redate(Appointment.OPEN_ENDED, at);
        }
        var days = new TreeMap<>(calendar.overrides());
        var day = calendar.localDate(due).minusDays(one.detail() / 2);
        days.put(day, one.detail() % 2 == 0);
        var changed = calendar.withOverrides(days);
        var attempt = dossier.timekeeping().redate(Hours.recounted(dossier, limit, changed, at), at);
        return attempt.fold(
                done -> {
                    calendar = changed;
                    return done;
                },
                barred -> barred);
    }

    private Appointment resumed(Instant at) {
        return Hours.resumed(
                calendar, dossier, limit, dossier.course().pausedSince().orElse(at), at);
    }

    private Appointment extended(Try one, Instant at) {
        var due = dossier.timeline().dueAt();
        return due == null
                ? Appointment.OPEN_ENDED
                : Hours.promised(calendar, limit, at, calendar.normalise(due.plus(Duration.ofDays(one.detail() - 1L))));
    }

    private Instant allowedUntil() {
        var accepted = dossier.timeline().acceptedAt();
        return accepted == null ? null : Hours.COUNTING.due(accepted, TimeLimit.workingDays(3));
    }

    private Instant replyDueAt() {
        return Hours.COUNTING.due(now, TimeLimit.workingHours(8));
    }

    private int number(Try one) {
        return Math.max(1, one.detail() % (dossier.course().legs().size() + 1));
    }
}
