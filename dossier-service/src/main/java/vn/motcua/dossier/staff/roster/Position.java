package vn.motcua.dossier.staff.roster;

/**
 * A post as the province calls it.
 *
 * @param code such as {@code PGD}
 * @param en may be null
 */
public record Position(String code, String vi, String en) {}
