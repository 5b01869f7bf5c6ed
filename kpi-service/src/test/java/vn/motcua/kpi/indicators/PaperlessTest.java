package vn.motcua.kpi.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kpi.indicators.Paperless.Known;

class PaperlessTest {

    private static final Period MAY = new Period(LocalDate.of(2022, 5, 1), LocalDate.of(2022, 5, 31));

    /** Columns: accepted, ended → accepted, certified, paid online, granted, digitised; of a dossier that has everything. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2022-04-30, 2022-05-01, 0, 0, 0, 1, 1",
                "2022-05-01, 2022-05-31, 1, 1, 1, 1, 1",
                "2022-05-31, 2022-06-01, 1, 1, 1, 0, 0",
                "2022-05-31, -,          1, 1, 1, 0, 0",
                "2022-06-01, 2022-06-01, 0, 0, 0, 0, 0",
                "-,          -,          0, 0, 0, 0, 0",
            })
    void whatComesCountsWhenItIsAcceptedAndWhatGoesWhenItHasEnded(
            LocalDate accepted, LocalDate ended, long a, long c, long p, long g, long d) {
        assertThat(Paperless.of(new Known(accepted, ended, false, true, true, true, true), MAY))
                .isEqualTo(new Paperless(a, c, p, g, d));
    }

    @Test
    void aFileWithoutAGrantedResultIsNoDigitisedResult() {
        var day = LocalDate.of(2022, 5, 10);
        assertThat(Paperless.of(new Known(day, day, false, false, false, false, true), MAY))
                .isEqualTo(new Paperless(1, 0, 0, 0, 0));
        assertThat(Paperless.of(new Known(day, day, false, false, false, true, false), MAY))
                .isEqualTo(new Paperless(1, 0, 0, 1, 0));
    }

    @Test
    void aDossierThatWasSetAsideCountsNowhere() {
        var day = LocalDate.of(2022, 5, 10);
        assertThat(Paperless.of(new Known(day, day, true, true, true, true, true), MAY))
                .isEqualTo(Paperless.NONE);
    }

    @Test
    void theTargetsDivideEachByItsOwn() {
        var figures = Indicator.of(new PaperlessByKind(
                        new Paperless(100, 25, 30, 60, 30),
                        new Paperless(40, 5, 28, 20, 10),
                        Map.of(
                                Level.PROVINCE, new Paperless(70, 0, 0, 50, 27),
                                Level.COMMUNE, new Paperless(30, 0, 0, 10, 3))))
                .stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        assertThat(figures.get("DIGITISED_RESULTS_PROVINCE").value()).isEqualTo(new BigDecimal("54.00"));
        assertThat(figures.get("DIGITISED_RESULTS_COMMUNE").value()).isEqualTo(new BigDecimal("30.00"));
        assertThat(figures.get("DIGITISED_RESULTS_DISTRICT").value())
                .as("nothing of nothing is not known")
                .isNull();
        assertThat(figures.get("CERTIFIED_COPY_RATE").value()).isEqualTo(new BigDecimal("25.00"));
        assertThat(figures.get("ONLINE_PAYMENT_FEE").value()).isEqualTo(new BigDecimal("70.00"));
        assertThat(figures).hasSize(5);
    }
}
