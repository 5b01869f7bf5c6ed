package vn.motcua.kpi.collecting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Instants as days of the province. */
final class Days {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Days() {}

    /** Null stays null. */
    static LocalDate of(Instant instant) {
        return instant == null ? null : instant.atZone(PROVINCE).toLocalDate();
    }
}
