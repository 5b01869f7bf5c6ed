package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * A time limit as the procedure states it.
 *
 * @param amount from 1; 0 where there is no limit
 * @param unit what is counted
 */
public record Limit(int amount, Unit unit) {

    /** What a limit counts. */
    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS,
        WORKING_HOURS,
        /** No time limit is set. */
        NONE,
        /** A word that this reader is too old to know. Never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
