package vn.motcua.dossier.lifecycle;

/**
 * What the catalogue allows for a new dossier.
 *
 * @param online whether the procedure is open online
 * @param competent whether the agency is competent for it
 */
public record Terms(boolean online, boolean competent) {}
