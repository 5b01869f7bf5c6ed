package vn.motcua.dossier.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event that could not be sent, as operators see it: which one and why, never what it says.
 *
 * @param id names it in this service: its place in the queue, which it keeps
 * @param eventId null where the event row is missing, as is the type
 * @param tries how often it was put aside
 * @param behind how many later events of its dossier are put aside with it
 * @param resolvedBy the operator's subject
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParkedPointer(
        long id,
        UUID subject,
        long sequence,
        UUID eventId,
        String type,
        State state,
        ParkingReason reason,
        int tries,
        int behind,
        Instant parkedAt,
        Instant resolvedAt,
        String resolvedBy,
        String discardReason) {

    /** What became of it. */
    @Schema(name = "ParkedPointerState")
    enum State {
        /** It holds its dossier back. */
        PARKED,
        /** Back in its place in the queue: sent, or about to be, or parked once more if the cause still stands. */
        RELEASED,
        /** Never to be published. */
        DISCARDED
    }
}
