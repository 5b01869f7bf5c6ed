package vn.motcua.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.Adopted;
import vn.motcua.dossier.events.AgencyRef;
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
import vn.motcua.dossier.events.Extended;
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
import vn.motcua.dossier.events.PaymentConfirmed;
import vn.motcua.dossier.events.PaymentMethod;
import vn.motcua.dossier.events.PaymentRefunded;
import vn.motcua.dossier.events.PaymentRequested;
import vn.motcua.dossier.events.Prepayment;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.RatingDimension;
import vn.motcua.dossier.events.RatingSubmitted;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ReplyOverdue;
import vn.motcua.dossier.events.Reported;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Resumed;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
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
import vn.motcua.kpi.indicators.HeldLeg;
import vn.motcua.kpi.indicators.Measurement;
import vn.motcua.kpi.indicators.Paperless;
import vn.motcua.kpi.indicators.Period;
import vn.motcua.kpi.indicators.Satisfaction;
import vn.motcua.kpi.indicators.Submission;
import vn.motcua.kpi.indicators.Way;

/**
 * A dossier on its way, step by step: the facts that the dossier service would publish, and beside them what is true at the end, kept
 * without looking at the facts. Days are local.
 */
public final class Walk {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Actor ACTOR = new Actor(Role.OFFICER, null);
    private static final Limit LIMIT = new Limit(3, Limit.Unit.WORKING_DAYS);

    public final UUID id;
    public final List<Step> steps = new ArrayList<>();

    private final Channel channel;
    private final Map<Integer, Leg> legs = new LinkedHashMap<>();
    private String agency;
    private String procedure;
    private Origin origin;
    private Status status;
    private Status previous;
    private LocalDate submitted;
    private LocalDate accepted;
    private LocalDate due;
    private LocalDate originalDue;
    private LocalDate paused;
    private LocalDate ended;
    private LocalDate voided;
    private Instant replyDue;
    private Instant replied;
    private boolean replyLate;
    private int supplements;
    private boolean extended;
    private LocalDate rated;
    private Integer rating;
    private boolean paidOnline;
    private Boolean owed;
    private boolean certified;
    private boolean granted;
    private boolean digitised;

    /** A fact and when it became true. */
    public record Step(DossierEvent fact, Instant at) {}

    public Walk(UUID id, String agency, String procedure, Channel channel, Origin origin) {
        this.id = id;
        this.agency = agency;
        this.procedure = procedure;
        this.channel = channel;
        this.origin = origin;
    }

    public Walk submit(LocalDate day, int replyDays) {
        submitted = day;
        to(Status.SUBMITTED);
        replyDue = at(day.plusDays(replyDays));
        return did(day, new Submitted(state(), ACTOR, replyDue));
    }

    /** With what was paid in advance through the gateway. */
    public Walk submitPaid(LocalDate day, int replyDays) {
        submitted = day;
        to(Status.SUBMITTED);
        replyDue = at(day.plusDays(replyDays));
        paidOnline = true;
        owed = true;
        return did(
                day,
                new Submitted(
                        state(),
                        ACTOR,
                        replyDue,
                        new Prepayment(40_000, "VND", PaymentMethod.ONLINE, at(day), null),
                        null));
    }

    /** What was open is paid without having been asked for. */
    public Walk pay(LocalDate day, PaymentMethod method) {
        to(status);
        paidOnline |= method == PaymentMethod.ONLINE;
        owed = true;
        return did(day, new PaymentConfirmed(state(), ACTOR, 200_000, "VND", method, at(day), at(due), null));
    }

    /** It came twice and went back. */
    public Walk refund(LocalDate day) {
        to(status);
        return did(day, new PaymentRefunded(state(), ACTOR, 200_000, "VND", "PAID_TWICE", true));
    }

    public Walk replyOverdue(LocalDate day) {
        to(Status.SUBMITTED);
        replyLate = true;
        return did(day, new ReplyOverdue(state(), ACTOR, replyDue));
    }

    /** The calendar was changed: of what was answered before, the date of then stays. */
    public Walk redateReply(LocalDate day, LocalDate dueOn) {
        to(status);
        if (replied == null) {
            replyDue = at(dueOn);
        }
        replyLate &= !dueOn.isAfter(day);
        return did(
                day, new DueDateChanged(state(), ACTOR, at(due), DueDateCause.CALENDAR, at(dueOn), null, null, null));
    }

