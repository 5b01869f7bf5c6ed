package vn.motcua.dossier.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.calendar.WorkingCalendar;
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
