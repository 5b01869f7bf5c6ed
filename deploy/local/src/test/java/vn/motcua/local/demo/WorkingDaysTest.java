package vn.motcua.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2022-06-08, 3, 2022-06-13",
        "2022-01-27, 5, 2022-02-10",
        "2022-04-07, 2, 2022-04-12",
        "2022-04-28, 5, 2022-05-09",
    })
    void weekendsAndDaysOffAreNotCounted(LocalDate from, int days, LocalDate to) {
        assertThat(WorkingDays.after(from, days)).isEqualTo(to);
        assertThat(WorkingDays.before(to, days)).isEqualTo(from);
    }
}