    public Walk askToPay(LocalDate day) {
        owed = true;
        to(status);
        return did(day, new PaymentRequested(state(), ACTOR, 200_000, "VND", null));
    }

    public Walk refuse(LocalDate day) {
        reply(day);
        to(Status.REFUSED);
        return did(day, new Refused(state(), ACTOR, "NOT_COMPETENT"));
    }

    public Walk askPapersAtReception(LocalDate day) {
        reply(day);
        to(Status.SUPPLEMENT_REQUIRED);
        return did(day, new SupplementRequested(state(), ACTOR, SupplementPhase.RECEPTION, 1, null, 1));
    }

    public Walk bringPapersToReception(LocalDate day) {
        to(Status.SUBMITTED);
        return did(day, new SupplementSubmitted(state(), ACTOR, 1));
    }

    /** Without {@link #submit} before it: at the counter or by post. */
    public Walk accept(LocalDate day, LocalDate dueOn) {
        return accept(day, dueOn, null);
    }

    /** @param fees what is to be paid in all; null where nobody says */
    public Walk accept(LocalDate day, LocalDate dueOn, Long fees) {
        if (submitted == null) {
            submitted = day;
        } else {
            reply(day);
        }
        accepted = day;
        due = dueOn;
        originalDue = dueOn;
        owe(fees);
        to(Status.ACCEPTED);
        return did(day, new Accepted(state(), ACTOR, LIMIT, null, fees));
    }

    public Walk askPapers(LocalDate day) {
        paused = day;
        supplements++;
        to(Status.SUPPLEMENT_REQUIRED);
        return did(day, new SupplementRequested(state(), ACTOR, SupplementPhase.PROCESSING, 1, null, supplements));
    }

    public Walk papersComplete(LocalDate day, LocalDate newDue) {
        var before = at(due);
        paused = null;
        due = newDue;
        originalDue = newDue;
        to(Status.PROCESSING);
        return did(day, new SupplementCompleted(state(), ACTOR, ClockPolicy.RESTART, before));
    }

    public Walk extend(LocalDate day, LocalDate newDue) {
        var before = at(due);
        due = newDue;
        extended = true;
        to(Status.PROCESSING);
        return did(day, new Extended(state(), ACTOR, before, "COMPLEX_MATTER"));
    }

    public Walk stopForAWhile(LocalDate day) {
        paused = day;
        to(Status.STOPPED);
        return did(day, new Stopped(state(), ACTOR, "COURT_DECISION", true));
    }

    public Walk resume(LocalDate day, LocalDate newDue) {
        var before = at(due);
        paused = null;
        due = newDue;
        to(Status.PROCESSING);
        return did(day, new Resumed(state(), ACTOR, before));
    }

    public Walk stopForGood(LocalDate day) {
        ended = day;
        to(Status.STOPPED);
        return did(day, new Stopped(state(), ACTOR, "SUPPLEMENT_EXPIRED", false));
    }

    public Walk withdraw(LocalDate day) {
        if (accepted != null) {
            ended = day;
        }
        to(Status.WITHDRAWN);
        return did(day, new Withdrawn(state(), ACTOR));
    }

    /** A file comes: a paper, or the result. */
    public Walk file(LocalDate day, DocumentKind kind, boolean result) {
        to(status);
        digitised |= result;
        certified |= !result && kind == DocumentKind.CERTIFIED_COPY;
        return did(
                day,
                new DocumentAdded(
                        state(),
                        ACTOR,
                        new Document(
                                new UUID(7, steps.size()),
                                result ? null : "TK",
                                kind,
                                result,
                                "sha256:" + "0".repeat(64),
                                "application/pdf",
                                null)));
    }

    public Walk deny(LocalDate day) {
        ended = day;
        granted = false;
        to(Status.COMPLETED);
        return did(day, new Completed(state(), ACTOR, Outcome.DENIED, 1, "CONDITIONS_NOT_MET", null));
    }

    public Walk complete(LocalDate day) {
        ended = day;
        granted = true;
        to(Status.COMPLETED);
        return did(day, new Completed(state(), ACTOR, Outcome.GRANTED, 1));
    }

