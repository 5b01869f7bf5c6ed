package vn.motcua.kpi.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorTest {

    /** The article's own shares, and a tie that bankers would round the other way. */
    @ParameterizedTest
    @CsvSource({
        "163, 254, 64.17",
        "91, 254, 35.83",
        "243, 254, 95.67",
        "8272, 8593, 96.26",
        "1, 800, 0.13",
        "3, 800, 0.38"
    })
    void sharesAreRoundedHalfUpToTwoDecimals(long numerator, long denominator, BigDecimal value) {
        assertThat(Indicator.share("X", numerator, denominator))
                .isEqualTo(new Indicator("X", value, numerator, denominator));
    }

    @Test
    void aShareOfNothingIsNotKnown() {
        assertThat(Indicator.share("X", 0, 0).value()).isNull();
    }

    @Test
    void everyCodeIsThereOnce() {
        var all = Stream.of(Indicator.of(Counters.NONE), Indicator.of(Replies.NONE), Indicator.of(PostalCounters.NONE))
                .flatMap(List::stream);
        assertThat(all).extracting(Indicator::code).doesNotHaveDuplicates();
    }
}
