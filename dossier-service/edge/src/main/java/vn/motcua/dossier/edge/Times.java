package vn.motcua.dossier.edge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days and instants as callers write them, of the years 1 to 9999: databases do not know all those that Java knows. */
public final class Times {

    private static final int LAST_YEAR = 9999;

    private Times() {}

    /**
     * Reads {@code 2022-06-08}.
     *
     * @throws DateTimeException if it is no such day
     */
    public static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        requireKnown(day);
        return day;
    }

    /**
     * Reads {@code 2022-06-08T02:00:00Z}.
     *
     * @throws DateTimeException if it is no such instant
     */
    public static Instant instant(String text) {
        var instant = Instant.parse(text);
        requireKnown(instant.atOffset(ZoneOffset.UTC).toLocalDate());
        return instant;
    }

    private static void requireKnown(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("not of the years 1 to " + LAST_YEAR);
        }
    }
}
