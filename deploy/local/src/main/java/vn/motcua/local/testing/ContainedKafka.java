package vn.motcua.local.testing;

import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;

/** The broker in a container. */
final class ContainedKafka implements Fixture {

    private final KafkaContainer container = new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

    @Override
    public Map<String, String> start() {
        container.start();
        return Map.of("bootstrap", container.getBootstrapServers());
    }

    @Override
    public void close() {
        container.stop();
    }
}
