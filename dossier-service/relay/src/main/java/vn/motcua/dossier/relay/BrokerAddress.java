package vn.motcua.dossier.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Where Kafka is and how the relay's clients talk to it. */
final class BrokerAddress {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 5_000;

    /** May be set otherwise by {@code kafka.*}. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_MILLIS,
            // Events are gathered by the pace of reading; lingering would only add to their latency.
            ProducerConfig.LINGER_MS_CONFIG, 0,
            ProducerConfig.BATCH_SIZE_CONFIG, 65_536,
            ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 100,
            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);

    /** May not: an acknowledgement must mean that the event is safe. */
    private static final Map<String, Object> FIXED = Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            5);

    private final Map<String, Object> kafka;

    /** @param kafka the {@code kafka.*} configuration, {@code bootstrap.servers} among it */
    BrokerAddress(Map<String, Object> kafka) {
        this.kafka = new HashMap<>(kafka);
    }

    Map<String, Object> producing() {
        var config = new HashMap<>(DEFAULTS);
        config.putAll(kafka);
        config.putAll(FIXED);
        return config;
    }

    /** Whether any broker accepts a connection. Kafka's own clients cannot ask this without a log line per attempt. */
    boolean answers() {
        return servers().stream().anyMatch(BrokerAddress::accepts);
    }

    /** Through the admin client: asking by way of a producer would let the broker create what is missing. */
    void requireTopics(Collection<String> topics) throws KafkaAway, InterruptedException {
        if (!answers()) {
            throw new KafkaAway("no broker accepts connections at " + servers());
        }
        var config = new HashMap<>(kafka);
        config.put("request.timeout.ms", ANSWER_MILLIS);
        config.put("default.api.timeout.ms", ANSWER_MILLIS);
        try (var admin = Admin.create(config)) {
            admin.describeTopics(topics).allTopicNames().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof UnknownTopicOrPartitionException
                    ? new KafkaAway(
                            "a topic of " + topics + " does not exist; it has to be created, with its partitions")
                    : new KafkaAway(failed.getCause());
        } catch (KafkaException | TimeoutException away) {
            throw new KafkaAway(away);
        }
    }

    private List<String> servers() {
        return Arrays.stream(String.valueOf(kafka.get("bootstrap.servers")).split(","))
                .map(String::trim)
                .toList();
    }

    private static boolean accepts(String server) {
        var address = server.substring(server.lastIndexOf('/') + 1);
        var colon = address.lastIndexOf(':');
        try (var socket = new Socket()) {
            var host = address.substring(0, colon).replaceAll("[\\[\\]]", "");
            socket.connect(new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1))), CONNECT_MILLIS);
            return true;
        } catch (IOException | RuntimeException away) {
            return false;
        }
    }
}
