package vn.motcua.dossier.catalogue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.Topics;

/**
 * Puts what is new in the catalogue on {@code catalogue.v1}, on a thread of its own, at start and whenever it is told of news. With Kafka away it
 * tries again for ever, at most every 30 s; nobody waits for it. Instances take turns, so that an older content never comes behind a newer one. An
 * entry sent twice changes nothing: the topic is compacted and the last one holds.
 */
@ApplicationScoped
class CataloguePublisher {

    private static final Logger LOG = Logger.getLogger(CataloguePublisher.class);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final CatalogueStore store;
    private final Map<String, Object> kafka;
    private final AtomicInteger unpublished;
    private final Semaphore news = new Semaphore(1);
    private volatile Thread worker;

    CataloguePublisher(
            CatalogueStore store,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics) {
        this.store = store;
        this.kafka = kafka;
        this.unpublished = metrics.gauge("motcua_catalogue_unpublished_entries", new AtomicInteger());
    }

    void begin(@Observes @Priority(1100) StartupEvent started) {
        // All of them, until Kafka can be asked which topic is there.
        unpublished.set(store.count());
        worker = new Thread(this::publish, "catalogue-publisher");
        worker.setDaemon(true);
        worker.start();
    }

    void end(@Observes ShutdownEvent stopped) {
        Thread running = worker;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Something was published in the database. */
    void wake() {
        news.release();
    }

    private void publish() {
        try {
            while (true) {
                news.acquire();
                news.drainPermits();
                untilItWorks();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilItWorks() throws InterruptedException {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                int sent = publishOnce();
                LOG.infof("catalogue topic=%s published=%d", Topics.CATALOGUE, sent);
                return;
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception away) {
                LOG.warnf("catalogue topic=%s not published, next try in %s: %s", Topics.CATALOGUE, wait, brief(away));
            }
            Thread.sleep(wait.toMillis());
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    /** Sends what the topic does not have and remembers what was acknowledged; returns how many. */
    int publishOnce() throws InterruptedException, ExecutionException, TimeoutException {
        unpublished.accumulateAndGet(store.unsent(Topics.CATALOGUE), Math::max);
        return store.alone(this::send);
    }

    private int send() throws InterruptedException, ExecutionException, TimeoutException {
        String topicId = topicId();
        List<CatalogueEntry> waiting = store.unpublished(Topics.CATALOGUE, topicId);
        unpublished.set(waiting.size());
        if (!waiting.isEmpty()) {
            send(waiting);
            store.published(Topics.CATALOGUE, topicId, waiting);
            unpublished.set(0);
        }
        return waiting.size();
    }

    /** The topic's own id: a topic that was made anew is empty, whatever we remember of its name. */
    private String topicId() throws InterruptedException, ExecutionException, TimeoutException {
        try (Admin admin = Admin.create(settings())) {
            return admin.describeTopics(List.of(Topics.CATALOGUE))
                    .allTopicNames()
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    .get(Topics.CATALOGUE)
                    .topicId()
                    .toString();
        }
    }

    private void send(List<CatalogueEntry> entries) throws InterruptedException, ExecutionException, TimeoutException {
        Producer<String, byte[]> producer =
                new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
        try {
            List<Future<RecordMetadata>> acks = new ArrayList<>();
            for (CatalogueEntry entry : entries) {
                acks.add(producer.send(
                        new ProducerRecord<>(Topics.CATALOGUE, entry.key(), EventFormat.canonical(entry))));
            }
            for (Future<RecordMetadata> ack : acks) {
                ack.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put("default.api.timeout.ms", 8_000);
        return settings;
    }

    private static String brief(Exception away) {
        Throwable cause = away instanceof ExecutionException && away.getCause() != null ? away.getCause() : away;
        return cause instanceof KafkaException ? cause.getClass().getSimpleName() : cause.toString();
    }
}