    /** The result is handed over, and the applicant rates. */
    public Walk rate(LocalDate day, int score) {
        to(Status.RETURNED);
        did(day, new Returned(state(), ACTOR, ReturnMethod.COUNTER, Collector.OWNER));
        rated = day;
        rating = score;
        to(Status.RETURNED);
        return did(
                day,
                new RatingSubmitted(
                        state(),
                        new Actor(Role.CITIZEN, null),
                        score,
                        List.of(new RatingSubmitted.Dimension(RatingDimension.TIME, 1))));
    }

    public Walk recallResult(LocalDate day) {
        ended = null;
        granted = false;
        digitised = false;
        to(Status.PROCESSING);
        return did(day, new ResultRecalled(state(), ACTOR, "RESULT_WRONG", at(due)));
    }

    public Walk transfer(LocalDate day, String toAgency) {
        var before = agency;
        agency = toAgency;
        to(status);
        return did(day, new Transferred(state(), ACTOR, AgencyRef.of(before), TransferCause.REORGANISATION));
    }

    public Walk correctProcedure(LocalDate day, String right, Long fees) {
        procedure = right;
        owe(fees);
        to(status);
        return did(
                day,
                new Corrected(
                        state(),
                        ACTOR,
                        List.of(CorrectedField.PROCEDURE),
                        "ENTRY_ERROR",
                        at(due),
                        null,
                        null,
                        null,
                        null,
                        null,
                        fees));
    }

    private void owe(Long fees) {
        if (fees != null) {
            owed = fees > 0;
        }
    }

    public Walk setAside(LocalDate day) {
        voided = day;
        to(status);
        return did(day, new Voided(state(), ACTOR, "ACCEPTED_BY_ERROR"));
    }

    public Walk mergeInto(LocalDate day, String code) {
        voided = day;
        to(status);
        return did(day, new Merged(state(), ACTOR, new Merged.Into(new UUID(0, code.hashCode()), code)));
    }

    /** What a ministry's system tells: accepted that day, ended that day or not. */
    public Walk report(LocalDate day, LocalDate acceptedOn, LocalDate dueOn, LocalDate endedOn) {
        submitted = acceptedOn;
        accepted = acceptedOn;
        due = dueOn;
        originalDue = dueOn;
        ended = endedOn;
        to(endedOn == null ? Status.PROCESSING : Status.COMPLETED);
        return did(day, new Reported(state(), ACTOR, "completed", null, List.of("NOT_ACCEPTED_BEFORE")));
    }

    public Walk adopt(LocalDate day) {
        var before = origin;
        origin = Origin.LIVE;
        to(status);
        return did(day, new Adopted(state(), ACTOR, before));
    }

    public Walk openLeg(LocalDate day, int number, String holder, LocalDate dueOn) {
        var leg = new Leg(number, AgencyRef.of(holder), LIMIT, null, at(day), at(dueOn), null, null, null);
        legs.put(number, leg);
        to(status);
        return did(day, new LegOpened(state(), ACTOR, leg));
    }

    public Walk redateLeg(LocalDate day, int number, LocalDate dueOn) {
        var leg = legs.get(number);
        var moved = new Leg(
                number,
                leg.agency(),
                LIMIT,
                null,
                leg.openedAt(),
                at(dueOn),
                leg.receivedAt(),
                leg.finishedAt(),
                leg.outcome());
        legs.put(number, moved);
        to(status);
        return did(
                day,
                new DueDateChanged(state(), ACTOR, at(due), DueDateCause.CALENDAR, null, null, null, List.of(moved)));
    }

    public Walk receiveLeg(LocalDate day, int number) {
        var leg = legs.get(number);
        var received = new Leg(
                number, leg.agency(), leg.limit(), leg.after(), leg.openedAt(), leg.dueAt(), at(day), null, null);
        legs.put(number, received);
        to(status);
        return did(day, new LegReceived(state(), ACTOR, received));
    }

    public Walk legOverdue(LocalDate day, int number) {
        to(status);
        return did(day, new LegOverdue(state(), ACTOR, legs.get(number)));
    }

    public Walk finishLeg(LocalDate day, int number, LegOutcome outcome) {
        var leg = legs.get(number);
        var finished = new Leg(
                number,
                leg.agency(),
                leg.limit(),
                leg.after(),
                leg.openedAt(),
                leg.dueAt(),
                leg.receivedAt(),
                at(day),
                outcome);
        legs.put(number, finished);
        to(status);
        return did(day, new LegFinished(state(), ACTOR, finished, null));
    }

