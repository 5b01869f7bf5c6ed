package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.lifecycle.Counting;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Leg;
import vn.motcua.dossier.lifecycle.Parts;
import vn.motcua.dossier.lifecycle.Step;

/** Where other agencies are asked for their parts and answer. Answers and fails as {@link DossierDesk}. */
@ApplicationScoped
class PartsDesk {

    private final Steps steps;
    private final Intake intake;
    private final Dates dates;
    private final Catalogue catalogue;

    PartsDesk(Steps steps, Intake intake, Dates dates, Catalogue catalogue) {
        this.steps = steps;
        this.intake = intake;
        this.dates = dates;
        this.catalogue = catalogue;
    }

    Uni<Answer> ask(Order order, StepRequest.Part body) {
        var faults = new Faults();
        intake.agency("/agency", body.agency(), faults);
        var limit = limit(body.limit(), faults);
        intake.present("/task", body.task(), faults);
        var task = intake.text("/task", body.task(), ApplicantRules.LONGEST_NOTE, faults);
        faults.raise();
        var asked = new Parts.Asked(body.agency(), limit, body.after(), task, Boolean.TRUE.equals(body.paper()));
        return steps.take(intake.noted(order, body.note()), Step.LEG, (dossier, actor, at) -> {
            exists(body.agency(), LocalDate.ofInstant(at, DossierCode.ZONE));
            return dossier.parts().ask(actor, asked, dates.ofAgencies(), at);
        });
    }

    /** What was merged or closed is asked for nothing any more. */
    private void exists(String agency, LocalDate day) {
        var faults = new Faults();
        if (catalogue.agencyOn(agency, day).isEmpty()) {
            faults.rule(
                    "/agency",
                    "Cơ quan này không hoạt động vào ngày này; hãy gửi cơ quan kế thừa.",
                    "There is no such agency on this day; ask its successor.");
        }
        faults.raise();
    }

    Uni<Answer> receive(Order order, int number, StepRequest.Taken body) {
        return steps.take(
                intake.noted(order, body.note()),
                Step.LEG_RECEIPT,
                (dossier, actor, at) -> dossier.parts().receive(actor, number, counting(dossier, number), at));
    }

    Uni<Answer> finish(Order order, int number, StepRequest.PartDone body) {
        var faults = new Faults();
        intake.present("/outcome", body.outcome(), faults);
        var reason = intake.partReason(body.outcome(), body.reason(), faults);
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

    /** Of the agency that has the part; of the lead where there is no such part, which is barred. */
    private Counting counting(Dossier dossier, int number) {
        return dates.counting(dossier.course()
                .leg(number)
                .map(Leg::agency)
                .orElse(dossier.matter().agency()));
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
