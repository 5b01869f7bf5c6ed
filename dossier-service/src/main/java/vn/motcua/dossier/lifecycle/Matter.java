package vn.motcua.dossier.lifecycle;

import java.util.List;

/**
 * What a dossier is about: fixed when it comes in.
 *
 * @param procedure national id of the procedure
 * @param procedureVersion the version in force on the first day
 * @param sector code of the field
 * @param immediate whether the procedure gives its result at once
 * @param agency code of the agency that answers for it
 * @param agencyPath codes from the root down to the agency
 * @param citizen opaque id of the owner; null where nobody logged in
 * @param privateDigest salted digest of the private part; the owner cannot be swapped unseen
 */
public record Matter(
        Channel channel,
        ReturnMethod returnMethod,
        Origin origin,
        LegalProfile legalProfile,
        String procedure,
        int procedureVersion,
        String sector,
        boolean immediate,
        String agency,
        List<String> agencyPath,
        String citizen,
        String privateDigest) {
    public Matter {
        agencyPath = List.copyOf(agencyPath);
    }
}
