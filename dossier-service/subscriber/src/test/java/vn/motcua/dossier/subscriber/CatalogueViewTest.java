package vn.motcua.dossier.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Reason;

class CatalogueViewTest {

    @Test
    void theHighestVersionIsCurrentAndEachIsKept() {
        var view = CatalogueView.of(List.of(reason("LATE", 9), reason("LATE", 10), reason("OTHER", 1)));

        assertThat(view.current(Reason.class, "LATE").orElseThrow().version()).isEqualTo(10);
        assertThat(view.exact(Reason.class, "LATE", 9).orElseThrow().version()).isEqualTo(9);
        assertThat(view.exact(Reason.class, "LATE", 8)).isEmpty();
        assertThat(view.current(Procedure.class, "LATE")).isEmpty();
        assertThat(view.current(Reason.class, null)).isEmpty();
        assertThat(view.all(Reason.class)).extracting(Reason::code).containsExactly("LATE", "OTHER");
    }

    /** Version 1 until the end of June 2025, 2 from the fifth of July, 3 published already and valid from 2027; in no order. */
    @ParameterizedTest
    @CsvSource({
        "2022-06-08, 1",
        "2025-06-30, 1",
        "2025-07-05, 2",
        "2026-12-31, 2",
        "2027-01-01, 3",
        "2040-01-01, 3",
        // Valid on no day: as it was last, and before the first day as it will be first.
        "2025-07-02, 1",
        "2009-12-31, 1"
    })
    void ofAnAgencyTheVersionHoldsThatIsValidOnTheDay(LocalDate day, int version) {
        var view = CatalogueView.of(List.of(
                agency(3, "2027-01-01", null), agency(1, "2010-01-01", "2025-06-30"), agency(2, "2025-07-05", null)));
        assertThat(view.on(Agency.class, "H03.01", day).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void ofAProcedureTooAndOfNothingThereIsNone() {
        var view =
                CatalogueView.of(List.of(procedure(1, "2018-06-21", "2022-08-14"), procedure(2, "2022-08-15", null)));
        assertThat(view.on(Procedure.class, "1.900101", LocalDate.of(2022, 6, 8))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(view.on(Procedure.class, "1.900101", LocalDate.of(2022, 8, 15))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
        assertThat(view.on(Procedure.class, "1.900102", LocalDate.of(2022, 8, 15)))
                .isEmpty();
        assertThat(view.on(Agency.class, null, LocalDate.of(2022, 8, 15))).isEmpty();
    }

    private static CatalogueStore.Row agency(int version, String from, String to) {
        return new CatalogueStore.Row("AGENCY", "H03.01", version, """
                {"kind":"AGENCY","code":"H03.01","version":%d,"names":{"vi":"A","en":"A"},"path":["H03","H03.01"],"level":1,"calendar":"c",
                 "validFrom":"%s"%s}""".formatted(
                        version, from, to == null ? "" : ",\"validTo\":\"" + to + "\""));
    }

    private static CatalogueStore.Row procedure(int version, String from, String to) {
        return new CatalogueStore.Row("PROCEDURE", "1.900101", version, """
                {"kind":"PROCEDURE","code":"1.900101","version":%d,"names":{"vi":"A","en":"A"},"validFrom":"%s"%s}""".formatted(
                        version, from, to == null ? "" : ",\"validTo\":\"" + to + "\""));
    }

    @Test
    void aCalendarIsReadyToCountWith() {
        var view = CatalogueView.of(List.of(new CatalogueStore.Row("CALENDAR", "H03", 1, """
                {"kind":"CALENDAR","code":"H03","version":1,"zone":"Asia/Ho_Chi_Minh",
                 "sessions":[["07:00","11:30"],["13:30","17:00"]],
                 "years":{"2022":{"off":["2022-09-01","2022-09-02"],"worked":[],"source":"a notice"}}}""")));

        var calendar = view.current(WorkingCalendar.class, "H03").orElseThrow();

        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 9, 2))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 9, 5))).isTrue();
    }

    @Test
    void anAgencyDepartsFromItsCalendarForADayOrAPartOfItAndTheNearestHolds() {
        var view = CatalogueView.of(List.of(
                new CatalogueStore.Row("CALENDAR", "c", 1, """
                        {"kind":"CALENDAR","code":"c","version":1,"zone":"Asia/Ho_Chi_Minh",
                         "sessions":[["07:00","11:30"],["13:30","17:00"]],
                         "years":{"2022":{"off":[],"worked":[],"source":"a notice"}}}"""),
                agency("H03", "[\"H03\"]"),
                agency("H03.01", "[\"H03\",\"H03.01\"]"),
                override("H03", "2022-06-09", 1, "false"),
                override("H03", "2022-06-10", 1, "true,\"sessions\":[[\"07:00\",\"11:30\"]]"),
                override("H03.01", "2022-06-10", 1, "false"),
                override("H03.01", "2022-06-10", 2, "true"),
                override("H03", "2022-06-14", 1, "true,\"sessions\":[[\"07:00\"]]")));
        var province =
                view.calendarOf(view.current(Agency.class, "H03").orElseThrow()).orElseThrow();
        var justice = view.calendarOf(view.current(Agency.class, "H03.01").orElseThrow())
                .orElseThrow();

        assertThat(province.isWorkingDay(LocalDate.of(2022, 6, 9))).isFalse();
        assertThat(justice.isWorkingDay(LocalDate.of(2022, 6, 9)))
                .as("from above")
                .isFalse();
        assertThat(province.closing(LocalDate.of(2022, 6, 10))).isEqualTo(Instant.parse("2022-06-10T04:30:00Z"));
        assertThat(justice.closing(LocalDate.of(2022, 6, 10)))
                .as("its own second version holds")
                .isEqualTo(Instant.parse("2022-06-10T10:00:00Z"));
        assertThat(province.hasOwnHours(LocalDate.of(2022, 6, 14)))
                .as("broken: as if it were not there")
                .isFalse();
    }

    private static CatalogueStore.Row agency(String code, String path) {
        return new CatalogueStore.Row("AGENCY", code, 1, """
                {"kind":"AGENCY","code":"%s","version":1,"names":{"vi":"A","en":"A"},"path":%s,"level":1,"calendar":"c",
                 "validFrom":"2010-01-01"}""".formatted(code, path));
    }

    private static CatalogueStore.Row override(String agency, String day, int version, String worked) {
        return new CatalogueStore.Row(
                "OVERRIDE", agency + "@" + day, version, """
                {"kind":"OVERRIDE","code":"%1$s@%2$s","version":%3$d,"agency":"%1$s","date":"%2$s","worked":%4$s,
                 "reason":{"vi":"bão","en":"storm"},"document":"1"}""".formatted(agency, day, version, worked));
    }

    @Test
    void whatIsTooNewOrBrokenIsAsIfItWereNotThere() {
        var view = CatalogueView.of(List.of(
                new CatalogueStore.Row("FEE", "F1", 1, "{\"kind\":\"FEE\",\"code\":\"F1\",\"version\":1}"),
                new CatalogueStore.Row("CALENDAR", "C", 1, "{\"kind\":\"CALENDAR\",\"code\":\"C\",\"version\":1}"),
                reason("LATE", 1)));

        assertThat(view.all(Reason.class)).hasSize(1);
        assertThat(view.all(WorkingCalendar.class)).isEmpty();
    }

    private static CatalogueStore.Row reason(String code, int version) {
        return new CatalogueStore.Row("REASON", code, version, """
                {"kind":"REASON","code":"%s","version":%d,"purpose":"REFUSAL","names":{"vi":"Lý do","en":"Reason"}}""".formatted(code, version));
    }
}
