package vn.motcua.dossier.catalogue;

import java.time.Duration;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** What a caller is told when a year's days off are not known: which year, and who must load it. */
public final class CalendarProblem {

    private CalendarProblem() {}

    /** 503 {@code calendar-not-published} with the members {@code calendar} and {@code year}. */
    public static Problem of(CalendarNotPublished missing) {
        return Problem.of(ProblemType.CALENDAR_NOT_PUBLISHED)
                .detail(
                        "Lịch làm việc năm " + missing.year()
                                + " chưa được nạp. Văn phòng Ủy ban nhân dân tỉnh (đơn vị kiểm soát thủ tục"
                                + " hành chính) cần nạp lịch nghỉ của năm này vào danh mục.",
                        "The working calendar of " + missing.year()
                                + " is not loaded. The Office of the Provincial People's Committee (unit for the control of administrative"
                                + " procedures) must load that year's days off into the catalogue.")
                .with("calendar", missing.calendarCode())
                .with("year", missing.year())
                .retryAfter(Duration.ofHours(1));
    }
}
