package vn.motcua.postal.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.local.tokens.SigningKey;
import vn.motcua.postal.PostalTest;
import vn.motcua.postal.Province;
import vn.motcua.postal.Province.Dossier;
import vn.motcua.postal.Road;

@QuarkusTest
class CallbackIT extends PostalTest {

    @Test
    void aRepeatedCallBackCountsOnce() {
        var dossier = handedOver();
        var item = Road.trackingNumber(dossier);
        Road.carrierSays(item, 10, Province.local("2022-06-09T08:00"), 4);
        Road.carrierSays(item, 15, Province.local("2022-06-10T08:00"), 4);
        Road.carrierSays(item, 14, Province.local("2022-06-14T08:00"), 4);
        assertThat(Road.history(dossier.id()))
                .containsExactly("order-created", "handed-over", "in-transit", "delivery-failed", "delivered");
        assertThat(Road.parcel(dossier).getInt("failedAttempts")).isEqualTo(1);
        assertThat(Road.parcel(dossier).getList("track")).hasSize(3);
    }

    @Test
    void reportsThatComeInAnyOrderLeaveLegalFactsAndTheLatestStatus() {
        var dossier = handedOver();
        Road.carrierSays(dossier, 12, "2022-06-10T08:00");
        Road.carrierSays(dossier, 10, "2022-06-09T08:00");
        Road.carrierSays(dossier, 14, "2022-06-14T09:00");
        Road.carrierSays(dossier, 15, "2022-06-10T09:00");
        Road.carrierSays(dossier, 12, "2022-06-14T08:00");
        assertThat(Road.parcel(dossier).getString("status")).isEqualTo("DELIVERED");
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "handed-over", "delivered");
        assertThat(Road.parcel(dossier).getList("track.effect", String.class))
                .containsExactly("OLDER", "MOVED", "FINAL", "FINAL", "MOVED");
    }

    @Test
    void whatTheCarrierSaysBeforeTheSignatureWaitsForItAndThenCountsInOrder() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        Road.carrierSays(dossier, 12, "2022-06-09T08:00");
        Road.carrierSays(dossier, 6, "2022-06-08T15:10");
        Road.carrierSays(dossier, 10, "2022-06-08T18:00");
        assertThat(Road.parcel(dossier).getString("status")).isEqualTo("ORDERED");
        assertThat(Road.history(dossier.id())).containsExactly("order-created");
        Road.handedOver(agency, "2022-06-08");
        assertThat(Road.parcel(dossier).getString("status")).isEqualTo("OUT_FOR_DELIVERY");
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "handed-over", "in-transit");
    }

    @Test
    void aCancelledPickUpTakesTheParcelOffTheList() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        var manifest = Road.returns(dossier).getString("items[0].manifest");
        var before = Road.manifest(agency, manifest).getLong("version");
        Road.carrierSays(dossier, 9, "2022-06-08T11:00");
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "cancelled");
        assertThat(Road.manifest(agency, manifest).getLong("lineCount")).isZero();
        assertThat(Road.manifest(agency, manifest).getLong("version")).isEqualTo(before + 1);
    }

    @Test
    void aParcelThatComesBackAfterOneInvitationIsShownAsInvitedTooSeldom() {
        var dossier = handedOver();
        Road.carrierSays(dossier, 15, "2022-06-10T09:00");
        Road.carrierSays(dossier, 16, "2022-06-11T09:00");
        Road.carrierSays(dossier, 19, "2022-06-13T09:00");
        assertThat(Road.history(dossier.id()))
                .containsExactly("order-created", "handed-over", "delivery-failed", "returned-to-agency");
        assertThat(Road.parcel(dossier).getBoolean("invitedTooSeldom")).isTrue();
    }

    @Test
    void anUnknownStatusOrItemIsKeptAndAcknowledged() {
        var dossier = handedOver();
        Road.carrierSays(dossier, 20, "2022-06-09T08:00");
        Road.carrierSays(dossier, 29, "2022-06-09T09:00");
        assertThat(Road.parcel(dossier).getList("track.status")).containsExactly("PARTIAL", "FEE_SETTLED");
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "handed-over");
    }

    @Test
    void whatTheCarrierDidNotSignChangesNothing() throws Exception {
        var dossier = handedOver();
        var item = Road.trackingNumber(dossier);
        var genuine = captured(item, 10);
        var before = Road.number("select count(*) from carrier_report");
        refused(genuine.replace("\"status\":10", "\"status\":14"));
        refused(genuine.replace(item, "RR000000014VN"));
        refused(genuine.replaceFirst("\"sendDate\":\"2022", "\"sendDate\":\"2023"));
        refused(genuine.replaceFirst("\"signature\":\"[^\"]{8}", "\"signature\":\"AAAAAAAA"));
        refused(genuine.replaceFirst("\"signature\":\"[^\"]+\"", "\"signature\":\"không\""));
        refused(genuine.replaceFirst(",\"signature\":\"[^\"]+\"", ""));
        refused(genuine.replace(
                "\"data\":[",
                "\"data\":[{\"itemCode\":\"" + item + "\",\"status\":14,\"time\":\"2022-06-14T02:00:00Z\"},"));
        var sendDate = "2022-06-14T02:00:00Z";
        var other = SigningKey.generate().sign(("MYVNP" + sendDate + item + 14).getBytes(StandardCharsets.UTF_8));
        refused(
                "{\"data\":[{\"itemCode\":\"%s\",\"status\":14,\"time\":\"%s\"}],\"sendDate\":\"%s\",\"signature\":\"%s\"}"
                        .formatted(item, sendDate, sendDate, other));
        assertThat(Road.number("select count(*) from carrier_report")).isEqualTo(before);
        assertThat(Road.parcel(dossier).getString("status")).isEqualTo("HANDED_OVER");
        post(genuine).then().statusCode(204);
        assertThat(Road.parcel(dossier).getString("status")).isEqualTo("IN_TRANSIT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{ ; malformed",
                "[] ; wrong-type",
                "{} ; malformed",
                "{\"data\":[]} ; malformed",
                "{\"data\":7} ; wrong-type",
                "{\"data\":[{}]} ; malformed",
                "{\"data\":[null]} ; malformed",
                "{\"data\":[{\"itemCode\":\"a\",\"status\":\"14\"}]} ; wrong-type"
            })
    void whatIsNoCallBackIsMalformed(String body, String type) {
        post(body).then().statusCode(400).body("type", equalTo("urn:motcua:problem:" + type));
    }

    @Test
    void aCallBackIsNoPlaceForLargeBodies() {
        post("{\"data\":[{\"note\":\"" + "x".repeat(300_000) + "\"}]}").then().statusCode(413);
        post("{\"data\":[" + "{},".repeat(100) + "{}]}").then().statusCode(422);
    }

    private static Dossier handedOver() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        Road.handedOver(agency, "2022-06-08");
        return dossier;
    }

    private static void refused(String body) {
        post(body).then().statusCode(401).body("type", equalTo("urn:motcua:problem:unauthenticated"));
    }

    private static Response post(String body) {
        return given().contentType("application/json")
                .header("Accept-Language", "en")
                .body(body)
                .post("/v1/carrier/callbacks");
    }

    /** What the carrier really sends for that status, caught on its way. */
    private static String captured(String item, int status) throws IOException, InterruptedException {
        var bodies = new LinkedBlockingQueue<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            Road.outside()
                    .callBack(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
            Road.outside().move(item, status, Province.local("2022-06-09T08:00"), 0);
            for (var body = bodies.poll(20, TimeUnit.SECONDS); ; body = bodies.poll(20, TimeUnit.SECONDS)) {
                assertThat(body).as("a call-back for " + item).isNotNull();
                if (body.contains(item)) {
                    return body;
                }
            }
        } finally {
            server.stop(0);
        }
    }
}
