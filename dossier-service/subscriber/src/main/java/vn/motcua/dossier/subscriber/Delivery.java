package vn.motcua.dossier.subscriber;

import vn.motcua.dossier.events.EventAttributes;

/**
 * One event as it came from its topic. Safe to share between threads as long as nobody writes into the value.
 *
 * @param attributes the CloudEvents attributes from the headers
 * @param value the bytes as on the topic: shared data, or the restricted value
 * @param topic where it was read
 * @param partition of that topic
 * @param offset in that partition
 */
public record Delivery(EventAttributes attributes, byte[] value, String topic, int partition, long offset) {

    Subject subject() {
        return new Subject(attributes.source(), attributes.subjectId());
    }

    long sequence() {
        return attributes.sequence();
    }

    Delivery placeOnly() {
        return new Delivery(attributes, null, topic, partition, offset);
    }

    /** Names the event by where it is, never by what it says. */
    @Override
    public String toString() {
        return attributes.type() + " " + attributes.subject() + "#" + attributes.sequence() + " at " + topic + "/"
                + partition + "/" + offset;
    }
}
