package vn.motcua.dossier.lifecycle;

/** How the result did reach the applicant; may differ from what they had asked for. */
public enum Via {
    COUNTER,
    ONLINE,
    POST
}
