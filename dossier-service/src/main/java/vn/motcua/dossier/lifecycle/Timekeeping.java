package vn.motcua.dossier.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the clock and the calendar do to a dossier, and the new dates that the law allows. */
public record Timekeeping(Dossier dossier) {

    private static final Actor SYSTEM = new Actor(Role.SYSTEM, null);

    /**
     * Apologises and promises a later date, as often as the law allows. Telling it late is not barred, but said. T29. Source: Decree 61/2018, art. 19
     * §9.
     */
    public Attempt extend(Actor by, Appointment appointment, String why, LegalRules rules, Instant at) {
        return dossier.taking(Step.EXTENSION, by, at, transition -> {
            var due = dossier.timeline().dueAt();
            if (due == null || appointment.dueAt() == null) {
                return dossier.barred(Bar.NO_TIME_LIMIT);
            }
            if (!rules.allowsExtensionAfter(dossier.course().extensions())) {
                return dossier.barred(Bar.EXTENDED_ALREADY);
            }
            if (why == null) {
                return dossier.barred(Bar.REASON_MISSING);
            }
            if (!appointment.dueAt().isAfter(due) || !appointment.dueAt().isAfter(at)) {
                return dossier.barred(Bar.NOT_LATER);
            }
            var late = rules.isLateNotice(due, at);
            return dossier.draft(transition)
                    .extended(late)
                    .timeline(times -> times.due(appointment.dueAt()))
                    .movesTo(ClockEntry.Kind.EXTEND, appointment, at, why)
                    .after(new Fact.Extended(at, by, due, why, late));
        });
    }

    /** {@link #redate(Redating, Instant)} of the result alone. */
    public Attempt redate(Appointment appointment, Instant at) {
        return redate(Redating.of(appointment), at);
    }

    /**
     * A day was closed or opened, or a year's days off were published, after the dates had been given. Whoever was late by the old date and is not by
     * the new one is told again if that passes too. The fact names the result's date before it; where that is the one after it, only other dates moved.
     */
    public Attempt redate(Redating anew, Instant at) {
        return dossier.taking(Step.REDATING, SYSTEM, at, transition -> {
            var due = dossier.timeline().dueAt();
            var moves = moves(due, anew.appointment());
            if (!moves && isNothingBeside(anew)) {
                return dossier.barred(Bar.NOTHING_DUE);
            }
            var draft = dossier.draft(transition);
            if (moves) {
                moved(draft, anew.appointment(), at);
            }
            if (anew.replyDueAt() != null) {
                answered(draft, anew.replyDueAt(), at);
            }
            if (anew.stepDueAt() != null) {
                draft.flow(dossier.course().flow().due(anew.stepDueAt()));
            }
            if (anew.deadline() != null) {
                awaited(draft, anew.deadline());
            }
            if (anew.forwardBy() != null) {
                draft.forwardBy(anew.forwardBy());
            }
            anew.legs().forEach(draft::leg);
            return draft.after(new Fact.DueDateChanged(at, SYSTEM, due, anew));
        });
    }

    private static boolean moves(Instant due, Appointment appointment) {
        return due != null && appointment != null && appointment.dueAt() != null && !due.equals(appointment.dueAt());
    }

    private void moved(Draft draft, Appointment appointment, Instant at) {
        draft.timeline(times -> times.due(appointment.dueAt())).movesTo(ClockEntry.Kind.REDATE, appointment, at, null);
        if (dossier.course().pause() != null) {
            draft.alarms(dossier.course().alarms());
        }
    }

    private static boolean isNothingBeside(Redating anew) {
        return anew.replyDueAt() == null
                && anew.legs().isEmpty()
                && anew.stepDueAt() == null
                && anew.deadline() == null
                && anew.forwardBy() == null;
    }

    /** How long after it an online payment may still be told of stays as it is. */
    private void awaited(Draft draft, Instant later) {
        var pause = dossier.course().pause();
        draft.pause(pause.until(later)).awaitsLonger(Duration.between(pause.deadline(), later));
    }

    private void answered(Draft draft, Instant replyDueAt, Instant at) {
        var alarms = dossier.course().alarms();
        var untold = alarms.reply() != null || dossier.timeline().replyDueAt() == null;
        draft.timeline(times -> times.awaitingReply(replyDueAt));
        if (untold || replyDueAt.isAfter(at)) {
            draft.alarms(alarms.withReply(replyDueAt));
        }
    }

