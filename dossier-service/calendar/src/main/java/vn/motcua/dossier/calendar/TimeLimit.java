package vn.motcua.dossier.calendar;

import java.util.Objects;

/**
 * How long something may take.
 *
 * @param amount 1 to {@value #MOST}; 0 exactly when the unit is {@link LimitUnit#NONE}
 * @throws IllegalArgumentException when the amount is outside that range
 */
public record TimeLimit(int amount, LimitUnit unit) {

    /** The largest amount of any unit. */
    public static final int MOST = 1000;

    public TimeLimit {
        Objects.requireNonNull(unit, "unit");
        if (unit == LimitUnit.NONE ? amount != 0 : amount < 1 || amount > MOST) {
            throw new IllegalArgumentException(
                    "a limit in " + unit + " is 1 to " + MOST + ", or 0 in NONE; not " + amount);
        }
    }

    public static TimeLimit none() {
        return new TimeLimit(0, LimitUnit.NONE);
    }

    public static TimeLimit workingDays(int days) {
        return new TimeLimit(days, LimitUnit.WORKING_DAYS);
    }

    public static TimeLimit calendarDays(int days) {
        return new TimeLimit(days, LimitUnit.CALENDAR_DAYS);
    }

    public static TimeLimit workingHours(int hours) {
        return new TimeLimit(hours, LimitUnit.WORKING_HOURS);
    }
}
