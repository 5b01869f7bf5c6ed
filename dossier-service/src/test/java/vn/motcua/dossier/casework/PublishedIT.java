package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.dossier.events.HistoryVerifier.Received;
import vn.motcua.dossier.events.Topics;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.local.testing.LocalInfrastructure;

/** What others get to know of a dossier, read from the real topics. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class PublishedIT {

    private final Api citizen = Api.citizen("c-23");
    private final Api reception = Api.as("reception", JUSTICE);

    @BeforeEach
    void onAWednesday() {
        BusinessDay.standAt("2022-06-22T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void theSharedTopicHasTheFactsAndTheRestrictedOneAlsoThePerson() {
        var submitted = citizen.open(Examples.ONLINE);
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        reception.step(submitted.id(), "processing", accepted.etag(), "{\"note\": \"chuyển phòng\"}");

        var shared = records(Topics.DOSSIER_LIFECYCLE, submitted.id(), 3);
        var restricted = records(Topics.DOSSIER_LIFECYCLE_RESTRICTED, submitted.id(), 3);

        assertThat(shared.stream().map(PublishedIT::type))
                .containsExactly(
                        "vn.motcua.dossier.submitted.v1",
                        "vn.motcua.dossier.accepted.v1",
                        "vn.motcua.dossier.processing-started.v1");
        for (var record : shared) {
            assertThat(text(record) + headers(record))
                    .doesNotContain(
                            "Nguyễn", "Hoa", "912345678", "006190000123", "example.com", "Đức Xuân", "chuyển", "c-23");
        }
        assertThat(HistoryVerifier.verify(shared.stream()
                                .map(record -> new Received(attributes(record), record.value()))
                                .toList())
                        .why())
                .isEmpty();
        for (int i = 0; i < shared.size(); i++) {
            assertThat(text(restricted.get(i))).startsWith("{\"event\":" + text(shared.get(i)));
        }
        var person = EventFormat.readRestricted(
                        type(restricted.get(0)), restricted.get(0).value())
                .recipient();
        assertThat(person.name()).isEqualTo("Nguyễn Thị Hoa");
        assertThat(person.phone()).isEqualTo("+84912345678");
        assertThat(person.address().commune()).isEqualTo("Phường Đức Xuân");
        // Nobody has to be told that processing started.
        assertThat(text(restricted.get(2))).endsWith("}}").doesNotContain("recipient");
    }

    @Test
    void theAddressGoesOutOnlyWhereTheResultGoesByPost() {
        var byCounter =
                citizen.open(Examples.ONLINE.replace("\"returnMethod\": \"POST\"", "\"returnMethod\": \"COUNTER\""));

        var record =
                records(Topics.DOSSIER_LIFECYCLE_RESTRICTED, byCounter.id(), 1).get(0);

        var person = EventFormat.readRestricted(type(record), record.value()).recipient();
        assertThat(person.name()).isEqualTo("Nguyễn Thị Hoa");
        assertThat(person.address()).isNull();
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic, String dossier, int count) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        var config = Map.<String, Object>of(
                "bootstrap.servers",
                LocalInfrastructure.kafka(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (dossier.equals(record.key())) {
                        found.add(record);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    private static EventAttributes attributes(ConsumerRecord<String, byte[]> record) {
        return EventAttributes.read(name -> header(record, name));
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_type");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String headers(ConsumerRecord<String, byte[]> record) {
        var all = new StringBuilder();
        record.headers().forEach(header -> all.append(new String(header.value(), StandardCharsets.UTF_8)));
        return all.toString();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
