package vn.motcua.dossier.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the applicant has to pay (phí, lệ phí, nghĩa vụ tài chính) and what is given back; amounts in whole đồng. */
public record Payments(Dossier dossier) {

    /** The reason of a refund of what this dossier never paid. */
    public static final String COLLECTED_BY_ERROR = "COLLECTED_BY_ERROR";

    /** The same without a reference by which it can be paid online. */
    public Attempt request(Actor by, long amount, Instant deadline, Instant at) {
        return request(by, new Asked(amount, deadline, null, Duration.ZERO, List.of()), at);
    }

    /**
     * What an applicant is asked to pay.
     *
     * @param amount all that is open, or something more where nothing is; null: what is open
     * @param deadline null without one
     * @param reference by which it is paid online; null where it cannot be
     * @param toldWithin how long after the deadline it may be told that it was paid before
     * @param reliefs why they pay less than the tariff has it
     */
    public record Asked(
            Long amount, Instant deadline, String reference, Duration toldWithin, List<Bill.Relief> reliefs) {

        /** When nobody need expect any more that it was paid in time; null without a deadline. */
        Instant givenUpAt() {
            return deadline == null || reference == null ? deadline : deadline.plus(toldWithin);
        }
    }

    /** Asks for all that is open, or notices something more where nothing is; the clock stands still. T17. */
    public Attempt request(Actor by, Asked asked, Instant at) {
        return dossier.taking(Step.PAYMENT_REQUEST, by, at, transition -> {
            var before = dossier.course().owed().relieved(asked.reliefs());
            var amount = asked.amount() == null ? before.outstanding() : asked.amount();
            if (amount < 1) {
                return dossier.barred(Bar.NOTHING_TO_PAY);
            }
            var bill = before.outstanding() == 0 ? before.noticed(amount) : before;
            if (amount != bill.outstanding()) {
                return dossier.barred(Bar.NOT_OUTSTANDING);
            }
            var deadline = asked.deadline();
            if (deadline != null && !deadline.isAfter(at)) {
                return dossier.barred(Bar.DEADLINE_PAST);
            }
            return dossier.draft(transition)
                    .bill(bill.asked(asked.reference()))
                    .pause(new Pause(Pause.Cause.PAYMENT, dossier.status(), at, deadline, amount, null))
                    .awaits(asked.givenUpAt())
                    .stands(ClockEntry.Kind.PAUSE, at, Pause.Cause.PAYMENT.name())
                    .after(new Fact.PaymentRequested(at, by, amount, deadline));
        });
    }

    /**
     * A payment.
     *
     * @param reference by which the gateway or the cashier knows it; a dossier has it once
     * @param paidAt not after the confirmation
     * @param gateway null where it was paid another way than online, and where that was not told
     */
    public record Paid(String reference, long amount, PaymentMethod method, Instant paidAt, Gateway gateway) {

        /** What no gateway told of. */
        public Paid(String reference, long amount, PaymentMethod method, Instant paidAt) {
            this(reference, amount, method, paidAt, null);
        }
    }

    /**
     * All that was asked for is paid, and the clock goes on (T18); or all that is open is paid without having been asked for, and
     * nothing else changes.
     *
     * @param policy how the clock goes on: what the appointment was counted by
     * @param appointment null where the clock did not stand still
     */
    public Attempt confirm(Actor by, Paid paid, ClockPolicy policy, Appointment appointment, Instant at) {
        return dossier.taking(Step.PAYMENT, by, at, transition -> {
            if (paid.reference() == null) {
                return dossier.barred(Bar.REFERENCE_MISSING);
            }
            if (dossier.course().payments().contains(paid.reference())) {
                return dossier.barred(Bar.REFERENCE_KNOWN);
            }
            if (paid.amount() != awaited()) {
                return dossier.barred(Bar.AMOUNT_DIFFERS);
            }
            if (paid.paidAt().isAfter(at)) {
                return dossier.barred(Bar.PAID_IN_FUTURE);
            }
            var fact = new Fact.PaymentConfirmed(
                    at,
                    by,
                    paid.amount(),
                    paid.method(),
                    paid.paidAt(),
                    dossier.timeline().dueAt(),
                    paid.gateway());
            var draft =
                    transition == Transition.T18 ? dossier.goesOn(policy, appointment, at) : dossier.draft(transition);
            return draft.paid(paid.reference())
                    .bill(settled(dossier.course().owed(), paid))
                    .after(fact);
        });
    }

    /** The same for what was paid under the reference of a request: barred unless the dossier waits for this very one. */
    public Attempt confirmRequest(Actor by, Paid paid, ClockPolicy policy, Appointment appointment, Instant at) {
        var pause = dossier.course().pause();
        return pause == null
                        || pause.cause() != Pause.Cause.PAYMENT
                        || !paid.reference().equals(dossier.course().owed().request())
                ? dossier.barred(dossier.isClosed() ? Bar.of(dossier, Step.PAYMENT) : Bar.NO_PAYMENT_ASKED)
                : confirm(by, paid, policy, appointment, at);
    }

    /** What was asked for elsewhere has no line here until it is paid. */
    private static Bill settled(Bill bill, Paid paid) {
        return (bill.outstanding() == 0 ? bill.noticed(paid.amount()) : bill).settled(paid.reference());
    }

    /** What a payment has to be, to the đồng; 0 where none is due. */
    public long awaited() {
        var pause = dossier.course().pause();
        return pause != null && pause.amount() != null
                ? pause.amount()
                : dossier.course().owed().outstanding();
    }

    /**
     * Money that goes back.
     *
     * @param payment reference of the payment
     * @param reference by which the bank or the cashier knows the way back
     * @param amount all of the payment
     * @param reason code of the reason
     * @param surplus whether it never settled anything: it came late, twice or in another amount
     */
    public record Refund(String payment, String reference, long amount, String reason, boolean surplus) {}

    /** A payment is given back, also after the end; the dossier stays where it stands. Source: the fee law of the sector. */
    public Attempt refund(Actor by, Refund refund, Instant at) {
        return dossier.taking(Step.REFUND, by, at, transition -> {
            var bill = dossier.course().owed();
            if (refund.amount() < 1 || (!refund.surplus() && refund.amount() != bill.refundable(refund.payment()))) {
                return dossier.barred(Bar.NOTHING_TO_REFUND);
            }
            if (refund.reason() == null) {
                return dossier.barred(Bar.REASON_MISSING);
            }
            return dossier.draft(transition)
                    .bill(refund.surplus() ? bill : givenBack(bill, refund))
                    .after(new Fact.PaymentRefunded(at, by, refund.amount(), refund.reason(), refund.surplus()));
        });
    }

    /** What was taken for somebody else's dossier is owed again by this one, as long as it is open; else what was given back is not asked for again. */
    private Bill givenBack(Bill bill, Refund refund) {
        return COLLECTED_BY_ERROR.equals(refund.reason()) && !dossier.isClosed()
                ? bill.reopened(refund.payment())
                : bill.givenBack(refund.payment(), refund.reference());
    }

    /** How what it costs stands; empty where it costs nothing. */
    public Optional<PaymentState> state() {
        var pause = dossier.course().pause();
        return dossier.course()
                .owed()
                .state(pause != null && pause.cause() == Pause.Cause.PAYMENT, endedWithoutResult());
    }

    /** What was paid for a dossier that ended without a result, and was not given back. */
    public long refundDue() {
        var bill = dossier.course().owed();
        return endedWithoutResult() ? bill.paid() - bill.refunded() : 0;
    }

    private boolean endedWithoutResult() {
        return dossier.isClosed() && dossier.outcome() == null;
    }
}
