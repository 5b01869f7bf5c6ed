package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.lifecycle.Correction;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Step;

/** Where mistakes are put right in the open. Answers and fails as {@link DossierDesk}. */
@ApplicationScoped
class AmendmentDesk {

    private final Steps steps;
    private final DossierStore store;
    private final Intake intake;
    private final Dates dates;
    private final Catalogue catalogue;
    private final Corrections corrections;

    AmendmentDesk(
            Steps steps, DossierStore store, Intake intake, Dates dates, Catalogue catalogue, Corrections corrections) {
        this.steps = steps;
        this.store = store;
        this.intake = intake;
        this.dates = dates;
        this.catalogue = catalogue;
        this.corrections = corrections;
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
        var reason = corrections.reason(body);
        return steps.amend(intake.noted(order, body.note()), Step.CORRECTION, (kept, actor, at) -> {
            // Whoever is barred needs no calendar.
            if (!kept.dossier()
                    .isOpenTo(
                            Step.CORRECTION,
                            actor.role(),
                            dates.rules(kept.dossier().matter()))) {
                var nothing = Correction.of(kept.dossier().matter(), Set.of());
                return new Steps.Amended(kept.dossier().amendments().correct(actor, nothing, reason, at), null);
            }
            var read = corrections.read(kept, body, at);
            return new Steps.Amended(
                    kept.dossier().amendments().correct(actor, read.correction(), reason, at), read.part());
        });
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
        var reason = intake.reason(body.reason(), Corrections.PURPOSE, faults);
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
                .chain(found -> steps.take(
                        noted,
                        Step.MERGER,
                        (dossier, actor, at) -> {
                            if (found.filter(other -> isTwin(other, dossier.matter()))
                                    .isEmpty()) {
                                throw Refusals.noTwin();
                            }
                            var stays = found.get();
                            return dossier.amendments().merge(actor, stays.id(), body.into(), at);
                        },
                        (tx, before, after) -> stillTwins(tx, before, body.into())));
    }

    /** Both held, the other as it stands now: of two mergers of each into the other one is told that there is nothing to merge into. */
    private static Uni<Void> stillTwins(SqlConnection tx, Dossier goes, String into) {
        var held = new DossierStore(tx);
        return held.hold(goes.code(), into)
                .chain(() -> held.matterOf(into))
                .invoke(found -> {
                    if (found.filter(other -> isTwin(other, goes.matter())).isEmpty()) {
                        throw Refusals.noTwin();
                    }
                })
                .replaceWithVoid();
    }

    /** What was imported or mirrored becomes live. */
    Uni<Answer> adopt(Order order, StepRequest.Taken body) {
        return steps.take(
                intake.noted(order, body.note()),
                Step.ADOPTION,
                (dossier, actor, at) -> dossier.amendments().adopt(actor, dates.promisedElsewhere(dossier, at), at));
    }

    private static boolean isTwin(DossierStore.Twin other, Matter matter) {
        return other.open()
                && other.agency().equals(matter.agency())
                && other.procedure().equals(matter.procedure())
                // Whose dossier stays hears of it and gets the result: never somebody else. At the counter whoever sees
                // the papers knows.
                && (other.citizen() == null
                        || matter.citizen() == null
                        || other.citizen().equals(matter.citizen()));
    }
}
