package vn.motcua.dossier.events;

/**
 * The procedure in the version that applies: of the day of acceptance, before that of the day on which the dossier was handed in.
 *
 * @param code national id, such as {@code 1.001612}
 * @param version of our catalogue, from 1; null for a mirrored dossier of a procedure that the catalogue does not have
 * @param sector code of the field of law; null where the version is
 */
public record ProcedureRef(String code, Integer version, String sector) {
    /** By its national id alone. */
    public static ProcedureRef of(String code) {
        return new ProcedureRef(code, null, null);
    }
}
