package vn.motcua.dossier.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The days on which one year departs from Monday to Friday.
 *
 * @param off weekdays that are off, in order; weekends are off in any case and must not be named
 * @param worked Saturdays and Sundays that are worked, in order
 * @param source the notice that says so, 1 to {@value #LONGEST_SOURCE} characters
 * @throws IllegalArgumentException when a date is of another year or on the wrong kind of day
 */
public record YearTable(int year, Set<LocalDate> off, Set<LocalDate> worked, String source) {

    /** The longest text of a source, in characters. */
    public static final int LONGEST_SOURCE = 500;

    public YearTable {
        off = InOrder.set(off);
        worked = InOrder.set(worked);
        Objects.requireNonNull(source, "source");
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException("the source of " + year + " has 1 to " + LONGEST_SOURCE + " characters");
        }
        require(year, off, day -> !weekend(day), "a weekday");
        require(year, worked, YearTable::weekend, "a Saturday or Sunday");
    }

    DayKind kindOf(LocalDate day) {
        if (weekend(day)) {
            return worked.contains(day) ? DayKind.MADE_UP : DayKind.WEEKEND;
        }
        return off.contains(day) ? DayKind.DAY_OFF : DayKind.ORDINARY;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static void require(int year, Set<LocalDate> days, Predicate<LocalDate> right, String wanted) {
        days.stream()
                .filter(day -> day.getYear() != year || !right.test(day))
                .findFirst()
                .ifPresent(day -> {
                    throw new IllegalArgumentException(day + " is not " + wanted + " of " + year);
                });
    }
}
