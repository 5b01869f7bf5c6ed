package vn.motcua.dossier.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.lifecycle.ClockEntry;

/** Why a dossier that waited, or whose result was taken back, is due when it is: what was left is counted on. */
final class ResumptionText {

    private ResumptionText() {}

    /**
     * In one sentence; null where today's calendar leads to another date, or nobody wrote down when the clock stood still.
     *
     * @param clock with the line in it
     * @param unit of the procedure's limit: calendar days are counted on by the calendar, all else in working time
     */
    static List<String> of(
            List<ClockEntry> clock, ClockEntry resumption, LimitUnit unit, WorkingCalendar calendar, Locale language) {
        var stop = resumption.kind() == ClockEntry.Kind.REOPEN ? ClockEntry.Kind.STOP : ClockEntry.Kind.PAUSE;
        Instant stood = null;
        Instant due = null;
        for (var entry : clock) {
            if (entry.equals(resumption)) {
                break;
            }
            stood = entry.kind() == stop ? entry.at() : stood;
            due = entry.dueAt() == null ? due : entry.dueAt();
        }
        if (stood == null
                || due == null
                || unit == LimitUnit.NONE
                || !calendar.dueAfterPause(due, stood, resumption.at(), unit).equals(resumption.dueAt())) {
            return null;
        }
        var from = LedgerText.MOMENT.format(resumption.at());
        var english = language.getLanguage().equals("en");
        if (!stood.isBefore(due)) {
            return List.of(
                    english
                            ? "Nothing was left when the clock stood still at " + LedgerText.MOMENT.format(stood)
                                    + ": the date stays."
                            : "Đã hết thời hạn khi tạm dừng lúc " + LedgerText.MOMENT.format(stood)
                                    + ": giữ nguyên ngày hẹn.");
        }
        var days = unit == LimitUnit.CALENDAR_DAYS;
        var left = days ? Duration.between(stood, due) : calendar.workingTimeBetween(stood, due);
        return List.of(
                english
                        ? (days ? englishDays(left) : english(left)) + " were left when the clock stood still at "
                                + LedgerText.MOMENT.format(stood) + "; they count from " + from + "."
                        : "Còn " + (days ? vietnameseDays(left) : vietnamese(left)) + " khi tạm dừng lúc "
                                + LedgerText.MOMENT.format(stood) + "; tính tiếp từ " + from + ".");
    }

    private static String englishDays(Duration left) {
        return left.toDays() + " calendar days"
                + (left.toHoursPart() == 0 ? "" : " " + left.toHoursPart() + " hours")
                + (left.toMinutesPart() == 0 ? "" : " " + left.toMinutesPart() + " minutes");
    }

    private static String vietnameseDays(Duration left) {
        return left.toDays() + " ngày"
                + (left.toHoursPart() == 0 ? "" : " " + left.toHoursPart() + " giờ")
                + (left.toMinutesPart() == 0 ? "" : " " + left.toMinutesPart() + " phút");
    }

    private static String english(Duration left) {
        return left.toHours() + " working hours"
                + (left.toMinutesPart() == 0 ? "" : " " + left.toMinutesPart() + " minutes");
    }

    private static String vietnamese(Duration left) {
        return left.toHours() + " giờ" + (left.toMinutesPart() == 0 ? "" : " " + left.toMinutesPart() + " phút")
                + " làm việc";
    }
}
