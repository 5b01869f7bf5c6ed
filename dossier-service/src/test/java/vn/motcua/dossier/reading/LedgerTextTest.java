package vn.motcua.dossier.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.lifecycle.ClockEntry;
import vn.motcua.dossier.lifecycle.ClockEntry.Kind;

/** Every line of the ledger says what it did, to whoever asks. */
class LedgerTextTest {

    private static final String CALENDAR = "civil-servants|1";
    private static final List<ClockEntry> LIFE = List.of(
            new ClockEntry(
                    Kind.START,
                    at("2022-06-06T09:00"),
                    null,
                    TimeLimit.workingDays(5),
                    at("2022-06-13T09:00"),
                    CALENDAR),
            line(Kind.REDATE, "2022-06-07T09:00", null, "2022-06-14T09:00", "civil-servants|2"),
            line(Kind.PAUSE, "2022-06-08T10:00", "PAPERS", null, null),
            line(Kind.RESUME, "2022-06-13T14:00", null, "2022-06-17T11:00", "civil-servants|2"),
            line(Kind.EXTEND, "2022-06-15T08:00", "COMPLEX_MATTER", "2022-06-20T11:00", null),
            line(Kind.STOP, "2022-06-21T08:00", "COMPLETED", "2022-06-20T11:00", null),
            line(Kind.REOPEN, "2022-06-22T08:00", null, "2022-06-22T08:00", "civil-servants|2"));

    @Test
    void aWholeLifeInVietnamese() {
        assertThat(told("vi"))
                .containsExactly(
                        "5 ngày làm việc tính từ 09:00 06/06/2022 theo lịch civil-servants|1; hẹn trả 09:00 13/06/2022.",
                        "Lịch làm việc thay đổi sau khi hẹn, tính lại theo lịch civil-servants|2: hẹn trả từ 09:00 13/06/2022 chuyển sang 09:00 14/06/2022.",
                        "Thời hạn tạm dừng: chờ bổ sung giấy tờ.",
                        "Tính tiếp thời gian còn lại theo lịch civil-servants|2; hẹn trả 11:00 17/06/2022.",
                        "Cơ quan hẹn lại (việc phức tạp): hẹn trả từ 11:00 17/06/2022 chuyển sang 11:00 20/06/2022.",
                        "Thời hạn kết thúc: đã có kết quả, sau hạn 11:00 20/06/2022.",
                        "Tính tiếp thời gian còn lại theo lịch civil-servants|2; hẹn trả 08:00 22/06/2022.");
    }

    @Test
    void theSameInEnglish() {
        assertThat(told("en"))
                .containsExactly(
                        "5 working days counted from 09:00 06/06/2022 by calendar civil-servants|1; due 09:00 13/06/2022.",
                        "The calendar was changed afterwards; counted anew by calendar civil-servants|2: due 09:00 13/06/2022 before, now 09:00 14/06/2022.",
                        "The clock stands still: papers are awaited.",
                        "What was left is counted on by calendar civil-servants|2; due 11:00 17/06/2022.",
                        "The agency promised a later date (việc phức tạp): due 11:00 17/06/2022 before, now 11:00 20/06/2022.",
                        "The clock ended: the result is there, after it was due 11:00 20/06/2022.",
                        "What was left is counted on by calendar civil-servants|2; due 08:00 22/06/2022.");
    }

    @Test
    void whatWasPromisedElsewhereOrHasNoLimitIsSaidSo() {
        var adopted = line(Kind.START, "2022-06-06T09:00", null, "2022-06-13T09:00", null);
        assertThat(text(adopted)).isEqualTo("Ngày hẹn trả do nơi tiếp nhận trước đã hẹn: 09:00 13/06/2022.");
        var open = new ClockEntry(Kind.START, at("2022-06-06T09:00"), null, TimeLimit.none(), null, null);
        assertThat(text(open)).isEqualTo("Thủ tục không quy định thời hạn.");
        assertThat(text(line(Kind.PAUSE, "2022-06-06T09:00", "COURT_DECISION", null, null)))
                .as("a reason that nobody knows any more")
                .isEqualTo("Thời hạn tạm dừng: COURT_DECISION.");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noLineIsWithoutAWord(Kind kind) {
        for (var due : new String[] {null, "2022-06-13T09:00"}) {
            for (var cause : new String[] {null, "PAYMENT"}) {
                assertThat(text(line(kind, "2022-06-06T09:00", cause, due, null)))
                        .isNotBlank()
                        .doesNotContain("null");
            }
        }
    }

    private static List<String> told(String language) {
        var text = new LedgerText(LIFE, LedgerTextTest::reason, Locale.forLanguageTag(language));
        return LIFE.stream().map(text::of).toList();
    }

    private static String text(ClockEntry line) {
        return new LedgerText(List.of(line), LedgerTextTest::reason, Locale.forLanguageTag("vi")).of(line);
    }

    private static String reason(String code) {
        return code.equals("COMPLEX_MATTER") ? "việc phức tạp" : code;
    }

    private static ClockEntry line(Kind kind, String at, String cause, String due, String calendar) {
        return new ClockEntry(kind, at(at), cause, null, due == null ? null : at(due), calendar);
    }

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).toInstant(ZoneOffset.ofHours(7));
    }
}
