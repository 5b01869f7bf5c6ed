package vn.motcua.dossier.keeping.rules;

/** Whether the archive has a dossier. */
public enum HandedOver {
    NO,
    /** Something happened to it since, or a paper was made that the package does not hold. */
    OUTDATED,
    YES
}
