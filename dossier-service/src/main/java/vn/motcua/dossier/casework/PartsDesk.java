package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.lifecycle.Step;

/** Where other agencies are asked for their parts and answer. Answers and fails as {@link DossierDesk}. */
@ApplicationScoped
class PartsDesk {

    private final Steps steps;
    private final Intake intake;
    private final Dates dates;

    PartsDesk(Steps steps, Intake intake, Dates dates) {
        this.steps = steps;
        this.intake = intake;
        this.dates = dates;
    }

    Uni<Answer> ask(Order order, StepRequest.Part body) {
        var faults = new Faults();
        intake.agency("/agency", body.agency(), faults);
        var limit = limit(body.limit(), faults);
        faults.raise();
        return steps.take(
                intake.noted(order, body.note()),
                Step.LEG,
                (dossier, actor, at) -> dossier.parts()
                        .ask(actor, body.agency(), limit, body.after(), dates.counting(body.agency()), at));
    }

    Uni<Answer> receive(Order order, int number, StepRequest.Taken body) {
        return steps.take(
                intake.noted(order, body.note()),
                Step.LEG_RECEIPT,
                (dossier, actor, at) -> dossier.parts().receive(actor, number, at));
    }

    Uni<Answer> finish(Order order, int number, StepRequest.PartDone body) {
        var faults = new Faults();
        intake.present("/outcome", body.outcome(), faults);
        var reason = intake.decliningReason(body.outcome(), body.reason(), faults);
        faults.raise();
        return steps.take(
                intake.noted(order, body.note()),
                Step.LEG_COMPLETION,
                (dossier, actor, at) -> dossier.parts().finish(actor, number, body.outcome(), reason, at));
    }

    Uni<Answer> withdraw(Order order, int number, StepRequest.Reasoned body) {
        var faults = new Faults();
        var reason = intake.reason(body.reason(), Step.LEG_WITHDRAWAL.name(), faults);
        faults.raise();
        return steps.take(
                intake.noted(order, body.note()),
                Step.LEG_WITHDRAWAL,
                (dossier, actor, at) -> dossier.parts().withdraw(actor, number, reason, at));
    }

    private static TimeLimit limit(StepRequest.Part.Limit given, Faults faults) {
        var unit = given == null ? null : given.unit();
        var amount = given == null || given.amount() == null ? 0 : given.amount();
        var counts = unit == LimitUnit.NONE ? amount == 0 : amount >= 1 && amount <= TimeLimit.MOST;
        if (unit == null || !counts) {
            faults.rule(
                    "/limit",
                    "Thời hạn gồm số lượng từ 1 đến " + TimeLimit.MOST + " và đơn vị.",
                    "A limit is an amount from 1 to " + TimeLimit.MOST + " and its unit.");
            return TimeLimit.none();
        }
        return new TimeLimit(amount, unit);
    }
}
