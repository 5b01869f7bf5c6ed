package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * The dossier as it stands after the fact, so that a reader needs no other source. No personal data.
 *
 * @param code the dossier's code, such as {@code H03.01-220608-0001}; not secret, never a proof of ownership
 * @param status after the fact
 * @param previousStatus before it; null on the first fact
 * @param channel how it came in
 * @param returnMethod how the result is to go home
 * @param procedure with the version that applies
 * @param agency that answers for it
 * @param receivingOneStop the agency, without its path, whose one-stop shop took it in on behalf of the one that answers for it: it hands the
 *     result out; null where that agency's own one-stop shop did
 * @param submittedAt when it was handed in, UTC
 * @param acceptedAt when the processing clock started; null before acceptance
 * @param dueAt when the result is due; null before acceptance and for procedures without a time limit
 * @param originalDueAt the first due date promised; changes only when the clock restarts by law
 * @param pausedSince since when the clock stands still (papers, payment, a stop for a while); null while it runs; stays where the dossier ended in a pause
 * @param completedAt when processing ended with a result; null before
 * @param endedAt when an accepted dossier stopped running for any reason (completed, withdrawn, stopped for good); null before
 * @param returnedAt when the result was handed over; null before
 * @param voidedAt when the dossier was set aside as never to have been there: it counts nowhere; null otherwise
 * @param origin whether this may touch the world
 * @param legalProfile year of the rule set in force, such as {@code 2022}
 * @param privateDigest salted digest of the dossier's private part: shows that the owner was not swapped, tells nothing about them
 */
public record DossierState(
        String code,
        Status status,
        Status previousStatus,
        Channel channel,
        ReturnMethod returnMethod,
        ProcedureRef procedure,
        AgencyRef agency,
        AgencyRef receivingOneStop,
        Instant submittedAt,
        Instant acceptedAt,
        Instant dueAt,
        Instant originalDueAt,
        Instant pausedSince,
        Instant completedAt,
        Instant endedAt,
        Instant returnedAt,
        Instant voidedAt,
        Origin origin,
        String legalProfile,
        String privateDigest) {

    /** Code of the agency at whose one-stop shop the applicant stands: there the result is collected, or sent from. */
    public String counter() {
        return receivingOneStop == null ? agency.code() : receivingOneStop.code();
    }

    /** Whether messages may be sent and parcels made because of this fact. */
    public boolean live() {
        return origin == Origin.LIVE;
    }
}
