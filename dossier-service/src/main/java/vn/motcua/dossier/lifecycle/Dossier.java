package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One application by one applicant under one procedure: a value. Each step answers with the dossier after it and the fact, or with what bars
 * it; instants, due dates and ids come in. Steps that belong together stand together: {@link #papers()}, {@link #payments()},
 * {@link #routing()}, {@link #parts()}, {@link #stops()}, {@link #timekeeping()}, {@link #documents()}, {@link #amendments()}, {@link #ratings()}.
 *
 * @param id for life
 * @param code for people, given out once; null until then
 * @param matter what it is about
 * @param status where it stands
 * @param previousStatus where it stood before the last fact; null on the first
 * @param sequence number of the last fact, from 1 without gaps
 * @param changedAt when the last fact became true
 * @param timeline the dates
 * @param outcome null until completed
 * @param reason code of why it was refused, denied or stopped; null otherwise
 * @param resultReference number of the result document; null without one
 * @param officer account of the officer who has it; null while any officer of the agency may take it
 * @param course how it went until now
 */
public record Dossier(
        UUID id,
        String code,
        Matter matter,
        DossierStatus status,
        DossierStatus previousStatus,
        long sequence,
        Instant changedAt,
        Timeline timeline,
        Outcome outcome,
        String reason,
        String resultReference,
        String officer,
        Course course) {

    public Dossier {
        Objects.requireNonNull(course, "course");
    }

    /**
     * A citizen hands a dossier in online. T01.
     *
     * @param replyDueAt so many working hours later; null while that year's calendar is not published, since intake goes on
     */
    public static Attempt submit(UUID id, Matter matter, Terms terms, Actor by, Instant replyDueAt, Instant at) {
        return submit(id, matter, terms, by, List.of(), replyDueAt, at);
    }

    /** {@link #submit} with files; none of them a result. */
    public static Attempt submit(
            UUID id, Matter matter, Terms terms, Actor by, List<Document> documents, Instant replyDueAt, Instant at) {
        return opening(Transition.T01, matter, by, () -> {
            if (!terms.online()) {
                return new Attempt.Barred(Bar.NOT_ONLINE, null);
            }
            if (!terms.competent()) {
                return new Attempt.Barred(Bar.NOT_COMPETENT, null);
            }
            var prepaid = terms.prepaid();
            if (prepaid == null && terms.paidFirst() && terms.bill().outstandingBefore() > 0) {
                return new Attempt.Barred(Bar.PREPAYMENT_MISSING, null);
            }
            if (prepaid != null && prepaid.amount() != terms.bill().outstandingBefore()) {
                return new Attempt.Barred(Bar.PREPAYMENT_DIFFERS, null);
            }
            return opened(
                    id,
                    matter,
                    DossierStatus.SUBMITTED,
                    Timeline.submitted(at, replyDueAt),
                    new Fact.Submitted(at, by, replyDueAt, prepaid, documents),
                    draft -> {
                        documents.forEach(draft::document);
                        return paidBefore(draft.bill(terms.bill()), prepaid).alarms(Alarms.awaitingReply(replyDueAt));
                    });
        });
    }

    /** The one-stop shop takes in what was brought or sent; the clock starts. T02. Source: Decree 61/2018, art. 17. */
    public static Attempt acceptAtCounter(
            UUID id, Matter matter, Terms terms, Actor by, Appointment appointment, Instant at) {
        return opening(Transition.T02, matter, by, () -> {
            if (!terms.competent()) {
                return new Attempt.Barred(Bar.NOT_COMPETENT, null);
            }
            return opened(
                    id,
                    matter,
                    DossierStatus.ACCEPTED,
                    Timeline.submitted(at, null).accepted(at, appointment.dueAt()),
                    new Fact.Accepted(at, by, appointment.limit()),
                    draft -> draft.bill(terms.bill()).runs(ClockEntry.Kind.START, appointment, at));
        });
    }

    /** The one-stop shop does not take in what was brought or sent, also where another agency is competent. T05. */
    public static Attempt refuseAtCounter(UUID id, Matter matter, Actor by, String reason, Instant at) {
        return refuseAtCounter(id, matter, by, reason, List.of(), at);
    }

    /**
     * {@link #refuseAtCounter(UUID, Matter, Actor, String, Instant)}. Source: Decree 61/2018, art. 17 §2: who is incomplete is told once and in full what
     * to bring, and gets the form for that and not the refusal.
     *
     * @param missing codes of components, or words; empty where it is refused for something else
     */
    public static Attempt refuseAtCounter(
            UUID id, Matter matter, Actor by, String reason, List<String> missing, Instant at) {
        return opening(
                Transition.T05,
                matter,
                by,
                () -> reason == null
                        ? new Attempt.Barred(Bar.REASON_MISSING, null)
                        : opened(
                                id,
                                matter,
                                DossierStatus.REFUSED,
                                Timeline.submitted(at, null),
                                new Fact.Refused(at, by, reason, !missing.isEmpty()),
                                draft -> missing.isEmpty()
                                        ? draft.reason(reason)
                                        : draft.reason(reason).asked(true, new Asked(at, missing))));
    }

    /** {@link #accept(Actor, Matter, Terms, Appointment, Instant)} of what is as it was when it was handed in. */
    public Attempt accept(Actor by, Appointment appointment, Instant at) {
        return accept(by, matter, new Terms(true, true, course.owed(), false, null), appointment, at);
    }

    /**
     * The one-stop shop takes an online dossier in; the clock starts. T03. Source: Decree 61/2018, art. 17.
     *
     * @param now what it is about, under the version of the procedure that is in force at the acceptance
     * @param terms whether the agency is competent then, and what it costs by that version
     * @param appointment by that version
     */
    public Attempt accept(Actor by, Matter now, Terms terms, Appointment appointment, Instant at) {
        return taking(
                Step.ACCEPTANCE,
                by,
                at,
                transition -> terms.competent()
                        ? draft(transition)
                                .matter(now)
                                .bill(terms.bill())
                                .timeline(times -> times.accepted(at, appointment.dueAt()))
                                .runs(ClockEntry.Kind.START, appointment, at)
                                .after(new Fact.Accepted(at, by, appointment.limit()))
                        : barred(Bar.NO_LONGER_COMPETENT));
    }

    /**
     * The one-stop shop does not take an online dossier in, and says why. T04; T08 where papers that it asked for have not come in time. Source:
     * Decree 61/2018, art. 17.
     *
     * @param why code of the reason; may be null where a deadline says it all
     */
    public Attempt refuse(Actor by, String why, Instant at) {
        return taking(Step.REFUSAL, by, at, transition -> {
            if (transition == Transition.T08) {
                return hasRunOut(at)
                        ? refused(transition, by, Stops.SUPPLEMENT_EXPIRED, at)
                        : barred(Bar.STILL_TIME_LEFT);
            }
            return why == null ? barred(Bar.REASON_MISSING) : refused(transition, by, why, at);
        });
    }

    private Attempt refused(Transition transition, Actor by, String why, Instant at) {
        return draft(transition).closed().reason(why).after(new Fact.Refused(at, by, why));
    }

    /**
     * Reception forwards it, or an officer takes it. T09. Source: Decree 61/2018, art. 18, 19 §1.
     *
     * @param account of the officer who takes it; null when it is forwarded to the agency
     */
    public Attempt begin(Actor by, String account, Workflow workflow, Counting counting, Instant at) {
        return taking(Step.PROCESSING, by, at, transition -> {
            var first = Flow.first(workflow, counting, at);
            var theirs = account != null
                    && workflow.first().filter(step -> step.role() == by.role()).isPresent();
            return draft(transition)
                    .officer(account)
                    .flow(theirs ? first.taken() : first)
                    .after(new Fact.ProcessingStarted(at, by, first));
        });
    }

    /** The applicant takes it back: alone before acceptance (T20), confirmed by the agency afterwards (T21). @param why code of the reason; may be null */
    public Attempt withdraw(Actor by, String why, Instant at) {
        return withdraw(by, why, Originals.NONE, at);
    }

    /** {@link #withdraw(Actor, String, Instant)}. @param originals that came over the counter or by post are given back before the agency confirms it */
    public Attempt withdraw(Actor by, String why, Originals originals, Instant at) {
        return taking(Step.WITHDRAWAL, by, at, transition -> {
            if (course.signed() != null) {
                return barred(Bar.RESULT_SIGNED);
            }
            if (transition == Transition.T21
                    && matter.channel() != Channel.ONLINE
                    && matter.origin() != Origin.IMPORTED
                    && originals.areStillHere()) {
                return barred(Bar.ORIGINALS_NOT_RETURNED);
            }
            var draft = draft(transition).closed().timeline(times -> times.ended(at));
            if (transition == Transition.T21) {
                draft.stands(ClockEntry.Kind.STOP, at, DossierStatus.WITHDRAWN.name());
            }
            return draft.after(new Fact.Withdrawn(at, by, why));
        });
    }

    /**
     * The agency decides; the clock stops. T24 and T25 (denied), T26 where the result is given at once or in a single step. Where the clerk issues the
     * result or the one-stop shop receives it after the signature, the last of them completes what is granted. What then goes home by itself has to be
     * paid before: nobody stands at a counter who would ask for it. Source: Decree 61/2018, art. 19 §8, 20.
     *
     * @param reference of the result; may be null only where it is denied
     * @param why code of the reason; may be null only where it is granted
     * @param workflow of the procedure: the result is signed where no leader's step comes after
     */
    public Attempt complete(Actor by, Outcome decided, String reference, String why, Workflow workflow, Instant at) {
        return complete(by, decided, reference, why, workflow, false, false, at);
    }

    /**
     * {@link #complete}.
     *
     * @param asFile whether a result that is granted has to be there as a file
     * @param apologyPending whether a later date was proposed and is not decided: the applicant may be about to be told of it
     */
    public Attempt complete(
            Actor by,
            Outcome decided,
            String reference,
            String why,
            Workflow workflow,
            boolean asFile,
            boolean apologyPending,
            Instant at) {
        var arrow = Transition.by(Step.COMPLETION, this)
                .or(() -> isGivenInOneStep(workflow) ? Optional.of(Transition.T26) : Optional.empty());
        return taking(Step.COMPLETION, arrow, by, at, transition -> {
            var flow = course.flow();
            if (decided == Outcome.DENIED && by.role() != Role.LEADER) {
                return barred(Bar.LEADER_SIGNS);
            }
            var here = whereItIs(transition, workflow, by.role(), decided);
            if (here.isPresent()) {
                return barred(here.get());
            }
            if (course.awaitsOthers()) {
                return barred(Bar.PARTS_OPEN);
            }
            if (apologyPending) {
                return barred(Bar.APOLOGY_PENDING);
            }
            if (decided == Outcome.GRANTED && reference == null) {
                return barred(Bar.RESULT_MISSING);
            }
            if (decided == Outcome.GRANTED && asFile && course.resultFiles().isEmpty()) {
                return barred(Bar.RESULT_FILE_MISSING);
            }
            if (decided == Outcome.DENIED && why == null) {
                return barred(Bar.REASON_MISSING);
            }
            if (decided == Outcome.GRANTED && owesBeforeItIsSent()) {
                return barred(Bar.FEES_BEFORE_SENDING);
            }
            return draft(transition)
                    .closed()
                    .flow(flow)
                    .timeline(times -> times.completed(at))
                    .decided(decided, why, reference)
                    .stands(ClockEntry.Kind.STOP, at, DossierStatus.COMPLETED.name())
                    .after(new Fact.Completed(at, by, decided, why));
        });
    }

    /** Whether the workflow has it where this role completes it. */
    private Optional<Bar> whereItIs(Transition transition, Workflow workflow, Role role, Outcome decided) {
        var flow = course.flow();
        if (flow != null) {
            return workflow.barsCompletion(flow.step(), role, decided != Outcome.DENIED);
        }
        return transition == Transition.T24 && role != Role.LEADER ? Optional.of(Bar.LEADER_SIGNS) : Optional.empty();
    }

    /** A result that turned out to be wrong is taken back before it is handed over; the clock goes on, at the step where it was signed. T28. */
    public Attempt recallResult(Actor by, String why, Appointment appointment, Instant at) {
        return taking(
                Step.RESULT_RECALL,
                by,
                at,
                transition -> why == null
                        ? barred(Bar.REASON_MISSING)
                        : draft(transition)
                                .timeline(times -> times.reopened(appointment.dueAt()))
                                .decided(null, null, null)
                                .withoutResult()
                                .flow(signedAgain())
                                .signed(null)
                                .movesTo(ClockEntry.Kind.REOPEN, appointment, at, why)
                                .after(new Fact.ResultRecalled(at, by, why, timeline.dueAt())));
    }

    private Flow signedAgain() {
        if (course.flow() == null) {
            return null;
        }
        return course.signed() == null ? course.flow().again() : course.signed().again();
    }

    /** The result reaches the applicant. T27. Source: Decree 61/2018, art. 20. */
    public Attempt handOver(Actor by, Via via, IdentityCheck check, Instant at) {
        return handOver(by, via, check, Originals.NONE, at);
    }

    /** {@link #handOver(Actor, Via, IdentityCheck, Instant)}. @param originals are given back with it over the counter */
    public Attempt handOver(Actor by, Via via, IdentityCheck check, Originals originals, Instant at) {
        return taking(Step.RETURN, by, at, transition -> {
            if (!goes(via, by.role())) {
                return barred(Bar.OTHER_ROLE);
            }
            if (via == Via.POST && matter.returnMethod() != ReturnMethod.POST) {
                return barred(Bar.NOT_ASKED_BY_POST);
            }
            if (via == Via.ONLINE && matter.returnMethod() != ReturnMethod.ELECTRONIC) {
                return barred(Bar.NOT_ELECTRONIC);
            }
            if (course.owed().outstanding() > 0) {
                return barred(Bar.FEES_OUTSTANDING);
            }
            if (via == Via.COUNTER && matter.origin() != Origin.IMPORTED && originals.areStillHere()) {
                return barred(Bar.ORIGINALS_NOT_RETURNED);
            }
            return check.wanting(via)
                    .map(this::barred)
                    .orElseGet(() -> draft(transition)
                            .flow(null)
                            .timeline(times -> times.returned(at))
                            .after(new Fact.Returned(at, by, via, check.collectorBy(via))));
        });
    }

    /** What is asked of the applicant and what they send. */
    public Papers papers() {
        return new Papers(this);
    }

    public Payments payments() {
        return new Payments(this);
    }

    /** Who has it and where it is in its workflow. */
    public Routing routing() {
        return new Routing(this);
    }

    /** What other agencies do. */
    public Parts parts() {
        return new Parts(this);
    }

    public Stops stops() {
        return new Stops(this);
    }

    /** What the clock and the calendar do. */
    public Timekeeping timekeeping() {
        return new Timekeeping(this);
    }

    /** The files that belong to it. */
    public Documents documents() {
        return new Documents(this);
    }

    /** What puts mistakes right. */
    public Amendments amendments() {
        return new Amendments(this);
    }

    /** What the applicant says of it once it is over. */
    public Ratings ratings() {
        return new Ratings(this);
    }

    /** The same dossier with the code that was given out for it. */
    public Dossier named(String given) {
        return new Dossier(
                id,
                given,
                matter,
                status,
                previousStatus,
                sequence,
                changedAt,
                timeline,
                outcome,
                reason,
                resultReference,
                officer,
                course);
    }

    /** Whether nothing can follow. */
    public boolean isClosed() {
        return course.voidedAt() != null
                || status.isFinal()
                || (status == DossierStatus.STOPPED && course.pause() == null);
    }

    /** Whether only its facts are left. */
    public boolean isDestroyed() {
        return course.destroyedAt() != null;
    }

    /** When it was closed; empty while it is open. */
    public Optional<Instant> closedAt() {
        return isClosed()
                ? Stream.of(course.voidedAt(), timeline.returnedAt(), timeline.endedAt(), changedAt)
                        .filter(Objects::nonNull)
                        .findFirst()
                : Optional.empty();
    }

    /** Whether the step could be taken now in this role, as far as it depends on where the dossier stands; if not, it is barred. */
    public boolean isOpenTo(Step step, Role role, LegalRules rules) {
        return !isDestroyed()
                && !isMasteredElsewhere(step)
                && Transition.by(step, this)
                        .filter(transition -> transition.takenBy(role))
                        .filter(transition -> new Prospect(this, rules).allows(step, role))
                        .isPresent();
    }

    /** Whether its result would go out by post or online, as soon as there is one, with fees still to be paid. What was imported went home elsewhere. */
    boolean owesBeforeItIsSent() {
        return owesIfReturnedBy(matter.returnMethod(), course.owed());
    }

    boolean owesIfReturnedBy(ReturnMethod way, Bill bill) {
        return way != ReturnMethod.COUNTER && matter.origin() != Origin.IMPORTED && bill.outstanding() > 0;
    }

    /** Whether it is done where it was accepted: T26 of a procedure whose workflow is a single step. */
    boolean isGivenInOneStep(Workflow workflow) {
        return status == DossierStatus.ACCEPTED
                && workflow.isOfOneStep()
                && matter.origin() != Origin.MIRRORED
                && !isClosed()
                && !isDestroyed();
    }

    /** Whether what was awaited has not come in time. */
    boolean hasRunOut(Instant at) {
        var pause = course.pause();
        return pause != null && pause.deadline() != null && !at.isBefore(pause.deadline());
    }

    /** Takes a step if it leads from here, in this role and not before the last one. */
    Attempt taking(Step step, Actor by, Instant at, Function<Transition, Attempt> guards) {
        return taking(step, Transition.by(step, this), by, at, guards);
    }

    private Attempt taking(
            Step step, Optional<Transition> transition, Actor by, Instant at, Function<Transition, Attempt> guards) {
        if (isDestroyed()) {
            return barred(Bar.DESTROYED);
        }
        if (isMasteredElsewhere(step)) {
            return barred(Bar.MASTERED_ELSEWHERE);
        }
        if (transition.isEmpty()) {
            return barred(Bar.of(this, step));
        }
        if (!transition.get().takenBy(by.role())) {
            return barred(transition.get().otherRole());
        }
        return at.isBefore(changedAt) ? barred(Bar.BEFORE_LAST_STEP) : guards.apply(transition.get());
    }

    /** The dossier where the transition leads; where it stands if it leads nowhere else. */
    Draft draft(Transition transition) {
        return new Draft(this, transition.to().orElse(status));
    }

    /** The dossier back where it stood before it had to wait, waiting no more. */
    Draft back() {
        var flow = course.flow();
        return new Draft(this, course.pause().from()).pause(null).flow(flow == null ? null : flow.undated());
    }

    /** The dossier back where it stood, and its clock running: to the whole limit anew, or to what was left of it. */
    Draft goesOn(ClockPolicy policy, Appointment appointment, Instant at) {
        var due = appointment.dueAt();
        return switch (policy) {
            case RESTART ->
                back().timeline(times -> times.restarted(due)).runs(ClockEntry.Kind.RESTART, appointment, at);
            case RESUME ->
                back().timeline(times -> times.due(due)).movesTo(ClockEntry.Kind.RESUME, appointment, at, null);
        };
    }

    Attempt barred(Bar why) {
        return new Attempt.Barred(why, status);
    }

    private boolean isMasteredElsewhere(Step step) {
        return matter.origin() == Origin.MIRRORED && step != Step.ADOPTION;
    }

    /** The postal service delivers, the citizen downloads; at the counter only the one-stop shop hands over. */
    private static boolean goes(Via via, Role role) {
        return switch (via) {
            case POST -> role == Role.POSTAL;
            case ONLINE -> role == Role.CITIZEN;
            case COUNTER -> role == Role.RECEPTION;
        };
    }

    private static Attempt opening(Transition transition, Matter matter, Actor by, Supplier<Attempt> guards) {
        var online = matter.channel() == Channel.ONLINE;
        if (!transition.takenBy(by.role()) || online != (transition == Transition.T01)) {
            return new Attempt.Barred(Bar.WRONG_CHANNEL, null);
        }
        return guards.get();
    }

    private static Draft paidBefore(Draft draft, Payments.Paid prepaid) {
        return prepaid == null ? draft : draft.paidBefore(prepaid.reference());
    }

    private static Attempt opened(
            UUID id, Matter matter, DossierStatus at, Timeline timeline, Fact fact, UnaryOperator<Draft> more) {
        var nothing =
                new Dossier(id, null, matter, null, null, 0, fact.at(), timeline, null, null, null, null, Course.NEW);
        return more.apply(new Draft(nothing, at)).after(fact);
    }
}
