package vn.motcua.dossier.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the relay promises while its servers fail. */
class RelayFailureIT {

    private static final UUID DOSSIER = UUID.fromString("01814237-0d00-7000-8000-000000000001");

    @AfterEach
    void everythingRunsAgain() {
        Servers.POSTGRES.start();
        Servers.KAFKA.start();
    }

    @Test
    void aFailedAckInMidBatchStopsTheRelayAndNothingOvertakes() throws Exception {
        try (var stage = new Stage().withTopics()) {
            var relay = stage.relay();
            Await.that("the relay to work", () -> relay.shards() == 4);
            // From now on the broker acknowledges every shared record and no twin.
            try (var admin = Admin.create(Map.of("bootstrap.servers", Servers.KAFKA.bootstrapServers()))) {
                admin.deleteTopics(List.of(stage.twinName)).all().get();
            }
            var expected = new HashMap<UUID, Long>();
            stage.ledger.begin();
            for (var dossier = 0; dossier < 50; dossier++) {
                stage.ledger.write(new UUID(stage.number, dossier), 1, 5, "z");
                expected.put(new UUID(stage.number, dossier), 5L);
            }
            stage.ledger.commit();
            Await.that("the send to fail", () -> relay.meter("motcua.relay.failed.sends") == 1);

            assertThat(stage.shared().last().values()).containsOnly(1L);
            assertThat(stage.ledger.number("select count(*) from outgoing")).isEqualTo(250);
            var sent = stage.shared().records().size();

            stage.withTopics();
            stage.requireAll(expected);
            assertThat(stage.shared().repeats()).isEqualTo(sent);
        }
    }

    @Test
    void aTopicThatVanishesStopsTheWaveAtOnceAndNotOnceForEachOfItsEvents() throws Exception {
        try (var stage = new Stage().withTopics()) {
            // The producer learns of the deletion before it sends, and then waits a second in each call.
            var relay = stage.relay(event -> true, Map.of("metadata.max.age.ms", 100, "max.block.ms", 1000));
            Await.that("the relay to work", () -> relay.shards() == 4);
            try (var admin = Admin.create(Map.of("bootstrap.servers", Servers.KAFKA.bootstrapServers()))) {
                admin.deleteTopics(List.of(stage.twinName)).all().get();
                Await.that(
                        "the topic to be gone",
                        () -> !admin.listTopics().names().get().contains(stage.twinName));
            }
            var expected = new HashMap<UUID, Long>();
            stage.ledger.begin();
            for (var dossier = 0; dossier < 500; dossier++) {
                stage.ledger.write(new UUID(stage.number, dossier), 1);
                expected.put(new UUID(stage.number, dossier), 1L);
            }
            stage.ledger.commit();
            Await.that("the send to fail", () -> relay.meter("motcua.relay.failed.sends") >= 1);

            stage.withTopics();
            stage.requireAll(expected);
        }
    }

    @Test
    void aBrokerThatFreezesAndWakesMayRepeatWhatIsOldAndNothingElse() throws Exception {
        try (var stage = new Stage().withTopics();
                var writers = new Writers(stage, 30, 50)) {
            var relay = stage.relay();
            for (var round = 0; round < 2; round++) {
                writers.awaitMore(200);
                var failures = 1 + relay.meter("motcua.relay.failed.sends");
                signal("STOP");
                try {
                    Await.that("the send to fail", () -> relay.meter("motcua.relay.failed.sends") >= failures);
                } finally {
                    signal("CONT");
                }
                Await.that("the relay to work again", () -> relay.shards() == 4);
            }
            writers.awaitMore(100);

            stage.requireAll(writers.stop());
        }
    }

    @Test
    void aBrokerKilledInMidStreamLosesAndReordersNothing() throws Exception {
        try (var stage = new Stage().withTopics();
                var writers = new Writers(stage, 20, 200)) {
            stage.relay();
            writers.awaitMore(300);
            Servers.KAFKA.kill();
            writers.awaitMore(300);
            Servers.KAFKA.start();
            writers.awaitMore(100);

            stage.requireAll(writers.stop());
        }
    }

    @Test
    void whileKafkaIsAwayEventsWaitInTheTableAndTheLogSaysSoOnce() throws Exception {
        try (var stage = new Stage().withTopics();
                var said = new Said();
                var writers = new Writers(stage, 10, 500)) {
            Servers.KAFKA.kill();
            var relay = stage.relay();
            writers.awaitMore(400);
            Await.that("the backlog to be told", () -> relay.meter("motcua.relay.backlog") >= 400);
            assertThat(relay.shards()).as("left to those who can publish").isZero();

            Servers.KAFKA.start();
            stage.requireAll(writers.stop());
            Await.that("the log to say so", () -> said.lines().size() >= 2);
            assertThat(said.lines()).hasSize(2);
            assertThat(said.lines().get(0)).contains("KAFKA_AWAY").contains("no broker accepts connections");
            assertThat(said.lines().get(1)).contains("RELAYING");
        }
    }

    @Test
    void aDatabaseKilledInMidStreamLosesAndReordersNothing() throws Exception {
        var stage = new Stage().withTopics();
        try (var writers = new Writers(stage, 20, 200)) {
            stage.relay();
            writers.awaitMore(300);
            Servers.POSTGRES.kill();
            Servers.POSTGRES.start();
            writers.awaitMore(300);
            var expected = writers.stop();

            stage.shared().awaitAll(expected);
            stage.twin().awaitAll(expected);
            stage.shared().requireOrder();
            stage.twin().requireOrder();
        } finally {
            stage.close();
        }
    }

    @Test
    void aCrashBetweenSendingAndForgettingRepeatsWhatIsOldAndNothingElse() throws Exception {
        try (var stage = new Stage().withTopics();
                var holder = new Ledger(stage.database)) {
            stage.ledger.write(DOSSIER, 1, 3, "z");
            // The rows are locked, so the relay sends and then cannot delete: there it loses its connection.
            holder.begin();
            holder.run("select from outgoing for update");
            stage.relay();
            stage.twin().awaitAll(Map.of(DOSSIER, 3L));
            Await.that(
                    "the delete to wait",
                    () -> stage.ledger.number(
                                    "select count(*) from pg_stat_activity where application_name = 'motcua-relay'"
                                            + " and wait_event_type = 'Lock' and datname = current_database()")
                            == 1);
            holder.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'motcua-relay'"
                    + " and datname = current_database()");
            holder.commit();
            stage.ledger.write(DOSSIER, 4);

            stage.requireAll(Map.of(DOSSIER, 4L));
            assertThat(Topic.sequences(stage.shared().records())).containsExactly(1L, 2L, 3L, 1L, 2L, 3L, 4L);
        }
    }

    private static void signal(String name) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(Servers.KAFKA.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
