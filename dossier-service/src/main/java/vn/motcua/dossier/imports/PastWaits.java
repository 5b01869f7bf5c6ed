package vn.motcua.dossier.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import vn.motcua.dossier.casework.Dates;
import vn.motcua.dossier.imports.ImportLine.PastStep;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Papers;
import vn.motcua.dossier.lifecycle.PaymentMethod;
import vn.motcua.dossier.lifecycle.Payments;
import vn.motcua.dossier.lifecycle.Step;

/** How a past dossier waited for its applicant: papers and payments. */
@ApplicationScoped
class PastWaits {

    private final Dates dates;

    PastWaits(Dates dates) {
        this.dates = dates;
    }

    /** One of these steps, at its own time. */
    Attempt past(Dossier dossier, Step kind, PastStep step, Actor actor, Instant at) {
        var rules = dates.rules(dossier.matter());
        var open = dossier.isOpenTo(kind, actor.role(), rules);
        return switch (kind) {
            case SUPPLEMENT_REQUEST ->
                dossier.papers()
                        .request(
                                actor,
                                new Papers.Request(
                                        step.missing() == null ? List.of() : step.missing(),
                                        dates.deadlineElsewhere(step.deadline(), rules.supplementDays(), at),
                                        dates.papersUntil(dossier),
                                        step.legalBasis()),
                                rules,
                                at);
            case SUPPLEMENT ->
                dossier.papers()
                        .submit(
                                actor,
                                step.components() == null
                                        ? 0
                                        : step.components().size(),
                                dossier.matter().privateDigest(),
                                dates.replyDueAt(dossier.matter().agency(), rules, at),
                                at);
            case SUPPLEMENT_CONFIRMATION -> {
                var policy = rules.supplementClockPolicy();
                yield dossier.papers().confirm(actor, policy, open ? dates.goingOn(dossier, policy, at) : null, at);
            }
            case PAYMENT_REQUEST ->
                dossier.payments()
                        .request(
                                actor,
                                step.amount() == null ? 0 : step.amount(),
                                dates.deadlineElsewhere(step.deadline(), rules.paymentDays(), at),
                                at);
            case PAYMENT ->
                dossier.payments()
                        .confirm(
                                actor,
                                new Payments.Paid(
                                        step.reference(),
                                        step.amount() == null ? 0 : step.amount(),
                                        step.method() == null ? PaymentMethod.CASH : step.method(),
                                        at),
                                rules.paymentClockPolicy(),
                                open ? dates.goingOn(dossier, rules.paymentClockPolicy(), at) : null,
                                at);
            default -> throw new IllegalArgumentException("not a wait: " + kind);
        };
    }
}
