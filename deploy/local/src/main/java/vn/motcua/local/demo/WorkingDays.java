package vn.motcua.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Working days of civil servants from September 2021 to June 2022, counted with the finger. Deliberately apart from the services'
 * calendar: what is generated with one and judged with the other shows where they disagree.
 */
final class WorkingDays {

    // Source: the yearly notices of the days off of civil servants for 2021 and 2022.
    private static final Set<LocalDate> OFF = Stream.of(
                    "2021-09-02",
                    "2021-09-03",
                    "2022-01-03",
                    "2022-01-31",
                    "2022-02-01",
                    "2022-02-02",
                    "2022-02-03",
                    "2022-02-04",
                    "2022-04-11",
                    "2022-05-02",
                    "2022-05-03")
            .map(LocalDate::parse)
            .collect(Collectors.toUnmodifiableSet());

    private WorkingDays() {}

    static boolean worked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !OFF.contains(day);
    }

    /** The n-th working day after the day; n from 0, where 0 is the day itself. */
    static LocalDate after(LocalDate day, int n) {
        var at = day;
        for (int left = n; left > 0; ) {
            at = at.plusDays(1);
            if (worked(at)) {
                left--;
            }
        }
        return at;
    }

    /** The n-th working day before the day. */
    static LocalDate before(LocalDate day, int n) {
        var at = day;
        for (int left = n; left > 0; ) {
            at = at.minusDays(1);
            if (worked(at)) {
                left--;
            }
        }
        return at;
    }
}
