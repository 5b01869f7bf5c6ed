package vn.motcua.dossier.calendar;

/** What a time limit is counted in. The rule of each unit stands at {@link WorkingCalendar#due}. */
public enum LimitUnit {
    WORKING_DAYS,
    CALENDAR_DAYS,
    WORKING_HOURS,
    /** No due date is given ("không có ngày hẹn trả"). */
    NONE
}
