package vn.motcua.dossier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.calendar.CivilServants.CALENDAR;
import static vn.motcua.dossier.calendar.CivilServants.at;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridesTest {

    private static final LocalDate STORM_THURSDAY = LocalDate.parse("2022-06-09");
    private static final LocalDate OPEN_SATURDAY = LocalDate.parse("2022-06-11");
    private static final WorkingCalendar AGENCY =
            CALENDAR.withOverrides(Map.of(OPEN_SATURDAY, true, STORM_THURSDAY, false));

    @Test
    void anAgencyClosedByAStormDoesNotCountThatDay() {
        assertThat(AGENCY.kindOf(STORM_THURSDAY)).isEqualTo(DayKind.CLOSED);
        assertThat(AGENCY.due(at("2022-06-08T09:00"), TimeLimit.workingHours(8)))
                .contains(at("2022-06-10T09:00"));
        assertThat(AGENCY.explain(at("2022-06-08T09:00"), TimeLimit.workingHours(8))
                        .text(Locale.ENGLISH))
                .contains("Thursday 9 June 2022: the agency is closed.");
    }

    @Test
    void anAgencyOpenOnASaturdayCountsIt() {
        assertThat(AGENCY.kindOf(OPEN_SATURDAY)).isEqualTo(DayKind.OPENED);
        assertThat(AGENCY.due(at("2022-06-10T09:00"), TimeLimit.workingDays(1))).contains(at("2022-06-11T09:00"));
        assertThat(AGENCY.normalise(at("2022-06-11T09:00"))).isEqualTo(at("2022-06-11T09:00"));
    }

    @Test
    void otherAgenciesAreNotTouched() {
        assertThat(CALENDAR.isWorkingDay(STORM_THURSDAY)).isTrue();
        assertThat(CALENDAR.isWorkingDay(OPEN_SATURDAY)).isFalse();
    }

    @Test
    void anOverrideThatSaysWhatTheTableSaysChangesNothing() {
        WorkingCalendar same = CALENDAR.withOverrides(Map.of(STORM_THURSDAY, true, OPEN_SATURDAY, false));
        assertThat(same.kindOf(STORM_THURSDAY)).isEqualTo(DayKind.ORDINARY);
        assertThat(same.kindOf(OPEN_SATURDAY)).isEqualTo(DayKind.WEEKEND);
    }

    @Test
    void overridesReadInOrder() {
        assertThat(AGENCY.overrides().keySet()).containsExactly(STORM_THURSDAY, OPEN_SATURDAY);
    }
}