    public Walk withdrawLeg(LocalDate day, int number) {
        var leg = legs.get(number);
        var withdrawn = new Leg(
                number,
                leg.agency(),
                leg.limit(),
                leg.after(),
                leg.openedAt(),
                leg.dueAt(),
                leg.receivedAt(),
                at(day),
                LegOutcome.WITHDRAWN);
        legs.put(number, withdrawn);
        to(status);
        return did(day, new LegWithdrawn(state(), ACTOR, withdrawn, "PART_NOT_NEEDED"));
    }

    /** A part that waited for another and was taken back before it was anybody's. */
    public Walk planAndWithdrawLeg(LocalDate day, int number, String holder) {
        to(status);
        did(
                day,
                new LegPlanned(
                        state(),
                        ACTOR,
                        new Leg(number, AgencyRef.of(holder), LIMIT, null, null, null, null, null, null)));
        to(status);
        var withdrawn =
                new Leg(number, AgencyRef.of(holder), LIMIT, null, null, null, null, at(day), LegOutcome.WITHDRAWN);
        return did(day, new LegWithdrawn(state(), ACTOR, withdrawn, "PART_NOT_NEEDED"));
    }

    public String agency() {
        return agency;
    }

    public boolean mirrored() {
        return origin == Origin.MIRRORED;
    }

    public Measurement measurement() {
        return new Measurement(
                switch (channel) {
                    case ONLINE -> Way.ONLINE;
                    case POST -> Way.POST;
                    case COUNTER, UNKNOWN -> Way.DIRECT;
                },
                accepted,
                due,
                originalDue,
                paused,
                ended,
                status == Status.STOPPED,
                voided != null,
                supplements,
                extended,
                paidOnline);
    }

    public Submission submission() {
        return new Submission(submitted, replyDue, replied, replyLate, status == Status.WITHDRAWN, voided != null);
    }

    /** What went without paper. */
    public Paperless paperless(Period period) {
        return Paperless.of(
                new Paperless.Known(accepted, ended, voided != null, certified, paidOnline, granted, digitised),
                period);
    }

    /** @param costly the procedure that costs something where nobody says more */
    public boolean owed(String costly) {
        return owed == null ? costly.equals(procedure) : owed;
    }

    public Satisfaction satisfaction(Period period) {
        return Satisfaction.of(rated, rating, voided != null, period);
    }

    /** By the agency that holds each. */
    public List<Map.Entry<String, HeldLeg>> heldLegs() {
        return legs.values().stream()
                .map(leg -> Map.entry(
                        leg.agency().code(),
                        new HeldLeg(
                                day(leg.openedAt()),
                                day(leg.dueAt()),
                                day(leg.finishedAt()),
                                leg.outcome() == LegOutcome.WITHDRAWN,
                                ended,
                                voided != null)))
                .toList();
    }

    private void reply(LocalDate day) {
        replied = replied == null ? at(day) : replied;
    }

    private void to(Status next) {
        previous = status;
        status = next;
    }

    private Walk did(LocalDate day, DossierEvent fact) {
        steps.add(new Step(fact, at(day)));
        return this;
    }

    private DossierState state() {
        return new DossierState(
                agency + "-220101-0001",
                status,
                previous,
                channel,
                ReturnMethod.COUNTER,
                new ProcedureRef(procedure, 1, "TEST"),
                new AgencyRef(agency, List.of("H03", agency)),
                null,
                at(submitted),
                at(accepted),
                at(due),
                at(originalDue),
                at(paused),
                status == Status.COMPLETED ? at(ended) : null,
                at(ended),
                null,
                at(voided),
                origin,
                "2022",
                "sha256:" + "0".repeat(64));
    }

    /** Half an hour after midnight of that day in the province: the day before in UTC. */
    private static Instant at(LocalDate day) {
        return day == null ? null : day.atTime(LocalTime.of(0, 30)).toInstant(VIETNAM);
    }

    private static LocalDate day(Instant instant) {
        return instant == null ? null : instant.atOffset(VIETNAM).toLocalDate();
    }
}
