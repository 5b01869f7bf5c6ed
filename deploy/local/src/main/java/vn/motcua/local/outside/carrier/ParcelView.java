package vn.motcua.local.outside.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the carrier has seen.
 *
 * @param orders parcels that were ordered, cancelled ones among them
 * @param repeats orders that were there already
 * @param refused orders that were not accepted
 */
public record ParcelView(int orders, int repeats, int refused, List<Parcel> parcels, List<OrderEntry> refusals) {

    /**
     * A parcel and its track, in the order in which the carrier entered it.
     *
     * @param repeats further orders under its number
     * @param differing how many of them asked for something else
     */
    public record Parcel(
            String itemCode,
            String orderNumber,
            Instant at,
            Instant businessAt,
            boolean cancelled,
            int repeats,
            int differing,
            JsonNode order,
            List<Step> track) {}

    /**
     * One entry of a track.
     *
     * @param copies how many call-backs it is worth; {@code taken} how many of them the customer has answered with 2xx
     * @param tries call-backs sent, failed ones among them; {@code lastHttpStatus} of the last, 0 for no answer, null for none sent
     */
    public record Step(
            UUID id,
            int status,
            String name,
            Instant time,
            String note,
            int copies,
            int taken,
            int tries,
            Integer lastHttpStatus) {}
}
