package vn.motcua.dossier.events.feedback;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How it came: told by the national system, online, at the counter. */
public enum FeedbackChannel {
    NATIONAL,
    ONLINE,
    COUNTER,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
