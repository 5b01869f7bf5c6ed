package vn.motcua.dossier.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.casework.Dates;
import vn.motcua.dossier.casework.EventRow;
import vn.motcua.dossier.casework.Faults;
import vn.motcua.dossier.casework.Intake;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.imports.ImportLine.PastStep;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Appointment;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Attempt.Done;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.IdentityCheck;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.lifecycle.Terms;
import vn.motcua.dossier.lifecycle.Workflow;

/** Lives a past dossier's life again: every step through the lifecycle, at its own time. Thread-safe, touches no database. */
@ApplicationScoped
class PastCase {

    private static final int MOST_STEPS = 50;
    private static final int LONGEST_SOURCE = 64;
    private static final int LONGEST_PAPER = 300;
    private static final int LONGEST_SOURCE_ID = 200;

    private final Intake intake;
    private final Dates dates;
    private final PastWaits waits;
    private final Clock clock;
    private final String source;

    PastCase(
            Intake intake,
            Dates dates,
            PastWaits waits,
            Clock clock,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.intake = intake;
        this.dates = dates;
        this.waits = waits;
        this.clock = clock;
        this.source = source;
    }

    /**
     * The dossier with all its events. Its code is one of the agency that the line names, of today or before.
     *
     * @param digest of the line's bytes
     * @param who imports; only for agencies that they cover
     * @throws LineRefused if the line does not hold a possible life
     */
    ImportWrite live(ImportLine line, byte[] digest, Party who) {
        var code = head(line, who);
        var first = line.steps().get(0);
        var faults = new Faults();
        var read = intake.read(line.opening(), null, Origin.IMPORTED, at(first, 0), faults);
        refuse(faults, "");
        var events = new ArrayList<EventRow>();
        var notes = new ArrayList<String>();
        Dossier dossier = null;
        for (int i = 0; i < line.steps().size(); i++) {
            var step = line.steps().get(i);
            var done = done(attempt(dossier, line, step, read.orElseThrow(), i), i);
            dossier = done.dossier().named(line.code());
            var previous = events.isEmpty() ? null : events.get(i - 1).hash();
            events.add(EventRow.of(new Done(dossier, done.fact()), previous, source, dates.rules(dossier.matter())));
            notes.add(step.note());
        }
        return new ImportWrite(
                line.source(),
                line.sourceId(),
                digest,
                code,
                dossier,
                read.orElseThrow().part(),
                events,
                notes,
                who.account());
    }

    private DossierCode head(ImportLine line, Party who) {
        text("/source", line.source(), LONGEST_SOURCE);
        text("/sourceId", line.sourceId(), LONGEST_SOURCE_ID);
        if (line.steps() == null || line.steps().isEmpty() || line.steps().size() > MOST_STEPS) {
            throw new LineRefused("/steps: 1 to " + MOST_STEPS + " steps.");
        }
        if (line.agency() != null && intake.knows(line.agency()) && !who.covers(line.agency())) {
            throw new LineRefused("/agency: this account does not import for this agency.");
        }
        if (line.code() == null) {
            throw new LineRefused("/code: This is required.");
        }
        var code = DossierCode.parse(line.code()).orElseThrow(() -> new LineRefused("/code: not a dossier code."));
        // Codes raise the counter of their agency and day: they use up nobody else's, and none that are still to be
        // given out.
        if (line.agency() != null && !AgencyScheme.present(code.agency()).equals(line.agency())) {
            throw new LineRefused("/code: the code of another agency.");
        }
        var today = LocalDate.ofInstant(clock.instant(), DossierCode.ZONE);
        if (code.day().isAfter(today)) {
            throw new LineRefused("/code: its day lies in the future.");
        }
        if (code.day().equals(today) && code.number() > DossierCode.HIGHEST) {
            throw new LineRefused("/code: would use up the codes of today; codes of today have four digits.");
        }
        return code;
    }

