package vn.motcua.dossier.feedback.course;

import java.time.Instant;
import java.util.Objects;

/**
 * A line of the ledger: what was owed until when, and whether it came.
 *
 * @param from when it began to be counted
 * @param dueAt null where that year's calendar was not published
 * @param calendar edition of the calendar that was used; null with {@code dueAt}
 * @param endedAt when it was done, or was no more owed; null while it is
 * @param late whether it was told that it is overdue
 */
public record Deadline(Stage stage, Instant from, Instant dueAt, String calendar, Instant endedAt, boolean late) {
    public Deadline {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(from, "from");
    }

    /** One that has just begun. */
    public static Deadline of(Stage stage, Instant from, Instant dueAt, String calendar) {
        return new Deadline(stage, from, dueAt, calendar, null, false);
    }

    Deadline ended(Instant at) {
        return new Deadline(stage, from, dueAt, calendar, at, late);
    }

    Deadline missed() {
        return new Deadline(stage, from, dueAt, calendar, endedAt, true);
    }

    /** Whether somebody has to be told by then that it is overdue. */
    boolean rings() {
        return endedAt == null && !late && dueAt != null;
    }
}
