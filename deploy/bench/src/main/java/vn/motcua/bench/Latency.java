package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** From the moment the database wrote an event (just before its commit) until a consumer has it, at a steady 100 creations per second. */
final class Latency {

    private static final int PER_SECOND = 100;
    private static final String TOPIC = "dossier.lifecycle.v1";

    private Latency() {}

    static Series millis(HttpLives lives, String bootstrap, Duration time) throws Exception {
        var series = new Series();
        var clock = Executors.newScheduledThreadPool(2);
        var one = lives.desk(0);
        var two = lives.desk(1);
        try (var consumer = consumer(bootstrap)) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            var pace = 2_000_000L / PER_SECOND;
            for (var desk : new HttpLives.Desk[] {one, two}) {
                clock.scheduleAtFixedRate(() -> submit(desk), 0, pace, TimeUnit.MICROSECONDS);
            }
            var end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                for (var event : consumer.poll(Duration.ofMillis(50))) {
                    var now = Instant.now();
                    var recorded = event.headers().lastHeader("ce_recordedtime");
                    var at = Instant.parse(new String(recorded.value(), StandardCharsets.UTF_8));
                    series.add(Duration.between(at, now).toNanos() / 1e6);
                }
            }
        } finally {
            clock.shutdownNow();
            clock.awaitTermination(5, TimeUnit.SECONDS);
            one.end();
            two.end();
        }
        return series;
    }

    private static void submit(HttpLives.Desk desk) {
        try {
            desk.submit();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrap) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "fetch.max.wait.ms", "500", "fetch.min.bytes", "1"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
