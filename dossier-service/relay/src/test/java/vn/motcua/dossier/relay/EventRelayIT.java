package vn.motcua.dossier.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.Topics;
import vn.motcua.local.testing.LocalInfrastructure;

/** The relay inside an application: it migrates, starts and publishes by itself. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class EventRelayIT {

    private static final UUID DOSSIER = UUID.fromString("01814237-0d00-7000-8000-000000000001");

    @Inject
    EventRelay relay;

    @Inject
    ParkedPointers parked;

    @Inject
    MeterRegistry registry;

    @Test
    void anApplicationThatWritesAnEventPublishesIt() throws Exception {
        try (var ledger = new Ledger(LocalInfrastructure.database());
                var topic = new Topic(LocalInfrastructure.kafka(), Topics.DOSSIER_LIFECYCLE, Topics.PARTITIONS)) {
            ledger.write(DOSSIER, 1, 2, "z");
            relay.wake();

            topic.awaitAll(Map.of(DOSSIER, 2L));
            topic.requireOrder();
            assertThat(registry.get("motcua.relay.published").counters()).hasSize(1);
            assertThat(parked.open(0, 10)).noneMatch(each -> each.subject().equals(DOSSIER));
            assertThat(registry.get("motcua.relay.shard.held").gauges()).hasSize(ShardLocks.SHARDS);
            assertThat(ledger.number("select count(*) from flyway_relay_history where success"))
                    .isPositive();
        }
    }

    /** What a service adds. */
    static class Wiring {

        @Produces
        @Singleton
        RelayTopics topics() {
            return new RelayTopics(Topics.DOSSIER_LIFECYCLE, Optional.empty());
        }
    }
}
