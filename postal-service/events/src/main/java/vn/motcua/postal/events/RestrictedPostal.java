package vn.motcua.postal.events;

/**
 * A value of the restricted topic: the very event of the shared topic and the number by which the parcel can be followed. The hash in its headers covers the
 * event alone.
 *
 * @param event same fact, same order as on the shared topic
 * @param trackingNumber the carrier's item code of the event's own parcel, opaque; null where none is known
 */
public record RestrictedPostal(PostalEvent event, String trackingNumber) {}
