package vn.motcua.postal.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.calendar.CalendarNotPublished;

class PromisedDateTest {

    @ParameterizedTest
    @CsvSource({
        // a weekend
        "2022-06-10, INTRA_LOCAL,    2022-06-13",
        "2022-06-10, INTRA_PROVINCE, 2022-06-14",
        "2022-06-10, INTER_CITY,     2022-06-15",
        "2022-06-10, INTER_OTHER,    2022-06-16",
        // 30 April and 1 May on a weekend, made up for on Monday and Tuesday
        "2022-04-29, INTRA_LOCAL,    2022-05-04",
        "2022-04-29, INTRA_PROVINCE, 2022-05-05",
        // National Day
        "2022-08-31, INTRA_LOCAL,    2022-09-05",
        "2022-08-31, INTRA_PROVINCE, 2022-09-06",
        // signed on a Saturday: the day itself never counts
        "2022-06-11, INTRA_LOCAL,    2022-06-13"
    })
    void theLimitCountsWorkingDaysAfterTheHandOver(LocalDate handedOver, Zone zone, LocalDate promised) {
        assertThat(zone.promised(handedOver, Calendars.OF_2022)).isEqualTo(promised);
    }

    @Test
    void aPromiseIntoAYearWithoutATableIsNotGuessed() {
        assertThatThrownBy(() -> Zone.INTRA_LOCAL.promised(LocalDate.of(2022, 12, 30), Calendars.OF_2022))
                .isInstanceOf(CalendarNotPublished.class)
                .hasMessageContaining("2023");
    }
}
