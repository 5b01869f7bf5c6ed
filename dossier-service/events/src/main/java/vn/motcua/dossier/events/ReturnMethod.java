package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How the result goes home. */
public enum ReturnMethod {
    COUNTER,
    POST,
    ELECTRONIC,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
