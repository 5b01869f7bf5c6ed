package vn.motcua.dossier.proving;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.HistoryRoot;
import vn.motcua.dossier.events.Topics;

/**
 * Puts roots on {@code history-root.v1}, where whoever copies the topic holds them too. With Kafka away the next sweep tries again. A root sent
 * twice, or by two instances, is the same bytes under the same key.
 */
@ApplicationScoped
class RootPublisher {

    private static final Logger LOG = Logger.getLogger(RootPublisher.class);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int AT_ONCE = 400;

    private final RootStore store;
    private final Map<String, Object> kafka;
    private final AtomicInteger unpublished;

    RootPublisher(
            RootStore store, @Identifier("default-kafka-broker") Map<String, Object> kafka, MeterRegistry metrics) {
        this.store = store;
        this.kafka = kafka;
        this.unpublished = metrics.gauge("motcua_history_roots_unpublished", new AtomicInteger());
    }

    /** Blocking: not for an event loop. */
    void publish() {
        var waiting = store.unpublished(AT_ONCE);
        unpublished.set(waiting.size());
        if (waiting.isEmpty()) {
            return;
        }
        try {
            send(waiting);
            unpublished.set(0);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            LOG.warnf(
                    "%d history roots not published yet: %s",
                    waiting.size(),
                    away.getCause() == null ? away.toString() : away.getCause().toString());
        }
    }

    private void send(List<HistoryRoot> waiting) throws InterruptedException, ExecutionException, TimeoutException {
        var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
        try {
            for (var root : waiting) {
                producer.send(new ProducerRecord<>(
                                Topics.HISTORY_ROOT, root.source() + "|" + root.day(), EventFormat.canonical(root)))
                        .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
                store.published(root);
            }
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        return settings;
    }
}
