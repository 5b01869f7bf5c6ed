package vn.motcua.dossier.events.feedback;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What it is: somebody says what is wrong (phản ánh), or what should be otherwise (kiến nghị). */
public enum FeedbackKind {
    REPORT,
    PROPOSAL,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
