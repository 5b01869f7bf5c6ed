package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Who was handed the result over the counter. */
public enum Collector {
    OWNER,
    /** Somebody who showed that the owner authorised them. */
    AUTHORISED,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
