package vn.motcua.kpi.indicators;

import java.time.LocalDate;

/** When a dossier ended, measured in days of the province against its due date. Source: report form II.06a, columns 8 to 10. */
public enum Timeliness {
    EARLY,
    ON_TIME,
    LATE;

    /** @param due null where the procedure has no time limit: always in time */
    public static Timeliness of(LocalDate ended, LocalDate due) {
        if (due == null || ended.equals(due)) {
            return ON_TIME;
        }
        return ended.isBefore(due) ? EARLY : LATE;
    }
}
