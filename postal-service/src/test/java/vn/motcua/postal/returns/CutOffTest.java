package vn.motcua.postal.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.calendar.Session;

class CutOffTest {

    private static final CutOff CUT_OFF = new CutOff(LocalTime.of(15, 0));

    @ParameterizedTest
    @CsvSource({
        "2022-06-08T00:00,        2022-06-08",
        "2022-06-08T14:59:59.999, 2022-06-08",
        "2022-06-08T15:00,        2022-06-09",
        "2022-06-08T23:59:59,     2022-06-09",
        // Friday
        "2022-06-10T14:59:59,     2022-06-10",
        "2022-06-10T15:00,        2022-06-13",
        "2022-06-11T08:00,        2022-06-13",
        "2022-06-12T16:00,        2022-06-13",
        // the eve of National Day, and within it
        "2022-08-31T14:00,        2022-08-31",
        "2022-08-31T15:30,        2022-09-05",
        "2022-09-02T09:00,        2022-09-05",
        // the eve of Tết
        "2022-01-28T15:00,        2022-02-07"
    })
    void whatIsReadyFromTheCutOffOnGoesWithTheNextWorkingDay(LocalDateTime local, LocalDate day) {
        assertThat(CUT_OFF.manifestDay(at(local), Calendars.OF_2022)).isEqualTo(day);
    }

    @Test
    void theDayClosesAtItsCutOffInVietnamWhereverTheServerStands() {
        assertThat(CUT_OFF.closesAt(LocalDate.of(2022, 6, 8), Calendars.OF_2022))
                .isEqualTo(Instant.parse("2022-06-08T08:00:00Z"));
    }

    @Test
    void aManifestClosesWithTheDoorOfAnAgencyThatIsClosedInTheAfternoon() {
        var wednesday = LocalDate.of(2022, 6, 8);
        var calendar = Calendars.OF_2022.withOwnHours(
                Map.of(wednesday, List.of(new Session(LocalTime.of(7, 0), LocalTime.of(11, 30)))));

        assertThat(CUT_OFF.closesAt(wednesday, calendar)).isEqualTo(at(LocalDateTime.of(2022, 6, 8, 11, 30)));
        assertThat(CUT_OFF.manifestDay(at(LocalDateTime.of(2022, 6, 8, 11, 29)), calendar))
                .isEqualTo(wednesday);
        assertThat(CUT_OFF.manifestDay(at(LocalDateTime.of(2022, 6, 8, 11, 30)), calendar))
                .isEqualTo(wednesday.plusDays(1));
        assertThat(CUT_OFF.closesAt(wednesday.plusDays(1), calendar))
                .isEqualTo(at(LocalDateTime.of(2022, 6, 9, 15, 0)));
    }

    @Test
    void aDayInAYearWithoutATableIsNotGuessed() {
        assertThatThrownBy(() -> CUT_OFF.manifestDay(at(LocalDateTime.of(2022, 12, 30, 15, 0)), Calendars.OF_2022))
                .isInstanceOf(CalendarNotPublished.class);
    }

    private static Instant at(LocalDateTime local) {
        return local.toInstant(ZoneOffset.ofHours(7));
    }
}
