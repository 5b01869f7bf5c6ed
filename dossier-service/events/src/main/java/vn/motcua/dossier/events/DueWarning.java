package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Which of the two warnings of a due date. */
public enum DueWarning {
    /** So many working days before. */
    DAYS,
    /** So many working hours before. */
    HOURS,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
