package vn.motcua.dossier.casework;

import java.util.Comparator;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.Adopted;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Assigned;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.ClockPolicy;
import vn.motcua.dossier.events.Collector;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.CorrectedField;
import vn.motcua.dossier.events.Document;
import vn.motcua.dossier.events.DocumentAdded;
import vn.motcua.dossier.events.DocumentKind;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.DueDateCause;
import vn.motcua.dossier.events.DueDateChanged;
import vn.motcua.dossier.events.DueSoon;
import vn.motcua.dossier.events.DueWarning;
import vn.motcua.dossier.events.EventHash;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.Form;
import vn.motcua.dossier.events.ForwardOverdue;
import vn.motcua.dossier.events.Leg;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegOutcome;
import vn.motcua.dossier.events.LegOverdue;
import vn.motcua.dossier.events.LegPlanned;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.LegWithdrawn;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.Merged;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.Overdue;
import vn.motcua.dossier.events.PaymentConfirmed;
import vn.motcua.dossier.events.PaymentGateway;
import vn.motcua.dossier.events.PaymentMethod;
import vn.motcua.dossier.events.PaymentRefunded;
import vn.motcua.dossier.events.PaymentRequested;
import vn.motcua.dossier.events.Prepayment;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.RatingDimension;
import vn.motcua.dossier.events.RatingSubmitted;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ReplyOverdue;
import vn.motcua.dossier.events.Reported;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Resumed;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.StepCompleted;
import vn.motcua.dossier.events.StepRecalled;
import vn.motcua.dossier.events.StepSentBack;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.SupplementCompleted;
import vn.motcua.dossier.events.SupplementPhase;
import vn.motcua.dossier.events.SupplementRequested;
import vn.motcua.dossier.events.SupplementSubmitted;
import vn.motcua.dossier.events.TransferCause;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.events.Voided;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.dossier.lifecycle.Course;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Fact;
import vn.motcua.dossier.lifecycle.Gateway;
import vn.motcua.dossier.lifecycle.LegalRules;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Payments;
import vn.motcua.dossier.lifecycle.Via;

/** A fact of the lifecycle in the words of the published language, with the dossier as it stands after it. */
final class PublishedFact implements Fact.Cases<DossierEvent> {

    private static final String DONG = "VND";

    private final DossierState state;
    private final LegalRules rules;
    private final Course course;

    private PublishedFact(DossierState state, LegalRules rules, Course course) {
        this.state = state;
        this.rules = rules;
        this.course = course;
    }

    /** @param rules that the dossier follows: with its day they say which form goes with it */
    static DossierEvent of(Dossier dossier, Fact fact, LegalRules rules) {
        return fact.fold(new PublishedFact(state(dossier), rules, dossier.course()));
    }

    /** Result documents: at least the one that the reference names. */
    private int results() {
        return Math.max(1, course.resultFiles().size());
    }

    /** What is recorded after the fact was paid elsewhere, and nobody told what it cost. */
    private Long feesDue() {
        return state.live() ? course.owed().total() : null;
    }

    private Form form(Fact fact) {
        var form = fact.form(rules);
        if (form == null) {
            return null;
        }
        var list = rules.forms().on(fact.at()).list();
        return new Form(Form.Code.valueOf(form.name()), list.numberOf(form).orElse(null), list.act());
    }

    private static Limit limit(TimeLimit limit) {
        return limit == null
                ? null
                : new Limit(limit.amount(), Limit.Unit.valueOf(limit.unit().name()));
    }

    /** Null before anything was decided. */
    private static Outcome outcome(vn.motcua.dossier.lifecycle.Outcome outcome) {
        return outcome == null ? null : Outcome.valueOf(outcome.name());
    }

    @Override
    public DossierEvent submitted(Fact.Submitted fact) {
        var documents = fact.documents().stream().map(PublishedFact::document).toList();
        return new Submitted(state, actor(fact), fact.replyDueAt(), prepayment(fact.prepaid()), documents);
    }

