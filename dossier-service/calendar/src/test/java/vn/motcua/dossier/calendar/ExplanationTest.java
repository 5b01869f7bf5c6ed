package vn.motcua.dossier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.calendar.CivilServants.CALENDAR;
import static vn.motcua.dossier.calendar.CivilServants.at;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

    private static final Locale VI = new Locale("vi", "VN");

    @Test
    void aStartAfterClosingBeforeALongWeekendIsExplainedToTheCitizen() {
        Explanation explanation = CALENDAR.explain(at("2022-04-08T17:30"), TimeLimit.workingDays(3));

        assertThat(explanation.startedAt()).isEqualTo(at("2022-04-08T17:30"));
        assertThat(explanation.countsFrom()).isEqualTo(at("2022-04-12T07:00"));
        assertThat(explanation.due()).contains(at("2022-04-15T07:00"));
        assertThat(explanation.text(VI))
                .containsExactly(
                        "Thời điểm bắt đầu: 17:30, thứ Sáu, ngày 08/04/2022.",
                        "Lúc 17:30 đã hết giờ làm việc.",
                        "Thứ Bảy, ngày 09/04/2022: nghỉ cuối tuần.",
                        "Chủ nhật, ngày 10/04/2022: nghỉ cuối tuần.",
                        "Thứ Hai, ngày 11/04/2022: ngày nghỉ (119/TB-LĐTBXH).",
                        "Thời hạn được tính từ 07:00, thứ Ba, ngày 12/04/2022.",
                        "Thời hạn: 3 ngày làm việc.",
                        "Đến hạn: 07:00, thứ Sáu, ngày 15/04/2022.");
    }

    @Test
    void aWorkedSaturdayIsNamedBecauseItCounts() {
        assertThat(CALENDAR.explain(at("2026-01-09T12:00:05"), TimeLimit.workingHours(16))
                        .text(Locale.ENGLISH))
                .containsExactly(
                        "Start: 12:00:05 on Friday 9 January 2026.",
                        "12:00:05 is between two sessions.",
                        "Counts from 13:30 on Friday 9 January 2026.",
                        "Limit: 16 working hours.",
                        "Saturday 10 January 2026: worked in exchange for a weekday, counts"
                                + " (12729/VPCP-KGVX, 9441/TB-BNV, 3383/BNV-CVL, 28/2026/QH16).",
                        "Sunday 11 January 2026: weekend.",
                        "Due: 11:30 on Monday 12 January 2026.");
    }

    @Test
    void calendarDaysThatEndOnADayOffSayWhereTheyLanded() {
        assertThat(CALENDAR.explain(at("2022-03-11T06:00"), TimeLimit.calendarDays(30))
                        .lines())
                .containsExactly(
                        new DueLine(DueLine.Kind.STARTED, day("2022-03-11"), LocalTime.of(6, 0), null, null),
                        new DueLine(DueLine.Kind.BEFORE_OPENING, day("2022-03-11"), LocalTime.of(6, 0), null, null),
                        new DueLine(DueLine.Kind.COUNTS_FROM, day("2022-03-11"), LocalTime.of(7, 0), null, null),
                        new DueLine(DueLine.Kind.ADDED, day("2022-03-11"), null, TimeLimit.calendarDays(30), null),
                        new DueLine(DueLine.Kind.LANDED, day("2022-04-10"), null, TimeLimit.calendarDays(30), null),
                        new DueLine(DueLine.Kind.WEEKEND, day("2022-04-10"), null, null, null),
                        new DueLine(DueLine.Kind.DAY_OFF, day("2022-04-11"), null, null, "119/TB-LĐTBXH"),
                        new DueLine(DueLine.Kind.DUE, day("2022-04-12"), LocalTime.of(7, 0), null, null));
    }

    @Test
    void withoutALimitItSaysSo() {
        Explanation explanation = CALENDAR.explain(at("2031-06-08T09:00"), TimeLimit.none());
        assertThat(explanation.due()).isEmpty();
        assertThat(explanation.countsFrom()).isEqualTo(explanation.startedAt());
        assertThat(explanation.text(VI))
                .containsExactly("Thời điểm bắt đầu: 09:00, Chủ nhật, ngày 08/06/2031.", "Không có ngày hẹn trả.");
    }

    @Test
    void anOrdinaryCountNeedsThreeLines() {
        assertThat(CALENDAR.explain(at("2022-06-06T09:00"), TimeLimit.workingDays(1))
                        .text(VI))
                .containsExactly(
                        "Thời điểm bắt đầu: 09:00, thứ Hai, ngày 06/06/2022.",
                        "Thời hạn: 1 ngày làm việc.",
                        "Đến hạn: 09:00, thứ Ba, ngày 07/06/2022.");
    }

    @Test
    void closedAndOpenedDaysOfTheAgencyAreNamed() {
        WorkingCalendar agency = CALENDAR.withOverrides(Map.of(day("2022-06-10"), false, day("2022-06-11"), true));
        assertThat(agency.explain(at("2022-06-09T09:00"), TimeLimit.workingDays(1))
                        .text(VI))
                .contains(
                        "Thứ Sáu, ngày 10/06/2022: cơ quan nghỉ đột xuất.",
                        "Thứ Bảy, ngày 11/06/2022: cơ quan làm việc theo lịch riêng, được tính là ngày làm việc.");
    }

    @Test
    void theLongestExplanationStaysWithinItsStatedSize() {
        assertThat(CALENDAR.explain(at("2021-01-04T09:00"), TimeLimit.workingDays(1000))
                        .lines())
                .hasSizeLessThan(1500);
    }

    @ParameterizedTest
    @EnumSource(DueLine.Kind.class)
    void everyKindOfLineSpeaksBothLanguages(DueLine.Kind kind) {
        DueLine line =
                new DueLine(kind, day("2022-06-08"), LocalTime.of(9, 0), TimeLimit.workingDays(1), "119/TB-LĐTBXH");
        assertThat(line.text(VI)).endsWith(".").doesNotContain("null");
        assertThat(line.text(Locale.ENGLISH)).endsWith(".").doesNotContain("null");
        assertThat(line.text(Locale.FRENCH)).isEqualTo(line.text(Locale.ENGLISH));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
