package vn.motcua.postal.events;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Origin;

/**
 * The parcel as it stands after the fact, so that a reader needs no other source: whoever keeps one row per {@link ParcelRef#id} and overwrites it has the
 * truth. No personal data and no tracking number.
 *
 * @param parcel which one
 * @param dossierCode code of the dossier whose result travels; the dossier's id is the event's subject
 * @param agency that sends it, with its path as the fact that made the parcel told it; a later reorganisation does not change it
 * @param zone {@code INTRA_LOCAL}, {@code INTRA_PROVINCE}, {@code INTER_CITY} or {@code INTER_OTHER}: how far it goes, which decides the carrier's
 *     time limit; says nothing about tariffs
 * @param status after the fact
 * @param promisedDate last day of the carrier's limit, date in Asia/Ho_Chi_Minh; before the hand-over the day expected then
 * @param failedAttempts deliveries that have failed so far, from 0, this fact's own included; a delivery after one failure still says 1
 * @param handedOverAt when the hand-over record was signed, UTC; null before
 * @param deliveredAt when the recipient got it, UTC; null before
 * @param origin of the completion that made the parcel; always {@link Origin#LIVE}, since no other makes one
 */
public record PostalState(
        ParcelRef parcel,
        String dossierCode,
        AgencyRef agency,
        String zone,
        PostalStatus status,
        LocalDate promisedDate,
        int failedAttempts,
        Instant handedOverAt,
        Instant deliveredAt,
        Origin origin) {

    /** Whether messages may be sent and dossiers moved because of this fact. */
    public boolean live() {
        return origin == Origin.LIVE;
    }
}
