package vn.motcua.dossier.relay;

import java.time.Instant;

/**
 * An event that is held back.
 *
 * @param event which one
 * @param reason why; {@link ParkingReason#BEHIND} for those that wait for an earlier one
 * @param parkedAt since when, UTC
 */
public record ParkedPointer(EventKey event, ParkingReason reason, Instant parkedAt) {}
