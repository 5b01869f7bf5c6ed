package vn.motcua.dossier.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.motcua.local.LocalDatabase;

/** A database and two topics of one test's own, and the relays that work on them. */
final class Stage implements AutoCloseable {

    static final int PARTITIONS = 3;
    static final String TWIN_SCHEMA = "urn:motcua:schema:vn.motcua.dossier.restricted.v1";

    final int number = Servers.next();
    final LocalDatabase database = Servers.database(number);
    final String sharedName = "shared." + number;
    final String twinName = "restricted." + number;
    final Ledger ledger;
    final ParkedPointerStore parked;
    private final List<Instance> instances = new ArrayList<>();
    private Topic shared;
    private Topic twin;

    /** One relay as one instance of a service has it. */
    record Instance(RelayLoop loop, SimpleMeterRegistry registry) {

        double meter(String name) {
            return registry.get(name).meter().measure().iterator().next().getValue();
        }

        long shards() {
            return registry.get("motcua.relay.shard.held").gauges().stream()
                    .filter(gauge -> gauge.value() > 0)
                    .count();
        }
    }

    Stage() throws SQLException {
        RelaySchema.migrate(database.jdbcUrl(), database.role(), database.password());
        ledger = new Ledger(database);
        parked = new ParkedPointerStore(connection());
    }

    Stage withTopics() {
        return withTopics(Map.of());
    }

    Stage withTopics(Map<String, String> twinConfig) {
        Servers.KAFKA.createTopic(sharedName, PARTITIONS, Map.of());
        Servers.KAFKA.createTopic(twinName, PARTITIONS, twinConfig);
        return this;
    }

    RelayConnection.Settings connection() {
        return new RelayConnection.Settings(database.jdbcUrl(), database.role(), database.password());
    }

    Instance relay() throws InterruptedException {
        return relay(event -> true);
    }

    /** A relay whose companion throws for events that are not good. */
    Instance relay(Predicate<StoredEvent> good) throws InterruptedException {
        return relay(good, Map.of());
    }

    /** @param client what the Kafka clients are told besides */
    Instance relay(Predicate<StoredEvent> good, Map<String, Object> client) throws InterruptedException {
        var kafka = new HashMap<String, Object>(Map.of(
                "bootstrap.servers",
                Servers.KAFKA.bootstrapServers(),
                "delivery.timeout.ms",
                1500,
                "request.timeout.ms",
                1000));
        kafka.putAll(client);
        var registry = new SimpleMeterRegistry();
        var settings = new RelaySettings(
                connection(),
                "urn:motcua:H03:dossier-service",
                new BrokerAddress(kafka),
                new RelayTopics(sharedName, Optional.of(new Wrapping(twinName, good))),
                1000,
                8 * 1024 * 1024,
                Duration.ofMillis(50),
                Duration.ofMillis(5));
        var loop = new RelayLoop(settings, new RelayMetrics(registry));
        loop.start(Duration.ofSeconds(5));
        var instance = new Instance(loop, registry);
        instances.add(instance);
        return instance;
    }

    Topic shared() {
        if (shared == null) {
            shared = new Topic(sharedName, PARTITIONS);
        }
        return shared;
    }

    Topic twin() {
        if (twin == null) {
            twin = new Topic(twinName, PARTITIONS);
        }
        return twin;
    }

    /** Everything written has arrived on both topics in order, and no pointer is left. */
    void requireAll(Map<java.util.UUID, Long> expected) {
        shared().awaitAll(expected);
        twin().awaitAll(expected);
        awaitPointers(0);
        shared().requireOrder();
        twin().requireOrder();
    }

    void awaitPointers(long count) {
        Await.that(count + " pointers to be left", () -> ledger.number("select count(*) from outgoing") == count);
    }

    /** Everything that is put aside, and why. */
    Map<EventKey, ParkingReason> putAside() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from parked_pointer")) {
            var found = new HashMap<EventKey, ParkingReason>();
            while (rows.next()) {
                found.put(
                        new EventKey(rows.getObject("subject", java.util.UUID.class), rows.getLong("sequence")),
                        ParkingReason.valueOf(rows.getString("reason")));
            }
            return found;
        }
    }

    /** As an operator does with the only dead pointer; how many went back into the queue. */
    int release() throws SQLException {
        return free(null);
    }

    /** As an operator does with the only dead pointer; how many went back into the queue. */
    int discard() throws SQLException {
        return free("lost in a restore");
    }

    private int free(String discardReason) throws SQLException {
        var dead = parked.open(0, 2);
        assertThat(dead).hasSize(1);
        var decision = new ParkedPointerStore.Decision(dead.get(0).id(), "operator-1", discardReason);
        return parked.free(decision).queued();
    }

    @Override
    public void close() throws SQLException {
        for (var instance : instances) {
            try {
                instance.loop().stop();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        ledger.close();
        if (shared != null) {
            shared.close();
        }
        if (twin != null) {
            twin.close();
        }
    }

    /** Wraps the shared data beside what is asked from the database in one query. */
    private record Wrapping(String topic, Predicate<StoredEvent> good) implements Companion {

        @Override
        public String dataschema() {
            return TWIN_SCHEMA;
        }

        @Override
        public Map<EventKey, byte[]> values(Connection jdbc, List<StoredEvent> batch) throws SQLException {
            try (var statement = jdbc.prepareStatement("select 'Nguyễn Văn An' as name");
                    var row = statement.executeQuery()) {
                row.next();
                var values = new HashMap<EventKey, byte[]>();
                for (var event : batch) {
                    if (!good.test(event)) {
                        throw new IllegalStateException("no recipient");
                    }
                    var data = new String(event.data(), StandardCharsets.UTF_8);
                    var value = "{\"event\":" + data + ",\"recipient\":{\"name\":\"" + row.getString(1) + "\"}}";
                    values.put(event.key(), value.getBytes(StandardCharsets.UTF_8));
                }
                return values;
            }
        }
    }
}
