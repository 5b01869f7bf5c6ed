package vn.motcua.dossier.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.EventAttributes;

/** The way of events while nothing fails. */
class RelayIT {

    private static final UUID DOSSIER = UUID.fromString("01814237-0d00-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01814237-0d00-7000-8000-000000000002");

    @Test
    void anEventCarriesItsAttributesItsExactBytesAndItsTwin() throws Exception {
        try (var stage = new Stage().withTopics()) {
            var relay = stage.relay();
            var before = Instant.now().minusSeconds(1);

            stage.ledger.write(DOSSIER, 1);
            stage.ledger.write(DOSSIER, 2);
            relay.loop().wake();
            stage.requireAll(Map.of(DOSSIER, 2L));

            var record = stage.shared().records().get(1);
            assertThat(record.key()).isEqualTo(DOSSIER.toString());
            assertThat(new String(record.value(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"n\":2,\"text\":\"Quyết định\"}");
            assertThat(Instant.ofEpochMilli(record.timestamp()))
                    .isBetween(before, Instant.now().plusSeconds(1));
            var attributes = EventAttributes.read(name -> Topic.header(record, name));
            assertThat(attributes.source()).isEqualTo("urn:motcua:H03:dossier-service");
            assertThat(attributes.type()).isEqualTo("vn.motcua.dossier.accepted.v1");
            assertThat(attributes.time()).isEqualTo(Instant.parse("2022-06-08T02:00:00Z"));
            assertThat(attributes.sequence()).isEqualTo(2);
            assertThat(attributes.previoushash()).isEqualTo("sha256:1");
            assertThat(attributes.hash()).isEqualTo("sha256:2");
            assertThat(attributes.recordedtime())
                    .isBetween(before, Instant.now().plusSeconds(1));
            assertThat(Topic.header(record, "traceparent"))
                    .isEqualTo(attributes.traceparent())
                    .startsWith("00-0af7651916cd43dd");
            assertThat(Topic.header(stage.shared().records().get(0), "ce_previoushash"))
                    .isNull();

            var twin = stage.twin().records().get(1);
            assertThat(new String(twin.value(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "{\"event\":{\"n\":2,\"text\":\"Quyết định\"},\"recipient\":{\"name\":\"Nguyễn Văn An\"}}");
            assertThat(Topic.header(record, "ce_dataschema"))
                    .isEqualTo("urn:motcua:schema:vn.motcua.dossier.accepted.v1");
            var expected = Topic.headers(record);
            expected.put("ce_dataschema", Stage.TWIN_SCHEMA);
            assertThat(Topic.headers(twin)).isEqualTo(expected);
        }
    }

    @Test
    void aTransactionThatCommitsLateLosesNothingAndItsDossierStaysInOrder() throws Exception {
        try (var stage = new Stage().withTopics();
                var late = new Ledger(stage.database)) {
            stage.relay();
            stage.ledger.write(DOSSIER, 1);
            late.begin();
            late.write(DOSSIER, 2);
            stage.ledger.write(OTHER, 1);
            stage.ledger.write(OTHER, 2);
            stage.shared().awaitAll(Map.of(DOSSIER, 1L, OTHER, 2L));

            late.commit();
            stage.ledger.write(DOSSIER, 3);

            stage.requireAll(Map.of(DOSSIER, 3L, OTHER, 2L));
            assertThat(stage.shared().repeats()).isZero();
        }
    }

    @Test
    void whatIsRolledBackIsNeverPublished() throws Exception {
        try (var stage = new Stage().withTopics();
                var undecided = new Ledger(stage.database)) {
            stage.relay();
            undecided.begin();
            undecided.write(DOSSIER, 1);
            undecided.rollback();
            stage.ledger.write(OTHER, 1);

            stage.requireAll(Map.of(OTHER, 1L));
            assertThat(stage.shared().records()).hasSize(1);
        }
    }

    @Test
    void aBacklogOfWholeLivesIsReadInPartsAndStaysInOrder() throws Exception {
        try (var stage = new Stage().withTopics()) {
            var expected = new HashMap<UUID, Long>();
            for (var dossier = 0; dossier < 700; dossier++) {
                var subject = new UUID(7, dossier);
                stage.ledger.write(subject, 1, 6, "x".repeat(dossier % 100 == 0 ? 200_000 : 20));
                expected.put(subject, 6L);
            }
            var relay = stage.relay();

            stage.requireAll(expected);

            assertThat(stage.shared().repeats()).isZero();
            assertThat(relay.meter("motcua.relay.published")).isEqualTo(4200);
            Await.that("the backlog to be told", () -> relay.meter("motcua.relay.backlog") == 0);
        }
    }

    @Test
    void aMissingTopicIsNotCreatedAndEventsWaitForIt() throws Exception {
        try (var stage = new Stage()) {
            stage.ledger.write(DOSSIER, 1);
            var relay = stage.relay();

            Await.that("the backlog to be told", () -> relay.meter("motcua.relay.backlog") == 1);
            Await.that("its age to grow", () -> relay.meter("motcua.relay.oldest.age") > 0.5);
            assertThat(relay.shards()).isZero();

            stage.withTopics();
            stage.requireAll(Map.of(DOSSIER, 1L));
        }
    }

    @Test
    void stoppingLeavesNothingHalfDone() throws Exception {
        try (var stage = new Stage().withTopics()) {
            var relay = stage.relay();
            for (var dossier = 0; dossier < 300; dossier++) {
                stage.ledger.write(new UUID(8, dossier), 1, 3, "y");
            }
            Await.that("the first to arrive", () -> !stage.shared().records().isEmpty());
            relay.loop().stop();

            var left = stage.ledger.number("select count(*) from outgoing");
            Await.that(
                    "what was forgotten to be there",
                    () -> stage.shared().records().size() == 900 - left);
            assertThat(stage.shared().repeats()).isZero();
            assertThat(stage.ledger.number("select count(*) from pg_locks where locktype = 'advisory' and database ="
                            + " (select oid from pg_database where datname = current_database())"))
                    .isZero();
        }
    }

    @Test
    void anEventTooLargeToSendIsBarredAtCommit() throws Exception {
        try (var stage = new Stage()) {
            stage.ledger.write(DOSSIER, 1, 1, "x".repeat(RelaySchema.MAX_EVENT_BYTES - 30));

            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> stage.ledger.write(DOSSIER, 2, 2, "x".repeat(RelaySchema.MAX_EVENT_BYTES)))
                    .hasMessageContaining("event_data_within_limit");
            assertThat(stage.ledger.number("select count(*) from outgoing")).isEqualTo(1);
        }
    }

    @Test
    void anIdleRelayCostsLittle() throws Exception {
        try (var stage = new Stage().withTopics()) {
            stage.relay();
            stage.ledger.write(DOSSIER, 1);
            stage.requireAll(Map.of(DOSSIER, 1L));
            var threads = java.lang.management.ManagementFactory.getThreadMXBean();
            var thread = Thread.getAllStackTraces().keySet().stream()
                    .filter(candidate -> candidate.getName().equals("event-relay"))
                    .findFirst()
                    .orElseThrow();
            var cpuBefore = threads.getThreadCpuTime(thread.getId());
            var start = System.nanoTime();

            Await.that(
                    "two seconds to pass",
                    () -> System.nanoTime() - start > Duration.ofSeconds(2).toNanos());

            var share = (double) (threads.getThreadCpuTime(thread.getId()) - cpuBefore) / (System.nanoTime() - start);
            assertThat(share).as("share of one core").isLessThan(0.03);
        }
    }
}
