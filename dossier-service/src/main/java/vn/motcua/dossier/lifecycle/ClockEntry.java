package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.Objects;
import vn.motcua.dossier.calendar.TimeLimit;

/**
 * A line of the ledger that explains a due date.
 *
 * @param kind what happened to the clock
 * @param at when, UTC
 * @param cause why it paused, stopped or moved: a code; null where nothing has to be said
 * @param limit that was counted from {@code at}, after a correction from where the limit last began; null where none was
 * @param dueAt when the result is due after this line; null without a limit, and while nobody can say because the clock stands still
 * @param calendar edition of the calendar that was used; null where none was
 * @param step of the workflow that began with a correction; null otherwise
 * @param stepDueAt until when that step is due; null without a limit of its own
 */
public record ClockEntry(
        Kind kind,
        Instant at,
        String cause,
        TimeLimit limit,
        Instant dueAt,
        String calendar,
        String step,
        Instant stepDueAt) {

    /** A line that begins no workflow. */
    public ClockEntry(Kind kind, Instant at, String cause, TimeLimit limit, Instant dueAt, String calendar) {
        this(kind, at, cause, limit, dueAt, calendar, null, null);
    }

    /** What can happen to the clock. */
    public enum Kind {
        /** Accepted: the limit runs; to the date promised elsewhere where the dossier was adopted, and no limit was counted here. */
        START,
        /** It stands still. */
        PAUSE,
        /** It goes on with what was left. */
        RESUME,
        /** The whole limit is counted anew. Source: Decree 61/2018, art. 19 §4. */
        RESTART,
        /** A later date was promised. Source: Decree 61/2018, art. 19 §9. */
        EXTEND,
        /** The calendar was changed after the date had been given. */
        REDATE,
        /** A mistake was put right and the limit counted anew. */
        CORRECT,
        /** It has ended. */
        STOP,
        /** It runs again after a result was taken back. */
        REOPEN
    }

    public ClockEntry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
    }
}
