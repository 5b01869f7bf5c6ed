package vn.motcua.dossier.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/**
 * One step of the way to a due date.
 *
 * @param date the day that the line is about, in the calendar's zone; never null
 * @param time local time of that day, to the second; null where the whole day is meant
 * @param limit what is counted; only in {@link Kind#ADDED} and {@link Kind#LANDED}, else null
 * @param source the notice that makes the day special in {@link Kind#DAY_OFF} and {@link Kind#MADE_UP}, the sessions in {@link Kind#HOURS}; else null
 */
public record DueLine(Kind kind, LocalDate date, LocalTime time, TimeLimit limit, String source) {

    /** What a line says. */
    public enum Kind {
        /** The event that starts the limit, as it happened. */
        STARTED,
        BEFORE_OPENING,
        IN_BREAK,
        AFTER_CLOSING,
        WEEKEND,
        DAY_OFF,
        CLOSED,
        /** A Saturday or Sunday that counts. */
        MADE_UP,
        OPENED,
        /** The agency works that day in other sessions than usual. */
        HOURS,
        /** From here it counts; only when that is not the start itself. */
        COUNTS_FROM,
        ADDED,
        /** The calendar days ran out on a day that is not worked. */
        LANDED,
        DUE,
        NO_DUE
    }

    static DueLine at(Kind kind, LocalDate date, LocalTime time) {
        return new DueLine(kind, date, time.withNano(0), null, null);
    }

    static DueLine of(Kind kind, LocalDate date, TimeLimit limit) {
        return new DueLine(kind, date, null, limit, null);
    }

    static DueLine day(DayKind kind, LocalDate date, String notice) {
        return switch (kind) {
            case ORDINARY -> throw new IllegalArgumentException("an ordinary day needs no line");
            case WEEKEND -> new DueLine(Kind.WEEKEND, date, null, null, null);
            case DAY_OFF -> new DueLine(Kind.DAY_OFF, date, null, null, notice);
            case MADE_UP -> new DueLine(Kind.MADE_UP, date, null, null, notice);
            case CLOSED -> new DueLine(Kind.CLOSED, date, null, null, null);
            case OPENED -> new DueLine(Kind.OPENED, date, null, null, null);
        };
    }

    static DueLine hours(LocalDate date, String sessions) {
        return new DueLine(Kind.HOURS, date, null, null, sessions);
    }

    /** One sentence, in Vietnamese for that language and in English for any other. */
    public String text(Locale locale) {
        return locale.getLanguage().equals("vi") ? DueText.vietnamese(this) : DueText.english(this);
    }
}
