package vn.motcua.dossier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.calendar.CivilServants.CALENDAR;
import static vn.motcua.dossier.calendar.CivilServants.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDateTest {

    @ParameterizedTest
    @CsvSource({
        "2022-06-08T09:00, 2022-06-09T09:00",
        "2022-06-08T17:30, 2022-06-09T17:00",
        "2022-06-10T16:00, 2022-06-13T16:00",
        "2022-06-11T10:00, 2022-06-13T17:00",
        "2022-04-08T14:00, 2022-04-12T14:00",
        "2022-04-29T16:00, 2022-05-04T16:00",
        "2022-08-31T12:00, 2022-09-05T11:30",
        "2026-01-09T15:00, 2026-01-10T15:00",
        "2026-01-10T09:00, 2026-01-12T09:00",
        "2026-08-28T16:00, 2026-09-03T16:00",
    })
    void aReplyIsDueEightWorkingHoursAfterSubmission(String submitted, String due) {
        assertThat(CALENDAR.due(at(submitted), TimeLimit.workingHours(8))).contains(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-08T09:00,  3, 2022-06-13T09:00",
        "2022-06-08T17:30,  3, 2022-06-14T07:00",
        "2022-01-27T10:00,  5, 2022-02-10T10:00",
        "2022-04-07T10:00,  2, 2022-04-12T10:00",
        "2022-04-28T08:00,  5, 2022-05-09T08:00",
        "2023-01-18T14:00,  3, 2023-01-30T14:00",
        "2023-04-27T09:00,  3, 2023-05-05T09:00",
        "2024-04-26T09:00,  5, 2024-05-07T09:00",
        "2025-04-24T09:00,  5, 2025-05-05T09:00",
        "2025-12-31T09:00, 10, 2026-01-15T09:00",
        "2026-08-20T09:00,  5, 2026-08-26T09:00",
        "2026-11-20T10:00,  3, 2026-11-26T10:00",
    })
    void aLimitInWorkingDaysEndsAtTheSameClockTimeOnTheNthFollowingWorkingDay(String accepted, int days, String due) {
        assertThat(CALENDAR.due(at(accepted), TimeLimit.workingDays(days))).contains(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-08T09:00, 15, 2022-06-23T09:00",
        "2022-08-20T09:00, 13, 2022-09-05T07:00",
        "2022-03-11T09:00, 30, 2022-04-12T09:00",
        "2022-04-18T09:00, 15, 2022-05-04T09:00",
    })
    void aLimitInCalendarDaysThatEndsOnADayOffMovesToTheNextWorkingDay(String accepted, int days, String due) {
        assertThat(CALENDAR.due(at(accepted), TimeLimit.calendarDays(days))).contains(at(due));
    }

    @Test
    void withoutALimitThereIsNoDueDateEvenInAYearThatIsNotPublished() {
        assertThat(CALENDAR.due(at("2022-06-08T09:00"), TimeLimit.none())).isEmpty();
        assertThat(CALENDAR.due(at("2031-06-08T09:00"), TimeLimit.none())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-08T06:59:59, 2022-06-08T07:00",
        "2022-06-08T07:00,    2022-06-08T07:00",
        "2022-06-08T09:12:34, 2022-06-08T09:12:34",
        "2022-06-08T11:30,    2022-06-08T11:30",
        "2022-06-08T11:30:01, 2022-06-08T13:30",
        "2022-06-08T13:29:59, 2022-06-08T13:30",
        "2022-06-08T17:00,    2022-06-08T17:00",
        "2022-06-08T17:00:01, 2022-06-09T07:00",
        "2022-06-08T23:59:59, 2022-06-09T07:00",
        "2022-06-10T17:00:01, 2022-06-13T07:00",
        "2022-06-11T00:00,    2022-06-13T07:00",
        "2022-01-28T18:00,    2022-02-07T07:00",
        "2024-05-04T12:00,    2024-05-04T13:30",
        "2026-01-09T17:01,    2026-01-10T07:00",
    })
    void aStartOutsideWorkingTimeCountsFromTheNextOpening(String start, String from) {
        assertThat(CALENDAR.normalise(at(start))).isEqualTo(at(from));
        assertThat(CALENDAR.isWorkingTime(at(start))).isEqualTo(at(start).equals(at(from)));
    }

    @Test
    void whoeverIsReceivedAtTheMinuteOfClosingIsReceivedThatDay() {
        assertThat(CALENDAR.due(at("2022-06-08T17:00"), TimeLimit.workingDays(1)))
                .contains(at("2022-06-09T17:00"));
        assertThat(CALENDAR.due(at("2022-06-08T17:00"), TimeLimit.workingHours(8)))
                .contains(at("2022-06-09T17:00"));
        assertThat(CALENDAR.due(at("2022-06-08T17:00:01"), TimeLimit.workingDays(1)))
                .contains(at("2022-06-10T07:00"));
    }

    @Test
    void aPauseLeavesWhatWasNotUsed() {
        Instant accepted = at("2022-06-06T09:00");
        Instant asked = at("2022-06-08T10:00");
        Instant complete = at("2022-06-13T14:00");
        Instant due = CALENDAR.due(accepted, TimeLimit.workingDays(5)).orElseThrow();

        assertThat(due).isEqualTo(at("2022-06-13T09:00"));
        assertThat(CALENDAR.workingDay().multipliedBy(5)).isEqualTo(Duration.ofMinutes(2400));
        assertThat(CALENDAR.workingMinutesBetween(accepted, due)).isEqualTo(2400);
        assertThat(CALENDAR.workingMinutesBetween(accepted, asked)).isEqualTo(1020);
        assertThat(CALENDAR.workingMinutesBetween(asked, due)).isEqualTo(1380);
        assertThat(CALENDAR.plusWorkingTime(complete, Duration.ofMinutes(1380))).isEqualTo(at("2022-06-16T11:00"));
        assertThat(CALENDAR.dueAfterPause(due, asked, complete, LimitUnit.WORKING_DAYS))
                .isEqualTo(at("2022-06-16T11:00"));
        assertThat(CALENDAR.due(complete, TimeLimit.workingDays(5))).contains(at("2022-06-20T14:00"));
    }

    @Test
    void aPauseDoesNotReviveALimitThatWasUsedUp() {
        Instant due = at("2022-06-13T09:00");
        for (LimitUnit unit : List.of(LimitUnit.WORKING_HOURS, LimitUnit.WORKING_DAYS, LimitUnit.CALENDAR_DAYS)) {
            assertThat(CALENDAR.dueAfterPause(due, due, at("2022-06-20T09:00"), unit))
                    .isEqualTo(due);
            assertThat(CALENDAR.dueAfterPause(due, at("2022-06-14T09:00"), at("2022-06-20T09:00"), unit))
                    .isEqualTo(due);
        }
    }

    /** 17:00 on Monday and 07:00 on Tuesday are the same working instant, but a limit that ends on Tuesday is not used up on Monday. */
    @ParameterizedTest
    @CsvSource({
        "2022-06-13T17:00, 2022-06-20T09:00, 2022-06-20T09:00",
        "2022-06-13T17:30, 2022-06-20T09:00, 2022-06-20T09:00",
        "2022-06-14T06:59, 2022-06-20T09:00, 2022-06-20T09:00",
        "2022-06-13T17:30, 2022-06-18T10:00, 2022-06-20T07:00",
        "2022-06-13T17:30, 2022-06-20T17:30, 2022-06-21T07:00",
        "2022-06-13T17:30, 2022-06-13T20:00, 2022-06-14T07:00",
        "2022-06-14T07:00, 2022-06-20T09:00, 2022-06-14T07:00",
    })
    void aPauseDoesNotSwallowTheNightBeforeTheEnd(String pausedAt, String resumedAt, String due) {
        Instant before =
                CALENDAR.due(at("2022-06-08T17:30"), TimeLimit.workingDays(3)).orElseThrow();
        assertThat(before).isEqualTo(at("2022-06-14T07:00"));
        assertThat(CALENDAR.dueAfterPause(before, at(pausedAt), at(resumedAt), LimitUnit.WORKING_DAYS))
                .isEqualTo(at(due));
    }

    /** Thirty days from 6 January 2025 are due on 5 February; Tết is 25 January to 2 February. Of sixteen days that were left sixteen are left. */
    @ParameterizedTest
    @CsvSource({
        "2025-01-20T09:00, 2025-02-03T09:00, 2025-02-19T09:00",
        "2025-01-20T09:00, 2025-01-20T09:00, 2025-02-05T09:00",
        // A Saturday: on Monday, at the same time.
        "2025-01-20T09:00, 2025-02-06T09:00, 2025-02-24T09:00",
        // In the break, and in the night.
        "2025-01-20T09:00, 2025-02-03T12:00, 2025-02-19T13:30",
        "2025-01-20T09:00, 2025-02-03T20:00, 2025-02-20T07:00",
        "2025-02-04T17:30, 2025-02-10T09:00, 2025-02-11T07:00",
    })
    void calendarDaysThatWereLeftAreLeft(String pausedAt, String resumedAt, String due) {
        Instant before =
                CALENDAR.due(at("2025-01-06T09:00"), TimeLimit.calendarDays(30)).orElseThrow();
        assertThat(before).isEqualTo(at("2025-02-05T09:00"));
        assertThat(CALENDAR.dueAfterPause(before, at(pausedAt), at(resumedAt), LimitUnit.CALENDAR_DAYS))
                .isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-10, 1, 2022-06-13",
        "2022-06-10, 2, 2022-06-14",
        "2022-04-29, 1, 2022-05-04",
        "2022-04-29, 2, 2022-05-05",
        "2022-08-31, 1, 2022-09-05",
        "2022-08-31, 2, 2022-09-06",
        "2022-06-11, 0, 2022-06-13",
        "2022-06-10, 0, 2022-06-10",
        "2022-06-11, 1, 2022-06-13",
    })
    void thePostPromisesTheNthWorkingDayAfterJ(LocalDate j, int n, LocalDate promised) {
        assertThat(CALENDAR.plusWorkingDays(j, n)).isEqualTo(promised);
    }

    @Test
    void neighbouringWorkingDaysJumpOverTet() {
        LocalDate tet = LocalDate.parse("2022-02-01");
        assertThat(CALENDAR.nextOrSameWorkingDay(tet)).isEqualTo("2022-02-07");
        assertThat(CALENDAR.nextWorkingDay(LocalDate.parse("2022-01-28"))).isEqualTo("2022-02-07");
        assertThat(CALENDAR.previousOrSameWorkingDay(tet)).isEqualTo("2022-01-28");
        assertThat(CALENDAR.previousWorkingDay(LocalDate.parse("2022-02-07"))).isEqualTo("2022-01-28");
        assertThat(CALENDAR.previousOrSameWorkingDay(LocalDate.parse("2022-02-07")))
                .isEqualTo("2022-02-07");
    }

    @Test
    void aDateIsThatOfHanoiWhereverTheServerStands() {
        assertThat(CALENDAR.localDate(Instant.parse("2022-06-08T16:59:59Z"))).isEqualTo("2022-06-08");
        assertThat(CALENDAR.localDate(Instant.parse("2022-06-08T17:00:00Z"))).isEqualTo("2022-06-09");
        assertThat(CALENDAR.opening(LocalDate.parse("2022-06-08"))).isEqualTo("2022-06-08T00:00:00Z");
        assertThat(CALENDAR.closing(LocalDate.parse("2022-06-08"))).isEqualTo("2022-06-08T10:00:00Z");
    }

    @Test
    void timeBetweenIsSignedAndTruncatedToMinutes() {
        Instant from = at("2022-06-08T09:00:30");
        Instant to = at("2022-06-08T09:02");
        assertThat(CALENDAR.workingTimeBetween(from, to)).isEqualTo(Duration.ofSeconds(90));
        assertThat(CALENDAR.workingMinutesBetween(from, to)).isEqualTo(1);
        assertThat(CALENDAR.workingMinutesBetween(to, from)).isEqualTo(-1);
    }
}
