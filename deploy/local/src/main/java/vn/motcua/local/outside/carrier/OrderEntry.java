package vn.motcua.local.outside.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One request to make or cancel an order, as it was judged.
 *
 * @param at by the real clock; {@code businessAt} by the business clock
 * @param itemCode the parcel's; of a repeat that of the first order; null when refused
 * @param body the order as it was given, for the page; null for a cancellation
 * @param error why it was refused; null otherwise
 */
public record OrderEntry(
        Instant at,
        Instant businessAt,
        Outcome outcome,
        String orderNumber,
        String itemCode,
        JsonNode body,
        String error) {

    /** What became of the request. */
    public enum Outcome {
        ORDERED,
        /** The order number was there already; the answer names the same parcel. */
        REPEATED,
        CANCELLED,
        REFUSED
    }
}
