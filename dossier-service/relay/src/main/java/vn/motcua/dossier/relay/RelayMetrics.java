package vn.motcua.dossier.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Numbers for those who operate the system. Backlog and ages are those of the database, the same on every instance. */
final class RelayMetrics {

    private final Counter published;
    private final Counter failedSends;
    private volatile QueueGauge queue = QueueGauge.EMPTY;
    private volatile Set<Integer> shards = Set.of();

    RelayMetrics(MeterRegistry registry) {
        published = Counter.builder("motcua.relay.published")
                .description("Events acknowledged by Kafka on all their topics")
                .register(registry);
        failedSends = Counter.builder("motcua.relay.failed.sends")
                .description("Times the relay stopped because a send was not acknowledged")
                .register(registry);
        gauge(
                registry,
                "motcua.relay.backlog",
                "Committed events not yet acknowledged by Kafka",
                () -> queue.backlog());
        gauge(registry, "motcua.relay.dead.pointers", "Subjects held back until somebody looks", () -> queue.dead());
        gauge(
                registry,
                "motcua.relay.parked.pointers",
                "Events held back, those behind a dead one included",
                () -> queue.parked());
        Gauge.builder("motcua.relay.oldest.age", this::oldestAgeSeconds)
                .description("Age of the oldest event not yet acknowledged by Kafka")
                .baseUnit("seconds")
                .register(registry);
        for (var shard = 0; shard < ShardLocks.SHARDS; shard++) {
            var number = shard;
            Gauge.builder("motcua.relay.shard.held", () -> shards.contains(number) ? 1 : 0)
                    .description("1 where this instance publishes the shard")
                    .tag("shard", Integer.toString(shard))
                    .register(registry);
        }
    }

    private static void gauge(
            MeterRegistry registry, String name, String description, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    void published(int events) {
        published.increment(events);
    }

    void sendFailed() {
        failedSends.increment();
    }

    void measured(QueueGauge measured) {
        queue = measured;
    }

    void holds(Set<Integer> held) {
        shards = Set.copyOf(held);
    }

    /** Grows by itself between two measurements, also while the database cannot be asked. */
    private double oldestAgeSeconds() {
        var oldest = queue.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, Instant.now()).toMillis() / 1000.0);
    }
}
