package vn.motcua.dossier.lifecycle;

import java.time.LocalDate;

/** Which set of rules a dossier follows: the one in force on its first day. */
public enum LegalProfile {
    /** Decree 61/2018 on the one-stop mechanism. */
    P2022("2022", LocalDate.MIN),
    /** Decree 118/2025, in force from 2025-07-01. */
    P2025("2025", LocalDate.of(2025, 7, 1)),
    /** Decree 224/2026, in force from 2026-07-01. */
    P2026("2026", LocalDate.of(2026, 7, 1));

    private final String year;
    private final LocalDate from;

    LegalProfile(String year, LocalDate from) {
        this.year = year;
        this.from = from;
    }

    /** The profile in force on a day in Asia/Ho_Chi_Minh. */
    public static LegalProfile on(LocalDate day) {
        if (!day.isBefore(P2026.from)) {
            return P2026;
        }
        return day.isBefore(P2025.from) ? P2022 : P2025;
    }

    /** The profile by the name that {@link #year()} gives. */
    public static LegalProfile of(String year) {
        return valueOf("P" + year);
    }

    /** The name of the profile in events: {@code 2022}. */
    public String year() {
        return year;
    }
}
