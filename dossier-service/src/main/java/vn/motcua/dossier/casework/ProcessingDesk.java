package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Bar;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.staff.StaffDesk;
import vn.motcua.dossier.staff.roster.Presence;
import vn.motcua.dossier.staff.roster.Roster;

/** Where a dossier is moved about inside an agency, stopped, extended and taken back. Answers and fails as {@link DossierDesk}. */
@ApplicationScoped
class ProcessingDesk {

    private static final int LONGEST_ACCOUNT = 200;

    private final Steps steps;
    private final Intake intake;
    private final Dates dates;
    private final StaffDesk staff;
    private final Proposed proposed;

    ProcessingDesk(Steps steps, Intake intake, Dates dates, StaffDesk staff, Proposed proposed) {
        this.steps = steps;
        this.intake = intake;
        this.dates = dates;
        this.staff = staff;
        this.proposed = proposed;
    }

    /** An officer takes it, or the leader gives it to one who by the staff list is there. Whoever takes it themselves is there, whatever a list says. */
    Uni<Answer> assign(Order order, StepRequest.Assignment body) {
        var faults = new Faults();
        var named = intake.text("/officer", body.officer(), LONGEST_ACCOUNT, faults);
        faults.raise();
        var own = order.by().account();
        var officer = named == null ? own : named;
        var self = officer.equals(own);
        // From memory: it costs no round trip.
        return (self ? Uni.createFrom().item(Roster.EMPTY) : staff.roster())
                .chain(roster -> steps.take(
                        intake.noted(order, body.note()),
                        Step.ASSIGNMENT,
                        (dossier, actor, at) -> dossier.routing()
                                .assign(
                                        actor,
                                        self,
                                        officer,
                                        dossier.matter().agency(),
                                        intake.workflow(dossier.matter()),
                                        at)
                                .fold(done -> givenTo(officer, roster, done, dossier), barred -> barred)));
    }

    /** Only to somebody whom the list of the dossier's agency knows to be there on that day, or where there is no list. */
    private static Attempt givenTo(String officer, Roster roster, Attempt.Done assigned, Dossier before) {
        var day = LocalDate.ofInstant(assigned.fact().at(), DossierCode.ZONE);
        var presence = roster.presence(officer, before.matter().agency(), day);
        if (presence.mayBeAssigned()) {
            return assigned;
        }
        return new Attempt.Barred(
                presence.state() == Presence.State.ABSENT ? Bar.OFFICER_ABSENT : Bar.OFFICER_UNKNOWN, before.status());
    }

    /** T10. */
    Uni<Answer> forward(Order order, StepRequest.Taken body) {
        return steps.take(
                intake.noted(order, body.note()),
                Step.FORWARDING,
                (dossier, actor, at) -> dossier.routing()
                        .forward(
                                actor,
                                order.by().account(),
                                intake.workflow(dossier.matter()),
                                dates.counting(dossier.matter().agency()),
                                at));
    }

    /** T11. */
    Uni<Answer> sendBack(Order order, StepRequest.Reasoned body) {
        var reason = reason(body.reason(), "SENDING_BACK");
        return steps.take(
                intake.noted(order, body.note()),
                Step.SENDING_BACK,
                (dossier, actor, at) -> dossier.routing()
                        .sendBack(
                                actor,
                                reason,
                                intake.workflow(dossier.matter()),
                                dates.counting(dossier.matter().agency()),
                                at));
    }

    /** T12. */
    Uni<Answer> recall(Order order, StepRequest.Taken body) {
        return steps.take(
                intake.noted(order, body.note()),
                Step.RECALL,
                (dossier, actor, at) -> dossier.routing()
                        .recall(
                                actor,
                                order.by().account(),
                                intake.workflow(dossier.matter()),
                                dates.counting(dossier.matter().agency()),
                                at));
    }

    /** T29: as the leader sees fit, or as an officer proposed. */
    Uni<Answer> extend(Order order, StepRequest.Extension body) {
        return proposed.decides(
                order, body.proposal(), StepRequest.Proposable.EXTENSION, draft -> extend(order, body, draft));
    }

