package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Through whose platform something was paid online. The indices count both alike; what is synchronised to the national portal tells them apart. */
public enum PaymentGateway {
    /** The payment platform of the national public service portal. */
    NATIONAL,
    /** The province's own. */
    PROVINCIAL,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
