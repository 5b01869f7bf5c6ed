package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;

/**
 * What the acceptance slip promises (giấy tiếp nhận hồ sơ và hẹn trả kết quả), or what is promised anew.
 *
 * @param limit of the procedure; null where another system promised the date and nobody here knows the procedure
 * @param dueAt null exactly when there is no limit
 * @param warnings when the date is near
 * @param calendar edition of the calendar that was used; null without a limit
 * @param forwardBy until when paper that came in has to be with whoever processes it; null where none did
 */
public record Appointment(TimeLimit limit, Instant dueAt, Warnings warnings, String calendar, Instant forwardBy) {

    /** Where the procedure has no time limit. */
    public static final Appointment OPEN_ENDED = new Appointment(TimeLimit.none(), null, Warnings.NONE, null);

    /** Of what is not on paper, or has been forwarded. */
    public Appointment(TimeLimit limit, Instant dueAt, Warnings warnings, String calendar) {
        this(limit, dueAt, warnings, calendar, null);
    }

    /** The same for paper that comes in with it. */
    public Appointment forwarded(Instant by) {
        return new Appointment(limit, dueAt, warnings, calendar, by);
    }

    public Appointment {
        if ((limit != null && limit.unit() == LimitUnit.NONE) != (dueAt == null)) {
            throw new IllegalArgumentException(
                    "a due date exactly where there is a limit, not " + dueAt + " for " + limit);
        }
        if (dueAt == null ? !warnings.equals(Warnings.NONE) : !warnings.liesBefore(dueAt)) {
            throw new IllegalArgumentException("warnings before the due date, not " + warnings + " for " + dueAt);
        }
    }
}
