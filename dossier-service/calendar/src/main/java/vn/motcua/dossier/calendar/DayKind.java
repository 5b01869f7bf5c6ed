package vn.motcua.dossier.calendar;

/** Why a day is worked or not. */
public enum DayKind {
    /** A weekday like others. */
    ORDINARY(true),
    /** A Saturday or Sunday. Source: Decision 188/1999/QĐ-TTg. */
    WEEKEND(false),
    /** A weekday off: a holiday, its compensation, or one side of a swap. Source: the yearly notice. */
    DAY_OFF(false),
    /** A Saturday or Sunday worked in exchange for a weekday ("làm bù"). Source: the yearly notice. */
    MADE_UP(true),
    /** Closed although the yearly table says worked: a storm, a state funeral. */
    CLOSED(false),
    /** Open although the yearly table says off. */
    OPENED(true);

    private final boolean working;

    DayKind(boolean working) {
        this.working = working;
    }

    public boolean working() {
        return working;
    }
}
