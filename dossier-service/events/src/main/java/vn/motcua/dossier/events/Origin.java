package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where the fact comes from. Only {@link #LIVE} facts may touch the world: every other origin sends no message and makes no parcel. */
public enum Origin {
    /** Happened here, now. */
    LIVE,
    /** Taken over from an older system. */
    IMPORTED,
    /** Mastered by a ministry's system and reported to us. */
    MIRRORED,
    /** Put right afterwards. */
    CORRECTED,
    /** A word that this reader is too old to know; treat as not live. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