    private Instant at(PastStep step, int i) {
        if (step == null || step.at() == null) {
            throw new LineRefused("/steps/" + i + "/at: This is required.");
        }
        var at = step.at().toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(clock.instant())) {
            throw new LineRefused("/steps/" + i + "/at: lies in the future.");
        }
        return at;
    }

    private Attempt attempt(Dossier dossier, ImportLine line, PastStep step, Intake.Read read, int i) {
        var at = at(step, i);
        var kind = step.kind().orElseThrow(() -> new LineRefused("/steps/" + i + "/step: not a step."));
        var role = step.role().orElseThrow(() -> new LineRefused("/steps/" + i + "/by: not a role."));
        if (step.hasForeignFields(kind)) {
            throw new LineRefused("/steps/" + i + ": a field that this step does not have.");
        }
        var actor = new Actor(role, isOfficial(role) ? line.agency() : null);
        var faults = new Faults();
        intake.note(step.note(), faults);
        var reason = reason(kind, step, faults);
        var reference = intake.resultReference(step.resultReference(), faults);
        if (kind == Step.COMPLETION) {
            intake.present("/outcome", step.outcome(), faults);
        }
        if (kind == Step.RETURN) {
            intake.present("/via", step.via(), faults);
        }
        refuse(faults, "/steps/" + i);
        missing(step.missing(), i);
        try {
            return dossier == null
                    ? opening(kind, read, actor, reason, at)
                    : next(dossier, line, kind, step, actor, reason, reference, at, i);
        } catch (Problem calendarMissing) {
            throw new LineRefused("/steps/" + i + ": the working calendar of the year is not published.");
        }
    }

    private Attempt opening(Step kind, Intake.Read read, Actor actor, String reason, Instant at) {
        // Of today, not of then: rows of an import go to the end of the index.
        var id = UuidCreator.getTimeOrderedEpoch();
        var matter = read.matter();
        return switch (kind) {
            case SUBMISSION ->
                Dossier.submit(
                        id,
                        matter,
                        read.terms(),
                        actor,
                        dates.replyDueAt(matter.agency(), dates.rules(matter), at),
                        at);
            case ACCEPTANCE ->
                Dossier.acceptAtCounter(id, matter, read.terms(), actor, dates.appointment(matter, at), at);
            case REFUSAL -> Dossier.refuseAtCounter(id, matter, actor, reason, at);
            default ->
                throw new LineRefused("/steps/0/step: a life begins with "
                        + (matter.channel() == Channel.ONLINE ? "a submission." : "an acceptance or a refusal."));
        };
    }

    private String reason(Step kind, PastStep step, Faults faults) {
        return switch (kind) {
            case COMPLETION -> intake.decisionReason(step.outcome(), step.reason(), faults);
            case WITHDRAWAL, EXTENSION, STOP, RESULT_RECALL -> intake.reason(step.reason(), kind.name(), faults);
            default -> intake.refusalReason(step.reason(), faults);
        };
    }

    private Attempt next(
            Dossier dossier,
            ImportLine line,
            Step kind,
            PastStep step,
            Actor actor,
            String reason,
            String reference,
            Instant at,
            int i) {
        var open = dossier.isOpenTo(kind, actor.role(), dates.rules(dossier.matter()));
        return switch (kind) {
            case SUBMISSION -> throw new LineRefused("a submission comes first.");
            case ACCEPTANCE -> accepted(dossier, actor, open, at);
            case REFUSAL -> dossier.refuse(actor, reason, at);
            // What went on inside the other system is not asked for: no workflow here.
            case PROCESSING ->
                dossier.begin(
                        actor,
                        null,
                        Workflow.NONE,
                        dates.counting(dossier.matter().agency()),
                        at);
            case WITHDRAWAL -> dossier.withdraw(actor, reason, at);
            case COMPLETION -> dossier.complete(actor, step.outcome(), reference, reason, Workflow.NONE, at);
            case RETURN -> dossier.handOver(actor, step.via(), checked(step, line), at);
            case SUPPLEMENT_REQUEST, SUPPLEMENT, SUPPLEMENT_CONFIRMATION, PAYMENT_REQUEST, PAYMENT ->
                waits.past(dossier, kind, step, actor, at);
            case EXTENSION ->
                dossier.timekeeping()
                        .extend(
                                actor,
                                dates.extended(dossier, due(step, i), at),
                                reason,
                                dates.rules(dossier.matter()),
                                at);
            case STOP -> dossier.stops().stop(actor, reason, Boolean.TRUE.equals(step.resumable()), at);
            case RESUMPTION -> dossier.stops().resume(actor, open ? sincePause(dossier, at) : null, at);
            case RESULT_RECALL ->
                dossier.recallResult(
                        actor,
                        reason,
                        open ? dates.resumed(dossier, dossier.timeline().completedAt(), at) : null,
                        at);
            default -> throw new LineRefused("/steps/" + i + "/step: this step is not imported.");
        };
    }

    /** Under the version of then; who was competent is no longer asked of what was accepted elsewhere. */
    private Attempt accepted(Dossier dossier, Actor actor, boolean open, Instant at) {
        if (!open) {
            return dossier.accept(actor, null, at);
        }
        var matter = intake.accepting(dossier.matter(), at).matter();
        var terms = new Terms(true, true).costing(dossier.course().owed(), false, null);
        return dossier.accept(actor, matter, terms, dates.appointment(matter, at), at);
    }

    private static IdentityCheck checked(PastStep step, ImportLine line) {
        return new IdentityCheck(
                Boolean.TRUE.equals(step.identityChecked()),
                step.collectedBy(),
                Boolean.TRUE.equals(step.authorisationChecked()),
                line.authorisedPerson() != null);
    }

    private Appointment sincePause(Dossier dossier, Instant at) {
        return dates.resumed(dossier, dossier.course().pausedSince().orElse(at), at);
    }

    private static Instant due(PastStep step, int i) {
        if (step.dueAt() == null) {
            throw new LineRefused("/steps/" + i + "/dueAt: This is required.");
        }
        return step.dueAt().toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Done done(Attempt attempt, int i) {
        return attempt.fold(done -> done, barred -> {
            throw new LineRefused("/steps/" + i + ": " + barred.reason().name() + " "
                    + barred.reason().en());
        });
    }

    private static boolean isOfficial(Role role) {
        return switch (role) {
            case RECEPTION, OFFICER, LEADER, CLERK, CASHIER -> true;
            case CITIZEN, POSTAL, SYSTEM -> false;
        };
    }

    private static void missing(List<String> papers, int step) {
        for (int i = 0; papers != null && i < papers.size(); i++) {
            text("/steps/" + step + "/missing/" + i, papers.get(i), LONGEST_PAPER);
        }
    }

    private static void text(String pointer, String given, int longest) {
        if (given == null || given.isBlank() || given.length() > longest) {
            throw new LineRefused(pointer + ": 1 to " + longest + " characters.");
        }
    }

    private static void refuse(Faults faults, String place) {
        if (!faults.none()) {
            throw new LineRefused(place + faults.first());
        }
    }
}
