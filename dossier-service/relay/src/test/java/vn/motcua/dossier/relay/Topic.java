package vn.motcua.dossier.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that is on a topic, read from its beginning as a consumer would. */
final class Topic implements AutoCloseable {

    private final String name;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    Topic(String name, int partitions) {
        this(Servers.KAFKA.bootstrapServers(), name, partitions);
    }

    Topic(String bootstrapServers, String name, int partitions) {
        this.name = name;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var all = new ArrayList<TopicPartition>();
        for (var partition = 0; partition < partitions; partition++) {
            all.add(new TopicPartition(name, partition));
        }
        consumer.assign(all);
    }

    /** Everything that has arrived up to this call, each partition's in its order. */
    List<ConsumerRecord<String, byte[]>> records() {
        var ends = consumer.endOffsets(consumer.assignment());
        do {
            consumer.poll(Duration.ofMillis(20)).forEach(records::add);
        } while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()));
        return records;
    }

    static long sequence(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(header(record, "ce_sequence"));
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(each -> headers.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    /** Highest sequence by subject. */
    Map<UUID, Long> last() {
        var last = new HashMap<UUID, Long>();
        for (var record : records()) {
            last.merge(UUID.fromString(record.key()), sequence(record), Math::max);
        }
        return last;
    }

    /** Waits until each subject has arrived up to its sequence. */
    void awaitAll(Map<UUID, Long> expected) {
        Await.that("everything to arrive on " + name, () -> last().equals(expected));
    }

    /** The promise: first appearances are 1, 2, 3 … without a gap, and whatever repeats is old. */
    void requireOrder() {
        var seen = new LinkedHashMap<String, Long>();
        for (var record : records()) {
            var next = seen.getOrDefault(record.key(), 0L) + 1;
            assertThat(sequence(record))
                    .as(
                            "%s partition %d offset %d, dossier %s",
                            name, record.partition(), record.offset(), record.key())
                    .isLessThanOrEqualTo(next);
            seen.merge(record.key(), sequence(record), Math::max);
        }
    }

    long repeats() {
        return records().size()
                - records().stream()
                        .map(record -> record.key() + "/" + sequence(record))
                        .distinct()
                        .count();
    }

    static Collection<Long> sequences(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(Topic::sequence).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
