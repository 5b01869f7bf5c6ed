package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What moved a due date without a step of anybody. */
public enum DueDateCause {
    /** A day was closed or opened after the date had been given. */
    CALENDAR,
    /** Reserved: {@link Corrected} tells its date itself. Not written. */
    CORRECTION,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