    private Uni<Answer> extend(Order order, StepRequest.Extension given, Proposal draft) {
        var body = Proposed.filled(given, draft);
        var faults = new Faults();
        intake.present("/dueAt", body.dueAt(), faults);
        var reason = intake.reason(body.reason(), "EXTENSION", faults);
        faults.raise();
        var due = body.dueAt().toInstant().truncatedTo(ChronoUnit.MILLIS);
        return steps.amend(
                intake.noted(order, body.note()),
                Step.EXTENSION,
                proposed.deciding(draft, (dossier, actor, at) -> extended(dossier, actor, due, reason, at)));
    }

    private Attempt extended(Dossier dossier, Actor actor, Instant due, String reason, Instant at) {
        var matter = dossier.matter();
        if (isOpen(dossier, Step.EXTENSION, actor.role()) && !dates.isWorkingTime(matter, due)) {
            var closed = new Faults();
            closed.rule(
                    "/dueAt",
                    "Ngày hẹn trả mới phải nằm trong giờ làm việc của cơ quan.",
                    "The new date has to be within the agency's working hours.");
            closed.raise();
        }
        return dossier.timekeeping().extend(actor, dates.extended(dossier, due, at), reason, dates.rules(matter), at);
    }

    /** T16, T19, T22: on the leader's own grounds, or as an officer proposed. */
    Uni<Answer> stop(Order order, StepRequest.Stop body) {
        return proposed.decides(order, body.proposal(), StepRequest.Proposable.STOP, draft -> stop(order, body, draft));
    }

    private Uni<Answer> stop(Order order, StepRequest.Stop given, Proposal draft) {
        var body = Proposed.filled(given, draft);
        var reason = reason(body.reason(), "STOP");
        var resumable = Boolean.TRUE.equals(body.resumable());
        return steps.amend(
                intake.noted(order, body.note()),
                Step.STOP,
                proposed.deciding(draft, (dossier, actor, at) -> dossier.stops().stop(actor, reason, resumable, at)));
    }

    /** Whether the leader could stop it, or promise a later date, as things stand. */
    Attempt couldBeDone(Dossier dossier, Actor leader, StepRequest.Proposing body, Instant at) {
        var reason = reason(body.reason(), body.kind().name());
        if (body.kind() == StepRequest.Proposable.STOP) {
            return dossier.stops().stop(leader, reason, Boolean.TRUE.equals(body.resumable()), at);
        }
        var faults = new Faults();
        intake.present("/dueAt", body.dueAt(), faults);
        faults.raise();
        return extended(dossier, leader, body.dueAt().toInstant().truncatedTo(ChronoUnit.MILLIS), reason, at);
    }

    /** T23. */
    Uni<Answer> resume(Order order, StepRequest.Taken body) {
        return steps.take(
                intake.noted(order, body.note()),
                Step.RESUMPTION,
                (dossier, actor, at) -> dossier.stops()
                        .resume(
                                actor,
                                isOpen(dossier, Step.RESUMPTION, actor.role())
                                        ? dates.resumed(
                                                dossier,
                                                dossier.course().pausedSince().orElse(at),
                                                at)
                                        : null,
                                at));
    }

    /** T28: unless the applicant has opened it already. */
    Uni<Answer> recallResult(Order order, StepRequest.Reasoned body) {
        var reason = reason(body.reason(), "RESULT_RECALL");
        return steps.take(
                intake.noted(order, body.note()),
                Step.RESULT_RECALL,
                (dossier, actor, at) -> dossier.recallResult(
                        actor,
                        reason,
                        isOpen(dossier, Step.RESULT_RECALL, actor.role())
                                ? dates.resumed(dossier, dossier.timeline().completedAt(), at)
                                : null,
                        at),
                (tx, before, after) -> unopened(tx, before));
    }

    private static Uni<Void> unopened(SqlConnection tx, Dossier completed) {
        return FilingStore.isOpened(tx, completed.id(), completed.course().resultFiles())
                .invoke(opened -> {
                    if (opened) {
                        throw Refusals.barred(
                                new Attempt.Barred(Bar.RESULT_OPENED, completed.status()), completed.code());
                    }
                })
                .replaceWithVoid();
    }

    /** Only who may take the step now needs the calendar: the others are barred, whether it is there or not. */
    private boolean isOpen(Dossier dossier, Step step, Role role) {
        return dossier.isOpenTo(step, role, dates.rules(dossier.matter()));
    }

    private String reason(String given, String purpose) {
        var faults = new Faults();
        var reason = intake.reason(given, purpose, faults);
        faults.raise();
        return reason;
    }
}
