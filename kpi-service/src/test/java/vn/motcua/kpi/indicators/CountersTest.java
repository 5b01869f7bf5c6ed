package vn.motcua.kpi.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountersTest {

    private static final Period MAY = new Period(day("2022-05-01"), day("2022-05-31"));
    private static final LocalDate TODAY = day("2022-06-08");

    /** Columns: accepted, due, ended → what the dossier counts for in May. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2022-05-10, 2022-05-16, 2022-05-13, online early",
                "2022-05-10, 2022-05-16, 2022-05-16, online onTime",
                "2022-05-10, 2022-05-16, 2022-05-17, online late",
                "2022-05-10, -,          2022-05-30, online onTime",
                "2022-05-10, 2022-06-01, -,          online inTime",
                "2022-05-10, 2022-05-31, -,          online inTime",
                "2022-05-10, 2022-05-30, -,          online overdue",
                "2022-05-10, -,          -,          online inTime",
                "2022-05-10, 2022-06-02, 2022-06-01, online inTime",
                "2022-05-10, 2022-05-16, 2022-06-01, online overdue",
                "2022-04-29, 2022-05-10, 2022-05-01, carriedOver early",
                "2022-04-29, 2022-05-10, 2022-04-30, -",
                "2022-04-29, 2022-05-10, -,          carriedOver overdue",
                "2022-05-01, 2022-05-31, 2022-05-31, online onTime",
                "2022-05-31, 2022-06-05, -,          online inTime",
                "2022-06-01, 2022-06-05, -,          -",
                "-,          -,          -,          -",
                "-,          -,          2022-05-10, -",
            })
    void aDossierCountsOnceAsReceivedAndOnceAsResolvedOrInProgress(
            LocalDate accepted, LocalDate due, LocalDate ended, String counts) {
        var counters = Counters.of(dossier(accepted, due, due, null, ended), MAY, TODAY);
        var expected = counts == null ? "" : counts;
        assertThat(counters.received()).isEqualTo(counts == null ? 0 : 1);
        assertThat(counters.received()).isEqualTo(counters.resolved() + counters.inProgress());
        assertThat(counters.carriedOver()).isEqualTo(expected.contains("carriedOver") ? 1 : 0);
        assertThat(counters.online()).isEqualTo(expected.contains("online") ? 1 : 0);
        assertThat(counters.early()).isEqualTo(expected.contains("early") ? 1 : 0);
        assertThat(counters.onTime()).isEqualTo(expected.contains("onTime") ? 1 : 0);
        assertThat(counters.late()).isEqualTo(expected.contains("late") ? 1 : 0);
        assertThat(counters.inTime()).isEqualTo(expected.contains("inTime") ? 1 : 0);
        assertThat(counters.overdue()).isEqualTo(expected.contains("overdue") ? 1 : 0);
    }

    @Test
    void nothingIsOverdueBeforeItsDayHasCome() {
        var open = dossier(day("2022-05-10"), day("2022-05-20"), day("2022-05-20"), null, null);
        assertThat(Counters.of(open, MAY, day("2022-05-20")).inTime()).isEqualTo(1);
        assertThat(Counters.of(open, MAY, day("2022-05-21")).overdue()).isEqualTo(1);
    }

    @Test
    void anExtensionKeepsTheDossierInTimeButNotStrictly() {
        var extended = dossier(day("2022-05-10"), day("2022-05-25"), day("2022-05-16"), null, day("2022-05-20"));
        var counters = Counters.of(extended, MAY, TODAY);
        assertThat(counters.early()).isEqualTo(1);
        assertThat(counters.strictlyLate()).isEqualTo(1);
    }

    /** Columns: due, since when the clock stands still, ended → what a dossier accepted on 10 May counts for in May. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2022-05-16, 2022-05-13, -,          inTime",
                "2022-05-16, 2022-05-16, -,          inTime",
                "2022-05-16, 2022-05-17, -,          overdue",
                "2022-06-10, 2022-05-17, -,          inTime",
                "2022-05-16, 2022-06-02, -,          overdue",
                "-,          2022-05-13, -,          inTime",
                "2022-05-16, 2022-05-13, 2022-05-30, early",
                "2022-05-16, 2022-05-16, 2022-05-30, onTime",
                "2022-05-16, 2022-05-17, 2022-05-30, late",
                "2022-05-16, 2022-05-13, 2022-06-02, inTime",
                "2022-05-16, 2022-05-17, 2022-06-02, overdue",
            })
    void timeInWhichTheClockStandsStillIsNotHeldAgainstADossier(
            LocalDate due, LocalDate paused, LocalDate ended, String counts) {
        var counters = Counters.of(dossier(day("2022-05-10"), due, due, paused, ended), MAY, TODAY);
        assertThat(List.of(
                        counters.early(),
                        counters.onTime(),
                        counters.late(),
                        counters.inTime(),
                        counters.overdue(),
                        counters.strictlyLate()))
                .isEqualTo(
                        switch (counts) {
                            case "early" -> List.of(1L, 0L, 0L, 0L, 0L, 0L);
                            case "onTime" -> List.of(0L, 1L, 0L, 0L, 0L, 0L);
                            case "late" -> List.of(0L, 0L, 1L, 0L, 0L, 1L);
                            case "inTime" -> List.of(0L, 0L, 0L, 1L, 0L, 0L);
                            default -> List.of(0L, 0L, 0L, 0L, 1L, 0L);
                        });
    }

    @Test
    void aDossierThatWasSetAsideCountsNowhere() {
        var voided = new Measurement(
                Way.ONLINE,
                day("2022-05-10"),
                day("2022-05-16"),
                day("2022-05-16"),
                null,
                day("2022-05-13"),
                true,
                true,
                2,
                true,
                true);
        assertThat(Counters.of(voided, MAY, TODAY)).isEqualTo(Counters.NONE);
    }

    @Test
    void onlyAStopForGoodIsResolved() {
        assertThat(Counters.of(stopped(day("2022-05-13")), MAY, TODAY))
                .extracting(Counters::stopped, Counters::resolved, Counters::inProgress)
                .containsExactly(1L, 1L, 0L);
        assertThat(Counters.of(stopped(null), MAY, TODAY))
                .extracting(Counters::stopped, Counters::resolved, Counters::inProgress)
                .containsExactly(0L, 0L, 1L);
    }

    @Test
    void papersExtensionsAndPaymentsCountWithTheDossiersAcceptedInThePeriod() {
        var april = new Measurement(Way.DIRECT, day("2022-04-10"), null, null, null, null, false, false, 2, true, true);
        var may = new Measurement(Way.DIRECT, day("2022-05-10"), null, null, null, null, false, false, 2, true, true);
        assertThat(Counters.of(april, MAY, TODAY))
                .extracting(
                        Counters::supplemented, Counters::supplementedAgain, Counters::extended, Counters::paidOnline)
                .containsExactly(0L, 0L, 0L, 0L);
        assertThat(Counters.of(may, MAY, TODAY))
                .extracting(
                        Counters::supplemented, Counters::supplementedAgain, Counters::extended, Counters::paidOnline)
                .containsExactly(1L, 1L, 1L, 1L);
    }

    private static Measurement dossier(
            LocalDate accepted, LocalDate due, LocalDate originalDue, LocalDate paused, LocalDate ended) {
        return new Measurement(Way.ONLINE, accepted, due, originalDue, paused, ended, false, false, 0, false, false);
    }

    private static Measurement stopped(LocalDate ended) {
        return new Measurement(
                Way.DIRECT,
                day("2022-05-10"),
                day("2022-05-16"),
                null,
                day("2022-05-12"),
                ended,
                true,
                false,
                0,
                false,
                false);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
