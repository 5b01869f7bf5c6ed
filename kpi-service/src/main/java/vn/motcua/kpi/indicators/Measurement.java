package vn.motcua.kpi.indicators;

import java.time.LocalDate;

/**
 * What is known of one dossier, in days of the province.
 *
 * @param channel how it came in
 * @param acceptedOn null while it was not accepted: then it never counts
 * @param dueOn null without a time limit
 * @param originalDueOn the due date promised first; null without a time limit
 * @param pausedOn since when its clock stands still (papers, payment, a stop for a while); null while it runs
 * @param endedOn completed, withdrawn or stopped for good; null while in progress
 * @param stopped whether it is stopped, for good or for a while
 * @param voided set aside as never to have been there: it never counts, whatever the period
 * @param supplements how often papers were asked for after acceptance
 * @param extended whether the agency named a later date
 * @param paidOnline whether something was paid online for it, before it was handed in or later
 */
public record Measurement(
        Way channel,
        LocalDate acceptedOn,
        LocalDate dueOn,
        LocalDate originalDueOn,
        LocalDate pausedOn,
        LocalDate endedOn,
        boolean stopped,
        boolean voided,
        int supplements,
        boolean extended,
        boolean paidOnline) {

    /** Whether it was there in the period: accepted by its end, not ended before it began, and not set aside. */
    public boolean countsIn(Period period) {
        return !voided
                && acceptedOn != null
                && !acceptedOn.isAfter(period.to())
                && (endedOn == null || !endedOn.isBefore(period.from()));
    }

    /** Whether it had ended by the end of the period. */
    boolean endedBy(Period period) {
        return endedOn != null && !endedOn.isAfter(period.to());
    }

    /** Its own day on which it is judged: time in which the clock stands still is not held against it. */
    LocalDate clockOn(LocalDate day) {
        return pausedOn != null && pausedOn.isBefore(day) ? pausedOn : day;
    }
}
