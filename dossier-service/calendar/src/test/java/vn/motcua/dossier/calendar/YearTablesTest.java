package vn.motcua.dossier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.calendar.CivilServants.CALENDAR;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Check sums of the shipped tables against counts made from the notices. */
class YearTablesTest {

    @Test
    void theShippedCalendarNamesItsHoursAndYears() {
        assertThat(CALENDAR.code()).isEqualTo("civil-servants");
        assertThat(CALENDAR.zone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(CALENDAR.sessions())
                .containsExactly(
                        new Session(LocalTime.of(7, 0), LocalTime.of(11, 30)),
                        new Session(LocalTime.of(13, 30), LocalTime.of(17, 0)));
        assertThat(CALENDAR.years().keySet()).containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(CALENDAR.years().get(2022).source()).isEqualTo("119/TB-LĐTBXH");
        assertThat(CALENDAR.overrides()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 250", "2026, 249"})
    void aYearHasThatManyWorkingDays(int year, int expected) {
        assertThat(IntStream.rangeClosed(1, 12)
                        .map(month -> workingDays(year, month))
                        .sum())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "2022: 19,16,23,20,20,22,21,23,20,21,22,22",
                "2023: 16,20,23,20,20,22,21,23,19,22,22,21",
                "2024: 22,16,21,19,23,20,23,22,19,23,21,22",
                "2025: 17,20,21,21,20,21,23,21,20,23,20,23",
                "2026: 21,15,22,20,20,22,23,21,20,22,20,23",
            })
    void aMonthHasThatManyWorkingDays(int year, String expected) {
        List<Integer> months =
                Arrays.stream(expected.split(",")).map(Integer::valueOf).toList();
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(month -> workingDays(year, month)))
                .isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-08, ORDINARY",
        "2022-06-11, WEEKEND",
        "2022-06-12, WEEKEND",
        "2022-04-11, DAY_OFF",
        "2023-04-29, WEEKEND",
        "2024-05-04, MADE_UP",
        "2025-04-26, MADE_UP",
        "2026-01-10, MADE_UP",
        "2026-08-22, MADE_UP",
        "2026-08-31, DAY_OFF",
        "2026-11-23, ORDINARY",
        "2026-11-24, DAY_OFF",
    })
    void aDayIsWorkedOrNotForANamedReason(LocalDate day, DayKind kind) {
        assertThat(CALENDAR.kindOf(day)).isEqualTo(kind);
        assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(kind.working());
    }

    /** The weekdays off as the notices name them, day and month. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "2021: 01/01 10/02 11/02 12/02 15/02 16/02 21/04 30/04 03/05 02/09 03/09",
                "2022: 03/01 31/01 01/02 02/02 03/02 04/02 11/04 02/05 03/05 01/09 02/09",
                "2023: 02/01 20/01 23/01 24/01 25/01 26/01 01/05 02/05 03/05 01/09 04/09",
                "2024: 01/01 08/02 09/02 12/02 13/02 14/02 18/04 29/04 30/04 01/05 02/09 03/09",
                "2025: 01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09",
                "2026: 01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11",
            })
    void theseWeekdaysAreOffAndNoOthers(int year, String days) {
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(day -> CALENDAR.kindOf(day) == DayKind.DAY_OFF)
                        .map(day -> "%02d/%02d".formatted(day.getDayOfMonth(), day.getMonthValue())))
                .containsExactly(days.trim().split(" "));
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024-05-04", "2025, 2025-04-26", "2026, 2026-01-10 2026-08-22", "2021,", "2022,", "2023,"})
    void theseSaturdaysAreWorkedAndNoOthers(int year, String days) {
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(day -> CALENDAR.kindOf(day) == DayKind.MADE_UP)
                        .map(LocalDate::toString))
                .isEqualTo(days == null ? List.of() : List.of(days.split(" ")));
    }

    /** First of January, New Year and Hùng Kings by the lunar calendar, 30 April, 1 May, 2 September, and Culture Day from 2026 on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "2022: 01-01 02-01 04-10 04-30 05-01 09-02",
                "2023: 01-01 01-22 04-29 04-30 05-01 09-02",
                "2024: 01-01 02-10 04-18 04-30 05-01 09-02",
                "2025: 01-01 01-29 04-07 04-30 05-01 09-02",
                "2026: 01-01 02-17 04-26 04-30 05-01 09-02 11-24",
            })
    void nobodyWorksOnAPublicHoliday(int year, String holidays) {
        assertThat(holidays.trim().split(" "))
                .allSatisfy(day -> assertThat(CALENDAR.isWorkingDay(LocalDate.parse(year + "-" + day)))
                        .as(day)
                        .isFalse());
    }

    private static int workingDays(int year, int month) {
        YearMonth yearMonth = YearMonth.of(year, month);
        return (int) yearMonth
                .atDay(1)
                .datesUntil(yearMonth.atEndOfMonth().plusDays(1))
                .filter(CALENDAR::isWorkingDay)
                .count();
    }
}
