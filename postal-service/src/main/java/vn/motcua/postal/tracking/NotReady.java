package vn.motcua.postal.tracking;

import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.subscriber.NotYet;

/** What the catalogue lacks, as a caller is told. */
public final class NotReady {

    private NotReady() {}

    /** 503 for what only the catalogue can mend; every other fault stays as it is. */
    public static Throwable asProblem(Throwable fault) {
        if (fault instanceof CalendarNotPublished missing) {
            return Problem.of(ProblemType.CALENDAR_NOT_PUBLISHED)
                    .detail(
                            "Chưa có lịch làm việc năm " + missing.year()
                                    + "; quản trị hệ thống cần nạp thông báo nghỉ lễ.",
                            "There is no calendar for " + missing.year() + "; an administrator has to load its notice.")
                    .with("year", missing.year());
        }
        if (fault instanceof NotYet missing) {
            return Problem.of(ProblemType.UNAVAILABLE)
                    .detail(
                            "Danh mục chưa có " + missing.getMessage() + ".",
                            "The catalogue does not have " + missing.getMessage() + " yet.");
        }
        return fault;
    }
}
