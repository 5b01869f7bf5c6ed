package vn.motcua.dossier.lifecycle;

/** What was wrong. */
public enum CorrectedField {
    OWNER,
    PROCEDURE,
    RETURN_METHOD
}
