package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.calendar.WorkingCalendar;

/** Counts a due date again from everything that happened to the clock, by the calendar of now. */
public final class Recount {

    private Recount() {}

    /**
     * Where the ledger leads. A date that a person promised stays as it was promised, also one that was promised elsewhere before the dossier was
     * adopted. A limit that ran before an extension is forgotten with it.
     *
     * @param limit of the procedure now
     * @param counting how the limit is counted from a start
     * @return null without a limit and before the clock started
     */
    public static Instant due(List<ClockEntry> ledger, TimeLimit limit, Counting counting, WorkingCalendar calendar) {
        if (limit.unit() == LimitUnit.NONE) {
            return null;
        }
        Instant due = null;
        Instant stands = null;
        for (var entry : ledger) {
            switch (entry.kind()) {
                case START, RESTART -> {
                    // No limit was counted here where it was promised elsewhere.
                    due = entry.limit() == null ? entry.dueAt() : counting.due(entry.at(), limit);
                    stands = null;
                }
                case PAUSE, STOP -> stands = entry.at();
                case RESUME, REOPEN -> {
                    due = stands == null || due == null
                            ? due
                            : calendar.dueAfterPause(due, stands, entry.at(), limit.unit());
                    stands = null;
                }
                case EXTEND -> due = entry.dueAt();
                case REDATE, CORRECT -> {}
            }
        }
        return due;
    }
}
