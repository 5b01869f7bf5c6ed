package vn.motcua.dossier.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** Tracking without proof, with an allowance of its own: all requests of a test come from one address. */
@QuarkusTest
@TestProfile(TrackingIT.SmallAllowance.class)
@QuarkusTestResource(LocalInfrastructure.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrackingIT {

    private static final int ALLOWED = 20;

    /** As many requests as the first tests need, and no more within the time of this class. */
    public static class SmallAllowance implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "motcua.edge.rate-limit.requests",
                    Integer.toString(ALLOWED),
                    "motcua.edge.rate-limit.period",
                    "PT1H");
        }
    }

    @BeforeAll
    static void oneOfEachStatus() {
        List<StoredDossier> dossiers = new ArrayList<>();
        for (DossierStatus status : DossierStatus.values()) {
            dossiers.add(StoredDossier.of(
                            UUID.nameUUIDFromBytes(status.name().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            code(status),
                            status,
                            "H03.01")
                    .ownedBy("tracked"));
        }
        StoredDossier.store(dossiers);
    }

    /** Ten of the allowance. */
    @Test
    @Order(1)
    void anybodySeesTheCodeAndHowFarItIsAndNothingElse() {
        Map<DossierStatus, String> told = new HashMap<>();
        for (DossierStatus status : DossierStatus.values()) {
            Response answer = given().get("/v1/tracking/" + code(status));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            Map<String, Object> body = answer.jsonPath().getMap("$");
            assertThat(body).containsOnlyKeys("code", "completion").containsEntry("code", code(status));
            told.put(status, (String) body.get("completion"));
        }
        assertThat(told)
                .containsEntry(DossierStatus.SUBMITTED, "SUBMITTED")
                .containsEntry(DossierStatus.ACCEPTED, "IN_PROGRESS")
                .containsEntry(DossierStatus.PROCESSING, "IN_PROGRESS")
                .containsEntry(DossierStatus.SUPPLEMENT_REQUIRED, "IN_PROGRESS")
                .containsEntry(DossierStatus.PAYMENT_REQUIRED, "IN_PROGRESS")
                // How it ended is nobody else's business.
                .containsEntry(DossierStatus.REFUSED, "DONE")
                .containsEntry(DossierStatus.WITHDRAWN, "DONE")
                .containsEntry(DossierStatus.STOPPED, "DONE")
                .containsEntry(DossierStatus.COMPLETED, "DONE")
                .containsEntry(DossierStatus.RETURNED, "DONE");
    }

    /** One more. Source of the point: LEGAL.md, G11. */
    @Test
    @Order(2)
    void whatIsStoppedForAWhileIsStillOnItsWay() {
        Tables.run(
                LocalInfrastructure.database(),
                "update dossier set ended_at = null where code = ?",
                code(DossierStatus.STOPPED));
        given().get("/v1/tracking/" + code(DossierStatus.STOPPED))
                .then()
                .statusCode(200)
                .body("completion", equalTo("IN_PROGRESS"));
    }

    /** Five more. */
    @Test
    @Order(2)
    void everyCodeThatLeadsNowhereIsAnsweredAlike() {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (String code : List.of(
                "H03.01-220608-9998",
                "H03.99-220608-0001",
                "H03.01-229999-0001",
                "nonsense",
                "H03.01-220608-0001%27%20or%201=1")) {
            Response answer = given().urlEncodingEnabled(false).get("/v1/tracking/" + code);
            assertThat(answer.statusCode()).as(code).isEqualTo(404);
            Map<String, Object> body = new HashMap<>(answer.jsonPath().getMap("$"));
            body.remove("traceId");
            body.remove("instance");
            assertThat(body.toString()).doesNotContain(code);
            answers.add(body);
        }
        assertThat(answers).allMatch(answers.get(0)::equals);
    }

    @Test
    @Order(3)
    void whoAsksTooMuchWaits() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < ALLOWED; i++) {
            statuses.add(
                    given().get("/v1/tracking/" + code(DossierStatus.RETURNED)).statusCode());
        }
        assertThat(statuses).contains(429);
        given().get("/v1/tracking/" + code(DossierStatus.RETURNED))
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:motcua:problem:too-many-requests"));
        // An unknown code is limited all the same.
        given().get("/v1/tracking/H03.01-220608-9997").then().statusCode(429);
    }

    /** One allowance for all that is open to all: it is used up by now. */
    @Test
    @Order(4)
    void whateverElseIsOpenToAllIsLimitedToo() {
        for (String open : List.of(
                "/v1/due-dates?start=2022-06-08T09:00&limit=3&unit=WORKING_DAYS&agency=H03.01",
                "/v1/due-dates",
                "/v1/catalogue/agencies",
                "/v1/catalogue/procedures",
                "/v1/catalogue/reasons",
                "/v1/catalogue/calendars")) {
            given().get(open).then().statusCode(429).header("Retry-After", notNullValue());
        }
        // Nobody tries out what stands on a receipt.
        given().contentType("application/json")
                .header("Idempotency-Key", "guess")
                .body("{\"ratingCode\": \"7K2QX-94MTD\", \"score\": 5}")
                .post("/v1/tracking/" + code(DossierStatus.RETURNED) + "/rating")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue());
    }

    private static String code(DossierStatus status) {
        return String.format("H03.01-220607-%04d", 1 + status.ordinal());
    }
}
