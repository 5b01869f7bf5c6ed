package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Bill;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Papers;
import vn.motcua.dossier.lifecycle.Payments;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.payments.PaymentReference;
import vn.motcua.dossier.payments.PaymentsConfig;

/** Where dossiers are made to wait for the applicant, and go on: papers and payments. Answers and fails as {@link DossierDesk}. */
@ApplicationScoped
class WaitingDesk {

    private static final int LONGEST_BASIS = 500;
    private static final int LONGEST_REFERENCE = 100;
    private static final long MOST_DONG = 1_000_000_000_000L;

    private final Steps steps;
    private final Intake intake;
    private final Dates dates;
    private final Fees fees;
    private final Books books;
    private final Proposed proposed;
    private final PaymentsConfig payments;

    WaitingDesk(
            Steps steps,
            Intake intake,
            Dates dates,
            Fees fees,
            Books books,
            Proposed proposed,
            PaymentsConfig payments) {
        this.steps = steps;
        this.intake = intake;
        this.dates = dates;
        this.fees = fees;
        this.books = books;
        this.proposed = proposed;
        this.payments = payments;
    }

    /** T06, T13: as the one-stop shop sees fit, or as an officer proposed. */
    Uni<Answer> request(Order order, StepRequest.Supplementing body) {
        return proposed.decides(
                order, body.proposal(), StepRequest.Proposable.SUPPLEMENT, draft -> request(order, body, draft));
    }

    private Uni<Answer> request(Order order, StepRequest.Supplementing given, Proposal draft) {
        var body = Proposed.filled(given, draft);
        var faults = new Faults();
        var missing = MissingPapers.read(body.missing(), intake, faults);
        var basis = intake.text("/legalBasis", body.legalBasis(), LONGEST_BASIS, faults);
        faults.raise();
        var noted = intake.noted(order, body.note());
        if (basis != null) {
            var note = noted.provenance().note();
            noted = noted.noting("Căn cứ: " + basis + (note == null ? "" : "\n" + note));
        }
        return steps.amend(
                noted,
                Step.SUPPLEMENT_REQUEST,
                proposed.deciding(
                        draft, (dossier, actor, at) -> asked(dossier, actor, missing, body.deadline(), basis, at)));
    }

    /** Whether it could be asked for as things stand, by the leader. */
    Attempt couldBeAsked(Dossier dossier, Actor leader, StepRequest.Proposing body, Instant at) {
        var faults = new Faults();
        var missing = MissingPapers.read(body.missing(), intake, faults);
        var basis = intake.text("/legalBasis", body.legalBasis(), LONGEST_BASIS, faults);
        faults.raise();
        return asked(dossier, leader, missing, body.deadline(), basis, at);
    }

    private Attempt asked(
            Dossier dossier, Actor actor, List<String> missing, LocalDate named, String basis, Instant at) {
        return dossier.papers()
                .request(
                        actor,
                        new Papers.Request(
                                missing, deadline(dossier, named, true, at), dates.papersUntil(dossier), basis),
                        dates.rules(dossier.matter()),
                        at);
    }

    /** T07, T14. */
    Uni<Answer> supply(Order order, StepRequest.Supplement body) {
        return steps.amend(order, Step.SUPPLEMENT, (kept, actor, at) -> {
            var dossier = kept.dossier();
            var faults = new Faults();
            var sent = intake.papers(body.components(), dossier.matter(), faults);
            faults.raise();
            var all = new ArrayList<>(kept.part().components());
            all.addAll(sent);
            var part = kept.part().with(all);
            var matter = dossier.matter();
            var reply = dates.replyDueAt(matter.agency(), dates.rules(matter), at);
            return new Steps.Amended(dossier.papers().submit(actor, sent.size(), part.digest(), reply, at), part);
        });
    }

    /** T15. */
    Uni<Answer> confirm(Order order, StepRequest.Taken body) {
        return steps.take(intake.noted(order, body.note()), Step.SUPPLEMENT_CONFIRMATION, (dossier, actor, at) -> {
            var rules = dates.rules(dossier.matter());
            var policy = rules.supplementClockPolicy();
            return dossier.papers()
                    .confirm(
                            actor,
                            policy,
                            dossier.isOpenTo(Step.SUPPLEMENT_CONFIRMATION, actor.role(), rules)
                                    ? dates.goingOn(dossier, policy, at)
                                    : null,
                            at);
        });
    }

    /** T17. */
    Uni<Answer> ask(Order order, StepRequest.Paying body) {
        var faults = new Faults();
        var amount = body.amount() == null ? null : amount(body.amount(), faults);
        faults.raise();
        var reference = PaymentReference.fresh();
        return steps.take(
                intake.noted(order, body.note()),
                Step.PAYMENT_REQUEST,
                (dossier, actor, at) -> dossier.payments()
                        .request(
                                actor,
                                new Payments.Asked(
                                        amount,
                                        deadline(dossier, body.deadline(), false, at),
                                        reference,
                                        payments.toldWithin(),
                                        reliefs(body, dossier)),
                                at),
                books::asked);
    }

    /** T18. */
    Uni<Answer> pay(Order order, StepRequest.Payment body) {
        var faults = new Faults();
        var amount = amount(body.amount(), faults);
        var reference = intake.text("/reference", body.reference(), LONGEST_REFERENCE, faults);
        intake.present("/method", body.method(), faults);
        faults.raise();
        return steps.take(
                intake.noted(order, body.note()),
                Step.PAYMENT,
                (dossier, actor, at) -> {
                    var rules = dates.rules(dossier.matter());
                    var policy = rules.paymentClockPolicy();
                    return dossier.payments()
                            .confirm(
                                    actor,
                                    paid(body, reference, amount, at),
                                    policy,
                                    dossier.isOpenTo(Step.PAYMENT, actor.role(), rules)
                                            ? dates.goingOn(dossier, policy, at)
                                            : null,
                                    at);
                },
                (tx, before, after) -> books.taken(
                        tx,
                        before,
                        after,
                        paid(body, reference, amount, after.changedAt()),
                        order.by().agency()));
    }

    private static Payments.Paid paid(StepRequest.Payment body, String reference, long amount, Instant at) {
        var paidAt = body.paidAt() == null ? at : body.paidAt().toInstant().truncatedTo(ChronoUnit.MILLIS);
        return new Payments.Paid(reference, amount, body.method(), paidAt);
    }

    private List<Bill.Relief> reliefs(StepRequest.Paying body, Dossier dossier) {
        var faults = new Faults();
        var reliefs = fees.reliefs(body.reliefs(), dossier.course().owed(), faults);
        faults.raise();
        return reliefs;
    }

    private Instant deadline(Dossier dossier, LocalDate named, boolean forPapers, Instant at) {
        var rules = dates.rules(dossier.matter());
        return dates.deadline(
                dossier.matter().agency(), named, forPapers ? rules.supplementDays() : rules.paymentDays(), at);
    }

    private long amount(Long given, Faults faults) {
        if (given == null || given < 1 || given > MOST_DONG) {
            faults.rule("/amount", "Số tiền là số nguyên đồng, từ 1.", "An amount in whole đồng, from 1.");
            return 0;
        }
        return given;
    }
}
