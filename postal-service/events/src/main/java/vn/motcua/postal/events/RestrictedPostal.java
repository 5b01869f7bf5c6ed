package vn.motcua.postal.events;

/**
 * A value of the restricted topic: the very event of the shared topic and the number by which the parcel can be followed.
 *
 * @param event same fact, same order as on the shared topic
 * @param trackingNumber the carrier's item code, opaque; null where none was given out yet
 */
public record RestrictedPostal(PostalEvent event, String trackingNumber) {}
