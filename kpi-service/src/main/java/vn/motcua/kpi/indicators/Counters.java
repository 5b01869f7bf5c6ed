package vn.motcua.kpi.indicators;

import java.time.LocalDate;

/**
 * How many dossiers of a period fell where. Every dossier that was accepted by the end of the period and had not ended before it is
 * counted exactly once as received and exactly once as resolved or in progress.
 *
 * @param carriedOver accepted before the period, not ended before it
 * @param online accepted in the period, came online
 * @param direct accepted in the period, came at the counter
 * @param post accepted in the period, came by post
 * @param early ended in the period before the due date
 * @param onTime ended in the period on the due date, or without a time limit
 * @param late ended in the period after the due date
 * @param inTime in progress, not overdue
 * @param overdue in progress, overdue
 * @param strictlyLate ended in the period after the due date that was promised first
 */
public record Counters(
        long carriedOver,
        long online,
        long direct,
        long post,
        long early,
        long onTime,
        long late,
        long inTime,
        long overdue,
        long strictlyLate) {

    public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public long accepted() {
        return online + direct + post;
    }

    public long received() {
        return carriedOver + accepted();
    }

    public long resolved() {
        return early + onTime + late;
    }

    public long inProgress() {
        return inTime + overdue;
    }

    public Counters plus(Counters other) {
        return new Counters(
                carriedOver + other.carriedOver,
                online + other.online,
                direct + other.direct,
                post + other.post,
                early + other.early,
                onTime + other.onTime,
                late + other.late,
                inTime + other.inTime,
                overdue + other.overdue,
                strictlyLate + other.strictlyLate);
    }

    /** What one dossier counts for. */
    public static Counters of(Measurement dossier, Period period, LocalDate today) {
        if (!dossier.countsIn(period)) {
            return NONE;
        }
        boolean carried = dossier.acceptedOn().isBefore(period.from());
        boolean ended = dossier.endedOn() != null && !dossier.endedOn().isAfter(period.to());
        var when = ended ? Timeliness.of(dossier.endedOn(), dossier.dueOn()) : null;
        boolean overdue = !ended && dossier.dueOn() != null && dossier.dueOn().isBefore(period.judgedOn(today));
        return new Counters(
                one(carried),
                one(!carried && dossier.channel() == Way.ONLINE),
                one(!carried && dossier.channel() == Way.DIRECT),
                one(!carried && dossier.channel() == Way.POST),
                one(when == Timeliness.EARLY),
                one(when == Timeliness.ON_TIME),
                one(when == Timeliness.LATE),
                one(!ended && !overdue),
                one(overdue),
                one(ended && Timeliness.of(dossier.endedOn(), dossier.originalDueOn()) == Timeliness.LATE));
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
