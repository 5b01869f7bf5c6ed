package vn.motcua.dossier.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.relay.ParkingReason.BEHIND;
import static vn.motcua.dossier.relay.ParkingReason.EVENT_MISSING;
import static vn.motcua.dossier.relay.ParkingReason.NO_COMPANION_VALUE;
import static vn.motcua.dossier.relay.ParkingReason.TOO_LARGE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** What cannot be published is put aside with its subject; all others flow. */
class RelayParkingIT {

    private static final UUID DOSSIER = UUID.fromString("01814237-0d00-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01814237-0d00-7000-8000-000000000002");

    @Test
    void anEventThatTheBrokerRefusesHoldsBackItsOwnDossierOnly() throws Exception {
        try (var stage = new Stage().withTopics(Map.of("max.message.bytes", "4000"))) {
            for (var other = 10; other < 40; other++) {
                stage.ledger.write(new UUID(1, other), 1);
            }
            stage.ledger.write(DOSSIER, 1);
            stage.ledger.write(DOSSIER, 2, 2, "x".repeat(8_000));
            stage.ledger.write(DOSSIER, 3);
            stage.ledger.write(OTHER, 1, 3, "z");
            var relay = stage.relay();

            awaitParked(stage, Map.of(2L, TOO_LARGE, 3L, BEHIND));
            stage.ledger.write(DOSSIER, 4);
            awaitParked(stage, Map.of(2L, TOO_LARGE, 3L, BEHIND, 4L, BEHIND));
            stage.awaitPointers(0);
            assertThat(stage.twin().last()).containsEntry(DOSSIER, 1L).containsEntry(OTHER, 3L);
            Await.that("one dead pointer to be told", () -> relay.meter("motcua.relay.dead.pointers") == 1);

            raiseLimit(stage.twinName);
            assertThat(stage.release()).isEqualTo(3);
            Await.that("the dossier to arrive", () -> stage.twin().last().get(DOSSIER) == 4);
            stage.awaitPointers(0);
            stage.twin().requireOrder();
            stage.shared().requireOrder();
            assertThat(stage.putAside()).isEmpty();
        }
    }

    @Test
    void anEventThatTheBrokerRefusesAmongManyIsFoundAmongThem() throws Exception {
        // Enough of them for each partition that the producer sends several together and the broker refuses them
        // together.
        try (var stage = new Stage().withTopics(Map.of("max.message.bytes", "4000"))) {
            var expected = new HashMap<UUID, Long>();
            stage.ledger.begin();
            for (long other = 10; other < 40; other++) {
                stage.ledger.write(new UUID(1, other), 1, 2, "z");
                expected.put(new UUID(1, other), 2L);
            }
            stage.ledger.write(DOSSIER, 1, 1, "x".repeat(8_000));
            stage.ledger.commit();
            stage.relay();

            awaitParked(stage, Map.of(1L, TOO_LARGE));
            stage.twin().awaitAll(expected);
            stage.twin().requireOrder();
        }
    }

    @Test
    void aPointerWithoutItsEventWaitsUntilTheRowIsBack() throws Exception {
        try (var stage = new Stage().withTopics()) {
            stage.ledger.write(DOSSIER, 1, 3, "z");
            stage.ledger.run("create table lost as select * from event where sequence = 2");
            stage.ledger.run("delete from event where sequence = 2");
            stage.ledger.write(OTHER, 1);
            stage.relay();

            awaitParked(stage, Map.of(2L, EVENT_MISSING, 3L, BEHIND));
            Await.that("the others to arrive", () -> stage.shared().last().equals(Map.of(DOSSIER, 1L, OTHER, 1L)));

            stage.release();
            awaitParked(stage, Map.of(2L, EVENT_MISSING, 3L, BEHIND));
            stage.ledger.run("insert into event select * from lost");
            stage.release();
            stage.requireAll(Map.of(DOSSIER, 3L, OTHER, 1L));
        }
    }

    @Test
    void whatIsGivenUpLeavesTheWayToThoseBehind() throws Exception {
        try (var stage = new Stage().withTopics()) {
            stage.ledger.write(DOSSIER, 1, 3, "z");
            stage.ledger.run("delete from event where sequence = 2");
            stage.relay();
            awaitParked(stage, Map.of(2L, EVENT_MISSING, 3L, BEHIND));

            assertThat(stage.discard()).isEqualTo(1);

            Await.that("the rest to arrive", () -> stage.shared().last().equals(Map.of(DOSSIER, 3L)));
            assertThat(Topic.sequences(stage.shared().records())).containsExactly(1L, 3L);
        }
    }

    @Test
    void anEventThatTheCompanionCannotAnswerForHoldsBackItsOwnDossierOnly() throws Exception {
        var mended = new AtomicBoolean();
        try (var stage = new Stage().withTopics()) {
            stage.ledger.write(DOSSIER, 1, 3, "z");
            stage.ledger.write(OTHER, 1, 3, "z");
            stage.relay(event -> mended.get() || !event.key().equals(new EventKey(DOSSIER, 2)));

            awaitParked(stage, Map.of(2L, NO_COMPANION_VALUE, 3L, BEHIND));
            Await.that("the others to arrive", () -> stage.twin().last().equals(Map.of(DOSSIER, 1L, OTHER, 3L)));

            mended.set(true);
            stage.release();
            stage.requireAll(Map.of(DOSSIER, 3L, OTHER, 3L));
        }
    }

    @Test
    void aCompanionThatFailsForEverythingHoldsEverythingAndParksNothing() throws Exception {
        var mended = new AtomicBoolean();
        try (var stage = new Stage().withTopics();
                var said = new Said()) {
            stage.ledger.write(DOSSIER, 1, 2, "z");
            stage.relay(event -> mended.get());
            Await.that("the fault to be said", () -> said.lines().stream().anyMatch(line -> line.contains("FAULT")));
            assertThat(stage.putAside()).isEmpty();

            mended.set(true);
            stage.requireAll(Map.of(DOSSIER, 2L));
        }
    }

    private static void awaitParked(Stage stage, Map<Long, ParkingReason> expected) {
        Await.that("the pointers " + expected + " to be parked", () -> {
            var byEvent = new HashMap<EventKey, ParkingReason>();
            expected.forEach((sequence, reason) -> byEvent.put(new EventKey(DOSSIER, sequence), reason));
            return stage.putAside().equals(byEvent);
        });
    }

    private static void raiseLimit(String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Servers.KAFKA.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", "1000000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
