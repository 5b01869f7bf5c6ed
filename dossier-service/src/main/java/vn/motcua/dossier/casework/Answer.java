package vn.motcua.dossier.casework;

/**
 * What a creation or step is answered with, again and again.
 *
 * @param tag number of the last step that a person took
 */
public record Answer(DossierView view, long tag) {}
