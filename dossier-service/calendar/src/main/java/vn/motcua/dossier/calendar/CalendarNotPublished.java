package vn.motcua.dossier.calendar;

/**
 * A year was needed whose days off nobody has loaded. The days are decided every year by the Prime Minister, so nothing may be guessed.
 * Source: Labour Code 45/2019/QH14, art. 112 §3.
 */
public final class CalendarNotPublished extends RuntimeException {

    private final String calendarCode;
    private final int year;

    public CalendarNotPublished(String calendarCode, int year) {
        super("calendar " + calendarCode + " has no table of days off for " + year + "; load that year's notice");
        this.calendarCode = calendarCode;
        this.year = year;
    }

    public String calendarCode() {
        return calendarCode;
    }

    /** The first year, in the direction of counting, that has no table. */
    public int year() {
        return year;
    }
}
