package vn.motcua.dossier.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends a wave and waits for its acknowledgements. After a failure it is of no further use. For one thread only. */
final class Publisher implements AutoCloseable {

    private static final Duration FINISHING = Duration.ofSeconds(3);
    private static final String DATASCHEMA = "ce_dataschema";

    private final KafkaProducer<String, byte[]> producer;
    private final RelayTopics topics;

    private Publisher(KafkaProducer<String, byte[]> producer, RelayTopics topics) {
        this.producer = producer;
        this.topics = topics;
    }

    /**
     * Connects and asks for the topics, so that the first event does not pay for it.
     *
     * @throws KafkaAway if no broker answers or a topic does not exist: topics are never created by being used
     */
    static Publisher open(BrokerAddress broker, RelayTopics topics) throws KafkaAway, InterruptedException {
        broker.requireTopics(topics.names());
        KafkaProducer<String, byte[]> producer = null;
        try {
            producer = new KafkaProducer<>(broker.producing(), new StringSerializer(), new ByteArraySerializer());
            for (var topic : topics.names()) {
                producer.partitionsFor(topic);
            }
            return new Publisher(producer, topics);
        } catch (KafkaException away) {
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
            throw new KafkaAway(away);
        }
    }

    /**
     * Sends events of different subjects, each with its twin, and waits until each is acknowledged or refused, or until
     * the first fails. After a failure nothing more is on its way.
     *
     * @param twins values for the restricted topic; not looked at if there is none
     */
    WaveResult send(List<Entry> wave, Map<EventKey, byte[]> twins) throws InterruptedException {
        var receipts = new ArrayList<Receipt>(wave.size());
        var all = new LinkedHashMap<Entry, List<ProducerRecord<String, byte[]>>>(wave.size() * 2);
        wave.forEach(entry -> all.put(entry, records(entry, twins)));
        var gate = new Gate(all.values().stream().mapToInt(List::size).sum());
        try {
            for (var entry : all.entrySet()) {
                if (gate.isBroken()) {
                    // Each further record of a topic that has vanished would block for as long as the first one did.
                    break;
                }
                var receipt = new Receipt(entry.getKey(), entry.getValue().size());
                receipts.add(receipt);
                for (var record : entry.getValue()) {
                    producer.send(record, (metadata, error) -> gate.arrived(receipt, error));
                }
            }
            gate.await();
            return WaveResult.of(receipts, null);
        } catch (KafkaException | IllegalStateException failed) {
            return abandoned(receipts, failed);
        } catch (ExecutionException failed) {
            return abandoned(receipts, failed.getCause());
        } catch (InterruptedException stopped) {
            abandon();
            throw stopped;
        }
    }

    /** Drops what is on its way, so that the rest of a failed wave is not flushed behind our back. */
    private void abandon() {
        producer.close(Duration.ZERO);
    }

    private WaveResult abandoned(List<Receipt> receipts, Throwable failure) {
        abandon();
        return WaveResult.of(receipts, failure);
    }

    private List<ProducerRecord<String, byte[]>> records(Entry entry, Map<EventKey, byte[]> twins) {
        var event = entry.event();
        var schema = event.attributes().dataschema();
        var shared = record(topics.topicOf(event), entry, event.data(), headers(event, schema));
        return topics.companionOf(event)
                .map(companion -> List.of(
                        shared,
                        record(
                                companion.topic(),
                                entry,
                                twins.get(entry.key()),
                                headers(event, companion.dataschema()))))
                .orElseGet(() -> List.of(shared));
    }

    /** Without a timestamp of ours: the producer puts the time of publishing. */
    private static ProducerRecord<String, byte[]> record(
            String topic, Entry entry, byte[] value, List<Header> headers) {
        return new ProducerRecord<>(
                topic, null, null, entry.event().attributes().subject(), value, headers);
    }

    /** @param schema of the value that they go with: a twin wraps the event, so the event's own schema does not fit it */
    private static List<Header> headers(StoredEvent event, String schema) {
        var headers = new ArrayList<Header>(20);
        event.attributes()
                .headers()
                .forEach((name, value) -> headers.add(header(name, name.equals(DATASCHEMA) ? schema : value)));
        if (event.attributes().traceparent() != null) {
            // Where tracing libraries look for the parent; the CloudEvents extension is only a copy of it.
            headers.add(header("traceparent", event.attributes().traceparent()));
        }
        return headers;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            producer.close(FINISHING);
        } catch (InterruptException hurried) {
            // Closing all the same; what had no answer is sent again by whoever comes next.
        }
    }
}
