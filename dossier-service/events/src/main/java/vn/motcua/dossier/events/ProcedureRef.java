package vn.motcua.dossier.events;

/**
 * The procedure as it was when the dossier was accepted (before that: submitted).
 *
 * @param code national id, such as {@code 1.001612}
 * @param version of our catalogue, from 1
 * @param sector code of the field of law
 */
public record ProcedureRef(String code, int version, String sector) {}
