package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.Objects;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;

/**
 * What the acceptance slip promises (giấy tiếp nhận hồ sơ và hẹn trả kết quả).
 *
 * @param limit of the procedure
 * @param dueAt null exactly when there is no limit
 */
public record Appointment(TimeLimit limit, Instant dueAt) {
    public Appointment {
        Objects.requireNonNull(limit, "limit");
        if ((limit.unit() == LimitUnit.NONE) != (dueAt == null)) {
            throw new IllegalArgumentException(
                    "a due date exactly where there is a limit, not " + dueAt + " for " + limit);
        }
    }
}
