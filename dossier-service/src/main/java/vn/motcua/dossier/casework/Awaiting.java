package vn.motcua.dossier.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * A proposal that awaits its decision, without what is proposed.
 *
 * @param agency that answers for the dossier
 * @param receivingOneStop that took it in on its behalf; null where it did itself
 * @param number within the dossier
 * @param kind CORRECTION, or a {@link StepRequest.Proposable}
 * @param proposedBy account and name
 */
record Awaiting(
        UUID dossier,
        String code,
        String status,
        String agency,
        String receivingOneStop,
        String procedure,
        String sector,
        int number,
        String kind,
        String proposedBy,
        Instant proposedAt) {

    static final String CORRECTION = "CORRECTION";

    /** Where it stands in the list. */
    record Place(Instant proposedAt, UUID dossier, int number) {
        static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0), 0);
    }

    boolean isCorrection() {
        return CORRECTION.equals(kind);
    }

    Place place() {
        return new Place(proposedAt, dossier, number);
    }
}
