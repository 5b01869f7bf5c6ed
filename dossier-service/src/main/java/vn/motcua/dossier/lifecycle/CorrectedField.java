package vn.motcua.dossier.lifecycle;

/** What was wrong. */
public enum CorrectedField {
    AUTHORISED_PERSON,
    OWNER,
    PROCEDURE,
    RETURN_METHOD
}
