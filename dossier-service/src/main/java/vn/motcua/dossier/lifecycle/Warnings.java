package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.calendar.WorkingCalendar;

/**
 * When a due date is near; each null where it is not said, or where there is no time for it.
 *
 * @param days so many working days before, at the same time of day
 * @param hours so many working hours before
 */
public record Warnings(Instant days, Instant hours) {

    public static final Warnings NONE = new Warnings(null, null);

    /**
     * The warnings of a date that is promised at an instant. Where no work lies between the two, the first says it all: eight working hours before
     * are the same as one working day before where a day has eight hours.
     */
    public static Warnings of(LegalRules rules, WorkingCalendar calendar, Instant from, Instant due) {
        var days = after(from, () -> daysBefore(calendar, rules.dueSoonDays(), due));
        var hours = after(
                from, () -> rules.dueSoonHours() == 0 ? null : calendar.minusWorkingHours(due, rules.dueSoonHours()));
        var same = days != null
                && hours != null
                && calendar.workingTimeBetween(days, hours).isZero();
        return new Warnings(days, same ? null : hours);
    }

    private static Instant daysBefore(WorkingCalendar calendar, int days, Instant due) {
        if (days == 0) {
            return null;
        }
        var local = due.atZone(calendar.zone());
        var day = local.toLocalDate();
        for (int i = 0; i < days; i++) {
            day = calendar.previousWorkingDay(day);
        }
        return day.atTime(local.toLocalTime()).atZone(calendar.zone()).toInstant();
    }

    private interface Count {
        Instant warning();
    }

    /** Nobody is warned of what has just been promised, and nobody can say when where last year's calendar is not there. */
    private static Instant after(Instant from, Count count) {
        try {
            var warning = count.warning();
            return warning != null && warning.isAfter(from) ? warning : null;
        } catch (CalendarNotPublished missing) {
            return null;
        }
    }

    boolean liesBefore(Instant due) {
        return (days == null || days.isBefore(due)) && (hours == null || hours.isBefore(due));
    }
}
