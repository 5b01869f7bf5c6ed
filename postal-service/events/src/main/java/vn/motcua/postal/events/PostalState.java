package vn.motcua.postal.events;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.dossier.events.Origin;

/**
 * The parcel as it stands after the fact, so that a reader needs no other source. No personal data and no tracking number.
 *
 * @param dossierCode code of the dossier whose result travels
 * @param agency code of the agency that sends it
 * @param zone {@code INTRA_LOCAL}, {@code INTRA_PROVINCE}, {@code INTER_CITY} or {@code INTER_OTHER}: decides the carrier's time limit
 * @param status after the fact
 * @param promisedDate last day of the carrier's limit, date in Asia/Ho_Chi_Minh; before the hand-over the day expected then
 * @param attempt failed deliveries so far, from 0
 * @param handedOverAt when the hand-over record was signed, UTC; null before
 * @param deliveredAt when the recipient got it, UTC; null before
 * @param origin of the completion that made the parcel; always {@link Origin#LIVE}, since no other makes one
 */
public record PostalState(
        String dossierCode,
        String agency,
        String zone,
        PostalStatus status,
        LocalDate promisedDate,
        int attempt,
        Instant handedOverAt,
        Instant deliveredAt,
        Origin origin) {

    /** Whether messages may be sent and dossiers moved because of this fact. */
    public boolean live() {
        return origin == Origin.LIVE;
    }
}
