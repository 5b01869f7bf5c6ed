package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.CorrectedField;
import vn.motcua.dossier.lifecycle.Correction;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Flow;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.ReturnMethod;
import vn.motcua.dossier.lifecycle.Step;

/** Where mistakes are put right in the open. Answers and fails as {@link DossierDesk}. */
@ApplicationScoped
class AmendmentDesk {

    private static final String PURPOSE = "CORRECTION";
    private static final int LONGEST_CITIZEN = 200;

    private final Steps steps;
    private final DossierStore store;
    private final Intake intake;
    private final Dates dates;
    private final Catalogue catalogue;

    AmendmentDesk(Steps steps, DossierStore store, Intake intake, Dates dates, Catalogue catalogue) {
        this.steps = steps;
        this.store = store;
        this.intake = intake;
        this.dates = dates;
        this.catalogue = catalogue;
    }

    /** Another agency answers. */
    Uni<Answer> transfer(Order order, StepRequest.Transfer body) {
        var faults = new Faults();
        intake.agency("/agency", body.agency(), faults);
        intake.present("/cause", body.cause(), faults);
        faults.raise();
        return steps.take(intake.noted(order, body.note()), Step.TRANSFER, (dossier, actor, at) -> {
            var day = LocalDate.ofInstant(at, DossierCode.ZONE);
            return dossier.amendments()
                    .transfer(
                            actor,
                            body.agency(),
                            catalogue.path(body.agency()),
                            intake.isCompetent(dossier.matter(), body.agency(), day),
                            body.cause(),
                            at);
        });
    }

    /** What was entered wrongly. */
    Uni<Answer> correct(Order order, StepRequest.Correction body) {
        var faults = new Faults();
        var reason = intake.reason(body.reason(), PURPOSE, faults);
        var citizen = intake.text("/citizen", body.citizen(), LONGEST_CITIZEN, faults);
        faults.raise();
        return steps.amend(
                intake.noted(order, body.note()),
                Step.CORRECTION,
                (kept, actor, at) -> corrected(kept, actor, body, citizen, reason, at));
    }

    private Steps.Amended corrected(
            Kept kept, Actor actor, StepRequest.Correction body, String citizen, String reason, Instant at) {
        var dossier = kept.dossier();
        var faults = new Faults();
        var fields = EnumSet.noneOf(CorrectedField.class);
        var matter = dossier.matter();
        PrivatePart part = null;
        if (body.procedure() != null && !body.procedure().equals(matter.procedure())) {
            matter = intake.under(matter, body.procedure(), dossier, faults);
            fields.add(CorrectedField.PROCEDURE);
        }
        if (body.returnMethod() != null && body.returnMethod() != matter.returnMethod()) {
            matter = matter.returnedBy(body.returnMethod());
            fields.add(CorrectedField.RETURN_METHOD);
        }
        var alone = Boolean.TRUE.equals(body.withoutAuthorisedPerson());
        if (body.applicant() != null || body.authorisedPerson() != null || alone) {
            part = intake.people(
                    kept.part(), body.applicant(), body.authorisedPerson(), alone, matter.returnMethod(), faults);
            matter = matter.ownedBy(body.applicant() == null ? matter.citizen() : citizen, part.digest());
            if (body.applicant() != null) {
                fields.add(CorrectedField.OWNER);
            }
            if (!Objects.equals(part.authorisedPerson(), kept.part().authorisedPerson())) {
                fields.add(CorrectedField.AUTHORISED_PERSON);
            }
        } else if (matter.returnMethod() == ReturnMethod.POST && fields.contains(CorrectedField.RETURN_METHOD)) {
            intake.reachableByPost(kept.part().applicant(), faults);
        }
        faults.raise();
        var anew = fields.contains(CorrectedField.PROCEDURE) && counts(dossier);
        var appointment = anew ? dates.recounted(dossier, matter, at) : null;
        var first = anew ? Flow.first(intake.workflow(matter), dates.counting(matter.agency()), at) : null;
        var correction = new Correction(matter, fields, appointment, first);
        return new Steps.Amended(dossier.amendments().correct(actor, correction, reason, at), part);
    }

    /** The same people are reached elsewhere, or the owner authorises somebody. */
    Uni<Answer> readdress(Order order, StepRequest.Recipient body) {
        return steps.amend(intake.noted(order, body.note()), Step.RECIPIENT_CHANGE, (kept, actor, at) -> {
            var faults = new Faults();
            if (body.applicant() == null && body.authorisedPerson() == null) {
                intake.present("/applicant", null, faults);
            }
            var part = intake.people(
                    kept.part(),
                    body.applicant(),
                    body.authorisedPerson(),
                    false,
                    kept.dossier().matter().returnMethod(),
                    faults);
            intake.samePeople(kept.part(), part, faults);
            faults.raise();
            return new Steps.Amended(kept.dossier().amendments().readdress(actor, part.digest(), at), part);
        });
    }

    /** It should never have been there. */
    Uni<Answer> setAside(Order order, StepRequest.Reasoned body) {
        var faults = new Faults();
        var reason = intake.reason(body.reason(), PURPOSE, faults);
        faults.raise();
        return steps.take(
                intake.noted(order, body.note()),
                Step.VOIDING,
                (dossier, actor, at) -> dossier.amendments().setAside(actor, reason, at));
    }

    /** It is in another one, of the same agency and procedure, which stays. */
    Uni<Answer> merge(Order order, StepRequest.Merger body) {
        var faults = new Faults();
        intake.present("/into", body.into(), faults);
        faults.raise();
        var noted = intake.noted(order, body.note());
        return store.matterOf(body.into())
                .chain(found -> steps.take(noted, Step.MERGER, (dossier, actor, at) -> {
                    if (found.filter(other -> isTwin(other, dossier.matter())).isEmpty()) {
                        throw Refusals.noTwin();
                    }
                    return dossier.amendments().merge(actor, body.into(), at);
                }));
    }

    /** What was imported or mirrored becomes live. */
    Uni<Answer> adopt(Order order, StepRequest.Taken body) {
        return steps.take(
                intake.noted(order, body.note()),
                Step.ADOPTION,
                (dossier, actor, at) -> dossier.amendments().adopt(actor, dates.promisedElsewhere(dossier, at), at));
    }

    private static boolean counts(Dossier dossier) {
        return !dossier.course().clock().isEmpty();
    }

    private static boolean isTwin(DossierStore.Twin other, Matter matter) {
        return other.open()
                && other.agency().equals(matter.agency())
                && other.procedure().equals(matter.procedure());
    }
}
