package vn.motcua.dossier.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.catalogue.CalendarProblem;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.Law;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.lifecycle.Appointment;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.ClockEntry;
import vn.motcua.dossier.lifecycle.ClockPolicy;
import vn.motcua.dossier.lifecycle.Counting;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.Leg;
import vn.motcua.dossier.lifecycle.LegalRules;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Recount;
import vn.motcua.dossier.lifecycle.Redating;
import vn.motcua.dossier.lifecycle.Timekeeping.Countings;
import vn.motcua.dossier.lifecycle.Warnings;

/**
 * What is due when, in the working time of the agency and by the rules of the dossier's legal profile. A year whose calendar is not published is a
 * {@link vn.motcua.dossier.edge.Problem}, 503 {@code calendar-not-published}, except where intake goes on without. Thread-safe, from memory.
 */
@ApplicationScoped
public class Dates {

    /** The last second of a day: until then something that is awaited on that day may come. */
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final Catalogue catalogue;
    private final Law law;

    Dates(Catalogue catalogue, Law law) {
        this.catalogue = catalogue;
        this.law = law;
    }

    /** The same by another catalogue: what would be due when, if it held. */
    public Dates by(Catalogue other) {
        return new Dates(other, law);
    }

    /** The rules that the dossier follows. */
    public LegalRules rules(Matter matter) {
        var rules = law.of(matter.legalProfile());
        return matter.isOfKnownProcedure() ? rules : rules.resuming();
    }

    /** Until when an online dossier is answered; null while the calendar of that year is not published. */
    public Instant replyDueAt(String agency, LegalRules rules, Instant at) {
        try {
            return catalogue
                    .calendar(agency)
                    .due(at, TimeLimit.workingHours(rules.replyHours()))
                    .orElseThrow();
        } catch (CalendarNotPublished missing) {
            return null;
        }
    }

    /** In which unit the procedure's limit is counted; what nobody here knows is counted as most limits are. */
    public LimitUnit unit(Matter matter) {
        return matter.isOfKnownProcedure() ? limit(matter).unit() : LimitUnit.WORKING_DAYS;
    }

