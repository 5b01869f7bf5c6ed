package vn.motcua.kpi.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
        var counters = Counters.of(new Measurement(Way.ONLINE, accepted, due, due, ended), MAY, TODAY);
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
        var open = new Measurement(Way.DIRECT, day("2022-05-10"), day("2022-05-20"), day("2022-05-20"), null);
        assertThat(Counters.of(open, MAY, day("2022-05-20")).inTime()).isEqualTo(1);
        assertThat(Counters.of(open, MAY, day("2022-05-21")).overdue()).isEqualTo(1);
    }

    @Test
    void anExtensionKeepsTheDossierInTimeButNotStrictly() {
        var extended =
                new Measurement(Way.POST, day("2022-05-10"), day("2022-05-25"), day("2022-05-16"), day("2022-05-20"));
        var counters = Counters.of(extended, MAY, TODAY);
        assertThat(counters.early()).isEqualTo(1);
        assertThat(counters.strictlyLate()).isEqualTo(1);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
