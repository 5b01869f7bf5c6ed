package vn.motcua.dossier.subscriber;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import vn.motcua.dossier.events.EventAttributes;

/** Events with fixed ids and instants, as records of the topic and as deliveries. */
final class Events {

    static final String SOURCE = "urn:motcua:H03:dossier-service";
    static final String TOPIC = "dossier.lifecycle.v1";
    static final String TYPE = "vn.motcua.dossier.accepted.v1";
    static final Instant TIME = Instant.parse("2022-06-08T02:00:00Z");

    private Events() {}

    /** The n-th subject of a test. */
    static UUID subject(long test, long n) {
        return new UUID(0x0181420000007000L | test << 20, 0x8000000000000000L | n);
    }

    static EventAttributes attributes(UUID subject, long sequence) {
        return new EventAttributes(
                new UUID(subject.getLeastSignificantBits() << 16 | sequence, subject.getMostSignificantBits()),
                SOURCE,
                TYPE,
                subject.toString(),
                TIME,
                EventAttributes.schemaOf(TYPE),
                sequence,
                subject.toString(),
                null,
                "sha256:" + "ab".repeat(32),
                TIME,
                null,
                null,
                null);
    }

    static Delivery delivery(UUID subject, long sequence) {
        return new Delivery(attributes(subject, sequence), "{}".getBytes(StandardCharsets.UTF_8), TOPIC, 0, sequence);
    }

    static ConsumerRecord<String, byte[]> event(UUID subject, long sequence) {
        return event(subject, sequence, "good");
    }

    /** An event whose whole content is one word. */
    static ConsumerRecord<String, byte[]> event(UUID subject, long sequence, String word) {
        var headers = new RecordHeaders();
        attributes(subject, sequence)
                .headers()
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record(headers, subject.toString(), word.getBytes(StandardCharsets.UTF_8), sequence);
    }

    static ConsumerRecord<String, byte[]> record(RecordHeaders headers, String key, byte[] value, long offset) {
        return new ConsumerRecord<>(
                TOPIC, 0, offset, 0L, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    /** Events first to last of each of that many subjects, subject by subject. */
    static List<ConsumerRecord<String, byte[]>> lives(long test, int subjects, long first, long last) {
        var lives = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (long sequence = first; sequence <= last; sequence++) {
            for (int n = 1; n <= subjects; n++) {
                lives.add(event(subject(test, n), sequence));
            }
        }
        return lives;
    }

    static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
