package vn.motcua.postal.tracking;

import java.time.Instant;
import java.util.UUID;
import vn.motcua.postal.returns.PostalReturn;

/**
 * A fact about to be committed.
 *
 * @param after the parcel after it
 * @param sequence of the dossier's postal facts
 * @param data the canonical text that is hashed, stored and sent
 * @param previousHash null on the first
 * @param actor who did it, for the private column; null for the carrier and the system
 */
record NewFact(
        PostalReturn after,
        long sequence,
        UUID id,
        String type,
        Instant time,
        String data,
        String previousHash,
        String hash,
        String correlationId,
        String causationId,
        String actor) {}
