package vn.motcua.dossier.casework;

import java.time.Instant;
import vn.motcua.dossier.lifecycle.Dossier;

/**
 * A dossier as it was loaded for a step.
 *
 * @param stepSequence number of the last event that a person caused
 * @param lastHash of the last event
 * @param earlier the event that this very request key caused before; null if none
 * @param extensionProposed whether an officer proposed a later date and nobody has decided it
 */
record Kept(
        Dossier dossier,
        long stepSequence,
        String lastHash,
        PrivatePart part,
        Earlier earlier,
        boolean extensionProposed) {

    /**
     * What a request key already did to the dossier.
     *
     * @param data the event's own, as published
     */
    record Earlier(long sequence, String type, Instant time, String data, byte[] requestDigest) {}
}
