package vn.motcua.dossier.subscriber;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A parked event as operators see it: its attributes and why it could not be applied, never what it says.
 *
 * @param id names it in this service
 * @param offset place in the partition of the topic
 * @param tries how often it was applied in vain
 * @param behind how many later events of the subject wait behind it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParkedEvent(
        long id,
        String stream,
        String source,
        UUID subject,
        long sequence,
        UUID eventId,
        String type,
        String topic,
        int partition,
        long offset,
        State state,
        String reason,
        int tries,
        int behind,
        Instant parkedAt,
        Instant lastTriedAt,
        Instant resolvedAt,
        String resolvedBy,
        String discardReason) {

    /** What became of it. */
    @Schema(name = "ParkedEventState")
    enum State {
        PARKED,
        RELEASED,
        DISCARDED
    }

    Subject whose() {
        return new Subject(source, subject);
    }
}
