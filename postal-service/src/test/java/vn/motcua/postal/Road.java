package vn.motcua.postal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionFactory;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.outside.OutsideClient;
import vn.motcua.local.outside.carrier.ParcelView;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;
import vn.motcua.postal.Province.Dossier;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalTopics;
import vn.motcua.postal.events.RestrictedPostal;

/** Drives the running service and the outside world, and waits for what they do. */
public final class Road {

    public static final Actor LEADER = new Actor(Role.LEADER, "H03.01");
    public static final Actor CITIZEN = new Actor(Role.CITIZEN, null);
    private static final AtomicInteger KEYS = new AtomicInteger();

    private Road() {}

    public static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }

    /** Stops the business clock at that local time. */
    public static void at(String local) {
        SharedClock clock = LocalInfrastructure.clock();
        clock.set(Province.local(local), true);
    }

    public static OutsideClient outside() {
        return LocalInfrastructure.outside();
    }

    public static void accept(Dossier dossier) {
        Province.publish(
                dossier,
                1,
                new Accepted(dossier.state(Status.ACCEPTED, null), LEADER, new Limit(3, Limit.Unit.WORKING_DAYS)),
                Province.RECIPIENT);
    }

    public static void complete(Dossier dossier, String local) {
        Province.publish(
                dossier,
                2,
                new Completed(dossier.state(Status.COMPLETED, Province.local(local)), LEADER, Outcome.GRANTED, 1),
                Province.RECIPIENT);
    }

    /** A new dossier of the agency that is accepted and completed now, and whose parcel the carrier has taken. */
    public static Dossier ordered(String agency, String local) {
        at(local);
        var dossier = Province.byPost(agency);
        accept(dossier);
        complete(dossier, local);
        awaitStatus(dossier, "ORDERED");
        return dossier;
    }

    /** The manifest of that day, closed by the clock and handed over. */
    public static String handedOver(String agency, String day) {
        var id = closed(agency, day);
        at(day + "T15:30");
        handover(agency, id, etag(clerk(agency), "/v1/manifests/" + id), key())
                .then()
                .statusCode(200);
        return id;
    }

    /** The first run of that day, closed by the clock. */
    public static String closed(String agency, String day) {
        at(day + "T15:00");
        var id = agency + "-" + day.replace("-", "") + "-1";
        soon().untilAsserted(() ->
                assertThat(manifest(agency, id).getString("status")).isEqualTo("CLOSED"));
        return id;
    }

    public static Response handover(String agency, String id, String etag, String key) {
        return step(clerk(agency), "/v1/manifests/" + id + "/handover", etag, key)
                .body(Map.of("handedOverBy", "Nguyễn Thị Văn Thư", "receivedBy", "Trần Văn Bưu Tá"))
                .post("/v1/manifests/" + id + "/handover");
    }

    public static RequestSpecification step(TokenRequest who, String path, String etag, String key) {
        return as(who).contentType("application/json")
                .header("Idempotency-Key", key)
                .header("If-Match", etag);
    }

    public static RequestSpecification as(TokenRequest who) {
        return given().auth().oauth2(LocalInfrastructure.tokens().token(who)).header("Accept-Language", "en");
    }

    public static TokenRequest clerk(String agency) {
        return TokenRequest.of("clerk", agency, 1).named("Nguyễn Thị Văn Thư");
    }

    public static String key() {
        return "key-" + KEYS.incrementAndGet();
    }

    public static String etag(TokenRequest who, String path) {
        return as(who).get(path).then().statusCode(200).extract().header("ETag");
    }

    public static JsonPath manifest(String agency, String id) {
        return as(clerk(agency))
                .get("/v1/manifests/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The dossier's parcels, newest first. */
    public static JsonPath returns(Dossier dossier) {
        return as(clerk(dossier.agency()))
                .get("/v1/postal-returns?dossier=" + dossier.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The dossier's only parcel, with its track. */
    public static JsonPath parcel(Dossier dossier) {
        return as(clerk(dossier.agency()))
                .get("/v1/postal-returns/" + returns(dossier).getString("items[0].id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static void awaitStatus(Dossier dossier, String status) {
        soon().untilAsserted(() ->
                assertThat(returns(dossier).getString("items[0].status")).isEqualTo(status));
    }

    public static void awaitOrder(Dossier dossier, String state) {
        soon().untilAsserted(() ->
                assertThat(returns(dossier).getString("items[0].orderState")).isEqualTo(state));
    }

    public static String trackingNumber(Dossier dossier) {
        return returns(dossier).getString("items[0].trackingNumber");
    }

    /** What the carrier has under that order number. */
    public static List<ParcelView.Parcel> atCarrier(String orderNumber) {
        return outside().parcels().parcels().stream()
                .filter(parcel -> parcel.orderNumber().equals(orderNumber))
                .toList();
    }

    /** The carrier reports, and all its call-backs were taken. */
    public static void carrierSays(Dossier dossier, int status, String local) {
        carrierSays(trackingNumber(dossier), status, Province.local(local), 0);
    }

    public static void carrierSays(String item, int status, Instant time, int repeats) {
        outside().move(item, status, time, repeats);
        soon().until(() -> outside().parcels().parcels().stream()
                .filter(parcel -> parcel.itemCode().equals(item))
                .flatMap(parcel -> parcel.track().stream())
                .allMatch(step -> step.taken() == step.copies()));
    }

    /** One number from the database. */
    public static long number(String sql, Object... parameters) {
        try (var connection = LocalInfrastructure.database().connect();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Changes the database behind the service's back. */
    public static int change(String sql, Object... parameters) {
        try (var connection = LocalInfrastructure.database().connect();
                var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setObject(i + 1, parameters[i]);
            }
            return update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Types of the dossier's postal facts in their order, from the history. */
    public static List<String> history(UUID dossier) {
        try (var connection = LocalInfrastructure.database().connect();
                var query = connection.prepareStatement("select type from event where subject = ? order by sequence")) {
            query.setObject(1, dossier);
            var types = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    types.add(rows.getString(1).replace("vn.motcua.postal.", "").replace(".v1", ""));
                }
            }
            return types;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public static EventAttributes attributes(ConsumerRecord<String, byte[]> record) {
        return EventAttributes.read(name -> {
            var header = record.headers().lastHeader(name);
            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        });
    }

    /** What was published of the dossier for those who may follow its parcels. */
    public static List<RestrictedPostal> restricted(UUID dossier, int number) {
        return records(PostalTopics.TRACKING_RESTRICTED, dossier, number).stream()
                .map(record -> PostalFormat.readRestricted(attributes(record).type(), record.value()))
                .toList();
    }

    /** The dossier's records on that topic, once there are so many. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic, UUID dossier, int number) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", LocalInfrastructure.kafka()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            soon().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(dossier.toString())) {
                        found.add(record);
                    }
                });
                return found.size() >= number;
            });
            assertThat(found).hasSize(number);
            return found;
        }
    }
}