    /**
     * What is due first, as a fact at the time when it became due; empty if nothing is. T08, T16, T19, T30, T31, and the opening of a part that
     * waited for another. Nothing is late at the very instant at which it is due, only after it. Of two warnings that are both due, the nearer one is
     * rung.
     *
     * @param countings of each agency that may have a part
     */
    public Optional<Attempt> ring(Countings countings, Instant now) {
        var alarms = dossier.course().alarms().heardAt(now);
        return dossier.course()
                .wakesAt(alarms)
                .filter(due -> due.isBefore(now) || (due.equals(now) && !isAboutLateness(due)))
                .map(due -> rings(countings, alarms, due));
    }

    private boolean isAboutLateness(Instant due) {
        var course = dossier.course();
        return course.legs().stream()
                        .noneMatch(
                                leg -> course.opensAt(leg).filter(due::equals).isPresent())
                && !due.equals(course.alarms().dueSoon())
                && !due.equals(course.alarms().hoursLeft())
                && !due.equals(course.alarms().deadline());
    }

    /** How each agency counts, and who stands in its place. */
    @FunctionalInterface
    public interface Countings {
        Counting of(String agency);

        /** The agency itself while it exists and where nobody took over, else the one that did. */
        default String holder(String agency, Instant at) {
            return agency;
        }
    }

    private Attempt rings(Countings countings, Alarms alarms, Instant due) {
        var course = dossier.course();
        var at = due.isBefore(dossier.changedAt()) ? dossier.changedAt() : due;
        for (var leg : course.legs()) {
            if (course.opensAt(leg).filter(due::equals).isPresent()) {
                // It was nobody's while it waited: where its agency is no more, the one that took over gets it at once.
                var holder = countings.holder(leg.agency(), at);
                var opened =
                        leg.plannedFor(holder).opened(at, countings.of(holder).due(at, leg.limit()));
                return same().leg(opened).after(new Fact.LegOpened(at, SYSTEM, opened));
            }
            if (due.equals(leg.rings())) {
                var told = leg.toldLate();
                return same().leg(told).after(new Fact.LegOverdue(at, SYSTEM, told));
            }
        }
        return ringsItself(alarms, due, at);
    }

    private Attempt ringsItself(Alarms alarms, Instant due, Instant at) {
        if (due.equals(alarms.deadline())) {
            return dossier.course().pause().cause() == Pause.Cause.PAPERS_BEFORE_ACCEPTANCE
                    ? dossier.refuse(SYSTEM, Stops.SUPPLEMENT_EXPIRED, at)
                    : dossier.stops().stop(SYSTEM, null, false, at);
        }
        if (due.equals(alarms.reply())) {
            return dossier.taking(
                    Step.LATENESS,
                    SYSTEM,
                    at,
                    transition -> same().alarms(alarms.withoutReply()).after(new Fact.ReplyOverdue(at, SYSTEM, due)));
        }
        if (due.equals(alarms.forward())) {
            return dossier.taking(
                    Step.LATENESS,
                    SYSTEM,
                    at,
                    transition ->
                            same().alarms(alarms.withoutForward()).after(new Fact.ForwardOverdue(at, SYSTEM, due)));
        }
        if (due.equals(alarms.dueSoon())) {
            return warns(alarms.withoutDueSoon(), Warning.DAYS, at);
        }
        if (due.equals(alarms.hoursLeft())) {
            return warns(alarms.withoutHoursLeft(), Warning.HOURS, at);
        }
        return dossier.taking(
                Step.LATENESS,
                SYSTEM,
                at,
                transition -> same().alarms(alarms.withoutOverdue()).after(new Fact.Overdue(at, SYSTEM)));
    }

    private Attempt warns(Alarms left, Warning warning, Instant at) {
        return dossier.taking(
                Step.WARNING,
                SYSTEM,
                at,
                transition -> same().alarms(left).after(new Fact.DueSoon(at, SYSTEM, warning)));
    }

    private Draft same() {
        return new Draft(dossier, dossier.status());
    }
}