    @Override
    public DossierEvent accepted(Fact.Accepted fact) {
        return new Accepted(state, actor(fact), limit(fact.limit()), form(fact), feesDue());
    }

    @Override
    public DossierEvent refused(Fact.Refused fact) {
        return new Refused(state, actor(fact), fact.reason(), form(fact));
    }

    @Override
    public DossierEvent processingStarted(Fact.ProcessingStarted fact) {
        var begun = fact.begun();
        return new ProcessingStarted(
                state,
                actor(fact),
                begun == null ? null : begun.step(),
                begun == null ? null : begun.dueAt(),
                form(fact));
    }

    @Override
    public DossierEvent withdrawn(Fact.Withdrawn fact) {
        return new Withdrawn(state, actor(fact), fact.reason(), form(fact));
    }

    @Override
    public DossierEvent completed(Fact.Completed fact) {
        return new Completed(state, actor(fact), outcome(fact.outcome()), results(), fact.reason(), form(fact));
    }

    @Override
    public DossierEvent returned(Fact.Returned fact) {
        var collector = fact.collector() == null
                ? null
                : Collector.valueOf(fact.collector().name());
        return new Returned(state, actor(fact), via(fact.via()), collector);
    }

    @Override
    public DossierEvent supplementRequested(Fact.SupplementRequested fact) {
        var phase = fact.beforeAcceptance() ? SupplementPhase.RECEPTION : SupplementPhase.PROCESSING;
        return new SupplementRequested(
                state, actor(fact), phase, fact.items(), fact.deadline(), fact.count(), form(fact));
    }

    @Override
    public DossierEvent supplementSubmitted(Fact.SupplementSubmitted fact) {
        return new SupplementSubmitted(state, actor(fact), fact.items());
    }

    @Override
    public DossierEvent supplementCompleted(Fact.SupplementCompleted fact) {
        var policy = ClockPolicy.valueOf(fact.policy().name());
        return new SupplementCompleted(state, actor(fact), policy, fact.previousDueAt(), form(fact));
    }

    @Override
    public DossierEvent paymentRequested(Fact.PaymentRequested fact) {
        return new PaymentRequested(state, actor(fact), fact.amount(), DONG, fact.deadline());
    }

    @Override
    public DossierEvent paymentConfirmed(Fact.PaymentConfirmed fact) {
        var method = PaymentMethod.valueOf(fact.method().name());
        return new PaymentConfirmed(
                state,
                actor(fact),
                fact.amount(),
                DONG,
                method,
                fact.paidAt(),
                fact.previousDueAt(),
                gateway(fact.gateway()));
    }

    @Override
    public DossierEvent paymentRefunded(Fact.PaymentRefunded fact) {
        return new PaymentRefunded(state, actor(fact), fact.amount(), DONG, fact.reason(), fact.surplus());
    }

    @Override
    public DossierEvent assigned(Fact.Assigned fact) {
        return new Assigned(state, actor(fact), fact.unit());
    }

    @Override
    public DossierEvent stepCompleted(Fact.StepCompleted fact) {
        return new StepCompleted(
                state, actor(fact), fact.step(), fact.next(), fact.stepDueAt(), fact.nextDueAt(), form(fact));
    }

    @Override
    public DossierEvent stepSentBack(Fact.StepSentBack fact) {
        return new StepSentBack(
                state, actor(fact), fact.step(), fact.next(), fact.nextDueAt(), fact.reason(), form(fact));
    }

    @Override
    public DossierEvent stepRecalled(Fact.StepRecalled fact) {
        return new StepRecalled(state, actor(fact), fact.step(), fact.next(), fact.nextDueAt(), form(fact));
    }

    @Override
    public DossierEvent extended(Fact.Extended fact) {
        return new Extended(state, actor(fact), fact.previousDueAt(), fact.reason(), fact.lateNotice(), form(fact));
    }

