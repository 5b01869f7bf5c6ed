package vn.motcua.kpi.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelaysTest {

    private static final Period MAY = new Period(LocalDate.of(2022, 5, 1), LocalDate.of(2022, 5, 31));
    private static final LocalDate TODAY = LocalDate.of(2022, 6, 8);

    /** Columns: opened, due, finished, dossier ended → held, finished, late, days late, open late, open days late, in May. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2022-05-10, 2022-05-13, 2022-05-12, -,          1, 1, 0, 0, 0, 0",
                "2022-05-10, 2022-05-13, 2022-05-13, -,          1, 1, 0, 0, 0, 0",
                "2022-05-10, 2022-05-13, 2022-05-16, -,          1, 1, 1, 3, 0, 0",
                "2022-04-10, 2022-04-13, 2022-05-01, -,          1, 1, 1, 18, 0, 0",
                "2022-04-10, 2022-04-13, 2022-04-30, -,          0, 0, 0, 0, 0, 0",
                "2022-05-10, -,          2022-05-30, -,          1, 1, 0, 0, 0, 0",
                "2022-05-10, 2022-05-29, -,          -,          1, 0, 0, 0, 1, 2",
                "2022-05-10, 2022-05-31, -,          -,          1, 0, 0, 0, 0, 0",
                "2022-05-10, -,          -,          -,          1, 0, 0, 0, 0, 0",
                "2022-05-10, 2022-05-29, 2022-06-02, -,          1, 0, 0, 0, 1, 2",
                "2022-05-10, 2022-05-13, -,          2022-05-20, 1, 0, 1, 7, 0, 0",
                "2022-05-10, 2022-05-20, -,          2022-05-20, 1, 0, 0, 0, 0, 0",
                "2022-05-10, 2022-05-29, -,          2022-06-02, 1, 0, 0, 0, 1, 2",
                "2022-04-10, 2022-04-13, -,          2022-04-20, 0, 0, 0, 0, 0, 0",
                "2022-06-01, 2022-06-03, -,          -,          0, 0, 0, 0, 0, 0",
                // Late already when it was taken over: the days before are another agency's.
                "2022-05-16, 2022-05-13, 2022-05-16, -,          1, 1, 0, 0, 0, 0",
                "2022-05-16, 2022-05-13, 2022-05-20, -,          1, 1, 1, 4, 0, 0",
                "2022-05-16, 2022-05-13, -,          -,          1, 0, 0, 0, 1, 15",
                "2022-05-16, -,          2022-05-20, -,          1, 1, 0, 0, 0, 0",
            })
    void aLegIsLateAfterItsDueDayForTheAgencyThatHeldIt(
            LocalDate opened,
            LocalDate due,
            LocalDate finished,
            LocalDate ended,
            long held,
            long done,
            long late,
            long daysLate,
            long openLate,
            long openDaysLate) {
        assertThat(Delays.of(new HeldLeg(opened, due, finished, false, ended, false), MAY, TODAY))
                .isEqualTo(new Delays(held, done, late, daysLate, openLate, openDaysLate));
    }

    @Test
    void aLegThatWasTakenBackIsNotFinishedAndStaysAsLateAsItWasThen() {
        var due = LocalDate.of(2022, 5, 13);
        assertThat(Delays.of(takenBack(due, LocalDate.of(2022, 5, 16)), MAY, TODAY))
                .isEqualTo(new Delays(1, 0, 1, 3, 0, 0));
        assertThat(Delays.of(takenBack(due, due), MAY, TODAY)).isEqualTo(new Delays(1, 0, 0, 0, 0, 0));
        assertThat(Delays.of(takenBack(due, LocalDate.of(2022, 6, 2)), MAY, TODAY))
                .as("at the end of May it was still awaited")
                .isEqualTo(new Delays(1, 0, 0, 0, 1, 18));
    }

    private static HeldLeg takenBack(LocalDate due, LocalDate on) {
        return new HeldLeg(LocalDate.of(2022, 5, 10), due, on, true, null, false);
    }

    @Test
    void whereThePeriodHasNotEndedItIsJudgedToday() {
        var leg = new HeldLeg(LocalDate.of(2022, 5, 10), LocalDate.of(2022, 5, 13), null, false, null, false);
        assertThat(Delays.of(leg, MAY, LocalDate.of(2022, 5, 15)).openDaysLate())
                .isEqualTo(2);
        assertThat(Delays.of(leg, MAY, LocalDate.of(2022, 5, 13)).openLate()).isZero();
    }

    @Test
    void theLegsOfADossierThatWasSetAsideCountNowhere() {
        var leg = new HeldLeg(LocalDate.of(2022, 5, 10), LocalDate.of(2022, 5, 13), null, false, null, true);
        assertThat(Delays.of(leg, MAY, TODAY)).isEqualTo(Delays.NONE);
    }
}
