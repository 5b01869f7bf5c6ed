package vn.motcua.dossier.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.Topics;
import vn.motcua.local.testing.LocalInfrastructure;

/** The catalogue in the database, over HTTP and on its topic. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class CatalogueIT {

    @Inject
    Catalogue catalogue;

    @Inject
    CatalogueStore store;

    @Inject
    Catalogues catalogues;

    @Inject
    CatalogueRoom room;

    @Inject
    CataloguePublisher publisher;

    @Inject
    DataSource database;

    @Test
    void whatTheBuildBringsAlongIsInTheDatabase() {
        assertThat(catalogue.entries()).isEqualTo(Catalogue.shipped().entries());
        assertThat(store.all()).hasSameSizeAs(catalogue.entries());
    }

    @Test
    void anUnchangedFileIsLeftAlone() {
        for (CatalogueFile file : CatalogueFiles.shipped()) {
            assertThat(store.load(file)).as(file.name()).isEqualTo(CatalogueStore.Loading.UNCHANGED);
        }
    }

    @Test
    void aFileOfAHigherVersionTakesEffectAndOneOfALowerIsLeftAlone() throws Exception {
        List<CatalogueEntry> renamed = List.of(
                new CatalogueEntry.Reason("ONLY_HERE", 1, "REFUSAL", new CatalogueEntry.Names("lý do thử", "a trial")));
        CatalogueFile second = new CatalogueFile("trial-" + UUID.randomUUID(), 2, "sha256:2", renamed);
        assertThat(store.load(second)).isEqualTo(CatalogueStore.Loading.LOADED);
        assertThat(catalogues.refresh()).isTrue();
        assertThat(catalogue.reason("ONLY_HERE")).isPresent();

        assertThat(store.load(new CatalogueFile(second.name(), 1, "sha256:1", List.of())))
                .isEqualTo(CatalogueStore.Loading.SUPERSEDED);
        assertThatThrownBy(() -> store.load(new CatalogueFile(second.name(), 2, "sha256:other", renamed)))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("its content changed but it still has version 2");
        assertThat(store.load(new CatalogueFile(second.name(), 3, "sha256:3", renamed)))
                .isEqualTo(CatalogueStore.Loading.LOADED);
        execute("delete from catalogue_item where code = 'ONLY_HERE'");
        room.tidy();
    }

    @Test
    void aListIsTakenFromTheCacheUntilItChanges() {
        String tag = given().when()
                .get("/v1/catalogue/procedures")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=300"))
                .body("items.size()", equalTo(catalogue.procedures().size()))
                .body("items.code", hasItem("1.900201"))
                .body(
                        "items.find { it.code == '1.900201' }.names.vi",
                        equalTo("Đăng ký thành lập công ty trách nhiệm hữu hạn một thành viên"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .when()
                .get("/v1/catalogue/procedures")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
        given().header("If-None-Match", "\"other\"")
                .when()
                .get("/v1/catalogue/procedures")
                .then()
                .statusCode(200);
    }

    @Test
    void everyKindIsOpenToAll() {
        for (String kind : List.of("agencies", "reasons", "calendars")) {
            given().when()
                    .get("/v1/catalogue/" + kind)
                    .then()
                    .statusCode(200)
                    .body("items[0].code.isEmpty()", equalTo(false));
        }
        given().when().get("/v1/catalogue/fees").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void everyEntryIsPublishedOnceAndNotAgainAtTheNextStart() throws Exception {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> topic().size() >= catalogue.entries().size());
        Map<String, CatalogueEntry> published = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : topic()) {
            published.put(record.key(), EventFormat.mapper().readValue(record.value(), CatalogueEntry.class));
        }
        Map<String, CatalogueEntry> expected = new HashMap<>();
        catalogue.entries().forEach(entry -> expected.put(entry.key(), entry));
        assertThat(published).containsAllEntriesOf(expected);

        await().atMost(Duration.ofSeconds(10)).until(() -> publisher.publishOnce() == 0);
        int before = topic().size();
        assertThat(publisher.publishOnce()).isZero();
        assertThat(topic()).hasSize(before);

        execute("update catalogue_publication set digest = 'sha256:old' where code = 'INCOMPLETE'");
        assertThat(publisher.publishOnce()).isEqualTo(1);
        // A topic made anew is empty, whatever we remember of its name.
        execute("update catalogue_publication set topic_id = 'another'");
        assertThat(publisher.publishOnce())
                .isGreaterThanOrEqualTo(catalogue.entries().size());
    }

    private List<ConsumerRecord<String, byte[]>> topic() {
        Map<String, Object> settings = Map.of("bootstrap.servers", LocalInfrastructure.kafka());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.CATALOGUE, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
