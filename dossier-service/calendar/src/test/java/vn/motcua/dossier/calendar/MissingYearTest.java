package vn.motcua.dossier.calendar;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.calendar.CivilServants.CALENDAR;
import static vn.motcua.dossier.calendar.CivilServants.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MissingYearTest {

    private static final WorkingCalendar WITHOUT_2023 = without(2023);

    @Test
    void aLimitThatReachesAYearWithoutATableFailsAndNamesIt() {
        missing(2027, () -> CALENDAR.due(at("2026-12-31T09:00"), TimeLimit.workingDays(1)));
        missing(2027, () -> CALENDAR.due(at("2026-12-31T09:00"), TimeLimit.workingHours(8)));
        missing(2027, () -> CALENDAR.due(at("2026-12-31T09:00"), TimeLimit.calendarDays(1)));
        missing(2027, () -> CALENDAR.explain(at("2026-12-31T17:30"), TimeLimit.workingHours(1)));
        missing(2027, () -> CALENDAR.plusWorkingTime(at("2026-12-31T16:00"), Duration.ofHours(2)));
        missing(2027, () -> CALENDAR.plusWorkingDays(LocalDate.parse("2026-12-31"), 1));
        missing(2027, () -> CALENDAR.workingMinutesBetween(at("2026-12-31T16:00"), at("2027-01-01T00:00")));
        missing(2027, () -> CALENDAR.normalise(at("2026-12-31T17:00:01")));
        missing(2020, () -> CALENDAR.due(at("2020-12-31T09:00"), TimeLimit.workingHours(1)));
        missing(2020, () -> CALENDAR.previousOrSameWorkingDay(LocalDate.parse("2021-01-01")));
        missing(2027, () -> CALENDAR.isWorkingDay(LocalDate.parse("2027-06-09")));
    }

    @Test
    void aYearThatIsOnlyPassedThroughIsNeededToo() {
        missing(2023, () -> WITHOUT_2023.due(at("2022-12-30T09:00"), TimeLimit.calendarDays(400)));
        missing(2023, () -> WITHOUT_2023.due(at("2022-12-30T09:00"), TimeLimit.workingDays(270)));
        missing(2023, () -> WITHOUT_2023.due(at("2022-12-30T09:00"), TimeLimit.workingHours(1000)));
        missing(2023, () -> WITHOUT_2023.workingTimeBetween(at("2022-12-30T09:00"), at("2024-01-02T09:00")));
        missing(2023, () -> WITHOUT_2023.workingTimeBetween(at("2024-01-02T09:00"), at("2022-12-30T09:00")));
    }

    @Test
    void theLastMinuteOfTheLastYearIsStillCounted() {
        Assertions.assertThat(CALENDAR.due(at("2026-12-31T09:00"), TimeLimit.workingHours(6)))
                .contains(at("2026-12-31T17:00"));
    }

    @Test
    void anOverrideDoesNotStandInForATable() {
        LocalDate day = LocalDate.parse("2027-06-09");
        missing(2027, () -> CALENDAR.withOverrides(Map.of(day, true)).isWorkingDay(day));
    }

    private static void missing(int year, ThrowingCallable question) {
        assertThatExceptionOfType(CalendarNotPublished.class)
                .isThrownBy(question)
                .withMessageContaining("civil-servants")
                .withMessageContaining(String.valueOf(year))
                .returns(year, CalendarNotPublished::year)
                .returns("civil-servants", CalendarNotPublished::calendarCode);
    }

    private static WorkingCalendar without(int year) {
        Map<Integer, YearTable> years = new HashMap<>(CALENDAR.years());
        years.remove(year);
        return new WorkingCalendar(
                CALENDAR.code(), 2, CALENDAR.zone(), CALENDAR.sessions(), years, CALENDAR.overrides());
    }
}
