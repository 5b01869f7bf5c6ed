package vn.motcua.dossier.lifecycle;

import java.time.Instant;

/** What the applicant has to pay in the course of processing (nghĩa vụ tài chính); amounts in whole đồng. */
public record Payments(Dossier dossier) {

    /** Asks for a payment; the clock stands still. T17. @param deadline null without one */
    public Attempt request(Actor by, long amount, Instant deadline, Instant at) {
        return dossier.taking(Step.PAYMENT_REQUEST, by, at, transition -> {
            if (amount < 1) {
                return dossier.barred(Bar.NOTHING_TO_PAY);
            }
            if (deadline != null && !deadline.isAfter(at)) {
                return dossier.barred(Bar.DEADLINE_PAST);
            }
            return dossier.draft(transition)
                    .pause(new Pause(Pause.Cause.PAYMENT, dossier.status(), at, deadline, amount, null))
                    .awaits(deadline)
                    .stands(ClockEntry.Kind.PAUSE, at, Pause.Cause.PAYMENT.name())
                    .after(new Fact.PaymentRequested(at, by, amount, deadline));
        });
    }

    /**
     * A payment.
     *
     * @param reference by which the gateway or the cashier knows it; a dossier has it once
     * @param paidAt not after the confirmation
     */
    public record Paid(String reference, long amount, PaymentMethod method, Instant paidAt) {}

    /** All that was asked for is paid; the clock goes on. T18. @param policy how: what the appointment was counted by */
    public Attempt confirm(Actor by, Paid paid, ClockPolicy policy, Appointment appointment, Instant at) {
        return dossier.taking(Step.PAYMENT, by, at, transition -> {
            if (paid.reference() == null) {
                return dossier.barred(Bar.REFERENCE_MISSING);
            }
            if (dossier.course().payments().contains(paid.reference())) {
                return dossier.barred(Bar.REFERENCE_KNOWN);
            }
            if (paid.amount() != dossier.course().pause().amount()) {
                return dossier.barred(Bar.AMOUNT_DIFFERS);
            }
            if (paid.paidAt().isAfter(at)) {
                return dossier.barred(Bar.PAID_IN_FUTURE);
            }
            return dossier.goesOn(policy, appointment, at)
                    .paid(paid.reference())
                    .after(new Fact.PaymentConfirmed(
                            at,
                            by,
                            paid.amount(),
                            paid.method(),
                            paid.paidAt(),
                            dossier.timeline().dueAt()));
        });
    }
}
