package vn.motcua.local;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.motcua.local.machine.Pause;

/** Makes and empties topics of a running broker. */
public final class KafkaTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;

    public KafkaTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Makes the topics with one replica; one that exists is left as it is. */
    public void create(Collection<LocalTopics> topics) {
        try (Admin admin = admin()) {
            create(admin, topics);
        }
    }

    /** Deletes the topics with their records and the groups' places in them, and makes them anew. */
    public void recreate(Collection<LocalTopics> topics) {
        try (Admin admin = admin()) {
            Set<String> names = topics.stream().map(LocalTopics::name).collect(Collectors.toSet());
            names.retainAll(await(admin.listTopics().names()));
            if (!names.isEmpty()) {
                await(admin.deleteTopics(names).all());
                require(
                        Pause.until(
                                PATIENCE,
                                () -> Collections.disjoint(
                                        names, await(admin.listTopics().names()))),
                        "still there: " + names);
            }
            create(admin, topics);
        }
    }

    /** Waits until the broker answers and can be asked for its nodes. */
    void awaitBroker() {
        try (Admin admin = admin()) {
            await(admin.describeCluster().nodes());
        }
    }

    private static void create(Admin admin, Collection<LocalTopics> topics) {
        List<NewTopic> missing = topics.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                .toList();
        admin.createTopics(missing).values().values().forEach(created -> {
            try {
                await(created);
            } catch (TopicExistsException alreadyThere) {
                // Kept with its records.
            }
        });
        List<String> names = topics.stream().map(LocalTopics::name).toList();
        require(Pause.until(PATIENCE, () -> led(admin, names)), "no leaders for " + names);
    }

    /** Whether every partition can be written: the controller answers before the broker has heard of it. */
    private static boolean led(Admin admin, List<String> names) {
        try {
            return await(admin.describeTopics(names).allTopicNames()).values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .noneMatch(partition ->
                            partition.leader() == null || partition.leader().isEmpty());
        } catch (UnknownTopicOrPartitionException notYet) {
            return false;
        }
    }

    private static void require(boolean came, String otherwise) {
        if (!came) {
            throw new IllegalStateException("the broker is too slow: " + otherwise);
        }
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the broker refused", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker did not answer within 60 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker", e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "20000",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "60000"));
    }
}
