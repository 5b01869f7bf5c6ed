package vn.motcua.dossier.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The sentences of {@link DueLine}, for citizens. */
final class DueText {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_VI = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    private DueText() {}

    static String vietnamese(DueLine line) {
        String day = weekday(line.date().getDayOfWeek()) + ", ngày " + DAY_VI.format(line.date());
        return switch (line.kind()) {
            case STARTED -> "Thời điểm bắt đầu: " + time(line.time()) + ", " + day + ".";
            case BEFORE_OPENING -> "Lúc " + time(line.time()) + " chưa đến giờ làm việc.";
            case IN_BREAK -> "Lúc " + time(line.time()) + " là giờ nghỉ giữa hai buổi làm việc.";
            case AFTER_CLOSING -> "Lúc " + time(line.time()) + " đã hết giờ làm việc.";
            case WEEKEND -> upper(day) + ": nghỉ cuối tuần.";
            case DAY_OFF -> upper(day) + ": ngày nghỉ (" + line.source() + ").";
            case CLOSED -> upper(day) + ": cơ quan nghỉ đột xuất.";
            case MADE_UP -> upper(day) + ": ngày làm bù, được tính là ngày làm việc (" + line.source() + ").";
            case OPENED -> upper(day) + ": cơ quan làm việc theo lịch riêng, được tính là ngày làm việc.";
            case HOURS -> upper(day) + ": cơ quan làm việc theo giờ riêng, " + line.source() + ".";
            case COUNTS_FROM -> "Thời hạn được tính từ " + time(line.time()) + ", " + day + ".";
            case ADDED -> "Thời hạn: " + amountVi(line.limit()) + ".";
            case LANDED ->
                "Hết " + amountVi(line.limit()) + " vào " + day
                        + ", không phải ngày làm việc, nên chuyển sang ngày làm việc tiếp theo.";
            case DUE -> "Đến hạn: " + time(line.time()) + ", " + day + ".";
            case NO_DUE -> "Không có ngày hẹn trả.";
        };
    }

    static String english(DueLine line) {
        String day = DAY_EN.format(line.date());
        return switch (line.kind()) {
            case STARTED -> "Start: " + time(line.time()) + " on " + day + ".";
            case BEFORE_OPENING -> time(line.time()) + " is before opening.";
            case IN_BREAK -> time(line.time()) + " is between two sessions.";
            case AFTER_CLOSING -> time(line.time()) + " is after closing.";
            case WEEKEND -> day + ": weekend.";
            case DAY_OFF -> day + ": day off (" + line.source() + ").";
            case CLOSED -> day + ": the agency is closed.";
            case MADE_UP -> day + ": worked in exchange for a weekday, counts (" + line.source() + ").";
            case OPENED -> day + ": the agency is open, counts.";
            case HOURS -> day + ": the agency works at hours of its own, " + line.source() + ".";
            case COUNTS_FROM -> "Counts from " + time(line.time()) + " on " + day + ".";
            case ADDED -> "Limit: " + amountEn(line.limit()) + ".";
            case LANDED ->
                amountEn(line.limit()) + " end on " + day
                        + ", which is not a working day, so the next working day is taken.";
            case DUE -> "Due: " + time(line.time()) + " on " + day + ".";
            case NO_DUE -> "No due date.";
        };
    }

    private static String amountVi(TimeLimit limit) {
        return switch (limit.unit()) {
            case WORKING_DAYS -> limit.amount() + " ngày làm việc";
            case CALENDAR_DAYS -> limit.amount() + " ngày";
            case WORKING_HOURS -> limit.amount() + " giờ làm việc";
            case NONE -> "không quy định";
        };
    }

    private static String amountEn(TimeLimit limit) {
        String plural = limit.amount() == 1 ? "" : "s";
        return switch (limit.unit()) {
            case WORKING_DAYS -> limit.amount() + " working day" + plural;
            case CALENDAR_DAYS -> limit.amount() + " calendar day" + plural;
            case WORKING_HOURS -> limit.amount() + " working hour" + plural;
            case NONE -> "none";
        };
    }

    private static String time(LocalTime time) {
        return (time.getSecond() == 0 ? MINUTES : SECONDS).format(time);
    }

    private static String weekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }

    private static String upper(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
