package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where the dossier stands after the fact, in words. The national portal's numbers are mapped by its adapter, not here. */
public enum Status {
    SUBMITTED,
    ACCEPTED,
    REFUSED,
    PROCESSING,
    SUPPLEMENT_REQUIRED,
    PAYMENT_REQUIRED,
    WITHDRAWN,
    STOPPED,
    COMPLETED,
    RETURNED,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
