package vn.motcua.postal.tracking;

import java.time.Instant;
import vn.motcua.postal.returns.CarrierReport;
import vn.motcua.postal.returns.CarrierStatus;

/**
 * What the carrier said about an item, in its own number.
 *
 * @param itemCode the tracking number
 * @param status the number of the carrier's list
 * @param time by the carrier's clock
 */
record StoredReport(String itemCode, int status, Instant time) {

    CarrierReport report() {
        return new CarrierReport(CarrierStatus.of(status), time);
    }
}
