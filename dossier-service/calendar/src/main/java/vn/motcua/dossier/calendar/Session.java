package vn.motcua.dossier.calendar;

import java.time.LocalTime;

/**
 * One stretch of a working day in local time. Both ends belong to it: whoever comes at the very minute of closing still found the door open.
 *
 * @throws IllegalArgumentException unless it opens before it closes, on the same day
 */
public record Session(LocalTime opens, LocalTime closes) {
    public Session {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a session opens before it closes, not " + opens + " to " + closes);
        }
    }
}
