package vn.motcua.postal.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.calendar.WorkingCalendar;

/**
 * When the day's manifest closes. What is ready strictly before goes on the manifest of the day, what is ready from then on or on a day
 * off on that of the next working day.
 *
 * @param time local time of the calendar's zone
 */
public record CutOff(LocalTime time) {

    /**
     * The working day on whose manifest something goes that is ready at that instant.
     *
     * @throws CalendarNotPublished if a year on the way has no table
     */
    public LocalDate manifestDay(Instant ready, WorkingCalendar calendar) {
        var local = ready.atZone(calendar.zone());
        var day = local.toLocalDate();
        return local.toLocalTime().isBefore(time) ? calendar.nextOrSameWorkingDay(day) : calendar.nextWorkingDay(day);
    }

    /** When the manifest of that day closes. */
    public Instant closesAt(LocalDate day, WorkingCalendar calendar) {
        return day.atTime(time).atZone(calendar.zone()).toInstant();
    }
}
