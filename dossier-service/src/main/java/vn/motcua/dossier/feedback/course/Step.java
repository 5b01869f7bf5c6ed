package vn.motcua.dossier.feedback.course;

import java.util.Locale;

/** What is asked for: by a person or the national system, or by nobody in person (the last two). */
public enum Step {
    /** It is taken in, as a report or a proposal. */
    CLASSIFICATION,
    /** Another agency is competent. */
    TRANSFER,
    REFUSAL,
    /** Its author is asked for more. */
    SUPPLEMENT_REQUEST,
    /** The author sends what was asked for. */
    SUPPLEMENT,
    ANSWER,
    PUBLICATION,
    /** The author says what they think of the answer. */
    RATING,
    /** Its agency was merged or closed. */
    SUCCESSION,
    /** What is owed has not been done in time. */
    LATENESS;

    /** The step in URIs: {@code supplement-request}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether no person takes it. */
    public boolean isOfTheClock() {
        return this == LATENESS || this == SUCCESSION;
    }

    /** Whether it is taken beside the others: it makes nobody's view stale and needs none itself. */
    public boolean isAside() {
        return this == RATING;
    }
}
