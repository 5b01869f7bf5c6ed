package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** In which role somebody acted. */
public enum Role {
    CITIZEN,
    RECEPTION,
    OFFICER,
    LEADER,
    CLERK,
    CASHIER,
    POSTAL,
    SYSTEM,
    MIGRATION,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
