package vn.motcua.dossier.lifecycle;

/** Where a dossier's facts come from. Only {@link #LIVE} ones touch the world: the others send no message and make no parcel. */
public enum Origin {
    LIVE,
    IMPORTED,
    MIRRORED,
    CORRECTED
}
