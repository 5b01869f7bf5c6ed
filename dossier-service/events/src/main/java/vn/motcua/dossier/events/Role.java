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
    /** A timer or another system: no person here. */
    SYSTEM,
    /** Reserved. Not written. */
    MIGRATION,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
