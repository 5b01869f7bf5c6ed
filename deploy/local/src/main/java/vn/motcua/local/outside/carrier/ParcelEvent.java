package vn.motcua.local.outside.carrier;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a parcel.
 *
 * @param status the carrier's number, see {@link ParcelStatus}
 * @param time when it happened, by the business clock
 * @param copies how many times the call-back is sent, at least once
 */
public record ParcelEvent(UUID id, String itemCode, int status, Instant time, String note, int copies) {}
