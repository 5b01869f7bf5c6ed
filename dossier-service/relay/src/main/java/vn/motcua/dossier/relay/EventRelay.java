package vn.motcua.dossier.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Publishes the events that were committed, each subject's in order: what is in the table {@code outgoing} goes to the
 * shared topic and, if there is a companion, to its restricted twin, at least once. Works by itself while the
 * application runs, whatever Kafka does.
 */
@ApplicationScoped
public class EventRelay {

    private final RelayLoop loop;
    private final boolean enabled;
    private final Duration warmUp;

    EventRelay(
            RelayConfig config,
            RelayTopics topics,
            MeterRegistry registry,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            RelayConnection.Settings database,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.enabled = config.enabled();
        this.warmUp = config.warmUp();
        this.loop = new RelayLoop(
                new RelaySettings(
                        database,
                        source,
                        new BrokerAddress(kafka),
                        topics,
                        config.batchSize(),
                        config.batchBytes(),
                        config.poll(),
                        config.pace()),
                new RelayMetrics(registry));
    }

    /** After the migrations; ready before the first request where Kafka answers, and without it where it does not. */
    void onStart(@Observes @Priority(1000) StartupEvent start) throws InterruptedException {
        if (enabled) {
            loop.start(warmUp);
        }
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        if (enabled) {
            loop.stop();
        }
    }

    /**
     * Says that events were committed. Idempotent, never blocks, costs nanoseconds; a forgotten call costs one poll
     * interval, never an event. Safe for several threads.
     */
    public void wake() {
        loop.wake();
    }
}