    @Override
    public DossierEvent dueDateChanged(Fact.DueDateChanged fact) {
        var anew = fact.anew();
        return new DueDateChanged(
                state,
                actor(fact),
                fact.previousDueAt(),
                DueDateCause.CALENDAR,
                anew.replyDueAt(),
                anew.deadline(),
                anew.stepDueAt(),
                // Until when paper should be acknowledged is not when a part is due.
                anew.legs().stream()
                        .filter(leg -> leg.dueAt() != null)
                        .map(PublishedFact::leg)
                        .toList());
    }

    @Override
    public DossierEvent stopped(Fact.Stopped fact) {
        return new Stopped(state, actor(fact), fact.reason(), fact.resumable(), form(fact));
    }

    @Override
    public DossierEvent resumed(Fact.Resumed fact) {
        return new Resumed(state, actor(fact), fact.previousDueAt());
    }

    @Override
    public DossierEvent resultRecalled(Fact.ResultRecalled fact) {
        return new ResultRecalled(state, actor(fact), fact.reason(), fact.previousDueAt());
    }

    @Override
    public DossierEvent dueSoon(Fact.DueSoon fact) {
        return new DueSoon(state, actor(fact), DueWarning.valueOf(fact.warning().name()));
    }

    @Override
    public DossierEvent overdue(Fact.Overdue fact) {
        return new Overdue(state, actor(fact));
    }

    @Override
    public DossierEvent replyOverdue(Fact.ReplyOverdue fact) {
        return new ReplyOverdue(state, actor(fact), fact.replyDueAt());
    }

    @Override
    public DossierEvent forwardOverdue(Fact.ForwardOverdue fact) {
        return new ForwardOverdue(state, actor(fact), fact.forwardBy());
    }

    @Override
    public DossierEvent legPlanned(Fact.LegPlanned fact) {
        return new LegPlanned(state, actor(fact), leg(fact.leg()));
    }

    @Override
    public DossierEvent legOpened(Fact.LegOpened fact) {
        return new LegOpened(state, actor(fact), leg(fact.leg()));
    }

    @Override
    public DossierEvent legReceived(Fact.LegReceived fact) {
        return new LegReceived(state, actor(fact), leg(fact.leg()));
    }

    @Override
    public DossierEvent legFinished(Fact.LegFinished fact) {
        return new LegFinished(state, actor(fact), leg(fact.leg()), fact.reason());
    }

    @Override
    public DossierEvent legWithdrawn(Fact.LegWithdrawn fact) {
        return new LegWithdrawn(state, actor(fact), leg(fact.leg()), fact.reason());
    }

    @Override
    public DossierEvent legOverdue(Fact.LegOverdue fact) {
        return new LegOverdue(state, actor(fact), leg(fact.leg()));
    }

    @Override
    public DossierEvent transferred(Fact.Transferred fact) {
        var cause = TransferCause.valueOf(fact.cause().name());
        return new Transferred(state, actor(fact), AgencyRef.of(fact.fromAgency()), cause);
    }

    @Override
    public DossierEvent corrected(Fact.Corrected fact) {
        var fields = fact.fields().stream()
                .map(field -> CorrectedField.valueOf(field.name()))
                .sorted()
                .toList();
        var ended = fact.ended();
        var begun = fact.begun();
        return new Corrected(
                state,
                actor(fact),
                fields,
                fact.reason(),
                fact.previousDueAt(),
                limit(fact.limit()),
                ended == null ? null : ended.step(),
                ended == null ? null : ended.dueAt(),
                begun == null ? null : begun.step(),
                begun == null ? null : begun.dueAt(),
                feesDue());
    }

    @Override
    public DossierEvent recipientChanged(Fact.RecipientChanged fact) {
        return new RecipientChanged(state, actor(fact));
    }

    @Override
    public DossierEvent recipientErased(Fact.RecipientErased fact) {
        return new RecipientErased(state, actor(fact));
    }

    @Override
    public DossierEvent voided(Fact.Voided fact) {
        return new Voided(state, actor(fact), fact.reason());
    }

    @Override
    public DossierEvent merged(Fact.Merged fact) {
        return new Merged(state, actor(fact), new Merged.Into(fact.into(), fact.code()));
    }

