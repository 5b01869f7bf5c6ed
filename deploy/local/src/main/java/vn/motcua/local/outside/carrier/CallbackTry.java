package vn.motcua.local.outside.carrier;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to tell the customer about an event.
 *
 * @param copy which of the event's copies, from 0
 * @param httpStatus the answer; 0 when there was none
 */
public record CallbackTry(UUID event, int copy, Instant at, int httpStatus) {

    public boolean taken() {
        return httpStatus >= 200 && httpStatus < 300;
    }
}
