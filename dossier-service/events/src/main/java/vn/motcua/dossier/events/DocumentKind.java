package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a paper came to be a file. */
public enum DocumentKind {
    /** A picture of a paper. */
    SCANNED,
    /** Made as a file and signed digitally. */
    SIGNED,
    /** A copy that was certified electronically from the original (chứng thực điện tử). */
    CERTIFIED_COPY,
    /** Taken over from an earlier dossier of the same citizen, without being sent again (tái sử dụng). */
    REUSED,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