    private TimeLimit limit(Matter matter) {
        var procedure = catalogue
                .procedure(matter.procedure(), matter.procedureVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "procedure " + matter.procedure() + " version " + matter.procedureVersion() + " is gone"));
        return catalogue.limit(procedure);
    }

    /** The whole limit from an instant on. */
    public Appointment appointment(Matter matter, Instant from) {
        return promised(matter, from, counting(matter).due(from, limit(matter)));
    }

    /** What an acceptance promises: the whole limit, and that paper goes on to whoever processes it. */
    public Appointment accepted(Matter matter, Instant at) {
        return appointment(matter, at).forwarded(forwardBy(matter, at));
    }

    /** What was left of the limit when the clock began to stand still, from now on. */
    public Appointment resumed(Dossier dossier, Instant pausedAt, Instant at) {
        var due = dossier.timeline().dueAt();
        var matter = dossier.matter();
        var unit = unit(matter);
        if (due == null || unit == LimitUnit.NONE) {
            return Appointment.OPEN_ENDED;
        }
        var calendar = catalogue.calendar(matter.agency());
        return promised(matter, at, published(() -> calendar.dueAfterPause(due, pausedAt, at, unit)));
    }

    /** After what was awaited has come: the limit anew or what was left of it. */
    public Appointment goingOn(Dossier dossier, ClockPolicy policy, Instant at) {
        var appointment = policy == ClockPolicy.RESTART
                ? appointment(dossier.matter(), at)
                : resumed(dossier, dossier.course().pausedSince().orElse(at), at);
        var pause = dossier.course().pause();
        // Paper that was not with whoever processes it when the wait began is to go there now.
        return pause != null && pause.from() == DossierStatus.ACCEPTED
                ? appointment.forwarded(forwardBy(dossier.matter(), at))
                : appointment;
    }

    /** Whether an agency works at that time: nobody is told to come to a closed door. */
    public boolean isWorkingTime(Matter matter, Instant at) {
        try {
            return catalogue.calendar(matter.agency()).isWorkingTime(at);
        } catch (CalendarNotPublished missing) {
            throw CalendarProblem.of(missing);
        }
    }

    /** A date that somebody promises. */
    public Appointment extended(Dossier dossier, Instant due, Instant at) {
        return unit(dossier.matter()) == LimitUnit.NONE ? Appointment.OPEN_ENDED : promised(dossier.matter(), at, due);
    }

    /** What another system promised; null where it promised nothing. */
    public Appointment promisedElsewhere(Dossier dossier, Instant at) {
        var due = dossier.timeline().dueAt();
        return due == null ? null : extended(dossier, due, at);
    }

    /** The due date as the calendar of now makes it, from all that happened to the clock; the one there is where nobody can say. */
    public Appointment recounted(Dossier dossier, Matter matter, Instant at) {
        var calendar = catalogue.calendar(matter.agency());
        var due = matter.isOfKnownProcedure()
                ? published(() -> Recount.due(dossier.course().clock(), limit(matter), counting(matter), calendar))
                : dossier.timeline().dueAt();
        // What is still to be forwarded is so by the calendar of now as well.
        var forward = dossier.course().alarms().forward() == null ? null : forwardBy(matter, forwardedFrom(dossier));
        return due == null ? Appointment.OPEN_ENDED : promised(matter, at, due).forwarded(forward);
    }

    /**
     * Since when limits run that no ledger has; each null where they never ran anew.
     *
     * @param reply when the applicant's papers came before acceptance
     * @param step when the step of the workflow began that is on
     */
    public record Since(Instant reply, Instant step) {}

    /**
     * What of a dossier the calendar of now dates otherwise.
     *
     * @param asked the agencies whose dates are looked at: of the dossier where it is theirs, of parts that they have
     */
    public Redating redating(Dossier dossier, Since since, Predicate<String> asked, Instant at) {
        var ours = asked.test(dossier.matter().agency());
        return new Redating(
                ours ? resultAnew(dossier, at) : null,
                ours ? replyAnew(dossier, since.reply()) : null,
                partsAnew(dossier, asked, at),
                ours && since.step() != null ? stepAnew(dossier, since.step()) : null,
                ours ? deadlineAnew(dossier, at) : null,
                ours ? forwardAnew(dossier, at) : null);
    }

    /** Null where nothing was promised yet, nothing runs any more, or nobody wrote down how the date came about (before there was a ledger). */
    private Appointment resultAnew(Dossier dossier, Instant at) {
        var times = dossier.timeline();
        if (times.dueAt() == null
                || times.endedAt() != null
                || dossier.course().clock().isEmpty()) {
            return null;
        }
        var anew = recounted(dossier, dossier.matter(), at);
        return anew.dueAt() == null || anew.dueAt().equals(times.dueAt()) ? null : anew;
    }

    private Instant replyAnew(Dossier dossier, Instant supplied) {
        var matter = dossier.matter();
        if (matter.channel() != Channel.ONLINE || dossier.status() != DossierStatus.SUBMITTED) {
            return null;
        }
        var times = dossier.timeline();
        var anew = replyDueAt(matter.agency(), rules(matter), supplied == null ? times.submittedAt() : supplied);
        return anew == null || anew.equals(times.replyDueAt()) ? null : anew;
    }

    /** A part that was taken over after a merger keeps the date of the one that it goes on with. */
    private List<Leg> partsAnew(Dossier dossier, Predicate<String> asked, Instant at) {
        var anew = new ArrayList<Leg>();
        for (var leg : dossier.course().legs()) {
            if (leg.isOpen() && asked.test(leg.agency()) && !dossier.course().goesOn(leg)) {
                // What is on its way on paper is awaited as if it had arrived at once.
                var from = leg.startedAt() == null ? leg.openedAt() : leg.startedAt();
                var due = counting(leg.agency()).due(from, leg.limit());
                if (due != null && !due.equals(leg.awaitedBy())) {
                    anew.add(leg.redated(due, at));
                }
            }
        }
        return anew;
    }

    /**
     * The end of the next working day where the last day has become a day off. An applicant was told the day: it never comes earlier, and what is over stays
     * over. Source: Civil Code 91/2015/QH13, art. 148 §5.
     */
    private Instant deadlineAnew(Dossier dossier, Instant at) {
        var pause = dossier.course().pause();
        if (pause == null || pause.deadline() == null || !pause.deadline().isAfter(at)) {
            return null;
        }
        var told = LocalDate.ofInstant(pause.deadline(), DossierCode.ZONE);
        var worked = worked(dossier.matter().agency(), told);
        return worked.isAfter(told) && isClosedSince(dossier.matter(), told) ? endOf(worked) : null;
    }

    /** What was imported may have been told a day off elsewhere: only a day that was closed by an order moves that. */
    private boolean isClosedSince(Matter matter, LocalDate told) {
        return matter.origin() != Origin.IMPORTED
                || Boolean.FALSE.equals(
                        catalogue.calendar(matter.agency()).overrides().get(told));
    }

    /** Whoever was said to be late with it, or could not be told until when, has until then if that is still to come. */
    private Instant forwardAnew(Dossier dossier, Instant at) {
        var forward = dossier.course().alarms().forward();
        var anew = forward == null && !liesHere(dossier) ? null : forwardBy(dossier);
        if (anew == null || anew.equals(forward)) {
            return null;
        }
        return forward != null || anew.isAfter(at) ? anew : null;
    }

    /** Whether it was accepted here: what was imported or adopted was forwarded elsewhere. */
    private static boolean liesHere(Dossier dossier) {
        return dossier.matter().origin() != Origin.IMPORTED
                && dossier.course().clock().stream().anyMatch(entry -> entry.limit() != null);
    }

    private Instant stepAnew(Dossier dossier, Instant begun) {
        var flow = dossier.course().flow();
        if (flow == null || flow.dueAt() == null || dossier.status() != DossierStatus.PROCESSING) {
            return null;
        }
        var matter = dossier.matter();
        return catalogue
                .procedure(matter.procedure(), matter.procedureVersion())
                .flatMap(procedure -> Workflows.of(procedure).step(flow.step()))
                .map(step -> counting(matter.agency()).due(begun, step.limit()))
                .filter(due -> !due.equals(flow.dueAt()))
                .orElse(null);
    }

    /** Until when papers may be asked for without more ado; null before acceptance and while nobody can say. */
    public Instant papersUntil(Dossier dossier) {
        var accepted = dossier.timeline().acceptedAt();
        var days = TimeLimit.workingDays(rules(dossier.matter()).supplementWithinDays());
        try {
            return accepted == null
                    ? null
                    : catalogue
                            .calendar(dossier.matter().agency())
                            .due(accepted, days)
                            .orElseThrow();
        } catch (CalendarNotPublished missing) {
            return null;
        }
    }

    /**
     * The end of a day that was named, or of the one that the rules give; of the next working day where the agency does not work then. While nobody
     * knows which days of that year are off, the day stays. Source: Civil Code 91/2015/QH13, art. 148 §5.
     */
    public Instant deadline(String agency, LocalDate named, int days, Instant at) {
        var day = day(named, days, at);
        // What is over is over, also on a Sunday: it does not move to today.
        return endOf(day.isBefore(LocalDate.ofInstant(at, DossierCode.ZONE)) ? day : worked(agency, day));
    }

    /** The end of a day on which something was awaited elsewhere: whoever was told it cannot be told another one any more. */
    public Instant deadlineElsewhere(LocalDate named, int days, Instant at) {
        return endOf(day(named, days, at));
    }

    private static LocalDate day(LocalDate named, int days, Instant at) {
        return named == null ? LocalDate.ofInstant(at, DossierCode.ZONE).plusDays(days) : named;
    }

    private LocalDate worked(String agency, LocalDate day) {
        try {
            return catalogue.calendar(agency).nextOrSameWorkingDay(day);
        } catch (CalendarNotPublished missing) {
            return day;
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(DossierCode.ZONE).toInstant();
    }

    /** How limits are counted at an agency. */
    public Counting counting(String agency) {
        return (start, limit) ->
                published(() -> catalogue.calendar(agency).due(start, limit).orElse(null));
    }

    /** How limits are counted at each agency, those that took over from others included. */
    Countings ofAgencies() {
        return new Countings() {
            @Override
            public Counting of(String agency) {
                return counting(agency);
            }

            @Override
            public String holder(String agency, Instant at) {
                return catalogue
                        .successorOf(agency, LocalDate.ofInstant(at, DossierCode.ZONE))
                        .map(Agency::code)
                        .orElse(agency);
            }
        };
    }

    /** How a procedure's own limit is counted: what is done the same day ends with the day. */
    private Counting counting(Matter matter) {
        return (start, limit) -> LegalRules.isSameDay(matter.immediate(), limit)
                ? published(() -> rules(matter).sameDayDue(catalogue.calendar(matter.agency()), start))
                : counting(matter.agency()).due(start, limit);
    }

    /** Whether a line of the clock was counted to the end of a day. @param calendar by which it was counted */
    public boolean isDueTheSameDay(Matter matter, ClockEntry entry, WorkingCalendar calendar) {
        return LegalRules.isSameDay(matter.immediate(), entry.limit())
                && rules(matter).sameDayDue(calendar, entry.at()).equals(entry.dueAt());
    }

    /**
     * Until when paper has to be with whoever processes it; null where nothing is on paper, before acceptance, once it was forwarded, and while nobody
     * can say. Source: Decree 61/2018, art. 18.
     */
    public Instant forwardBy(Dossier dossier) {
        return dossier.status() == DossierStatus.ACCEPTED ? forwardBy(dossier.matter(), forwardedFrom(dossier)) : null;
    }

    /** When it was accepted, or what it waited for after that had come. */
    private static Instant forwardedFrom(Dossier dossier) {
        var from = dossier.timeline().acceptedAt();
        for (var entry : dossier.course().clock()) {
            if (entry.kind() == ClockEntry.Kind.RESUME || entry.kind() == ClockEntry.Kind.RESTART) {
                from = entry.at();
            }
        }
        return from;
    }

    private Instant forwardBy(Matter matter, Instant receivedAt) {
        // A ministry's system may not say when it was accepted.
        if (matter.channel() == Channel.ONLINE || receivedAt == null) {
            return null;
        }
        try {
            return rules(matter).forwardBy(catalogue.calendar(matter.agency()), receivedAt);
        } catch (CalendarNotPublished missing) {
            return null;
        }
    }

    private Appointment promised(Matter matter, Instant from, Instant due) {
        if (due == null) {
            return Appointment.OPEN_ENDED;
        }
        var calendar = catalogue.calendar(matter.agency());
        return new Appointment(
                matter.isOfKnownProcedure() ? limit(matter) : null,
                due,
                Warnings.of(rules(matter), calendar, from, due),
                catalogue.calendarEdition(matter.agency()));
    }

    private interface Count {
        Instant due();
    }

    private static Instant published(Count count) {
        try {
            return count.due();
        } catch (CalendarNotPublished missing) {
            throw CalendarProblem.of(missing);
        }
    }
}
