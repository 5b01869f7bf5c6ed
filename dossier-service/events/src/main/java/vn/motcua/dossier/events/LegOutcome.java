package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How another agency answered. */
public enum LegOutcome {
    /** It did its part. */
    DONE,
    /** It did not, with a reason that the lead agency knows. */
    DECLINED,
    /** The lead agency took the part back; told by leg-withdrawn. */
    WITHDRAWN,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
