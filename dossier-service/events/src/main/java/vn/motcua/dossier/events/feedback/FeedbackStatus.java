package vn.motcua.dossier.events.feedback;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where feedback stands. */
public enum FeedbackStatus {
    RECEIVED,
    PROCESSING,
    SUPPLEMENT_REQUIRED,
    ANSWERED,
    PUBLISHED,
    REFUSED,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
