package vn.motcua.dossier.subscriber;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * An event that waits, as operators see it.
 *
 * @param applied the last sequence of the subject that was applied
 * @param because what it waits for
 * @param reason in words, where the subject is blocked; null in a gap
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitingEvent(
        String stream,
        String source,
        UUID subject,
        long sequence,
        UUID eventId,
        String type,
        String topic,
        int partition,
        long offset,
        Instant storedAt,
        long applied,
        Because because,
        String reason) {

    /** Why events wait. */
    enum Because {
        /** Events before it have not come. */
        GAP,
        /** Its subject refers to something that is not here yet. */
        NOT_YET,
        /** It is parked, or an event before it is. */
        PARKED,
        /** Too many waited: its value has to be read from the topic again. */
        LEFT_IN_TOPIC
    }
}
