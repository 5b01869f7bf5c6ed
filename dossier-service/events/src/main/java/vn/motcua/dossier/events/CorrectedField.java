package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What was wrong. */
public enum CorrectedField {
    AUTHORISED_PERSON,
    OWNER,
    PROCEDURE,
    RETURN_METHOD,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
