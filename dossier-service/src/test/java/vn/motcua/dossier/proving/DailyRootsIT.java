package vn.motcua.dossier.proving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.HistoryAudit;
import vn.motcua.dossier.events.HistoryFault;
import vn.motcua.dossier.events.HistoryRoot;
import vn.motcua.dossier.events.Topics;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.reading.StoredDossier;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Each day's root is made once and covers every history; what citizens save over HTTP is checked by the offline verifier. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class DailyRootsIT {

    private static final LocalDate MONDAY = LocalDate.parse("2021-01-04");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final int MANY = 2_500;

    @Inject
    RootStore store;

    @Inject
    DailyRoots roots;

    @Inject
    MeterRegistry metrics;

    @Inject
    DataSource database;

    private UUID dossier;
    private String code;

    @BeforeEach
    void aDossierOfMondayAndManyOthers() {
        RecordedFacts.clearRoots();
        Tables.run(LocalInfrastructure.database(), "delete from event where recorded_at < '2022-01-01'");
        dossier = UUID.randomUUID();
        long number = Tables.number("select count(*) + 1 from dossier where agency = 'H03.05'");
        code = String.format("H03.05-210104-%04d", number);
        StoredDossier.store(List.of(StoredDossier.of(dossier, code, DossierStatus.PROCESSING, "H03.05")
                .ownedBy("proven-1")));
        RecordedFacts.addMany(MANY, at(MONDAY, 8));
        RecordedFacts.add(dossier, code, at(MONDAY, 9));
        RecordedFacts.add(dossier, code, at(MONDAY, 10));
    }

    @Test
    void aDayGetsOneRootHoweverManyInstancesMakeIt() {
        var making = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> roots.close(MONDAY)))
                .toList();
        var made = making.stream().map(CompletableFuture::join).toList();
        assertThat(made.stream().filter(each -> each)).hasSize(1);
        assertThat(store.page(null, 10)).hasSize(1);
        assertThat(store.of(MONDAY)).get().satisfies(root -> {
            assertThat(root.fits()).isTrue();
            assertThat(root.histories()).isEqualTo(MANY + 1);
            assertThat(root.previousRoot()).isNull();
        });
    }

    @Test
    void whatCitizensSaveIsCompleteByThePublishedRoots() {
        var first = Tables.text("select hash from event where subject = ? and sequence = 1", dossier);
        roots.close(MONDAY);
        var monday = json(owner().get(history() + "/proof").asString());
        // Just before midnight in Vietnam, and just after.
        RecordedFacts.add(dossier, code, at(WEDNESDAY, 0).minusMillis(1));
        RecordedFacts.add(dossier, code, at(WEDNESDAY, 0));
        roots.close(TUESDAY);
        var history = json(owner().get(history()).asString());
        var proof = json(owner().get(history() + "/proof").asString());
        var published = json(given().get("/v1/history-roots?limit=100").asString());

        assertThat(proof.path("sequence").asLong()).isEqualTo(3);
        var found = check(history, proof, published);
        assertThat(found).isEqualTo(new HistoryAudit.Finding(null, 0, 4, 3, TUESDAY, true));
        assertThat(check(history, monday, published).provenUpTo()).isEqualTo(2);
        assertThat(check(
                                history,
                                proof,
                                json(given().get("/v1/history-roots/2021-01-05").asString()))
                        .compared())
                .isTrue();

        // Without a token, by what stands on the slip: the very same.
        var slip = "{\"hash\":\"" + first + "\"}";
        assertThat(json(slip(slip).post("/v1/tracking/" + code + "/history").asString()))
                .isEqualTo(history);
        assertThat(json(slip(slip)
                        .post("/v1/tracking/" + code + "/history/proof")
                        .asString()))
                .isEqualTo(proof);
    }

    @Test
    void aHistoryCutShortInTheDatabaseItselfIsSeenByEveryoneAndSaidAloud() {
        roots.close(MONDAY);
        Tables.run(LocalInfrastructure.database(), "delete from event where subject = ? and sequence = 2", dossier);
        var history = json(owner().get(history()).asString());
        assertThat(check(history).intact()).isTrue();
        assertThat(check(history, json(owner().get(history() + "/proof").asString()))
                        .fault())
                .isEqualTo(HistoryFault.CUT_SHORT);

        roots.close(TUESDAY);
        assertThat(metrics.get("motcua_history_contradictions").gauge().value()).isEqualTo(1);
        // What was true on Monday stays in the tree: the gap does not heal by waiting.
        assertThat(check(history, json(owner().get(history() + "/proof").asString()))
                        .fault())
                .isEqualTo(HistoryFault.CUT_SHORT);
    }

    @Test
    void everyPlaceInALargeTreeIsProven() {
        roots.close(MONDAY);
        var subjects = Tables.column("select subject::text from history_leaf order by subject");
        assertThat(subjects).hasSize(MANY + 1);
        assertThat(Tables.number("select count(*) from history_run")).isEqualTo(3);
        for (int place : List.of(0, 1, 1_023, 1_024, 2_047, 2_048, MANY - 1, MANY)) {
            var proof = new ProofStore(database)
                    .of(UUID.fromString(subjects.get(place)))
                    .await()
                    .atMost(Duration.ofSeconds(20));
            assertThat(proof).get().satisfies(found -> {
                assertThat(found.place()).isEqualTo(place);
                assertThat(found.leadsToItsRoot()).isTrue();
            });
        }
        assertThat(new ProofStore(database).of(UUID.randomUUID()).await().atMost(Duration.ofSeconds(20)))
                .isEmpty();
    }

    @Test
    void aLateStartMakesTheMissingDaysOneByOneAndKafkaGetsThem() throws IOException {
        var today = LocalDate.now(DossierCode.ZONE);
        roots.close(today.minusDays(4));
        roots.sweep();
        roots.sweep();

        var all = store.page(null, 10);
        assertThat(all)
                .extracting(HistoryRoot::day)
                .containsExactly(today.minusDays(1), today.minusDays(2), today.minusDays(3), today.minusDays(4));
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i - 1).previousRoot()).isEqualTo(all.get(i).root());
        }
        assertThat(store.due()).isEmpty();
        assertThat(metrics.get("motcua_history_roots_missing_days").gauge().value())
                .isZero();
        assertThat(store.unpublished(10)).isEmpty();
        var topic = topic();
        for (var root : all) {
            assertThat(topic).containsEntry(root.source() + "|" + root.day(), EventFormat.canonicalText(root));
        }
    }

    @Test
    void aDayIsNotClosedWhileWhatBeganOnItIsStillAtWork() throws Exception {
        var aMomentAhead = OffsetDateTime.now().plusMinutes(1);
        var before = store.atWorkSince(aMomentAhead);
        try (var connection = LocalInfrastructure.database().connect()) {
            connection.setAutoCommit(false);
            connection.prepareStatement("select 1").execute();
            assertThat(store.atWorkSince(aMomentAhead)).isEqualTo(before + 1);
            assertThat(store.atWorkSince(OffsetDateTime.now().minusHours(1))).isZero();
            connection.rollback();
        }
    }

    @Test
    void daysAreNotSkipped() {
        roots.close(MONDAY);
        assertThatThrownBy(() -> roots.close(WEDNESDAY)).isInstanceOf(IllegalStateException.class);
        assertThat(store.page(null, 10)).hasSize(1);
    }

    @Test
    void rootsAreForEverybodyAndPaged() {
        roots.close(MONDAY);
        roots.close(TUESDAY);
        var page = given().get("/v1/history-roots?limit=1");
        assertThat(page.jsonPath().getString("items[0].day")).isEqualTo("2021-01-05");
        var link = page.header("Link");
        var next = given().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>')));
        assertThat(next.jsonPath().getString("items[0].day")).isEqualTo("2021-01-04");
        assertThat(next.header("Link")).isNull();

        assertThat(given().get("/v1/history-roots/2021-01-04").statusCode()).isEqualTo(200);
        assertThat(given().get("/v1/history-roots/2021-01-06").statusCode()).isEqualTo(404);
        for (var noDay : List.of("yesterday", "2021-02-30", "-99999-01-01", "20210104")) {
            assertThat(given().get("/v1/history-roots/" + noDay).statusCode())
                    .as(noDay)
                    .isEqualTo(400);
        }
    }

    @Test
    void aProofIsForWhoMaySeeTheHistory() {
        roots.close(MONDAY);
        assertThat(owner().get(history() + "/proof").statusCode()).isEqualTo(200);
        assertThat(as(TokenRequest.of("reception", "H03.05", 1))
                        .get(history() + "/proof")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as(TokenRequest.of("reception", "H03.01", 1))
                        .get(history() + "/proof")
                        .statusCode())
                .isEqualTo(404);
        assertThat(as(TokenRequest.citizen("another")).get(history() + "/proof").statusCode())
                .isEqualTo(404);
        assertThat(given().get(history() + "/proof").statusCode()).isEqualTo(401);
    }

    @Test
    void aSlipOpensItsOwnDossierOnlyAndSaysNothingOfAnybody() {
        var hash = Tables.text("select hash from event where subject = ? and sequence = 2", dossier);
        var right = slip("{\"hash\":\"" + hash + "\"}").post("/v1/tracking/" + code + "/history");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.header("Cache-Control")).isEqualTo("no-store");
        assertThat(right.asString())
                .doesNotContain(
                        StoredDossier.NAME, StoredDossier.PHONE, StoredDossier.ID_NUMBER, "Cán bộ Kín", "ghi chú kín");
        // No root covers it yet.
        assertThat(slip("{\"hash\":\"" + hash + "\"}")
                        .post("/v1/tracking/" + code + "/history/proof")
                        .statusCode())
                .isEqualTo(404);

        var answers = new ArrayList<JsonNode>();
        var wrong = "{\"hash\":\"sha256:" + "0".repeat(64) + "\"}";
        answers.add(json(slip(wrong).post("/v1/tracking/" + code + "/history").asString()));
        answers.add(
                json(slip(wrong).post("/v1/tracking/H03.05-210104-9999/history").asString()));
        answers.add(json(slip("{\"hash\":\"" + hash + "\"}")
                .post("/v1/tracking/H03.05-210104-9999/history")
                .asString()));
        answers.add(json(slip("{\"hash\":\"" + hash + "\"}")
                .post("/v1/tracking/nonsense/history")
                .asString()));
        for (var answer : answers) {
            assertThat(answer.path("status").asInt()).isEqualTo(404);
            assertThat(answer.path("detail")).isEqualTo(answers.get(0).path("detail"));
        }
        for (var unusable : List.of("{}", "{\"hash\":\"\"}", "{\"hash\":\"sha256:12\"}", "{\"other\":1}", "")) {
            assertThat(slip(unusable).post("/v1/tracking/" + code + "/history").statusCode())
                    .as(unusable)
                    .isEqualTo(400);
        }
        assertThat(given().get("/v1/tracking/" + code + "/history?hash=" + hash).statusCode())
                .isEqualTo(405);
    }

    private String history() {
        return "/v1/dossiers/" + dossier + "/history";
    }

    private static RequestSpecification slip(String body) {
        return given().contentType("application/json").body(body);
    }

    private static RequestSpecification owner() {
        return as(TokenRequest.citizen("proven-1"));
    }

    private static RequestSpecification as(TokenRequest who) {
        return given().auth().oauth2(LocalInfrastructure.tokens().token(who));
    }

    private static HistoryAudit.Finding check(JsonNode... saved) {
        var audit = new HistoryAudit();
        for (var each : saved) {
            audit.with(each);
        }
        return audit.check();
    }

    private static JsonNode json(String text) {
        try {
            return EventFormat.mapper().readTree(text);
        } catch (IOException notJson) {
            throw new AssertionError(text, notJson);
        }
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(DossierCode.ZONE).toInstant();
    }

    /** What the topic holds, read to its end. */
    private static Map<String, String> topic() {
        var settings = Map.<String, Object>of("bootstrap.servers", LocalInfrastructure.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(Topics.HISTORY_ROOT, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var found = new HashMap<String, String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> found.put(each.key(), each.value()));
            }
            return found;
        }
    }
}
