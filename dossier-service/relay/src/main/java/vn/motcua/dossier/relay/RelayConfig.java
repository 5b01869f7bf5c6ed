package vn.motcua.dossier.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works; the connection is the service's own {@code quarkus.datasource.jdbc.url}, Kafka its {@code kafka.*}. */
@ConfigMapping(prefix = "motcua.relay")
public interface RelayConfig {

    /** Whether this instance publishes at all. Events of one that does not are published by the others, or wait. */
    @WithDefault("true")
    boolean enabled();

    /** Most pointers in one read; 4 to 10,000. */
    @WithDefault("1000")
    int batchSize();

    /** Most bytes of event data in one read; a single larger event is still read. Bounds the memory of the relay. */
    @WithDefault("8388608")
    int batchBytes();

    /**
     * Longest wait before looking again without having been woken; up to four times as long after a while of nothing,
     * where no other instance shares the work.
     */
    @WithDefault("50ms")
    Duration poll();

    /** Shortest time between two reads: what commits meanwhile goes together. */
    @WithDefault("5ms")
    Duration pace();

    /** How long start-up waits for the first connection to Kafka, whether it comes or not. */
    @WithDefault("2s")
    Duration warmUp();
}
