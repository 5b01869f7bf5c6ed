package vn.motcua.dossier.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import vn.motcua.dossier.casework.DossierView.AgencyView;
import vn.motcua.dossier.casework.DossierView.AwaitingView;
import vn.motcua.dossier.casework.DossierView.ExtensionView;
import vn.motcua.dossier.casework.DossierView.FeeLineView;
import vn.motcua.dossier.casework.DossierView.FeesView;
import vn.motcua.dossier.casework.DossierView.FormView;
import vn.motcua.dossier.casework.DossierView.HandledByView;
import vn.motcua.dossier.casework.DossierView.LegView;
import vn.motcua.dossier.casework.DossierView.NextStep;
import vn.motcua.dossier.casework.DossierView.ProcedureView;
import vn.motcua.dossier.casework.DossierView.WorkflowView;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.lifecycle.Bill;
import vn.motcua.dossier.lifecycle.ClockEntry;
import vn.motcua.dossier.lifecycle.Course;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.lifecycle.Leg;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.lifecycle.Workflow;
import vn.motcua.dossier.staff.StaffDesk;

/** Shows a dossier to a caller who may see it. Thread-safe. */
@ApplicationScoped
public class DossierViews {

    private final Catalogue catalogue;
    private final Dates dates;
    private final StaffDesk staff;
    private final Clock clock;

    DossierViews(Catalogue catalogue, Dates dates, StaffDesk staff, Clock clock) {
        this.catalogue = catalogue;
        this.dates = dates;
        this.staff = staff;
        this.clock = clock;
    }

    /** The view for somebody; whether they may see the dossier at all was asked before. */
    public DossierView of(Dossier dossier, PrivatePart part, Party who) {
        var matter = dossier.matter();
        var times = dossier.timeline();
        var official = who.agency() != null;
        var mayKnow = Rights.maySeeApplicant(who, dossier);
        return new DossierView(
                dossier.id(),
                dossier.code(),
                dossier.status(),
                dossier.sequence(),
                new ProcedureView(
                        matter.procedure(), matter.procedureVersion(), nameOfProcedure(dossier), matter.sector()),
                new AgencyView(matter.agency(), nameOfAgency(matter.agency())),
                matter.receivingOneStop() == null
                        ? null
                        : new AgencyView(matter.receivingOneStop(), nameOfAgency(matter.receivingOneStop())),
                matter.channel(),
                matter.returnMethod(),
                matter.origin(),
                times.submittedAt(),
                times.replyDueAt(),
                times.acceptedAt(),
                times.dueAt(),
                times.originalDueAt(),
                dossier.course().pausedSince().orElse(null),
                times.completedAt(),
                times.endedAt(),
                times.returnedAt(),
                dossier.course().voidedAt(),
                dossier.course().destroyedAt(),
                official ? dates.forwardBy(dossier) : null,
                extension(dossier),
                awaiting(dossier.course()),
                fees(dossier),
                official || !who.roles().contains(Role.CITIZEN) ? null : handledBy(dossier),
                official ? workflow(dossier) : null,
                official ? legs(dossier.course()) : null,
                dossier.outcome(),
                dossier.reason(),
                dossier.resultReference(),
                mayKnow ? part.applicant() : null,
                mayKnow ? part.authorisedPerson() : null,
                part.components(),
                links(dossier, who));
    }

    private static AwaitingView awaiting(Course course) {
        var pause = course.pause();
        return pause == null
                ? null
                : new AwaitingView(
                        pause.cause(),
                        pause.since(),
                        pause.deadline(),
                        pause.amount(),
                        pause.missing().isEmpty() ? null : pause.missing());
    }

    private ExtensionView extension(Dossier dossier) {
        var course = dossier.course();
        if (course.extensions() == 0) {
            return null;
        }
        var promised = course.clock().stream()
                .filter(line -> line.kind() == ClockEntry.Kind.EXTEND)
                .map(ClockEntry::at)
                .reduce((earlier, later) -> later)
                .orElse(dossier.changedAt());
        var forms = dates.rules(dossier.matter()).forms().on(promised).list();
        var form = new FormView(Form.APOLOGY, forms.numberOf(Form.APOLOGY).orElse(null), forms.act());
        return new ExtensionView(course.extensions(), course.lateNotice(), form);
    }

    private FeesView fees(Dossier dossier) {
        var bill = dossier.course().owed();
        if (bill.lines().isEmpty()) {
            return null;
        }
        return new FeesView(
                dossier.payments().state().orElse(null),
                bill.timing(),
                bill.total(),
                bill.paid(),
                dossier.isClosed() ? 0 : bill.outstanding(),
                bill.refunded(),
                dossier.payments().refundDue(),
                bill.request(),
                bill.lines().stream().map(line -> fee(dossier, line)).toList());
    }

