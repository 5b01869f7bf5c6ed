package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @Test
    void daysAndInstantsAreRead() {
        assertThat(Times.day("2022-06-08")).isEqualTo(LocalDate.of(2022, 6, 8));
        assertThat(Times.instant("2022-06-08T02:00:00Z")).isEqualTo(Instant.parse("2022-06-08T02:00:00Z"));
        assertThat(Times.day("9999-12-31").getYear()).isEqualTo(9999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2022-02-30", "+10000-01-01", "+999999999-12-31", "-0001-01-01", "0000-01-01"})
    void aDayThatNoDatabaseKnowsIsNone(String text) {
        assertThatThrownBy(() -> Times.day(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "2022-02-30T00:00:00Z", "+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void anInstantThatNoDatabaseKnowsIsNone(String text) {
        assertThatThrownBy(() -> Times.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
