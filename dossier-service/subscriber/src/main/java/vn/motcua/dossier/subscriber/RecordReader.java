package vn.motcua.dossier.subscriber;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.UnreadableEvent;

/** Reads the attributes of Kafka records. Pure. */
final class RecordReader {

    /** Part of an index key, as is the stream's name. */
    private static final int LONGEST_SOURCE = 400;

    private final int largestValue;
    private final int kept;

    RecordReader(int largestValue, int kept) {
        this.largestValue = largestValue;
        this.kept = kept;
    }

    /** A record that is no event. */
    record Undecodable(String topic, int partition, long offset, String reason, int length, byte[] start) {}

    /** What a poll held. */
    record Poll(List<Delivery> deliveries, List<Undecodable> undecodable) {}

    Poll read(List<ConsumerRecord<String, byte[]>> records) {
        var deliveries = new ArrayList<Delivery>(records.size());
        var undecodable = new ArrayList<Undecodable>();
        for (var each : records) {
            try {
                deliveries.add(
                        new Delivery(attributes(each), value(each), each.topic(), each.partition(), each.offset()));
            } catch (UnreadableEvent unreadable) {
                undecodable.add(undecodable(each, unreadable.getMessage()));
            }
        }
        return new Poll(deliveries, undecodable);
    }

    Undecodable undecodable(ConsumerRecord<?, byte[]> each, String reason) {
        byte[] value = each.value() == null ? new byte[0] : each.value();
        return new Undecodable(
                each.topic(),
                each.partition(),
                each.offset(),
                ParkingReason.bounded(reason),
                value.length,
                Arrays.copyOf(value, Math.min(value.length, kept)));
    }

    private static EventAttributes attributes(ConsumerRecord<String, byte[]> each) {
        var attributes = EventAttributes.read(name -> text(each.headers().lastHeader(name)));
        if (attributes.source().length() > LONGEST_SOURCE) {
            throw new UnreadableEvent("ce_source is longer than " + LONGEST_SOURCE);
        }
        return attributes;
    }

    private static String text(Header header) {
        if (header == null || header.value() == null) {
            return null;
        }
        var text = new String(header.value(), StandardCharsets.UTF_8);
        // PostgreSQL stores no NUL: found here, it is a broken record; found there, it would look like a fault of ours.
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableEvent("an attribute holds a NUL");
        }
        return text;
    }

    private byte[] value(ConsumerRecord<String, byte[]> each) {
        if (each.value() == null) {
            throw new UnreadableEvent("a record without a value");
        }
        if (each.value().length > largestValue) {
            throw new UnreadableEvent("a value of " + each.value().length + " bytes is above " + largestValue);
        }
        return each.value();
    }
}
