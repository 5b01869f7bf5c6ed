package vn.motcua.dossier.lifecycle;

/** Through whose platform something is paid online. */
public enum Gateway {
    /** The payment platform of the national public service portal. */
    NATIONAL,
    /** The province's own. */
    PROVINCIAL
}
