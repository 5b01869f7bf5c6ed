package vn.motcua.dossier.lifecycle;

/** How the applicant wants the result. Source: Decree 61/2018, art. 20. */
public enum ReturnMethod {
    COUNTER,
    POST,
    ELECTRONIC
}
