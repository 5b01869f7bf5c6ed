package vn.motcua.postal.tracking;

import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.postal.returns.PostalReturn;

/**
 * A parcel as its row stands, locked by the transaction that read it.
 *
 * @param run 1, 2, 3 … in the order in which the dossier's parcels were made
 * @param agency the sender with its path, as the fact that made the parcel told it
 * @param sequence of the last published fact of its dossier, 0 before the first
 * @param hash of that fact; null before the first
 * @param correlationId ties its facts to the request that completed the dossier; may be null
 * @param causationId id of the event that made it; may be null
 * @param trackingNumber null until the carrier gave one
 */
public record Parcel(
        PostalReturn value,
        int run,
        AgencyRef agency,
        String manifestId,
        long sequence,
        String hash,
        String correlationId,
        String causationId,
        String trackingNumber) {}
