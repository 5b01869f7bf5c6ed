package vn.motcua.dossier.subscriber;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The figures of each stream: events applied, repeats, events skipped, undecodable records and retries as counters; open parked events, waiting events and
 * the consumer's lag in records as gauges.
 */
@ApplicationScoped
class InboxMetrics {

    private static final String STREAM = "stream";

    private final MeterRegistry registry;
    private final KafkaClientService kafka;
    private final Map<String, AtomicLong> levels = new ConcurrentHashMap<>();

    InboxMetrics(MeterRegistry registry, KafkaClientService kafka) {
        this.registry = registry;
        this.kafka = kafka;
    }

    /** Shows a stream from the start, with zeros. */
    void show(String stream) {
        count(stream, Tally.NONE);
        skipped(stream, 0);
        undecodable(stream, 0);
        registry.counter("motcua.inbox.retries", STREAM, stream);
        waiting(stream, 0);
        parked(stream, 0);
        Gauge.builder("motcua.inbox.lag.records", kafka, clients -> lag(clients, stream))
                .tag(STREAM, stream)
                .description("Records in the topic that this instance has not fetched yet, over its partitions")
                .register(registry);
    }

    void count(String stream, Tally tally) {
        registry.counter("motcua.inbox.applied", STREAM, stream).increment(tally.applied());
        registry.counter("motcua.inbox.duplicates", STREAM, stream).increment(tally.repeats());
    }

    void skipped(String stream, long events) {
        registry.counter("motcua.inbox.skipped", STREAM, stream).increment(events);
    }

    void undecodable(String stream, int records) {
        registry.counter("motcua.inbox.undecodable", STREAM, stream).increment(records);
    }

    void retried(String stream) {
        registry.counter("motcua.inbox.retries", STREAM, stream).increment();
    }

    void waiting(String stream, long events) {
        level("motcua.inbox.waiting", stream).set(events);
    }

    void parked(String stream, long events) {
        level("motcua.inbox.parked", stream).set(events);
    }

    private AtomicLong level(String name, String stream) {
        return levels.computeIfAbsent(name + " " + stream, key -> {
            var level = new AtomicLong();
            Gauge.builder(name, level, AtomicLong::get).tag(STREAM, stream).register(registry);
            return level;
        });
    }

    private static double lag(KafkaClientService clients, String channel) {
        var consumer = clients.getConsumer(channel);
        if (consumer == null) {
            return Double.NaN;
        }
        return consumer.unwrap().metrics().entrySet().stream()
                .filter(each -> "records-lag".equals(each.getKey().name()))
                .mapToDouble(each -> (double) each.getValue().metricValue())
                .filter(lag -> lag >= 0)
                .sum();
    }
}
