package vn.motcua.postal.returns;

import java.time.LocalDate;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.calendar.WorkingCalendar;

/**
 * How far a parcel goes, which decides the carrier's limit in working days after the hand-over (J). Source: Circular 17/2017/TT-BTTTT;
 * districts, which its limits assume, live on as rows of {@link ZoneTable}.
 */
public enum Zone {
    /** Within a district or the city of the province's seat: J+1. */
    INTRA_LOCAL(1),
    /** Between districts of a province: J+2. */
    INTRA_PROVINCE(2),
    /** To a centrally run or first-class city of another province: J+3. */
    INTER_CITY(3),
    /** Anywhere else: J+4. */
    INTER_OTHER(4);

    private final int workingDays;

    Zone(int workingDays) {
        this.workingDays = workingDays;
    }

    /** The n of J+n. */
    public int workingDays() {
        return workingDays;
    }

    /**
     * Last day of the limit for a parcel handed over on that day, which itself is not counted.
     *
     * @throws CalendarNotPublished if a year on the way has no table
     */
    public LocalDate promised(LocalDate handedOver, WorkingCalendar calendar) {
        return calendar.plusWorkingDays(handedOver, workingDays);
    }
}
