package vn.motcua.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.local.LocalPlatform;

/** A topic read from its beginning by somebody who belongs to no service. */
final class Topic {

    private Topic() {}

    /** Every record there is now, as a subscriber of another system would read it. */
    static List<HistoryVerifier.Received> everything(String topic) {
        return records(topic).stream().map(Topic::received).toList();
    }

    /** Every record there is now, with key and headers. */
    static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return records(Province.platform(), topic);
    }

    /** Every record there is now on that platform. */
    static List<ConsumerRecord<String, byte[]>> records(LocalPlatform platform, String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", platform.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    /** The facts of one dossier in the order of their first arrival; repeats are left out only if they are older. */
    static List<HistoryVerifier.Received> firstArrivals(String topic, String dossier) {
        var seen = new LinkedHashMap<Long, HistoryVerifier.Received>();
        for (var one : everything(topic)) {
            if (dossier.equals(one.attributes().subject())) {
                seen.putIfAbsent(one.attributes().sequence(), one);
            }
        }
        return List.copyOf(seen.values());
    }

    private static HistoryVerifier.Received received(ConsumerRecord<String, byte[]> each) {
        return new HistoryVerifier.Received(
                EventAttributes.read(name -> {
                    var header = each.headers().lastHeader(name);
                    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
                }),
                each.value());
    }
}
