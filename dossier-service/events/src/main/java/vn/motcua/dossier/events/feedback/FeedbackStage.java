package vn.motcua.dossier.events.feedback;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What the agency owes: to say what becomes of it, to answer it, to publish the answer. */
public enum FeedbackStage {
    SCREENING,
    ANSWER,
    PUBLICATION,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
