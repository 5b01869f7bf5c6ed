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

    private static int workingDays(int year, int month) {
        YearMonth yearMonth = YearMonth.of(year, month);
        return (int) yearMonth
                .atDay(1)
                .datesUntil(yearMonth.atEndOfMonth().plusDays(1))
                .filter(CALENDAR::isWorkingDay)
                .count();
    }
}
