package vn.motcua.kpi.indicators;

import java.time.LocalDate;

/**
 * What is known of one dossier, in days of the province.
 *
 * @param channel how it came in
 * @param acceptedOn null while it was not accepted: then it never counts
 * @param dueOn null without a time limit
 * @param originalDueOn the due date promised first; null without a time limit
 * @param endedOn completed, withdrawn or stopped for good; null while in progress
 */
public record Measurement(
        Way channel, LocalDate acceptedOn, LocalDate dueOn, LocalDate originalDueOn, LocalDate endedOn) {

    /** Whether it was there in the period: accepted by its end and not ended before it began. */
    public boolean countsIn(Period period) {
        return acceptedOn != null
                && !acceptedOn.isAfter(period.to())
                && (endedOn == null || !endedOn.isBefore(period.from()));
    }
}
