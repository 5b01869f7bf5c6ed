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
 * @param stopped ended in the period because it was stopped for good
 * @param supplemented accepted in the period, papers asked for after acceptance at least once
 * @param supplementedAgain accepted in the period, papers asked for after acceptance at least twice
 * @param extended accepted in the period, a later date was named
 * @param paidOnline accepted in the period, something was paid online at any time
 * @param lateOrAskedAgain ended in the period after the due date, or after papers had been asked for at least twice
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
        long strictlyLate,
        long stopped,
        long supplemented,
        long supplementedAgain,
        long extended,
        long paidOnline,
        long lateOrAskedAgain) {

    public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

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
                strictlyLate + other.strictlyLate,
                stopped + other.stopped,
                supplemented + other.supplemented,
                supplementedAgain + other.supplementedAgain,
                extended + other.extended,
                paidOnline + other.paidOnline,
                lateOrAskedAgain + other.lateOrAskedAgain);
    }

    /**
     * What one dossier counts for. One whose clock stands still is overdue only if it was so before the clock stopped. Source: form
     * II.06a, column 12.
     */
    public static Counters of(Measurement dossier, Period period, LocalDate today) {
        if (!dossier.countsIn(period)) {
            return NONE;
        }
        boolean carried = dossier.acceptedOn().isBefore(period.from());
        boolean ended = dossier.endedBy(period);
        var judged = dossier.clockOn(ended ? dossier.endedOn() : period.judgedOn(today));
        var when = ended ? Timeliness.of(judged, dossier.dueOn()) : null;
        boolean overdue = !ended && Timeliness.of(judged, dossier.dueOn()) == Timeliness.LATE;
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
                one(ended && Timeliness.of(judged, dossier.originalDueOn()) == Timeliness.LATE),
                one(ended && dossier.stopped()),
                one(!carried && dossier.supplements() >= 1),
                one(!carried && dossier.supplements() >= 2),
                one(!carried && dossier.extended()),
                one(!carried && dossier.paidOnline()),
                one(ended && (when == Timeliness.LATE || dossier.supplements() >= 2)));
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
