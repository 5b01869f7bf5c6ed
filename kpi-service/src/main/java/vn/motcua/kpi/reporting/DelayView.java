package vn.motcua.kpi.reporting;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose part of the work was late. Days are calendar days of the province after the leg's due day.
 *
 * @param agency code
 * @param agencyName in Vietnamese
 * @param from first day, local
 * @param to last day, local
 * @param judgedOn the day on which unfinished legs are judged
 * @param rows one per agency that held legs in the period, in the order of their codes
 */
record DelayView(
        String agency, String agencyName, LocalDate from, LocalDate to, LocalDate judgedOn, List<Holder> rows) {

    /** One agency that held legs. The name is the catalogue's; the code stands in where the catalogue has none. */
    record Holder(
            String agency,
            String agencyName,

            @Schema(description = "Legs that it had at some time in the period")
            long held,

            @Schema(description = "Of these, finished in the period, done or declined")
            long finished,

            @Schema(
                    description =
                            "Of the finished and of those that the lead agency took back, those that were late then")
            long late,

            @Schema(description = "Calendar days late of these, all together")
            long daysLate,

            @Schema(description = "Unfinished and overdue at the end of the period, the dossier being in progress")
            long openLate,

            @Schema(description = "Calendar days late of these so far, all together")
            long openDaysLate) {}
}
