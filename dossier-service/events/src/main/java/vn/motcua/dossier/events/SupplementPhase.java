package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** When papers were asked for. */
public enum SupplementPhase {
    /** Before acceptance: the processing clock never started. */
    RECEPTION,
    /** After acceptance: the processing clock stands still. */
    PROCESSING,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
