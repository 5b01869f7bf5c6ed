package vn.motcua.dossier.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.Topics;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** What operators see and decide over HTTP about events that cannot be sent: here because their row is missing. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class RelayOperatorsIT {

    static final String LIST = "/v1/parked-pointers";

    private static Ledger ledger;
    private static Topic topic;

    @Inject
    MeterRegistry registry;

    @BeforeAll
    static void open() throws SQLException {
        ledger = new Ledger(LocalInfrastructure.database());
        topic = new Topic(LocalInfrastructure.kafka(), Topics.DOSSIER_LIFECYCLE, Topics.PARTITIONS);
    }

    @AfterAll
    static void close() throws SQLException {
        ledger.close();
        topic.close();
    }

    @Test
    void releasingPutsTheDossierBackIntoTheQueueInItsOrder() throws SQLException {
        var dossier = dossier(1);
        long id = dead(dossier, 3);
        mend(dossier);

        release(id).statusCode(200);

        Await.that("the dossier to arrive", () -> sequences(dossier).size() == 4);
        assertThat(sequences(dossier)).containsExactly(1L, 2L, 3L, 4L);
        var answer = release(id).statusCode(200).extract().jsonPath();
        assertThat(answer.getString("state")).isEqualTo("RELEASED");
        assertThat(answer.getString("resolvedBy")).isNotBlank();
        assertThat(answer.getString("resolvedAt")).isNotBlank();
        assertThat(decisions(dossier)).isEqualTo(1);
        assertThat(sequences(dossier)).hasSize(4);
        assertThat(listed(dossier)).isEmpty();
    }

    @Test
    void whatCannotBeSentAgainIsParkedAgainWithItsTriesCounted() throws SQLException {
        var dossier = dossier(2);
        long id = dead(dossier, 2);

        release(id).statusCode(200);

        Await.that(
                "it to be parked again",
                () -> listed(dossier).stream()
                        .anyMatch(each -> each.get("tries").equals(2)
                                && each.get("behind").equals(2)));
        assertThat(listed(dossier))
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .containsEntry("id", (int) id)
                        .containsEntry("state", "PARKED")
                        .containsEntry("reason", "EVENT_MISSING"));
        assertThat(sequences(dossier)).isEmpty();
    }

    @Test
    void discardingLeavesOneOutForGoodAndGoesOnWithThoseBehindIt() throws SQLException {
        var dossier = dossier(3);
        long id = dead(dossier, 2);
        double before = registry.counter("motcua.relay.discarded").count();

        var answer = discard(id, "{\"reason\":\"lost in a restore\"}")
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("state")).isEqualTo("DISCARDED");
        assertThat(answer.getString("discardReason")).isEqualTo("lost in a restore");
        assertThat(answer.getString("resolvedBy")).isNotBlank();
        Await.that("the rest to arrive", () -> sequences(dossier).size() == 2);
        assertThat(sequences(dossier)).containsExactly(2L, 3L);
        discard(id, "{\"reason\":\"once more\"}").statusCode(200).body("discardReason", equalTo("lost in a restore"));
        release(id).statusCode(200).body("state", equalTo("DISCARDED"));
        assertThat(decisions(dossier)).isEqualTo(1);
        assertThat(registry.counter("motcua.relay.discarded").count()).isEqualTo(before + 1);
    }

    @Test
    void discardingWantsAReasonAndAnEventThatIsStillParked() throws SQLException {
        var dossier = dossier(4);
        long id = dead(dossier, 1);
        discard(id, "{\"reason\":\" \"}").statusCode(422);
        discard(id, "{}").statusCode(422);
        discard(id, "{\"reason\":\"" + "x".repeat(501) + "\"}").statusCode(422);
        discard(id, "{\"why\":\"no such field\"}").statusCode(400);
        assertThat(decisions(dossier)).isZero();
        mend(dossier);
        release(id).statusCode(200);
        Await.that("the dossier to arrive", () -> sequences(dossier).size() == 2);

        discard(id, "{\"reason\":\"too late\"}").statusCode(409).body("reason", equalTo("ALREADY_RELEASED"));

        discard(9_999_999, "{\"reason\":\"nothing there\"}").statusCode(404);
        release(9_999_999).statusCode(404);
        release(id + 1).statusCode(404);
        assertThat(sequences(dossier)).containsExactly(1L, 2L);
    }

    @Test
    void theListShowsAttributesAndReasonsButNoContent() throws SQLException {
        var dossier = dossier(5);
        dead(dossier, 1);
        mend(dossier);

        var list = as("operator").get(LIST + "?limit=200");

        assertThat(listed(dossier))
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .containsEntry("sequence", 1)
                        .containsEntry("type", "vn.motcua.dossier.accepted.v1")
                        .containsEntry("behind", 1)
                        .containsKeys("eventId", "parkedAt")
                        .doesNotContainKeys("data", "resolvedBy"));
        assertThat(list.asString()).doesNotContain("Hoàng");
    }

    @Test
    void pagesFollowEachOther() throws SQLException {
        for (int n = 61; n <= 63; n++) {
            dead(dossier(n), 1);
        }
        var all = items(as("operator").get(LIST + "?limit=200").jsonPath());
        int shown = 0;
        for (String next = LIST + "?limit=1"; next != null; shown++) {
            var page = as("operator").urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            var link = page.getHeader("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(shown).isEqualTo(all.size()).isGreaterThanOrEqualTo(3);
        as("operator").get(LIST + "?cursor=made-up").then().statusCode(400);
        as("operator").get(LIST + "?limit=201").then().statusCode(400);
    }

    /** A pointer without its event, and that many events behind it; the pointer's id once it is parked with all of them. */
    private static long dead(UUID dossier, int behind) throws SQLException {
        ledger.run("insert into outgoing (subject, sequence) values ('" + dossier + "', 1)");
        ledger.write(dossier, 2, 1 + behind, "Hoàng Thị Mẫu");
        Await.that(
                "the dossier to be parked",
                () -> listed(dossier).stream()
                        .anyMatch(each -> each.get("behind").equals(behind)));
        return ((Number) listed(dossier).get(0).get("id")).longValue();
    }

    /** The missing row is found again. */
    private static void mend(UUID dossier) throws SQLException {
        ledger.run("insert into event (subject, sequence, id, type, time, data, hash) values ('" + dossier
                + "', 1, '01814237-0d00-7000-8000-0000000000e1', 'vn.motcua.dossier.accepted.v1', '2022-06-08T02:00:00Z',"
                + " '{\"text\":\"Hoàng Thị Mẫu\"}', 'sha256:1')");
    }

    private static List<Map<String, Object>> listed(UUID dossier) {
        return items(as("operator").get(LIST + "?limit=200").jsonPath()).stream()
                .filter(each -> dossier.toString().equals(each.get("subject")))
                .toList();
    }

    private static List<Map<String, Object>> items(JsonPath page) {
        return page.getList("items");
    }

    private static List<Long> sequences(UUID dossier) {
        return topic.records().stream()
                .filter(record -> dossier.toString().equals(record.key()))
                .map(Topic::sequence)
                .toList();
    }

    private static long decisions(UUID dossier) throws SQLException {
        return ledger.number("select count(*) from pointer_decision where subject = '" + dossier + "'");
    }

    private static UUID dossier(long n) {
        return new UUID(0x018142370d007000L, 0x8000000000000100L + n);
    }

    private static ValidatableResponse release(long id) {
        return as("operator").post(LIST + "/" + id + "/release").then();
    }

    private static ValidatableResponse discard(long id, String body) {
        return as("operator")
                .contentType(ContentType.JSON)
                .body(body)
                .post(LIST + "/" + id + "/discard")
                .then();
    }

    static RequestSpecification as(String role) {
        return given().auth().oauth2(LocalInfrastructure.tokens().token(TokenRequest.of(role, "H03", 1)));
    }
}
