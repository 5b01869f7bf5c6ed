package vn.motcua.postal.returns;

import java.time.Instant;
import java.util.Comparator;

/**
 * One thing that the carrier said about a parcel.
 *
 * @param status in the carrier's words
 * @param at when it became true, by the carrier's clock
 */
public record CarrierReport(CarrierStatus status, Instant at) {

    /** As things happened; at one instant the further status comes last. */
    public static final Comparator<CarrierReport> AS_IT_HAPPENED =
            Comparator.comparing(CarrierReport::at).thenComparing(CarrierReport::status);
}