    @Override
    public DossierEvent adopted(Fact.Adopted fact) {
        var before = Origin.valueOf(fact.previousOrigin().name());
        return new Adopted(state, actor(fact), before);
    }

    @Override
    public DossierEvent reported(Fact.Reported fact) {
        var irregularities =
                fact.irregularities().stream().map(Enum::name).sorted().toList();
        return new Reported(state, actor(fact), fact.word(), outcome(fact.outcome()), irregularities);
    }

    @Override
    public DossierEvent rated(Fact.Rated fact) {
        var dimensions = fact.dimensions().entrySet().stream()
                .map(one -> new RatingSubmitted.Dimension(
                        RatingDimension.valueOf(one.getKey().name()), one.getValue()))
                .sorted(Comparator.comparing(RatingSubmitted.Dimension::name))
                .toList();
        return new RatingSubmitted(state, actor(fact), fact.score(), dimensions);
    }

    private static Prepayment prepayment(Payments.Paid paid) {
        return paid == null
                ? null
                : new Prepayment(
                        paid.amount(),
                        DONG,
                        PaymentMethod.valueOf(paid.method().name()),
                        paid.paidAt(),
                        gateway(paid.gateway()));
    }

    private static PaymentGateway gateway(Gateway gateway) {
        return gateway == null ? null : PaymentGateway.valueOf(gateway.name());
    }

    @Override
    public DossierEvent documentAdded(Fact.DocumentAdded fact) {
        return new DocumentAdded(state, actor(fact), document(fact.document()));
    }

    private static Document document(vn.motcua.dossier.lifecycle.Document document) {
        return new Document(
                document.id(),
                document.component(),
                DocumentKind.valueOf(document.kind().name()),
                document.result(),
                EventHash.PREFIX + EventHash.sha256(document.salt() + document.sha256()),
                document.mediaType(),
                document.pages());
    }

    private static Leg leg(vn.motcua.dossier.lifecycle.Leg leg) {
        return new Leg(
                leg.number(),
                AgencyRef.of(leg.agency()),
                limit(leg.limit()),
                leg.after(),
                leg.openedAt(),
                leg.dueAt(),
                leg.receivedAt(),
                leg.finishedAt(),
                leg.outcome() == null ? null : LegOutcome.valueOf(leg.outcome().name()));
    }

    private static ReturnMethod via(Via via) {
        return switch (via) {
            case COUNTER -> ReturnMethod.COUNTER;
            case ONLINE -> ReturnMethod.ELECTRONIC;
            case POST -> ReturnMethod.POST;
        };
    }

    private static Actor actor(Fact fact) {
        return new Actor(Role.valueOf(fact.actor().role().name()), fact.actor().unit());
    }

    private static ProcedureRef procedure(Matter matter) {
        return matter.isOfKnownProcedure()
                ? new ProcedureRef(matter.procedure(), matter.procedureVersion(), matter.sector())
                : ProcedureRef.of(matter.procedure());
    }

    private static DossierState state(Dossier dossier) {
        var matter = dossier.matter();
        var times = dossier.timeline();
        return new DossierState(
                dossier.code(),
                Status.valueOf(dossier.status().name()),
                dossier.previousStatus() == null
                        ? null
                        : Status.valueOf(dossier.previousStatus().name()),
                Channel.valueOf(matter.channel().name()),
                ReturnMethod.valueOf(matter.returnMethod().name()),
                procedure(matter),
                new AgencyRef(matter.agency(), matter.agencyPath()),
                matter.receivingOneStop() == null ? null : AgencyRef.of(matter.receivingOneStop()),
                times.submittedAt(),
                times.acceptedAt(),
                times.dueAt(),
                times.originalDueAt(),
                dossier.course().pausedSince().orElse(null),
                times.completedAt(),
                times.endedAt(),
                times.returnedAt(),
                dossier.course().voidedAt(),
                Origin.valueOf(matter.origin().name()),
                matter.legalProfile().year(),
                matter.privateDigest());
    }
}
