package vn.motcua.dossier.feedback.course;

import java.util.List;

/**
 * What feedback is about, and whose.
 *
 * @param agency code of the agency that has it
 * @param agencyPath codes from the root down to the agency
 * @param procedure national id; null where it is about none
 * @param citizen opaque id of the author; null where nobody logged in here
 * @param privateDigest salted digest of who wrote what
 */
public record Matter(
        Channel channel,
        String agency,
        List<String> agencyPath,
        String procedure,
        String citizen,
        String privateDigest) {
    public Matter {
        agencyPath = List.copyOf(agencyPath);
    }

    Matter at(String otherAgency, List<String> itsPath) {
        return new Matter(channel, otherAgency, itsPath, procedure, citizen, privateDigest);
    }
}
