package vn.motcua.postal.ordering;

import java.time.Instant;
import java.util.UUID;

/**
 * An order that this instance may work on until its lease ends.
 *
 * @param state after it was taken: SENDING to be sent, IN_DOUBT to be asked for, ORDERED to be taken back, CANCELLED done
 * @param attempts this one included
 * @param plannedAt real time
 */
record DueOrder(
        UUID returnId,
        String orderNumber,
        OrderState state,
        int attempts,
        boolean cancelRequested,
        Instant plannedAt,
        UUID lease,
        String agency,
        int resultCount) {}
