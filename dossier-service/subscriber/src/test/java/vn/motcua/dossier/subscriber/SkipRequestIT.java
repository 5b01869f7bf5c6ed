package vn.motcua.dossier.subscriber;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.dossier.subscriber.Events.event;
import static vn.motcua.dossier.subscriber.Events.subject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

/** How a gap is asked to be skipped: by whom, and what has to be said. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SkipRequestIT extends InboxScene {

    @Test
    void aSkipSaysWhatItSkipsAndWhy() {
        var subject = subject(49, 1);
        receive(List.of(event(subject, 1), event(subject, 3)));
        var good = gap(subject, 2);

        for (var field : good.keySet()) {
            var without = new HashMap<>(good);
            without.remove(field);
            post(without).statusCode(422).body("errors[0].pointer", equalTo("/" + field));
        }
        post(with(good, "reason", " ")).statusCode(422);
        post(with(good, "reason", "x".repeat(501))).statusCode(422);
        post(with(good, "first", 0)).statusCode(422);
        post(with(good, "last", 1)).statusCode(422);
        post(with(good, "subject", "7")).statusCode(400);
        post(with(good, "why", "no such field")).statusCode(400);
        post(with(good, "stream", "another")).statusCode(409).body("reason", equalTo("STREAM_NOT_CONSUMED"));

        assertThat(database.effects(subject)).containsExactly(1L);
        post(good).statusCode(200);
    }

    @Test
    void onlyOperatorsLookAndSkip() {
        for (var path : List.of("/v1/gaps", "/v1/skipped-gaps")) {
            given().get(path).then().statusCode(401);
            as("leader").get(path).then().statusCode(403);
            operator().get(path).then().statusCode(200);
        }
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/gaps/skip")
                .then()
                .statusCode(401);
        as("leader")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/gaps/skip")
                .then()
                .statusCode(403);
    }

    @Test
    void pagesFollowEachOther() {
        for (int n = 1; n <= 3; n++) {
            receive(List.of(event(subject(50, n), 2), event(subject(50, n), 4)));
            post(gap(subject(50, n), 1)).statusCode(200);
        }
        for (var list : List.of("/v1/gaps", "/v1/skipped-gaps")) {
            var all = operator().get(list + "?limit=200").jsonPath().getList("items.subject");
            int shown = 0;
            for (String next = list + "?limit=1"; next != null; shown++) {
                var page = operator().urlEncodingEnabled(false).get(next);
                page.then().statusCode(200);
                var link = page.getHeader("Link");
                next = link == null ? null : link.substring(1, link.indexOf('>'));
            }
            assertThat(shown).isEqualTo(all.size()).isGreaterThanOrEqualTo(3);
            operator().get(list + "?cursor=made-up").then().statusCode(400);
        }
    }

    private static Map<String, Object> gap(UUID subject, long only) {
        return Map.of(
                "stream",
                Ledger.NAME,
                "source",
                Events.SOURCE,
                "subject",
                subject,
                "first",
                only,
                "last",
                only,
                "reason",
                "x");
    }

    static ValidatableResponse post(Map<String, Object> body) {
        return operator()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/gaps/skip")
                .then();
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var other = new HashMap<>(body);
        other.put(field, value);
        return other;
    }
}
