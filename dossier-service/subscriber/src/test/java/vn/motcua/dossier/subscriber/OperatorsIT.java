package vn.motcua.dossier.subscriber;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.dossier.subscriber.Events.event;
import static vn.motcua.dossier.subscriber.Events.numbers;
import static vn.motcua.dossier.subscriber.Events.subject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class OperatorsIT extends InboxScene {

    @Test
    void releasingAppliesTheParkedEventAndThoseBehindItInOrder() {
        var subject = subject(21, 1);
        long id = park(subject);
        receive(event(subject, 2), event(subject, 3));
        assertThat(database.effects(subject)).isEmpty();
        ledger.broken().clear();

        release(id).statusCode(200).body("state", equalTo("RELEASED"));

        assertThat(database.effects(subject)).isEqualTo(numbers(1, 3));
        receive(event(subject, 4));
        assertThat(database.effects(subject)).isEqualTo(numbers(1, 4));
        release(id).statusCode(200).body("state", equalTo("RELEASED"));
        assertThat(database.effects(subject)).isEqualTo(numbers(1, 4));
    }

    @Test
    void whatFailsAgainStaysParkedWithItsTriesCounted() {
        var subject = subject(22, 1);
        long id = park(subject);
        receive(event(subject, 2));

        var answer = release(id).statusCode(200).extract().jsonPath();

        assertThat(answer.getString("state")).isEqualTo("PARKED");
        assertThat(answer.getInt("tries")).isEqualTo(2);
        assertThat(answer.getInt("behind")).isEqualTo(1);
        assertThat(database.effects(subject)).isEmpty();
        ledger.broken().clear();
        release(id).statusCode(200);
        assertThat(database.effects(subject)).isEqualTo(numbers(1, 2));
    }

    @Test
    void whenOneBehindFailsItIsParkedInItsTurn() {
        var subject = subject(23, 1);
        long id = park(subject);
        receive(event(subject, 2), event(subject, 3, "unacceptable"), event(subject, 4));
        ledger.broken().clear();

        release(id).statusCode(200).body("state", equalTo("RELEASED"));

        assertThat(database.effects(subject)).isEqualTo(numbers(1, 2));
        assertThat(database.column(
                        "select sequence from parked_event where resolved_at is null and subject = '" + subject + "'"))
                .containsExactly(3L);
    }

    @Test
    void discardingLeavesOneOutAndGoesOnWithThoseBehindIt() {
        var subject = subject(24, 1);
        receive(event(subject, 1), event(subject, 2, "unacceptable"), event(subject, 3));
        long id = open(subject);

        var answer = operator()
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"sent by a system that is gone\"}")
                .post("/v1/parked-events/" + id + "/discard")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("state")).isEqualTo("DISCARDED");
        assertThat(answer.getString("resolvedBy")).isNotBlank();
        assertThat(answer.getString("discardReason")).isEqualTo("sent by a system that is gone");
        receive(event(subject, 2, "unacceptable"), event(subject, 4));
        assertThat(database.effects(subject)).containsExactly(1L, 3L, 4L);
        assertThat(database.number("select count(*) from waiting_event where subject = '" + subject + "'"))
                .isZero();
    }

    @Test
    void discardingWantsAReasonAndAnEventThatIsStillParked() {
        var subject = subject(25, 1);
        long id = park(subject);
        discard(id, "{\"reason\":\" \"}").statusCode(422);
        discard(id, "{}").statusCode(422);
        discard(id, "{\"reason\":\"" + "x".repeat(501) + "\"}").statusCode(422);
        discard(id, "{\"why\":\"no such field\"}").statusCode(400);
        ledger.broken().clear();
        release(id).statusCode(200);

        discard(id, "{\"reason\":\"too late\"}").statusCode(409);

        discard(9_999_999, "{\"reason\":\"nothing there\"}").statusCode(404);
        release(9_999_999).statusCode(404);
        assertThat(database.effects(subject)).containsExactly(1L);
    }

    @Test
    void onlyOperatorsLook() {
        for (var path : List.of("/v1/parked-events", "/v1/waiting-events", "/v1/undecodable-records")) {
            given().get(path).then().statusCode(401);
            as("leader").get(path).then().statusCode(403);
            operator().get(path).then().statusCode(200);
        }
        as("leader").post("/v1/parked-events/1/release").then().statusCode(403);
    }

    @Test
    void listsShowAttributesAndReasonsButNoContent() {
        var subject = subject(26, 1);
        park(subject);
        receive(event(subject, 2, "Hoàng Thị Mẫu"), event(subject(26, 2), 5, "Hoàng Thị Mẫu"));
        receive(Events.record(new RecordHeaders(), "k", "Hoàng Thị Mẫu".getBytes(), 1_000_001));

        var parked = operator().get("/v1/parked-events?stream=test-lifecycle&limit=200");
        var waiting = operator().get("/v1/waiting-events?stream=test-lifecycle&limit=200");
        var undecodable = operator().get("/v1/undecodable-records?limit=200");

        assertThat(parked.jsonPath().getList("items.subject")).contains(subject.toString());
        assertThat(waiting.jsonPath().getList("items.findAll { it.subject == '" + subject + "' }.because"))
                .containsExactly("PARKED", "PARKED");
        assertThat(waiting.jsonPath().getList("items.findAll { it.subject == '" + subject(26, 2) + "' }.because"))
                .containsExactly("GAP");
        assertThat(undecodable.jsonPath().getList("items.offset")).contains(1_000_001);
        assertThat(parked.asString() + waiting.asString() + undecodable.asString())
                .doesNotContain("Hoàng");
        assertThat(operator().get("/v1/parked-events?stream=another").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        for (int n = 1; n <= 3; n++) {
            receive(event(subject(27, n), 1, "unacceptable"), event(subject(27, n), 2));
        }
        for (var list : List.of("/v1/parked-events", "/v1/waiting-events")) {
            var all = operator().get(list + "?limit=200").jsonPath().getList("items.subject");
            int shown = 0;
            for (String next = list + "?limit=1"; next != null; shown++) {
                var page = operator().urlEncodingEnabled(false).get(next);
                page.then().statusCode(200);
                var link = page.getHeader("Link");
                next = link == null ? null : link.substring(1, link.indexOf('>'));
            }
            assertThat(shown).isEqualTo(all.size()).isGreaterThanOrEqualTo(3);
        }
        operator().get("/v1/parked-events?cursor=made-up").then().statusCode(400);
        operator().get("/v1/waiting-events?limit=201").then().statusCode(400);
    }

    @Test
    void aRestAfterALongQueueIsCarriedOnWithByItself() {
        var subject = subject(28, 1);
        long id = park(subject);
        var behind = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (long sequence = 2; sequence <= 590; sequence++) {
            behind.add(event(subject, sequence));
        }
        receive(behind);
        ledger.broken().clear();

        release(id).statusCode(200);

        await().until(() -> database.effects(subject).size() == 590);
        assertThat(database.effects(subject)).isEqualTo(numbers(1, 590));
    }

    private long park(UUID subject) {
        ledger.broken().add(subject);
        receive(event(subject, 1));
        return open(subject);
    }

    private long open(UUID subject) {
        return database.number("select id from parked_event where resolved_at is null and subject = '" + subject + "'");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private final void receive(ConsumerRecord<String, byte[]>... poll) {
        receive(List.of(poll));
    }

    private static ValidatableResponse release(long id) {
        return operator().post("/v1/parked-events/" + id + "/release").then();
    }

    private static ValidatableResponse discard(long id, String body) {
        return operator()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/parked-events/" + id + "/discard")
                .then();
    }
}
