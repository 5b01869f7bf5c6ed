package vn.motcua.dossier.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.lifecycle.ClockEntry;

/** The province's own example of a wait, told to whoever asks. */
class ResumptionTextTest {

    private static final WorkingCalendar CALENDAR = Catalogue.shipped().calendar("H03.01");
    private static final ClockEntry START = new ClockEntry(
            ClockEntry.Kind.START,
            at("2022-06-06T09:00"),
            null,
            TimeLimit.workingDays(5),
            at("2022-06-13T09:00"),
            "civil-servants|1");
    private static final ClockEntry PAUSE = line(ClockEntry.Kind.PAUSE, "2022-06-08T10:00", null);
    private static final ClockEntry RESUME = line(ClockEntry.Kind.RESUME, "2022-06-13T14:00", "2022-06-16T11:00");

    @Test
    void whatWasLeftIsCountedOn() {
        assertThat(of(RESUME, Locale.ENGLISH, START, PAUSE, RESUME))
                .containsExactly(
                        "23 working hours were left when the clock stood still at 10:00 08/06/2022; they count from 14:00 13/06/2022.");
        assertThat(of(RESUME, Locale.forLanguageTag("vi"), START, PAUSE, RESUME))
                .containsExactly(
                        "Còn 23 giờ làm việc khi tạm dừng lúc 10:00 08/06/2022; tính tiếp từ 14:00 13/06/2022.");
    }

    @Test
    void minutesAreSaidAndTheLastWaitCounts() {
        var again = line(ClockEntry.Kind.PAUSE, "2022-06-16T10:30", null);
        var resumed = line(ClockEntry.Kind.RESUME, "2022-06-17T08:00", "2022-06-17T08:30");
        assertThat(of(resumed, Locale.ENGLISH, START, PAUSE, RESUME, again, resumed))
                .containsExactly(
                        "0 working hours 30 minutes were left when the clock stood still at 10:30 16/06/2022; they count from 08:00 17/06/2022.");
    }

    @Test
    void aResultThatWasTakenBackGoesOnWhereItWasGiven() {
        var stopped = line(ClockEntry.Kind.STOP, "2022-06-08T10:00", "2022-06-13T09:00");
        var reopened = line(ClockEntry.Kind.REOPEN, "2022-06-13T14:00", "2022-06-16T11:00");
        assertThat(of(reopened, Locale.ENGLISH, START, stopped, reopened).get(0))
                .startsWith("23 working hours were left");
    }

    @Test
    void whoeverWasLateBeforeTheWaitIsToldSo() {
        var late = line(ClockEntry.Kind.PAUSE, "2022-06-14T10:00", null);
        var resumed = line(ClockEntry.Kind.RESUME, "2022-06-15T08:00", "2022-06-13T09:00");
        assertThat(of(resumed, Locale.ENGLISH, START, late, resumed))
                .containsExactly("Nothing was left when the clock stood still at 10:00 14/06/2022: the date stays.");
    }

    @Test
    void calendarDaysAreCountedOnByTheCalendar() {
        var start = new ClockEntry(
                ClockEntry.Kind.START,
                at("2025-01-06T09:00"),
                null,
                TimeLimit.calendarDays(30),
                at("2025-02-05T09:00"),
                "civil-servants|1");
        var pause = line(ClockEntry.Kind.PAUSE, "2025-01-20T10:30", null);
        var resumed = line(ClockEntry.Kind.RESUME, "2025-02-03T10:30", "2025-02-19T09:00");
        var clock = List.of(start, pause, resumed);

        assertThat(ResumptionText.of(clock, resumed, LimitUnit.CALENDAR_DAYS, CALENDAR, Locale.ENGLISH))
                .containsExactly("15 calendar days 22 hours 30 minutes were left when the clock stood still at"
                        + " 10:30 20/01/2025; they count from 10:30 03/02/2025.");
        assertThat(ResumptionText.of(clock, resumed, LimitUnit.CALENDAR_DAYS, CALENDAR, Locale.forLanguageTag("vi")))
                .containsExactly("Còn 15 ngày 22 giờ 30 phút khi tạm dừng lúc 10:30 20/01/2025;"
                        + " tính tiếp từ 10:30 03/02/2025.");
    }

    @Test
    void aDateThatTodaysCalendarDoesNotLeadToIsNotExplained() {
        var other = line(ClockEntry.Kind.RESUME, "2022-06-13T14:00", "2022-06-17T11:00");
        assertThat(of(other, Locale.ENGLISH, START, PAUSE, other)).isNull();
        assertThat(of(RESUME, Locale.ENGLISH, START, RESUME)).isNull();
    }

    private static List<String> of(ClockEntry line, Locale language, ClockEntry... clock) {
        return ResumptionText.of(List.of(clock), line, LimitUnit.WORKING_DAYS, CALENDAR, language);
    }

    private static ClockEntry line(ClockEntry.Kind kind, String at, String due) {
        return new ClockEntry(kind, at(at), null, null, due == null ? null : at(due), null);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }
}
