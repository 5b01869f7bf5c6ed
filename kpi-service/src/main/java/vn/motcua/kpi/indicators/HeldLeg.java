package vn.motcua.kpi.indicators;

import java.time.LocalDate;

/**
 * A part of a dossier that an agency had, in days of the province.
 *
 * @param openedOn when the agency got it
 * @param dueOn null without a limit: never late; before {@code openedOn} where it was late already when the agency took it over from another
 * @param finishedOn when it was finished or taken back; null until then
 * @param withdrawn the lead agency took it back: it was not finished, and nobody waits for it
 * @param dossierEndedOn when the dossier ended; from then on an unfinished leg waits for nothing. Null while in progress
 * @param voided its dossier was set aside: it never counts
 */
public record HeldLeg(
        LocalDate openedOn,
        LocalDate dueOn,
        LocalDate finishedOn,
        boolean withdrawn,
        LocalDate dossierEndedOn,
        boolean voided) {

    /** The day after which the holder is late: nobody is late with what another agency held. Null without a limit. */
    LocalDate lateAfter() {
        return dueOn == null || dueOn.isAfter(openedOn) ? dueOn : openedOn;
    }

    /** Whether it was held in the period: opened by its end, and not left before it began. */
    boolean heldIn(Period period) {
        var left = finishedOn != null ? finishedOn : dossierEndedOn;
        return !voided && !openedOn.isAfter(period.to()) && (left == null || !left.isBefore(period.from()));
    }
}
