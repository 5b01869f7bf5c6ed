package vn.motcua.kpi.reporting;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.kpi.indicators.Counters;

/**
 * Report II.06a of an agency with its subtree. {@code received = online + direct + carriedOver = resolved + inProgress} in every row.
 * Source: Circular 01/2020/TT-VPCP, form II.06a/VPCP/KSTT.
 *
 * @param agency code
 * @param agencyName in Vietnamese
 * @param from first day, local
 * @param to last day, local
 * @param judgedOn the day on which dossiers in progress are judged
 * @param origin whether dossiers mirrored from a ministry's system are counted with the others or apart
 * @param mirrored how many mirrored dossiers were received, whether these rows hold them or leave them out; null where all are counted
 *     together
 * @param rows by sector and procedure, in the order of their codes
 * @param total of all rows
 */
@TemplateData
record ReportView(
        String agency,
        String agencyName,
        LocalDate from,
        LocalDate to,
        LocalDate judgedOn,
        Asking.Origin origin,
        Long mirrored,
        List<Line> rows,
        Figures total) {

    /** Whether mirrored dossiers were left out of the rows. */
    public boolean withoutMirrored() {
        return origin == Asking.Origin.OWN;
    }

    /** One procedure. Names are the catalogue's; the code stands in where the catalogue has none. */
    @TemplateData
    record Line(String sector, String sectorName, String procedure, String procedureName, Figures figures) {}

    /** The columns of the form: 3 received = 4 online + 5 direct (with post) + 6 carried over; 7 = 8 + 9 + 10; 11 = 12 + 13. */
    @TemplateData
    record Figures(
            long received,
            long online,
            long direct,
            long carriedOver,
            long resolved,
            long early,
            long onTime,
            long late,
            long inProgress,
            long inTime,
            long overdue) {

        static Figures of(Counters c) {
            return new Figures(
                    c.received(),
                    c.online(),
                    c.direct() + c.post(),
                    c.carriedOver(),
                    c.resolved(),
                    c.early(),
                    c.onTime(),
                    c.late(),
                    c.inProgress(),
                    c.inTime(),
                    c.overdue());
        }
    }
}
