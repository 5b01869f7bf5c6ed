package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.lifecycle.IdentityCheck;
import vn.motcua.dossier.lifecycle.Originals;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.lifecycle.Terms;

/**
 * Where steps are taken. An answer that is not a failure is committed. The same key with the same content is answered as the first time and
 * changes nothing. Fails with {@link Problem}: not-found, forbidden, key-reused, stale, barred, rule-violated, unknown-code,
 * calendar-not-published.
 */
@ApplicationScoped
public class DossierDesk {

    private final Openings openings;
    private final Steps steps;
    private final Intake intake;
    private final Dates dates;
    private final Fees fees;

    DossierDesk(Openings openings, Steps steps, Intake intake, Dates dates, Fees fees) {
        this.openings = openings;
        this.steps = steps;
        this.intake = intake;
        this.dates = dates;
        this.fees = fees;
    }

    /** Brings a new dossier in: T01 online, T02 or T05 at the counter and by post. */
    public Uni<Answer> open(OpeningRequest request, Party by, Provenance provenance) {
        return openings.open(request, by, provenance);
    }

    /** T03. */
    public Uni<Answer> accept(Order order, StepRequest.Taken body) {
        return steps.take(noted(order, body.note()), Step.ACCEPTANCE, (dossier, actor, at) -> {
            // Only who may accept now needs the calendar: the others are barred, whether it is there or not.
            if (!dossier.isOpenTo(Step.ACCEPTANCE, actor.role(), dates.rules(dossier.matter()))) {
                return dossier.accept(actor, null, at);
            }
            var now = intake.accepting(dossier.matter(), at);
            var bill = dossier.course().owed();
            if (now.isAnother(dossier.matter())) {
                bill = bill.under(
                        fees.bill(now.matter().procedure(), now.matter().procedureVersion()));
            }
            return dossier.accept(
                    actor,
                    now.matter(),
                    new Terms(true, now.competent(), bill, false, null),
                    now.competent() ? dates.accepted(now.matter(), at) : null,
                    at);
        });
    }

    /** T04. */
    public Uni<Answer> refuse(Order order, StepRequest.Refusal body) {
        var faults = new Faults();
        var reason = intake.refusalReason(body.reason(), faults);
        faults.raise();
        return steps.take(
                noted(order, body.note()), Step.REFUSAL, (dossier, actor, at) -> dossier.refuse(actor, reason, at));
    }

    /** T09: an officer takes it for themselves, reception forwards it to the agency. */
    public Uni<Answer> begin(Order order, StepRequest.Taken body) {
        return steps.take(noted(order, body.note()), Step.PROCESSING, (dossier, actor, at) -> {
            var account = actor.role() == Role.OFFICER ? order.by().account() : null;
            return dossier.begin(
                    actor,
                    account,
                    intake.workflow(dossier.matter()),
                    dates.counting(dossier.matter().agency()),
                    at);
        });
    }

    /** T20, T21. */
    public Uni<Answer> withdraw(Order order, StepRequest.Withdrawal body) {
        var faults = new Faults();
        var reason = intake.reason(body.reason(), Step.WITHDRAWAL.name(), faults);
        faults.raise();
        return steps.amend(noted(order, body.note()), Step.WITHDRAWAL, (kept, actor, at) -> {
            var originals = originals(kept, body.originalsReturned());
            return new Steps.Amended(kept.dossier().withdraw(actor, reason, originals, at), null);
        });
    }

    /** T24, T25, T26. */
    public Uni<Answer> complete(Order order, StepRequest.Completion body) {
        var faults = new Faults();
        intake.present("/outcome", body.outcome(), faults);
        var reference = intake.resultReference(body.resultReference(), faults);
        var reason = intake.decisionReason(body.outcome(), body.reason(), faults);
        faults.raise();
        return steps.amend(noted(order, body.note()), Step.COMPLETION, (kept, actor, at) -> {
            var matter = kept.dossier().matter();
            return new Steps.Amended(
                    kept.dossier()
                            .complete(
                                    actor,
                                    body.outcome(),
                                    reference,
                                    reason,
                                    intake.workflow(matter),
                                    Filings.resultGoesAsFile(matter),
                                    kept.extensionProposed(),
                                    at),
                    null);
        });
    }

    /** T27. */
    public Uni<Answer> handOver(Order order, StepRequest.Return body) {
        var faults = new Faults();
        intake.present("/via", body.via(), faults);
        faults.raise();
        return steps.amend(noted(order, body.note()), Step.RETURN, (kept, actor, at) -> {
            var check = new IdentityCheck(
                    Boolean.TRUE.equals(body.identityChecked()),
                    body.collectedBy(),
                    Boolean.TRUE.equals(body.authorisationChecked()),
                    kept.part().authorisedPerson() != null);
            var originals = originals(kept, body.originalsReturned());
            return new Steps.Amended(kept.dossier().handOver(actor, body.via(), check, originals, at), null);
        });
    }

    private static Originals originals(Kept kept, Boolean returned) {
        var taken =
                kept.part().components().stream().anyMatch(paper -> paper.originals() != null && paper.originals() > 0);
        return new Originals(taken, Boolean.TRUE.equals(returned));
    }

    private Order noted(Order order, String note) {
        return intake.noted(order, note);
    }
}
