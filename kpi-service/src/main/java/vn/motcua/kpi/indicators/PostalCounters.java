package vn.motcua.kpi.indicators;

/**
 * How the parcels of a period fared.
 *
 * @param handedOver handed to the carrier in the period
 * @param delivered delivered in the period
 * @param deliveredInTime of these, not after the promised day
 * @param failedAttempts failed attempts at the parcels delivered or handed over in the period
 */
public record PostalCounters(long handedOver, long delivered, long deliveredInTime, long failedAttempts) {

    public static final PostalCounters NONE = new PostalCounters(0, 0, 0, 0);
}
