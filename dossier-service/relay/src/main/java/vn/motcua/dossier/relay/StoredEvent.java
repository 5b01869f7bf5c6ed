package vn.motcua.dossier.relay;

import vn.motcua.dossier.events.EventAttributes;

/**
 * A committed event as it is about to be published.
 *
 * @param attributes what goes into the headers
 * @param data the canonical bytes that were hashed, UTF-8; not copied, so nobody may change them
 */
public record StoredEvent(EventAttributes attributes, byte[] data) {

    /** Where the event stands. */
    public EventKey key() {
        return new EventKey(attributes.subjectId(), attributes.sequence());
    }
}
