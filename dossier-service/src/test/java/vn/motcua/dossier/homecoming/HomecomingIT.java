package vn.motcua.dossier.homecoming;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventHash;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.reading.StoredDossier;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;
import vn.motcua.postal.events.Delivered;
import vn.motcua.postal.events.HandedOver;
import vn.motcua.postal.events.OrderCreated;
import vn.motcua.postal.events.ParcelRef;
import vn.motcua.postal.events.PostalEvent;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalState;
import vn.motcua.postal.events.PostalStatus;
import vn.motcua.postal.events.PostalTopics;

/** A parcel comes home, told by real events: once, twice, out of order, and to dossiers that cannot be returned. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class HomecomingIT {

    private static final String SOURCE = "urn:motcua:H03:postal-service";
    private static final Instant COMPLETED = Instant.parse("2022-06-08T02:00:00Z");
    private static final Instant DELIVERED = Instant.parse("2022-06-10T03:15:00Z");

    private static KafkaProducer<String, byte[]> producer;
    private static int numbers;

    private record Returned(
            String status, long sequence, Instant returnedAt, long events, String data, String causation) {}

    @BeforeAll
    static void openTheTopic() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", LocalInfrastructure.kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void closeTheTopic() {
        producer.close(Duration.ofSeconds(5));
    }

    @Test
    void aDeliveredResultReturnsItsDossierByPost() {
        StoredDossier dossier = stored(DossierStatus.COMPLETED, "POST");
        send(dossier.id(), 1, new OrderCreated(postal(dossier, PostalStatus.ORDERED, null, Origin.LIVE)));
        send(dossier.id(), 2, new HandedOver(postal(dossier, PostalStatus.HANDED_OVER, null, Origin.LIVE)));
        UUID fact =
                send(dossier.id(), 3, new Delivered(postal(dossier, PostalStatus.DELIVERED, DELIVERED, Origin.LIVE)));
        applied(dossier.id(), 3);
        Returned after = after(dossier.id());
        assertThat(after.status()).isEqualTo("RETURNED");
        assertThat(after.sequence()).isEqualTo(4);
        assertThat(after.returnedAt()).isEqualTo(DELIVERED);
        assertThat(after.events()).isEqualTo(1);
        assertThat(after.causation()).isEqualTo(fact.toString());
        assertThat(after.data())
                .contains("\"actor\":{\"role\":\"POSTAL\"}", "\"via\":\"POST\"", "\"status\":\"RETURNED\"");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from outgoing where subject = ?", dossier.id()) == 0);
    }

    /** The result was wrong and taken back while the parcel was on its way; the right one is there and has not left yet. */
    @Test
    void aParcelThatLeftBeforeTheResultWasThereCarriesAnotherAndIsLookedAtByAPerson() {
        StoredDossier dossier = stored(DossierStatus.COMPLETED, "POST");
        var right = postal(dossier, PostalStatus.DELIVERED, DELIVERED, Origin.LIVE);
        send(
                dossier.id(),
                1,
                new Delivered(new PostalState(
                        right.parcel(),
                        right.dossierCode(),
                        right.agency(),
                        right.zone(),
                        right.status(),
                        right.promisedDate(),
                        right.failedAttempts(),
                        COMPLETED.minusSeconds(1),
                        right.deliveredAt(),
                        right.origin())));
        applied(dossier.id(), 1);
        assertThat(listed(dossier)).isEqualTo("ANOTHER_RESULT");
        assertThat(after(dossier.id()).status()).isEqualTo("COMPLETED");

        send(dossier.id(), 2, new Delivered(right));
        applied(dossier.id(), 2);
        assertThat(after(dossier.id()).status()).isEqualTo("RETURNED");
    }

    @Test
    void toldTwiceItIsReturnedOnce() {
        StoredDossier dossier = stored(DossierStatus.COMPLETED, "POST");
        Delivered fact = new Delivered(postal(dossier, PostalStatus.DELIVERED, DELIVERED, Origin.LIVE));
        send(dossier.id(), 1, fact);
        send(dossier.id(), 1, fact);
        // The carrier's second call made a second fact of the same parcel.
        send(dossier.id(), 2, fact);
        send(dossier.id(), 1, fact);
        applied(dossier.id(), 2);
        assertThat(after(dossier.id()).sequence()).isEqualTo(4);
        assertThat(after(dossier.id()).events()).isEqualTo(1);
        assertThat(work(dossier.id())).isZero();
    }

    @Test
    void outOfOrderItWaitsForWhatIsMissing() {
        StoredDossier dossier = stored(DossierStatus.COMPLETED, "POST");
        send(dossier.id(), 2, new Delivered(postal(dossier, PostalStatus.DELIVERED, DELIVERED, Origin.LIVE)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from waiting_event where subject = ?", dossier.id()) == 1);
        assertThat(after(dossier.id()).status()).isEqualTo("COMPLETED");
        send(dossier.id(), 1, new HandedOver(postal(dossier, PostalStatus.HANDED_OVER, null, Origin.LIVE)));
        applied(dossier.id(), 2);
        assertThat(after(dossier.id()).status()).isEqualTo("RETURNED");
    }

    @Test
    void whatWasCollectedAtTheCounterMeanwhileIsLookedAtByAPerson() {
        StoredDossier dossier = stored(DossierStatus.RETURNED, "POST");
        send(dossier.id(), 1, new Delivered(postal(dossier, PostalStatus.DELIVERED, DELIVERED, Origin.LIVE)));
        applied(dossier.id(), 1);
        assertThat(listed(dossier)).isEqualTo("RETURNED_FOR_GOOD");
        assertThat(after(dossier.id()).events()).isZero();
        assertThat(count("select count(*) from parked_event where subject = ?", dossier.id()))
                .isZero();
    }

    @Test
    void whatHasNoResultOrWasNotToGoByPostIsLookedAtByAPerson() {
        StoredDossier unfinished = stored(DossierStatus.PROCESSING, "POST");
        StoredDossier collected = stored(DossierStatus.COMPLETED, "COUNTER");
        for (StoredDossier dossier : List.of(unfinished, collected)) {
            send(dossier.id(), 1, new Delivered(postal(dossier, PostalStatus.DELIVERED, DELIVERED, Origin.LIVE)));
            applied(dossier.id(), 1);
        }
        assertThat(listed(unfinished)).isEqualTo("NO_RESULT_YET");
        assertThat(listed(collected)).isEqualTo("NOT_ASKED_BY_POST");
        assertThat(after(unfinished.id()).status()).isEqualTo("PROCESSING");
        assertThat(after(collected.id()).status()).isEqualTo("COMPLETED");
    }

    @Test
    void aParcelOfNoDossierIsLookedAtByAPerson() {
        StoredDossier nowhere = one(DossierStatus.COMPLETED, "POST");
        send(nowhere.id(), 1, new Delivered(postal(nowhere, PostalStatus.DELIVERED, DELIVERED, Origin.LIVE)));
        applied(nowhere.id(), 1);
        assertThat(listed(nowhere)).isEqualTo("DOSSIER_UNKNOWN");
    }

    @Test
    void aFactThatIsNotLiveMovesNothing() {
        StoredDossier dossier = stored(DossierStatus.COMPLETED, "POST");
        send(dossier.id(), 1, new Delivered(postal(dossier, PostalStatus.DELIVERED, DELIVERED, Origin.CORRECTED)));
        applied(dossier.id(), 1);
        assertThat(after(dossier.id()).status()).isEqualTo("COMPLETED");
        assertThat(work(dossier.id())).isZero();
    }

    @Test
    void aPoisonedFactIsParkedAndTheRestFlows() {
        StoredDossier poisoned = stored(DossierStatus.COMPLETED, "POST");
        StoredDossier healthy = stored(DossierStatus.COMPLETED, "POST");
        Delivered fact = new Delivered(postal(healthy, PostalStatus.DELIVERED, DELIVERED, Origin.LIVE));
        send(poisoned.id(), 1, fact.type(), "{\"postal\": 7}".getBytes(StandardCharsets.UTF_8));
        send(healthy.id(), 1, fact);
        applied(healthy.id(), 1);
        assertThat(after(healthy.id()).status()).isEqualTo("RETURNED");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from parked_event where subject = ?", poisoned.id()) == 1);
        assertThat(after(poisoned.id()).status()).isEqualTo("COMPLETED");
    }

    @Test
    void aLineIsSettledOnceByThoseOfTheAgency() {
        StoredDossier dossier = stored(DossierStatus.PROCESSING, "POST");
        send(dossier.id(), 1, new Delivered(postal(dossier, PostalStatus.DELIVERED, DELIVERED, Origin.LIVE)));
        applied(dossier.id(), 1);
        Response list = as("leader", "H03").get("/v1/homecoming-work?agency=H03.01&limit=200");
        int id = list.path("items.find { it.dossier == '" + dossier.id() + "' }.id");
        String path = "/v1/homecoming-work/" + id + "/settlement";

        assertThat(as("reception", "H03.02")
                        .get("/v1/homecoming-work?agency=H03.01")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("reception", "H03.02")
                        .get("/v1/homecoming-work?limit=200")
                        .asString())
                .doesNotContain(dossier.code());
        assertThat(as("officer", "H03.01").get("/v1/homecoming-work").statusCode())
                .isEqualTo(403);
        assertThat(settle("reception", "H03.02", path, "k1", "của nơi khác").statusCode())
                .isEqualTo(404);
        assertThat(settle("reception", "H03.01", path, null, "không có khóa").statusCode())
                .isEqualTo(400);
        assertThat(settle("reception", "H03.01", path, "k2-" + id, " ").statusCode())
                .isEqualTo(422);

        Response settled = settle("reception", "H03.01", path, "k3-" + id, "Đã gọi bưu điện.");
        settled.then()
                .statusCode(200)
                .body("settlement.note", equalTo("Đã gọi bưu điện."))
                .body("reason", equalTo("NO_RESULT_YET"))
                .body("vi", containsString("chưa có kết quả"));
        assertThat(settle("reception", "H03.01", path, "k3-" + id, "Đã gọi bưu điện.")
                        .asString())
                .isEqualTo(settled.asString());
        settle("reception", "H03.01", path, "k3-" + id, "Lời khác.")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:motcua:problem:key-reused"));
        settle("reception", "H03.01", path, "k4-" + id, "Lần nữa.")
                .then()
                .statusCode(409)
                .body("reason", equalTo("ALREADY_SETTLED"));
        as("reception", "H03.01")
                .get("/v1/homecoming-work?limit=200")
                .then()
                .statusCode(200)
                .body(not(containsString(dossier.code())));
    }

    private static Response settle(String role, String agency, String path, String key, String note) {
        var request = as(role, agency).contentType(ContentType.JSON).body(Map.of("note", note));
        return (key == null ? request : request.header("Idempotency-Key", key)).post(path);
    }

    private static io.restassured.specification.RequestSpecification as(String role, String agency) {
        return given().auth().oauth2(LocalInfrastructure.tokens().token(TokenRequest.of(role, agency, 1)));
    }

    private static String listed(StoredDossier dossier) {
        return as("reception", "H03.01")
                .get("/v1/homecoming-work?limit=200")
                .path("items.find { it.dossier == '" + dossier.id() + "' }.reason");
    }

    private static StoredDossier stored(DossierStatus status, String returnMethod) {
        StoredDossier dossier = one(status, returnMethod);
        StoredDossier.store(List.of(dossier));
        return dossier;
    }

    private static StoredDossier one(DossierStatus status, String returnMethod) {
        int number = ++numbers;
        UUID id = UUID.nameUUIDFromBytes(("homecoming-" + number).getBytes(StandardCharsets.UTF_8));
        return StoredDossier.of(id, String.format("H03.01-220605-%04d", number), status, "H03.01")
                .returnedBy(returnMethod)
                .submitted(COMPLETED);
    }

    private static PostalState postal(StoredDossier dossier, PostalStatus status, Instant delivered, Origin origin) {
        return new PostalState(
                new ParcelRef(dossier.id(), 1),
                dossier.code(),
                new AgencyRef("H03.01", List.of("H03", "H03.01")),
                "INTRA_PROVINCE",
                status,
                LocalDate.of(2022, 6, 13),
                0,
                COMPLETED,
                delivered,
                origin);
    }

    private static UUID send(UUID subject, long sequence, PostalEvent event) {
        return send(subject, sequence, event.type(), PostalFormat.canonical(event));
    }

    private static UUID send(UUID subject, long sequence, String type, byte[] data) {
        UUID id = UUID.nameUUIDFromBytes((subject + "/" + sequence).getBytes(StandardCharsets.UTF_8));
        String previous = sequence == 1 ? null : "sha256:" + sequence;
        EventAttributes bare = attributes(id, subject, sequence, type, previous, null);
        EventAttributes whole = attributes(
                id, subject, sequence, type, previous, EventHash.of(bare, new String(data, StandardCharsets.UTF_8)));
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(PostalTopics.TRACKING, subject.toString(), data);
        whole.headers()
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.US_ASCII)));
        producer.send(message);
        producer.flush();
        return id;
    }

    private static EventAttributes attributes(
            UUID id, UUID subject, long sequence, String type, String previous, String hash) {
        return new EventAttributes(
                id,
                SOURCE,
                type,
                subject.toString(),
                DELIVERED.plusSeconds(60),
                EventAttributes.schemaOf(type),
                sequence,
                subject.toString(),
                previous,
                hash,
                DELIVERED.plusSeconds(61),
                "correlated",
                null,
                null);
    }

    private static void applied(UUID subject, long sequence) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count(
                                "select count(*) from inbox where stream = 'postal-tracking' and subject = ? and last_sequence = "
                                        + sequence,
                                subject)
                        == 1);
    }

    private static long work(UUID dossier) {
        return count("select count(*) from homecoming_work where dossier_id = ?", dossier);
    }

    private static long count(String sql, UUID subject) {
        try (Connection connection = LocalInfrastructure.database().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, subject);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Returned after(UUID id) {
        try (Connection connection = LocalInfrastructure.database().connect();
                PreparedStatement select = connection.prepareStatement("""
                        select d.status, d.sequence, d.returned_at, count(e.subject), max(e.data), max(e.causation_id)
                        from dossier d left join event e on e.subject = d.id where d.id = ? group by d.id""")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Returned(
                        row.getString(1),
                        row.getLong(2),
                        row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant(),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
