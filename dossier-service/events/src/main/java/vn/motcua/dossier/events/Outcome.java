package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What was decided on the merits. Not to be confused with a refusal to accept, which is the fact {@link Refused}. */
public enum Outcome {
    GRANTED,
    DENIED,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
