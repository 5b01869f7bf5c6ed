package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why another agency answers. */
public enum TransferCause {
    /** It is the competent one. */
    COMPETENCE,
    /** The agency before was merged or closed. */
    REORGANISATION,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
