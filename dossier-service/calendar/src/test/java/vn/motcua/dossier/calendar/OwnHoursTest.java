package vn.motcua.dossier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.motcua.dossier.calendar.CivilServants.CALENDAR;
import static vn.motcua.dossier.calendar.CivilServants.at;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agency closed for an afternoon, and open on a Saturday morning. */
class OwnHoursTest {

    private static final LocalDate THURSDAY = LocalDate.parse("2022-06-09");
    private static final LocalDate SATURDAY = LocalDate.parse("2022-06-11");
    private static final Session MORNING = new Session(LocalTime.of(7, 0), LocalTime.of(11, 30));
    private static final WorkingCalendar AGENCY =
            CALENDAR.withOwnHours(Map.of(THURSDAY, List.of(MORNING), SATURDAY, List.of(MORNING)));

    @Test
    void hoursCountAsLongAsTheDoorIsOpen() {
        assertThat(AGENCY.due(at("2022-06-09T09:00"), TimeLimit.workingHours(8)))
                .as("two and a half on Thursday, five and a half on Friday")
                .contains(at("2022-06-10T14:30"));
        assertThat(AGENCY.workingTimeBetween(at("2022-06-09T00:00"), at("2022-06-13T00:00")))
                .isEqualTo(Duration.ofHours(8).plus(Duration.ofHours(9)));
        assertThat(AGENCY.dueAfterPause(
                        at("2022-06-09T11:00"),
                        at("2022-06-09T10:00"),
                        at("2022-06-09T11:00"),
                        LimitUnit.WORKING_HOURS))
                .isEqualTo(at("2022-06-10T07:30"));
    }

    @Test
    void whoComesToAClosedDoorComesAtTheNextOpening() {
        assertThat(AGENCY.normalise(at("2022-06-09T14:00"))).isEqualTo(at("2022-06-10T07:00"));
        assertThat(AGENCY.normalise(at("2022-06-10T18:00"))).isEqualTo(at("2022-06-11T07:00"));
        assertThat(AGENCY.isWorkingTime(at("2022-06-11T11:30"))).isTrue();
        assertThat(AGENCY.isWorkingTime(at("2022-06-11T13:30"))).isFalse();
    }

    @Test
    void aDayCountsAsADayAndWhatFallsIntoItsClosedHoursEndsAtTheNextOpening() {
        assertThat(AGENCY.due(at("2022-06-08T09:00"), TimeLimit.workingDays(1))).contains(at("2022-06-09T09:00"));
        assertThat(AGENCY.due(at("2022-06-08T15:00"), TimeLimit.workingDays(1))).contains(at("2022-06-10T07:00"));
        assertThat(AGENCY.due(at("2022-06-08T15:00"), TimeLimit.calendarDays(3)))
                .as("Saturday afternoon")
                .contains(at("2022-06-13T07:00"));
        assertThat(AGENCY.due(at("2022-06-08T15:00"), TimeLimit.workingDays(2))).contains(at("2022-06-10T15:00"));
    }

    @Test
    void theExplanationSaysWhichHours() {
        var text = AGENCY.explain(at("2022-06-08T15:00"), TimeLimit.workingDays(1));

        assertThat(text.text(Locale.ENGLISH))
                .contains(
                        "Thursday 9 June 2022: the agency works at hours of its own, 07:00–11:30.",
                        "15:00 is after closing.",
                        "Due: 07:00 on Friday 10 June 2022.");
        assertThat(text.text(Locale.forLanguageTag("vi")))
                .contains("Thứ Năm, ngày 09/06/2022: cơ quan làm việc theo giờ riêng, 07:00–11:30.");
    }

    @Test
    void otherDaysAndOtherAgenciesKeepTheirHours() {
        assertThat(AGENCY.closing(THURSDAY)).isEqualTo(at("2022-06-09T11:30"));
        assertThat(AGENCY.closing(THURSDAY.plusDays(1))).isEqualTo(at("2022-06-10T17:00"));
        assertThat(AGENCY.kindOf(SATURDAY)).isEqualTo(DayKind.OPENED);
        assertThat(AGENCY.kindOf(THURSDAY)).isEqualTo(DayKind.ORDINARY);
        assertThat(CALENDAR.hasOwnHours(THURSDAY)).isFalse();
        assertThat(AGENCY.withOverrides(Map.of()).hasOwnHours(THURSDAY)).isTrue();
    }

    @Test
    void aDayWithoutHoursOrWithOverlappingOnesIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.withOwnHours(Map.of(THURSDAY, List.of())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.withOwnHours(Map.of(THURSDAY, List.of(MORNING, MORNING))));
    }
}
