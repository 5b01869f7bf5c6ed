package vn.motcua.dossier.lifecycle;

import static vn.motcua.dossier.lifecycle.Samples.ACCOUNT;
import static vn.motcua.dossier.lifecycle.Samples.AGENCY;
import static vn.motcua.dossier.lifecycle.Samples.APPOINTMENT;
import static vn.motcua.dossier.lifecycle.Samples.LIMIT;
import static vn.motcua.dossier.lifecycle.Samples.WORKFLOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.calendar.TimeLimit;

/** Asks for any step with everything that it needs. */
final class Asking {

    private Asking() {}

    /** Exhaustive: a new step says how it is asked for. */
    static Attempt attempt(Dossier dossier, Step step, Actor by, Instant at) {
        return switch (step) {
            case SUBMISSION -> throw new AssertionError("nothing is submitted twice");
            case ACCEPTANCE -> dossier.accept(by, APPOINTMENT, at);
            case REFUSAL -> dossier.refuse(by, "INCOMPLETE", at);
            case PROCESSING -> dossier.begin(by, null, Workflow.NONE, Hours.COUNTING, at);
            case ASSIGNMENT -> dossier.routing().assign(by, true, ACCOUNT, AGENCY, Samples.WORKFLOW, at);
            case FORWARDING -> dossier.routing().forward(by, ACCOUNT, WORKFLOW, Hours.COUNTING, at);
            case SENDING_BACK -> dossier.routing().sendBack(by, "INCOMPLETE", WORKFLOW, Hours.COUNTING, at);
            case RECALL -> dossier.routing().recall(by, ACCOUNT, WORKFLOW, Hours.COUNTING, at);
            case SUPPLEMENT_REQUEST ->
                dossier.papers()
                        .request(
                                by,
                                new Papers.Request(
                                        List.of("CCCD"), Lives.DEADLINE, Lives.LAST_DAY_FOR_PAPERS, "Art. 9"),
                                Laws.OF_2022,
                                at);
            case SUPPLEMENT -> dossier.papers().submit(by, 1, "sha256:01", Lives.REPLY, at);
            case SUPPLEMENT_CONFIRMATION ->
                dossier.papers().confirm(by, ClockPolicy.RESTART, Hours.whole(LIMIT, at), at);
            case PAYMENT_REQUEST -> dossier.payments().request(by, Lives.FEE, Lives.PAY_DEADLINE, at);
            case PAYMENT -> dossier.payments().confirm(by, Lives.paid(at), ClockPolicy.RESUME, later(dossier), at);
            case REFUND ->
                dossier.payments()
                        .refund(by, new Payments.Refund("pay-1", "back-1", Lives.FEE, "PAID_TWICE", false), at);
            case EXTENSION -> dossier.timekeeping().extend(by, later(dossier), "WORKLOAD", Laws.OF_2022, at);
            case STOP -> dossier.stops().stop(by, "COURT", true, at);
            case RESUMPTION -> dossier.stops().resume(by, later(dossier), at);
            case WITHDRAWAL -> dossier.withdraw(by, null, at);
            case COMPLETION -> dossier.complete(by, Outcome.GRANTED, "1/KQ", null, WORKFLOW, at);
            case RESULT_RECALL -> dossier.recallResult(by, "WRONG", later(dossier), at);
            case RETURN -> dossier.handOver(by, via(by.role()), IdentityCheck.OF_OWNER, at);
            case LEG ->
                dossier.parts().ask(by, Samples.part("H03.03", TimeLimit.workingDays(1), null), Hours.EVERYWHERE, at);
            case LEG_RECEIPT -> dossier.parts().receive(by, 1, Hours.COUNTING, at);
            case LEG_COMPLETION -> dossier.parts().finish(by, 1, Leg.Outcome.DONE, null, at);
            case LEG_WITHDRAWAL -> dossier.parts().withdraw(by, 1, "PART_NOT_NEEDED", at);
            case LEG_TRANSFER -> dossier.parts().leave(by, 1, at);
            case TRANSFER ->
                dossier.amendments()
                        .transfer(by, "H03.03", List.of("H03", "H03.03"), true, TransferCause.COMPETENCE, at);
            case CORRECTION ->
                dossier.amendments()
                        .correct(
                                by,
                                Correction.of(
                                        dossier.matter().returnedBy(ReturnMethod.COUNTER),
                                        Set.of(CorrectedField.RETURN_METHOD)),
                                "WRONG_METHOD",
                                at);
            case RECIPIENT_CHANGE -> dossier.amendments().readdress(by, "sha256:02", at);
            case VOIDING -> dossier.amendments().setAside(by, "ENTERED_TWICE", at);
            case MERGER -> dossier.amendments().merge(by, new UUID(1, 2), "H03.01-220608-0002", at);
            case DOCUMENT -> dossier.documents().add(by, Samples.document(false), at);
            case ADOPTION -> dossier.amendments().adopt(by, APPOINTMENT, at);
            case RATING -> dossier.ratings().rate(by, 5, Map.of(RatingDimension.TIME, 4), at);
            case REDATING ->
                dossier.timekeeping()
                        .redate(
                                dossier.status() == DossierStatus.SUBMITTED
                                        ? Redating.ofReply(at.plusSeconds(3600))
                                        : Redating.of(later(dossier)),
                                at);
            // Nobody asks for these: they ring, see TimekeepingTest.
            case WARNING ->
                dossier.taking(
                        step, by, at, arrow -> dossier.draft(arrow).after(new Fact.DueSoon(at, by, Warning.DAYS)));
            case LATENESS ->
                dossier.taking(step, by, at, arrow -> dossier.draft(arrow).after(new Fact.Overdue(at, by)));
        };
    }

    /** A week more than there was. */
    private static Appointment later(Dossier dossier) {
        var due = dossier.timeline().dueAt();
        return due == null ? APPOINTMENT : Hours.promised(LIMIT, dossier.changedAt(), due.plus(Duration.ofDays(7)));
    }

    /** How somebody in this role hands a result over. */
    static Via via(Role role) {
        return switch (role) {
            case CITIZEN -> Via.ONLINE;
            case POSTAL -> Via.POST;
            case RECEPTION, OFFICER, LEADER, CLERK, CASHIER, SYSTEM -> Via.COUNTER;
        };
    }
}
