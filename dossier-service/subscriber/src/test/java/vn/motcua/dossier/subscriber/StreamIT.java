package vn.motcua.dossier.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.subscriber.Events.event;
import static vn.motcua.dossier.subscriber.Events.lives;
import static vn.motcua.dossier.subscriber.Events.numbers;
import static vn.motcua.dossier.subscriber.Events.subject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

/** The road from the broker: channel, offsets, lag, the catalogue's topic. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class StreamIT {

    private static final Logger LOG = Logger.getLogger(StreamIT.class);
    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    Ledger ledger;

    @Inject
    CatalogueCopy catalogue;

    @Inject
    Database database;

    @Inject
    MeterRegistry registry;

    @Test
    void whatIsPublishedTakesEffectOnceHoweverOftenItIsPublished() {
        send(lives(31, 100, 1, 5));

        await().atMost(LONG).until(() -> effects(31) == 500);
        for (int n = 1; n <= 100; n++) {
            assertThat(database.effects(subject(31, n))).isEqualTo(numbers(1, 5));
        }
        awaitCommitted();

        send(lives(31, 100, 1, 5));
        awaitCommitted();
        assertThat(effects(31)).isEqualTo(500);
    }

    @Test
    void garbageOnTheTopicStopsNobody() {
        send(List.of(event(subject(32, 1), 1)));
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>(
                    Events.TOPIC, subject(32, 1).toString(), "not an event".getBytes(StandardCharsets.UTF_8)));
        }
        send(List.of(event(subject(32, 1), 2), event(subject(32, 2), 1, "unacceptable"), event(subject(32, 3), 1)));

        await().atMost(LONG).until(() -> effects(32) == 3);
        await().atMost(LONG)
                .until(() ->
                        database.number("select count(*) from undecodable_record where value_start = 'not an event'")
                                == 1);
        await().atMost(LONG)
                .until(() -> registry.get("motcua.inbox.parked")
                                .tag("stream", Ledger.NAME)
                                .gauge()
                                .value()
                        >= 1);
    }

    @Test
    void anEventWhoseEntryIsNotThereYetWaitsAndGoesOnWhenItComes() {
        send(List.of(
                event(subject(33, 1), 1),
                event(subject(33, 1), 2, "needs:9.000001"),
                event(subject(33, 1), 3),
                event(subject(33, 2), 1)));
        await().atMost(LONG).until(() -> effects(33) == 2);
        await().atMost(LONG)
                .until(() -> database.number("select tries from inbox where subject = '" + subject(33, 1) + "'") >= 2);
        assertThat(database.number("select count(*) from parked_event where subject = '" + subject(33, 1) + "'"))
                .isZero();
        assertThat(database.texts("select block_reason from inbox where subject = '" + subject(33, 1) + "'"))
                .containsExactly("PROCEDURE|9.000001|1");

        publish("PROCEDURE|9.000001|1", procedure("9.000001", 1, "A"));

        await().atMost(LONG).until(() -> effects(33) == 4);
        assertThat(database.effects(subject(33, 1))).isEqualTo(numbers(1, 3));
    }

    @Test
    void whatWaitedTooLongIsParked() {
        send(List.of(event(subject(34, 1), 1, "needs:9.999999")));
        await().atMost(LONG)
                .until(() -> database.number("select count(*) from inbox where block = 'NOT_YET' and subject = '"
                                + subject(34, 1) + "'")
                        == 1);

        database.execute("update inbox set blocked_since = now() - interval '16 minutes' where subject = '"
                + subject(34, 1) + "'");

        await().atMost(LONG)
                .until(() -> database.texts("select reason from parked_event where subject = '" + subject(34, 1) + "'")
                        .equals(List.of("vn.motcua.dossier.subscriber.NotYet: PROCEDURE|9.999999|1")));
    }

    @Test
    void theLastValueOfAKeyHoldsAndATombstoneRemovesIt() {
        publish("PROCEDURE|9.000002|1", procedure("9.000002", 1, "A"));
        publish("PROCEDURE|9.000002|2", procedure("9.000002", 2, "B"));
        publish("PROCEDURE|9.000002|2", procedure("9.000002", 2, "C"));
        publish("nonsense", "{}");
        publish("PROCEDURE|9.000003|1", procedure("9.000003", 1, "D"));

        await().atMost(LONG).until(() -> catalogue.knowsProcedure("9.000003"));
        assertThat(catalogue
                        .procedure("9.000002", LocalDate.of(2022, 6, 8))
                        .orElseThrow()
                        .sector())
                .isEqualTo("C");
        assertThat(catalogue.procedure("9.000002", 1).orElseThrow().sector()).isEqualTo("A");
        assertThat(database.number("select count(*) from undecodable_record where stream = 'catalogue'"))
                .isEqualTo(1);

        publish("PROCEDURE|9.000002|2", null);
        await().atMost(LONG)
                .until(() -> catalogue
                                .procedure("9.000002", LocalDate.of(2022, 6, 8))
                                .orElseThrow()
                                .version()
                        == 1);
        assertThat(catalogue.procedures()).extracting(each -> each.code()).contains("9.000002", "9.000003");
    }

    @Test
    void anEntryThatAnotherInstanceWroteIsFoundAfterAMiss() {
        assertThat(catalogue.procedure("9.000004", 1)).isEmpty();
        database.execute(
                "insert into catalogue_entry (kind, code, version, content, published_at) values ('PROCEDURE', '9.000004', 1, '"
                        + procedure("9.000004", 1, "A") + "', now())");

        await().atMost(Duration.ofSeconds(5))
                .until(() -> catalogue.procedure("9.000004", 1).isPresent());
    }

    /** No bar, since machines differ: the figure is printed, and only a collapse fails. */
    @Test
    void catchingUpTakesWholePolls() {
        var events = lives(35, Integer.getInteger("motcua.catch-up.subjects", 4_000), 1, 10);
        send(events.subList(0, 2_000));
        await().atMost(LONG).until(() -> effects(35) == 2_000);
        int calls = ledger.calls();
        long start = System.nanoTime();
        send(events.subList(2_000, events.size()));
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> effects(35) == events.size());
        double seconds = (System.nanoTime() - start) / 1e9;

        double rate = (events.size() - 2_000) / seconds;
        LOG.infof("catch-up events/s=%.0f of=%d calls=%d", rate, events.size() - 2_000, ledger.calls() - calls);
        assertThat(rate).isGreaterThan(1_000);
        assertThat(database.number(
                        "select count(*) from (select subject from effect where subject in (select subject from inbox)"
                                + " group by subject, sequence having count(*) > 1) twice"))
                .isZero();
    }

    /** Until the group has committed the end of every partition, so that everything published was received. */
    private void awaitCommitted() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", LocalInfrastructure.kafka()))) {
            var partitions = IntStream.range(0, 12)
                    .mapToObj(each -> new TopicPartition(Events.TOPIC, each))
                    .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
            await().atMost(LONG).until(() -> {
                var ends = admin.listOffsets(partitions).all().get();
                var committed = admin.listConsumerGroupOffsets("subscriber-test")
                        .partitionsToOffsetAndMetadata()
                        .get();
                return ends.entrySet().stream()
                        .filter(each -> each.getValue().offset() > 0)
                        .allMatch(each -> committed.containsKey(each.getKey())
                                && committed.get(each.getKey()).offset()
                                        == each.getValue().offset());
            });
        }
        await().until(() -> registry.get("motcua.inbox.lag.records")
                        .tag("stream", Ledger.NAME)
                        .gauge()
                        .value()
                == 0);
    }

    private long effects(int test) {
        return database.number("select count(*) from effect where subject between '" + subject(test, 0) + "' and '"
                + subject(test, 0xffff_ffffL) + "'");
    }

    private static void send(List<ConsumerRecord<String, byte[]>> events) {
        try (var producer = producer()) {
            events.forEach(each ->
                    producer.send(new ProducerRecord<>(each.topic(), null, each.key(), each.value(), each.headers())));
        }
    }

    private static void publish(String key, String value) {
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>(
                    "catalogue.v1", key, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", LocalInfrastructure.kafka(), "acks", "all", "linger.ms", "5"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static String procedure(String code, int version, String sector) {
        return """
                {"kind":"PROCEDURE","code":"%s","version":%d,"names":{"vi":"Thủ tục","en":"Procedure"},"sector":"%s",
                 "agencies":[],"components":[],"online":true,"immediate":false,"synthetic":true}""".formatted(code, version, sector);
    }
}
