package vn.motcua.dossier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static vn.motcua.dossier.calendar.CivilServants.CALENDAR;
import static vn.motcua.dossier.calendar.CivilServants.at;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedValuesTest {

    private static final LocalDate MONDAY = LocalDate.parse("2022-06-06");
    private static final LocalDate SATURDAY = LocalDate.parse("2022-06-11");

    @ParameterizedTest
    @EnumSource(LimitUnit.class)
    void aLimitHasAnAmountWithinItsRange(LimitUnit unit) {
        boolean none = unit == LimitUnit.NONE;
        for (int amount : new int[] {Integer.MIN_VALUE, -1, 0, 1, 1000, 1001, Integer.MAX_VALUE}) {
            if (none ? amount == 0 : amount >= 1 && amount <= 1000) {
                assertThat(new TimeLimit(amount, unit).amount()).isEqualTo(amount);
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> new TimeLimit(amount, unit));
            }
        }
    }

    @Test
    void aSessionOpensBeforeItCloses() {
        assertThatIllegalArgumentException().isThrownBy(() -> session(7, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> session(17, 7));
    }

    @Test
    void sessionsFollowEachOtherWithABreak() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(List.of(session(13, 17), session(7, 11))));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(List.of(session(7, 12), session(11, 17))));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(List.of(session(7, 12), session(12, 17))));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(Collections.nCopies(9, session(7, 12))));
    }

    @Test
    void aTableNamesWeekdaysAsOffAndWeekendsAsWorkedOfItsOwnYear() {
        assertThatIllegalArgumentException().isThrownBy(() -> table(2022, Set.of(SATURDAY), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> table(2022, Set.of(), Set.of(MONDAY)));
        assertThatIllegalArgumentException().isThrownBy(() -> table(2023, Set.of(MONDAY), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> table(2023, Set.of(), Set.of(SATURDAY)));
        assertThatIllegalArgumentException().isThrownBy(() -> new YearTable(2022, Set.of(), Set.of(), " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new YearTable(2022, Set.of(), Set.of(), "x".repeat(501)));
    }

    @Test
    void aTableCopiesWhatItIsGivenAndKeepsItInOrder() {
        Set<LocalDate> off = new HashSet<>(Set.of(MONDAY.plusDays(2), MONDAY, MONDAY.plusDays(1)));
        YearTable table = table(2022, off, Set.of(SATURDAY));
        off.clear();
        assertThat(table.off())
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2))
                .isUnmodifiable();
        assertThat(table).isEqualTo(table(2022, new HashSet<>(table.off()), Set.of(SATURDAY)));
    }

    @Test
    void aCalendarKeepsEachTableUnderItsYear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar("c", 1, "Asia/Ho_Chi_Minh", Map.of(2023, table(2022, Set.of(), Set.of()))));
    }

    @Test
    void aCalendarHasACodeAndAVersion() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(" ", 1, "Asia/Ho_Chi_Minh", Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar("c".repeat(65), 1, "Asia/Ho_Chi_Minh", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar("c", 0, "Asia/Ho_Chi_Minh", Map.of()));
    }

    @Test
    void aZoneThatMovesItsClocksWithinTheYearsIsRefused() {
        Map<Integer, YearTable> years = Map.of(2022, table(2022, Set.of(), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar("c", 1, "Europe/Paris", years));
        assertThat(calendar("c", 1, "Asia/Ho_Chi_Minh", years).years()).hasSize(1);
        assertThat(calendar("c", 1, "Europe/Paris", Map.of()).years()).isEmpty();
    }

    @Test
    void anOverrideSaysYesOrNo() {
        Map<LocalDate, Boolean> unsaid = new HashMap<>();
        unsaid.put(MONDAY, null);
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.withOverrides(unsaid));
        assertThatNullPointerException().isThrownBy(() -> CALENDAR.withOverrides(null));
    }

    @Test
    void addedTimeAndDaysHaveLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.plusWorkingTime(at("2022-06-08T09:00"), Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CALENDAR.plusWorkingTime(at("2022-06-08T09:00"), WorkingCalendar.LONGEST.plusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.plusWorkingDays(MONDAY, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.plusWorkingDays(MONDAY, 1001));
    }

    private static Session session(int opens, int closes) {
        return new Session(LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    }

    private static YearTable table(int year, Set<LocalDate> off, Set<LocalDate> worked) {
        return new YearTable(year, off, worked, "a notice");
    }

    private static WorkingCalendar calendar(List<Session> sessions) {
        return new WorkingCalendar("c", 1, CALENDAR.zone(), sessions, Map.of(), Map.of());
    }

    private static WorkingCalendar calendar(String code, int version, String zone, Map<Integer, YearTable> years) {
        return new WorkingCalendar(code, version, ZoneId.of(zone), CALENDAR.sessions(), years, Map.of());
    }
}
