package vn.motcua.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the services are behind their topics: records that are published and not yet known to be applied. */
final class Lag {

    /** Which group reads which topics to their ends. */
    private static final Map<String, List<String>> READERS = Map.of(
            "dossier-service", List.of("postal.tracking.v1"),
            "kpi-service", List.of("dossier.lifecycle.v1", "postal.tracking.v1", "feedback.v1"),
            "notification-service", List.of("dossier.lifecycle.restricted.v1", "postal.tracking.restricted.v1"),
            "postal-service", List.of("dossier.lifecycle.restricted.v1"));

    private final Admin admin;

    Lag(Admin admin) {
        this.admin = admin;
    }

    /** How many records were ever published on the topics that somebody reads. */
    long published() {
        return ends().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The group that is behind, and by how much; empty if none is. */
    Optional<String> behind() {
        var ends = ends();
        var starts = offsets(OffsetSpec.earliest());
        for (var reader : READERS.entrySet()) {
            var applied = get(admin.listConsumerGroupOffsets(reader.getKey()).partitionsToOffsetAndMetadata());
            var records = ends.keySet().stream()
                    .filter(partition -> reader.getValue().contains(partition.topic()))
                    .mapToLong(partition -> {
                        var place = applied.get(partition);
                        var from = place == null ? starts.get(partition) : place.offset();
                        return Math.max(0, ends.get(partition) - from);
                    })
                    .sum();
            if (records > 0) {
                return Optional.of(reader.getKey() + " is " + records + " records behind");
            }
        }
        return Optional.empty();
    }

    private Map<TopicPartition, Long> ends() {
        return offsets(OffsetSpec.latest());
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) {
        var topics = READERS.values().stream().flatMap(List::stream).distinct().toList();
        var partitions = get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), partition -> which));
        return get(admin.listOffsets(partitions).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the broker refused", refused.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker", stop);
        }
    }
}
