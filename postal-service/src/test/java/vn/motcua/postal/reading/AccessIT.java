package vn.motcua.postal.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;
import vn.motcua.postal.PostalTest;
import vn.motcua.postal.Province;
import vn.motcua.postal.Road;

@QuarkusTest
class AccessIT extends PostalTest {

    private static final String ID = "/v1/postal-returns/01814200-0000-7000-8000-000000000001";

    @ParameterizedTest
    @ValueSource(strings = {"/v1/postal-returns", ID, "/v1/manifests", "/v1/manifests/H03.01-20220608-1"})
    void onlyAGenuineTokenOpensAnything(String path) {
        var tokens = LocalInfrastructure.tokens();
        var clerk = Road.clerk("H03");
        given().get(path).then().statusCode(401).body("type", equalTo("urn:motcua:problem:unauthenticated"));
        for (var token : List.of(
                tokens.expired(clerk),
                tokens.ofIssuer("urn:somebody:else", clerk),
                tokens.signedByAnotherKey(clerk),
                tokens.unsigned(clerk),
                "x")) {
            given().auth().oauth2(token).get(path).then().statusCode(401).contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID + "/retry",
                "/v1/manifests/H03.01-20220608-1/closure",
                "/v1/manifests/H03.01-20220608-1/handover"
            })
    void onlyAGenuineTokenMovesAnything(String path) {
        var tokens = LocalInfrastructure.tokens();
        var clerk = Road.clerk("H03");
        for (var token : List.of(tokens.expired(clerk), tokens.unsigned(clerk), tokens.signedByAnotherKey(clerk))) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .header("Idempotency-Key", Road.key())
                    .header("If-Match", "\"0\"")
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"citizen", "officer", "operator", "statistics", "migration", "admin", "system"})
    void whoDoesNotSendParcelsSeesNone(String role) {
        Road.as(TokenRequest.of(role, "H03", 1))
                .get("/v1/postal-returns")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/parked-pointers", "/v1/parked-events", "/v1/gaps", "/v1/skipped-gaps"})
    void onlyOperatorsSeeWhatIsHeldBack(String list) {
        given().get(list).then().statusCode(401);
        for (var role : List.of("clerk", "leader", "statistics")) {
            Road.as(TokenRequest.of(role, "H03", 1)).get(list).then().statusCode(403);
        }
        Road.as(TokenRequest.of("operator", "H03", 1)).get(list).then().statusCode(200);
    }

    @Test
    void aParcelIsSeenInItsAgencyAndAboveAndNowhereElse() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        var id = Road.returns(dossier).getString("items[0].id");
        for (var role : List.of("clerk", "reception", "leader")) {
            for (var scope : List.of("H03", agency)) {
                Road.as(TokenRequest.of(role, scope, 1))
                        .get("/v1/postal-returns/" + id)
                        .then()
                        .statusCode(200)
                        .body("receiver.name", equalTo("Hoàng Thị Mẫu"));
            }
        }
        for (var other : List.of(agency + "1", agency + ".1", "H03.B1")) {
            var stranger = Road.clerk(other);
            Road.as(stranger).get("/v1/postal-returns/" + id).then().statusCode(403);
            Road.as(stranger)
                    .get("/v1/postal-returns?dossier=" + dossier.id())
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
            Road.as(stranger).get("/v1/postal-returns?agency=" + agency).then().statusCode(403);
        }
        Road.as(TokenRequest.of("clerk", null, 1))
                .get("/v1/postal-returns")
                .then()
                .statusCode(403);
        Road.as(Road.clerk("H03"))
                .get("/v1/postal-returns/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        Road.as(Road.clerk("H03")).get("/v1/postal-returns/7").then().statusCode(404);
    }

    @Test
    void aListIsReadPageByPageAndFiltered() {
        var agency = Province.agency();
        for (int i = 0; i < 3; i++) {
            Road.ordered(agency, "2022-06-08T10:00");
        }
        var clerk = Road.clerk(agency);
        var first = Road.as(clerk)
                .get("/v1/postal-returns?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var second = Road.as(clerk)
                .queryParam("limit", 2)
                .queryParam("cursor", first.getString("next"))
                .get("/v1/postal-returns")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(first.getList("items.id")).hasSize(2).doesNotContainAnyElementsOf(second.getList("items.id"));
        assertThat(second.getList("items.id")).hasSize(1);
        assertThat(first.getList("items.receiver")).containsOnlyNulls();
        Road.as(clerk)
                .get("/v1/postal-returns?status=ORDERED&state=ORDERED")
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
        Road.as(clerk)
                .get("/v1/postal-returns?state=IN_DOUBT")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Road.as(clerk)
                .queryParam("cursor", first.getString("next"))
                .queryParam("state", "ORDERED")
                .get("/v1/postal-returns")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dossier=7", "state=LOST", "status=lost", "limit=-1", "cursor=x", "agency=%27"})
    void aBadParameterIsTold(String query) {
        Road.as(Road.clerk("H03"))
                .urlEncodingEnabled(false)
                .get("/v1/postal-returns?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2022-02-30", "%2B999999999-12-31", "-0001-01-01"})
    void aDateThatIsNoneIsTold(String date) {
        Road.as(Road.clerk("H03"))
                .urlEncodingEnabled(false)
                .get("/v1/manifests?date=" + date)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    /** The check in a cursor is public, so that anybody can make one up that passes it. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/v1/postal-returns, postal-returns|H03|null|null|null, x, -",
                "/v1/postal-returns, postal-returns|H03|null|null|null, '', -",
                "/v1/postal-returns, postal-returns|H03|null|null|null, 01814200-0000-7000-8000-00000000000g, -",
                "/v1/manifests, manifests|H03|null, x, H03.01-20220608-1",
                "/v1/manifests, manifests|H03|null, '', ''",
                "/v1/manifests, manifests|H03|null, 2022-02-30, H03.01-20220608-1",
                "/v1/manifests, manifests|H03|null, +999999999-12-31, H03.01-20220608-1",
                "/v1/manifests, manifests|H03|null, 2022-06-08, 'H03\u0000'",
                "/v1/parked-pointers, parked-pointers, 9223372036854775808, -",
                "/v1/parked-events, parked-events|null, x, -",
                "/v1/undecodable-records, undecodable-records|null, x, -",
                "/v1/skipped-gaps, skipped-gaps|null, x, -"
            })
    void aCursorThatWasMadeUpWithCareIsToldToo(String path, String list, String first, String second) {
        var cursor = second == null ? Cursor.write(list, first) : Cursor.write(list, first, second);
        var who = path.matches(".*(parked|undecodable|gaps).*")
                ? TokenRequest.of("operator", "H03", 1)
                : Road.clerk("H03");
        Road.as(who)
                .queryParam("cursor", cursor)
                .get(path)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:motcua:problem:malformed"));
    }

    @Test
    void theServiceIsAliveAndReadyAndShowsItsWork() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        Road.ordered(Province.agency(), "2022-06-08T10:00");
        Road.soon()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .body(containsString("motcua_postal_carrier_answers_total"))
                        .body(containsString("motcua_postal_orders{"))
                        .body(containsString("motcua_postal_manifests_open"))
                        .body(containsString("motcua_relay_backlog")));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/manifests/{id}/handover"));
    }
}