    private FeeLineView fee(Dossier dossier, Bill.Line line) {
        return new FeeLineView(
                line.code(),
                nameOfFee(dossier, line.code()),
                line.kind(),
                line.timing(),
                line.amount(),
                line.reduction(),
                line.relief(),
                line.payment() != null,
                line.refund() != null);
    }

    private String nameOfFee(Dossier dossier, String code) {
        return catalogue
                .procedure(dossier.matter().procedure(), dossier.matter().procedureVersion())
                .filter(procedure -> procedure.fees() != null)
                .flatMap(procedure -> procedure.fees().stream()
                        .filter(fee -> fee.code().equals(code))
                        .findFirst())
                .map(fee -> fee.names().vi())
                .orElse(null);
    }

    /** Who has it, or had it when it was closed, by the staff list of that day: a name, never an account. */
    private HandledByView handledBy(Dossier dossier) {
        if (dossier.officer() == null || dossier.isDestroyed()) {
            return null;
        }
        var day = LocalDate.ofInstant(dossier.closedAt().orElseGet(clock::instant), DossierCode.ZONE);
        return staff.atHand()
                .flatMap(roster -> roster.officer(dossier.officer(), day))
                .filter(post -> post.covers(dossier.matter().agency()))
                .map(post -> new HandledByView(
                        post.name(), post.position().vi(), new AgencyView(post.unit(), nameOfAgency(post.unit()))))
                .orElse(null);
    }

    private static WorkflowView workflow(Dossier dossier) {
        var flow = dossier.course().flow();
        var signed = dossier.course().signed();
        // A result that is taken back goes on where it was signed; until then nobody has a step to take.
        return flow == null || dossier.timeline().endedAt() != null
                ? null
                : new WorkflowView(
                        flow.step(),
                        flow.dueAt(),
                        flow.opened(),
                        dossier.officer(),
                        signed == null ? null : signed.at());
    }

    private List<LegView> legs(Course course) {
        return course.legs().isEmpty()
                ? null
                : course.legs().stream()
                        .map(leg -> new LegView(
                                leg.number(),
                                new AgencyView(leg.agency(), nameOfAgency(leg.agency())),
                                leg.after(),
                                leg.task(),
                                leg.paper(),
                                leg.openedAt(),
                                leg.dueAt(),
                                leg.acknowledgeBy(),
                                leg.receivedAt(),
                                leg.finishedAt(),
                                leg.outcome(),
                                leg.reason()))
                        .toList();
    }

    private List<NextStep> links(Dossier dossier, Party who) {
        var matter = dossier.matter();
        // Only where it was accepted and not yet forwarded does the workflow say more than the dossier itself.
        var workflow = dossier.status() == DossierStatus.ACCEPTED
                ? catalogue
                        .procedure(matter.procedure(), matter.procedureVersion())
                        .map(Workflows::of)
                        .orElse(Workflow.NONE)
                : Workflow.NONE;
        return Rights.nextSteps(who, dossier, dates.rules(matter), workflow).stream()
                .flatMap(step -> hrefs(step, dossier, who).stream()
                        .map(href -> new NextStep(step.word(), "POST", "/v1/dossiers/" + dossier.id() + "/" + href)))
                .toList();
    }

    /** Where a step is asked for; a part has its own place, and is only its own agency's. */
    private static List<String> hrefs(Step step, Dossier dossier, Party who) {
        return switch (step) {
            case LEG -> List.of("legs");
            // What goes back is a receipt's, on the cashier's list.
            case REFUND -> List.of();
            case DOCUMENT -> List.of("documents");
            case LEG_RECEIPT -> ofParts(dossier, who, leg -> leg.receivedAt() == null, "receipt");
            case LEG_COMPLETION -> ofParts(dossier, who, leg -> true, "completion");
            case LEG_WITHDRAWAL ->
                dossier.course().legs().stream()
                        .filter(leg -> leg.finishedAt() == null)
                        .map(leg -> "legs/" + leg.number() + "/withdrawal")
                        .toList();
            default -> List.of(step.word());
        };
    }

    private static List<String> ofParts(Dossier dossier, Party who, Predicate<Leg> which, String word) {
        return dossier.course().legs().stream()
                .filter(Leg::isOpen)
                .filter(leg -> who.covers(leg.agency()))
                .filter(which)
                .map(leg -> "legs/" + leg.number() + "/" + word)
                .toList();
    }

    private String nameOfProcedure(Dossier dossier) {
        return catalogue
                .procedure(dossier.matter().procedure(), dossier.matter().procedureVersion())
                .map(procedure -> procedure.names().vi())
                .orElse(null);
    }

    private String nameOfAgency(String code) {
        return catalogue.agency(code).map(agency -> agency.names().vi()).orElse(null);
    }
}
