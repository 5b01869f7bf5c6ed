package vn.motcua.dossier.lifecycle;

import java.util.Locale;

/** What a person asks for. A step can be several transitions: an acceptance at the counter creates the dossier, one after a submission does not. */
public enum Step {
    SUBMISSION,
    ACCEPTANCE,
    REFUSAL,
    PROCESSING,
    WITHDRAWAL,
    COMPLETION,
    RETURN;

    /** The step in URIs and import lines: {@code acceptance}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
