package vn.motcua.dossier.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import vn.motcua.dossier.lifecycle.Bill;
import vn.motcua.dossier.lifecycle.CorrectedField;
import vn.motcua.dossier.lifecycle.Correction;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Flow;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/** What was entered wrongly, read against the dossier and the catalogue. Thread-safe. */
@ApplicationScoped
class Corrections {

    static final String PURPOSE = "CORRECTION";
    private static final int LONGEST_CITIZEN = 200;

    private final Intake intake;
    private final Dates dates;
    private final Fees fees;

    Corrections(Intake intake, Dates dates, Fees fees) {
        this.intake = intake;
        this.dates = dates;
        this.fees = fees;
    }

    /** @param part the private part as it shall be; null where it stays */
    record Read(Correction correction, PrivatePart part) {}

    /** What can be said without the dossier: the reason's code, null without one. 422. */
    String reason(StepRequest.Correction body) {
        var faults = new Faults();
        var reason = intake.reason(body.reason(), PURPOSE, faults);
        intake.text("/citizen", body.citizen(), LONGEST_CITIZEN, faults);
        faults.raise();
        return reason;
    }

    /** The dossier as it is in truth; 422 where that cannot be. */
    Read read(Kept kept, StepRequest.Correction body, Instant at) {
        var dossier = kept.dossier();
        var faults = new Faults();
        var fields = EnumSet.noneOf(CorrectedField.class);
        var matter = dossier.matter();
        PrivatePart part = null;
        if (body.procedure() != null && isAnother(body.procedure(), matter)) {
            matter = intake.under(matter, body.procedure(), dossier, at, faults);
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
            var citizen = intake.text("/citizen", body.citizen(), LONGEST_CITIZEN, faults);
            matter = matter.ownedBy(body.applicant() == null ? matter.citizen() : citizen, part.digest());
            if (body.applicant() != null) {
                fields.add(CorrectedField.OWNER);
            }
            if (!Objects.equals(part.authorisedPerson(), kept.part().authorisedPerson())) {
                fields.add(CorrectedField.AUTHORISED_PERSON);
            }
        } else if (matter.returnMethod() == ReturnMethod.POST && fields.contains(CorrectedField.RETURN_METHOD)) {
            intake.reachableByPost(kept.part(), faults);
        }
        faults.raise();
        var anew = fields.contains(CorrectedField.PROCEDURE);
        var appointment = anew && counts(dossier) ? dates.recounted(dossier, matter, at) : null;
        var first = anew && counts(dossier) && !dossier.isClosed()
                ? Flow.first(intake.workflow(matter), dates.counting(matter.agency()), at)
                : null;
        return new Read(
                new Correction(matter, fields, appointment, first, anew ? tariff(dossier, matter) : null), part);
    }

    /** What was imported was paid for elsewhere, and what is closed was paid as it was. */
    private Bill tariff(Dossier dossier, Matter right) {
        return dossier.matter().origin() == Origin.LIVE && !dossier.isClosed()
                ? fees.bill(right.procedure(), right.procedureVersion())
                : null;
    }

    /** The same one that the catalogue has got since is another to whoever counts by it. */
    private static boolean isAnother(String procedure, Matter matter) {
        return !matter.isOfKnownProcedure() || !procedure.equals(matter.procedure());
    }

    private static boolean counts(Dossier dossier) {
        return !dossier.course().clock().isEmpty();
    }
}
