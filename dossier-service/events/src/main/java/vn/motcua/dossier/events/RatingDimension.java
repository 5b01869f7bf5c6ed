package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What exactly was rated. */
public enum RatingDimension {
    /** How the officials behaved. */
    ATTITUDE,
    /** How the procedure, its papers and fees were made public. */
    PUBLICITY,
    /** What came of it. */
    RESULT,
    /** How long it took, held against what was promised. */
    TIME,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
