package vn.motcua.kpi.indicators;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How an agency fared with the legs that it held in a period. The delay of a leg is the holder's; whether the dossier was late in all is told by
 * {@link Counters} of the lead agency. Days are calendar days after the due day; of a leg that went from one agency to another, each has the days
 * that it held it. Source: Decree 61/2018, art. 19 §5–§7.
 *
 * @param held legs that it had at some time in the period
 * @param finished of these, finished in the period, done or declined
 * @param late of the finished, of those that the lead agency took back and of those whose dossier ended without them, those that were late then: what
 *     was late stays the holder's
 * @param daysLate of these, all their days late, also those before the period
 * @param openLate not finished at the end of the period and overdue, the dossier being in progress
 * @param openDaysLate of these, their days late so far
 */
public record Delays(long held, long finished, long late, long daysLate, long openLate, long openDaysLate) {

    public static final Delays NONE = new Delays(0, 0, 0, 0, 0, 0);

    public Delays plus(Delays other) {
        return new Delays(
                held + other.held,
                finished + other.finished,
                late + other.late,
                daysLate + other.daysLate,
                openLate + other.openLate,
                openDaysLate + other.openDaysLate);
    }

    /** What one leg counts for. */
    public static Delays of(HeldLeg leg, Period period, LocalDate today) {
        if (!leg.heldIn(period)) {
            return NONE;
        }
        // What was not finished is awaited no more when the dossier has ended.
        var until = leg.finishedOn() != null ? leg.finishedOn() : leg.dossierEndedOn();
        if (until != null && !until.isAfter(period.to())) {
            boolean finished = leg.finishedOn() != null && !leg.withdrawn();
            long days = daysAfter(leg.lateAfter(), until);
            return new Delays(1, finished ? 1 : 0, days > 0 ? 1 : 0, days, 0, 0);
        }
        boolean waits = leg.dossierEndedOn() == null || leg.dossierEndedOn().isAfter(period.to());
        long days = waits ? daysAfter(leg.lateAfter(), period.judgedOn(today)) : 0;
        return new Delays(1, 0, 0, 0, days > 0 ? 1 : 0, days);
    }

    private static long daysAfter(LocalDate due, LocalDate day) {
        return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, day));
    }
}
