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
        var day = calendar.nextOrSameWorkingDay(calendar.localDate(ready));
        while (!ready.isBefore(closesAt(day, calendar))) {
            day = calendar.nextWorkingDay(day);
        }
        return day;
    }

    /** When the manifest of that day closes; with the door where the agency is closed at the usual time on that day. */
    public Instant closesAt(LocalDate day, WorkingCalendar calendar) {
        var usual = day.atTime(time).atZone(calendar.zone()).toInstant();
        var closed = calendar.hasOwnHours(day) && !calendar.isWorkingTime(usual);
        return closed ? calendar.closing(day) : usual;
    }
}
