package vn.motcua.dossier.lifecycle;

import java.util.List;

/**
 * What a dossier is about: fixed when it comes in, and changed only in the open, by a transfer, a correction or an adoption.
 *
 * @param procedure national id of the procedure
 * @param procedureVersion the version in force at acceptance; before it, the one in force when it was handed in
 * @param sector code of the field
 * @param immediate whether the procedure gives its result at once
 * @param agency code of the agency that answers for it
 * @param agencyPath codes from the root down to the agency
 * @param receivingOneStop code of the agency whose one-stop shop took it in on behalf of the one that answers for it, and hands the result out;
 *     null where that agency's own did. Source: Decree 61/2018, art. 18 §3, art. 19 §7
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
        String receivingOneStop,
        String citizen,
        String privateDigest) {

    /** The sector of a mirrored dossier's procedure that the catalogue does not have; its version says nothing. */
    public static final String UNKNOWN_SECTOR = "UNKNOWN";

    public Matter {
        agencyPath = List.copyOf(agencyPath);
    }

    /** Whether the catalogue had the procedure when the dossier came in; false only of what was mirrored, until it is corrected. */
    public boolean isOfKnownProcedure() {
        return !sector.equals(UNKNOWN_SECTOR);
    }

    /** The agency at whose counter the applicant stands: it numbers the dossier, and there the result is collected. */
    public String counter() {
        return receivingOneStop == null ? agency : receivingOneStop;
    }

    /** The same as taken in at that agency's one-stop shop. */
    public Matter takenInAt(String oneStop) {
        return new Matter(
                channel,
                returnMethod,
                origin,
                legalProfile,
                procedure,
                procedureVersion,
                sector,
                immediate,
                agency,
                agencyPath,
                agency.equals(oneStop) ? null : oneStop,
                citizen,
                privateDigest);
    }

    /** The same with another agency that answers for it. Whoever took it in for others goes on handing it out, unless it is now their own. */
    public Matter at(String otherAgency, List<String> itsPath) {
        return new Matter(
                channel,
                returnMethod,
                origin,
                legalProfile,
                procedure,
                procedureVersion,
                sector,
                immediate,
                otherAgency,
                itsPath,
                otherAgency.equals(receivingOneStop) ? null : receivingOneStop,
                citizen,
                privateDigest);
    }

    /** The same under another procedure. */
    public Matter under(String otherProcedure, int version, String itsSector, boolean givesItAtOnce) {
        return new Matter(
                channel,
                returnMethod,
                origin,
                legalProfile,
                otherProcedure,
                version,
                itsSector,
                givesItAtOnce,
                agency,
                agencyPath,
                receivingOneStop,
                citizen,
                privateDigest);
    }

    /** The same with another way home. */
    public Matter returnedBy(ReturnMethod otherWay) {
        return new Matter(
                channel,
                otherWay,
                origin,
                legalProfile,
                procedure,
                procedureVersion,
                sector,
                immediate,
                agency,
                agencyPath,
                receivingOneStop,
                citizen,
                privateDigest);
    }

    /** The same with another private part. @param owner opaque id of the owner; null where nobody logged in */
    public Matter ownedBy(String owner, String digest) {
        return new Matter(
                channel,
                returnMethod,
                origin,
                legalProfile,
                procedure,
                procedureVersion,
                sector,
                immediate,
                agency,
                agencyPath,
                receivingOneStop,
                owner,
                digest);
    }

    /** The same as another kind of fact. */
    public Matter as(Origin otherOrigin) {
        return new Matter(
                channel,
                returnMethod,
                otherOrigin,
                legalProfile,
                procedure,
                procedureVersion,
                sector,
                immediate,
                agency,
                agencyPath,
                receivingOneStop,
                citizen,
                privateDigest);
    }
}
