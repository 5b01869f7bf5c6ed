package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How something was paid. */
public enum PaymentMethod {
    ONLINE,
    CASH,
    TRANSFER,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
