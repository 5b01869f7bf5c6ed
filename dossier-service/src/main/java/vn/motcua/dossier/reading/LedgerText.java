package vn.motcua.dossier.reading;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.lifecycle.ClockEntry;
import vn.motcua.dossier.lifecycle.DossierCode;

/**
 * What a line of the ledger did to the due date, in one sentence, from what the line says itself: so it stays true whatever the calendar of later says.
 */
final class LedgerText {

    /** How every sentence about a clock writes an instant. */
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu", Locale.ROOT).withZone(DossierCode.ZONE);

    private final List<ClockEntry> clock;
    private final UnaryOperator<String> reasons;
    private final boolean english;

    /**
     * @param clock all lines, in order
     * @param reasons the sentence for a reason's code; the code itself where nobody knows it
     */
    LedgerText(List<ClockEntry> clock, UnaryOperator<String> reasons, Locale language) {
        this.clock = clock;
        this.reasons = reasons;
        this.english = language.getLanguage().equals("en");
    }

    String of(ClockEntry line) {
        return switch (line.kind()) {
            case START, RESTART -> counted(line);
            case PAUSE -> stands(line);
            case RESUME, REOPEN -> goesOn(line);
            case EXTEND -> promised(line);
            case REDATE -> redated(line);
            case CORRECT -> said("Ngày hẹn trả sau đính chính: ", "Due after the correction: ") + moment(line.dueAt());
            case STOP -> ended(line);
        };
    }

    private String counted(ClockEntry line) {
        if (line.limit() == null) {
            return line.dueAt() == null
                    ? said("Không có thời hạn.", "There is no limit.")
                    : said("Ngày hẹn trả do nơi tiếp nhận trước đã hẹn: ", "Due as it was promised elsewhere: ")
                            + moment(line.dueAt());
        }
        if (line.dueAt() == null) {
            return said("Thủ tục không quy định thời hạn.", "The procedure has no limit.");
        }
        return limit(line.limit())
                + said(" tính từ ", " counted from ")
                + MOMENT.format(line.at())
                + by(line)
                + said("; hẹn trả ", "; due ")
                + moment(line.dueAt());
    }

    private String stands(ClockEntry line) {
        var why = line.cause() == null
                ? said("theo hệ thống của bộ, ngành", "as the system of a ministry tells")
                : cause(line.cause());
        return said("Thời hạn tạm dừng: ", "The clock stands still: ") + why + ".";
    }

    private String goesOn(ClockEntry line) {
        return line.dueAt() == null
                ? said("Tiếp tục giải quyết; thủ tục không có thời hạn.", "It goes on, without a limit.")
                : said("Tính tiếp thời gian còn lại", "What was left is counted on")
                        + by(line)
                        + said("; hẹn trả ", "; due ")
                        + moment(line.dueAt());
    }

    private String promised(ClockEntry line) {
        return said("Cơ quan hẹn lại", "The agency promised a later date")
                + (line.cause() == null ? "" : " (" + cause(line.cause()) + ")")
                + moved(line);
    }

    private String redated(ClockEntry line) {
        return said("Lịch làm việc thay đổi sau khi hẹn, tính lại", "The calendar was changed afterwards; counted anew")
                + by(line)
                + moved(line);
    }

    private String ended(ClockEntry line) {
        var due = line.dueAt();
        var how = due == null
                ? ""
                : line.at().isAfter(due)
                        ? said(", sau hạn ", ", after it was due ") + MOMENT.format(due)
                        : said(", trong hạn ", ", in time; it was due ") + MOMENT.format(due);
        return said("Thời hạn kết thúc", "The clock ended")
                + (line.cause() == null ? "" : ": " + cause(line.cause()))
                + how
                + ".";
    }

    private String moved(ClockEntry line) {
        var before = before(line);
        return said(": hẹn trả từ ", ": due ")
                + (before == null ? "–" : MOMENT.format(before))
                + said(" chuyển sang ", " before, now ")
                + moment(line.dueAt());
    }

    private Instant before(ClockEntry line) {
        Instant due = null;
        for (var entry : clock) {
            if (entry.equals(line)) {
                return due;
            }
            due = entry.dueAt() == null ? due : entry.dueAt();
        }
        return due;
    }

    private String by(ClockEntry line) {
        return line.calendar() == null ? "" : said(" theo lịch ", " by calendar ") + line.calendar();
    }

    private static String moment(Instant at) {
        return at == null ? "–" : MOMENT.format(at) + ".";
    }

    private String limit(TimeLimit limit) {
        return limit.amount()
                + switch (limit.unit()) {
                    case WORKING_DAYS -> said(" ngày làm việc", " working days");
                    case CALENDAR_DAYS -> said(" ngày", " calendar days");
                    case WORKING_HOURS -> said(" giờ làm việc", " working hours");
                    case NONE -> "";
                };
    }

    /** What the lifecycle writes itself is no reason of the catalogue. */
    private String cause(String word) {
        return switch (word) {
            case "PAPERS" -> said("chờ bổ sung giấy tờ", "papers are awaited");
            case "PAPERS_BEFORE_ACCEPTANCE" -> said("chờ hoàn thiện hồ sơ", "papers are awaited before acceptance");
            case "PAYMENT" -> said("chờ nộp phí, lệ phí", "a payment is awaited");
            case "STOP", "STOPPED" -> said("dừng giải quyết", "it was stopped");
            case "WITHDRAWN" -> said("người nộp rút hồ sơ", "the applicant took it back");
            case "COMPLETED", "RETURNED" -> said("đã có kết quả", "the result is there");
            case "VOIDED" -> said("hồ sơ được hủy bỏ", "it was set aside");
            default -> reasons.apply(word);
        };
    }

    private String said(String vietnamese, String inEnglish) {
        return english ? inEnglish : vietnamese;
    }
}
