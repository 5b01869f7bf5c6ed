package vn.motcua.postal.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.Provider;
import vn.motcua.local.tokens.TokenRequest;
import vn.motcua.postal.PostalTest;
import vn.motcua.postal.Province;
import vn.motcua.postal.Road;

@QuarkusTest
class HandoverIT extends PostalTest {

    @Inject
    CutOffTimer timer;

    @Test
    void theTimerClosesEachManifestOnceHoweverManyInstancesSweep() {
        var agency = Province.agency();
        Road.ordered(agency, "2022-06-08T10:00");
        var id = agency + "-20220608-1";
        var before = Road.manifest(agency, id).getLong("version");
        Road.at("2022-06-08T14:59");
        timer.sweep().await().atMost(Duration.ofSeconds(10));
        assertThat(Road.manifest(agency, id).getString("status")).isEqualTo("OPEN");
        Road.at("2022-06-08T15:00");
        var sweeps = new ArrayList<Uni<Void>>();
        for (int i = 0; i < 8; i++) {
            sweeps.add(timer.sweep());
        }
        Uni.join().all(sweeps).andFailFast().await().atMost(Duration.ofSeconds(20));
        Road.closed(agency, "2022-06-08");
        assertThat(Road.manifest(agency, id).getLong("version")).isEqualTo(before + 1);
        assertThat(Road.manifest(agency, id).getString("closedAt")).isEqualTo("2022-06-08T08:00:00Z");
    }

    @Test
    void aParcelWithoutTrackingNumberAtTheCutOffGoesOnWithTheNextWorkingDay() {
        Road.at("2022-06-10T10:00");
        Road.outside().fault(Provider.CARRIER, Fault.of(Fault.Mode.REFUSE));
        var agency = Province.agency();
        var dossier = Province.byPost(agency);
        Road.accept(dossier);
        Road.complete(dossier, "2022-06-10T10:00");
        Road.awaitOrder(dossier, "PLANNED");
        Road.closed(agency, "2022-06-10");
        var parcel = Road.returns(dossier);
        assertThat(parcel.getString("items[0].manifest")).isEqualTo(agency + "-20220613-1");
        assertThat(parcel.getString("items[0].promisedDate")).isEqualTo("2022-06-14");
        assertThat(Road.manifest(agency, agency + "-20220610-1").getLong("lineCount"))
                .isZero();
        assertThat(Road.manifest(agency, agency + "-20220613-1").getLong("lineCount"))
                .isEqualTo(1);
        Road.outside().noFaults();
        Road.awaitStatus(dossier, "ORDERED");
    }

    @Test
    void aManifestThatCannotCloseForWantOfNextYearsCalendarIsSaidOnceAndClosesWhenItIsThere() {
        var calendar = "closing-" + Province.newAgencyCode();
        Province.publishCalendarOnly(calendar, "2022");
        var agency = Province.newAgencyCode();
        Province.publishAgency(agency, calendar);
        Road.at("2022-12-29T10:00");
        Road.outside().fault(Provider.CARRIER, Fault.of(Fault.Mode.REFUSE));
        var dossier = Province.byPost(agency);
        Road.accept(dossier);
        Road.complete(dossier, "2022-12-29T10:00");
        Road.awaitOrder(dossier, "PLANNED");
        var id = agency + "-20221229-1";
        var lines = new CopyOnWriteArrayList<String>();
        var log = Logger.getLogger(CutOffTimer.class.getName());
        var listener = listener(lines);
        log.addHandler(listener);
        try {
            Road.at("2022-12-29T15:00");
            Road.soon().until(() -> lines.stream().anyMatch(line -> line.contains(id)));
            for (int i = 0; i < 5; i++) {
                timer.sweep().await().atMost(Duration.ofSeconds(10));
            }
        } finally {
            log.removeHandler(listener);
        }
        assertThat(Road.manifest(agency, id).getString("status")).isEqualTo("OPEN");
        assertThat(lines.stream().filter(line -> line.contains(id)))
                .singleElement()
                .asString()
                .contains("CalendarNotPublished");
        Province.publishAgency(agency, "civil-servants");
        Road.soon()
                .untilAsserted(() -> assertThat(Road.manifest(agency, id).getString("status"))
                        .isEqualTo("CLOSED"));
    }

    @Test
    void anEarlyClosingSendsWhatComesLaterThatDayOnTheNextRun() {
        var agency = Province.agency();
        Road.ordered(agency, "2022-06-08T10:00");
        var first = agency + "-20220608-1";
        var key = Road.key();
        var etag = Road.etag(Road.clerk(agency), "/v1/manifests/" + first);
        close(agency, first, etag, key).then().statusCode(200).body("status", equalTo("CLOSED"));
        close(agency, first, etag, key).then().statusCode(200).body("status", equalTo("CLOSED"));
        close(agency, first, etag, Road.key()).then().statusCode(412);
        close(agency, first, Road.etag(Road.clerk(agency), "/v1/manifests/" + first), Road.key())
                .then()
                .statusCode(409);
        var later = Road.ordered(agency, "2022-06-08T11:00");
        assertThat(Road.returns(later).getString("items[0].manifest")).isEqualTo(agency + "-20220608-2");
        Road.as(Road.clerk(agency))
                .get("/v1/manifests?agency=" + agency + "&date=2022-06-08")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(agency + "-20220608-2", first)))
                .body("items.run", equalTo(List.of(2, 1)))
                .body("items.lineCount", equalTo(List.of(1, 1)));
    }

    @Test
    void aFullManifestTakesNoMoreAndTheDayGetsAnotherRun() {
        var agency = Province.agency();
        Road.ordered(agency, "2022-06-08T10:00");
        Road.change("update manifest set line_count = 1000 where id = ?", agency + "-20220608-1");
        var more = Road.ordered(agency, "2022-06-08T10:05");
        assertThat(Road.returns(more).getString("items[0].manifest")).isEqualTo(agency + "-20220608-2");
        Road.closed(agency, "2022-06-08");
        Road.soon()
                .untilAsserted(() -> assertThat(
                                Road.manifest(agency, agency + "-20220608-2").getString("status"))
                        .isEqualTo("CLOSED"));
    }

    @Test
    void bothSignaturesMakeTheHandOverOfEveryParcelOnTheList() {
        var agency = Province.agency();
        var dossiers = IntStream.range(0, 3)
                .mapToObj(i -> Road.ordered(agency, "2022-06-10T14:00"))
                .toList();
        var id = Road.handedOver(agency, "2022-06-10");
        var manifest = Road.manifest(agency, id);
        assertThat(manifest.getString("status")).isEqualTo("HANDED_OVER");
        assertThat(manifest.getString("handedOverBy")).isEqualTo("Nguyễn Thị Văn Thư");
        assertThat(manifest.getString("receivedBy")).isEqualTo("Trần Văn Bưu Tá");
        assertThat(manifest.getString("handedOverAt")).isEqualTo("2022-06-10T08:30:00Z");
        assertThat(manifest.getList("lines.status")).containsExactly("HANDED_OVER", "HANDED_OVER", "HANDED_OVER");
        for (var dossier : dossiers) {
            assertThat(Road.history(dossier.id())).containsExactly("order-created", "handed-over");
            assertThat(Road.returns(dossier).getString("items[0].promisedDate")).isEqualTo("2022-06-13");
            assertThat(Road.number(
                            "select count(*) from event where subject = ? and sequence = 2 and actor = 'Nguyễn Thị Văn Thư'",
                            dossier.id()))
                    .isEqualTo(1);
        }
    }

    @Test
    void theSameKeyAgainIsTheSameAnswerAndAnotherBodyUnderItIsRefused() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        var id = Road.closed(agency, "2022-06-08");
        var etag = Road.etag(Road.clerk(agency), "/v1/manifests/" + id);
        var key = Road.key();
        var first = Road.handover(agency, id, etag, key).then().statusCode(200).extract();
        var again = Road.handover(agency, id, etag, key).then().statusCode(200).extract();
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        signed(agency, id, etag, key, Map.of("handedOverBy", "Người khác", "receivedBy", "Trần Văn Bưu Tá"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:motcua:problem:key-reused"));
        Road.handover(agency, id, etag, Road.key())
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:motcua:problem:stale"));
        Road.handover(agency, id, first.header("ETag"), Road.key())
                .then()
                .statusCode(409)
                .body("reason", equalTo("HANDED_OVER"));
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "handed-over");
    }

    @Test
    void ofManyClerksAtOneInstantOneHandsOver() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        var id = Road.closed(agency, "2022-06-08");
        var etag = Road.etag(Road.clerk(agency), "/v1/manifests/" + id);
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Road.handover(agency, id, etag, Road.key()).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 412).hasSize(7);
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "handed-over");
    }

    @Test
    void whoReadTheListBeforeAParcelCameOffItSignsNothing() {
        var agency = Province.agency();
        var stays = Road.ordered(agency, "2022-06-08T10:00");
        var goes = Road.ordered(agency, "2022-06-08T10:05");
        var id = Road.closed(agency, "2022-06-08");
        var etag = Road.etag(Road.clerk(agency), "/v1/manifests/" + id);
        Province.publish(goes, 3, new Withdrawn(goes.state(Status.WITHDRAWN, null), Road.CITIZEN), null);
        Road.awaitStatus(goes, "CANCELLED");
        Road.handover(agency, id, etag, Road.key()).then().statusCode(412);
        assertThat(Road.returns(stays).getString("items[0].status")).isEqualTo("ORDERED");
        Road.handover(agency, id, Road.etag(Road.clerk(agency), "/v1/manifests/" + id), Road.key())
                .then()
                .statusCode(200)
                .body("lines", hasSize(1));
    }

    @Test
    void anEmptyOrOpenManifestCannotBeHandedOver() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        var id = agency + "-20220608-1";
        Road.handover(agency, id, Road.etag(Road.clerk(agency), "/v1/manifests/" + id), Road.key())
                .then()
                .statusCode(409)
                .body("reason", equalTo("OPEN"));
        Province.publish(dossier, 3, new Withdrawn(dossier.state(Status.WITHDRAWN, null), Road.CITIZEN), null);
        Road.awaitStatus(dossier, "CANCELLED");
        Road.closed(agency, "2022-06-08");
        Road.handover(agency, id, Road.etag(Road.clerk(agency), "/v1/manifests/" + id), Road.key())
                .then()
                .statusCode(409)
                .body("reason", equalTo("EMPTY"));
    }

    @Test
    void aBadBodyIsToldAndNothingChanges() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        var id = Road.closed(agency, "2022-06-08");
        var etag = Road.etag(Road.clerk(agency), "/v1/manifests/" + id);
        var bad = new LinkedHashMap<String, String>();
        bad.put("{\"handedOverBy\":\"A\",\"receivedBy\":\"B\",\"at\":1}", "400 unknown-field");
        bad.put("{\"handedOverBy\":7,\"receivedBy\":\"B\"}", "400 wrong-type");
        bad.put("{\"handedOverBy\":\"A\"", "400 malformed");
        bad.put("[]", "400 wrong-type");
        bad.put("{\"handedOverBy\":\"A\",\"receivedBy\":\"B\"} x", "400 malformed");
        bad.put("{\"handedOverBy\":" + "[".repeat(40) + "]".repeat(40) + "}", "413 too-large");
        bad.put("{\"handedOverBy\":\"  \",\"receivedBy\":\"B\"}", "422 rule-violated");
        bad.put("{\"handedOverBy\":\"A\"}", "422 rule-violated");
        bad.put("{\"handedOverBy\":\"" + "A".repeat(201) + "\",\"receivedBy\":\"B\"}", "422 rule-violated");
        bad.put("{\"handedOverBy\":\"" + "A".repeat(300_000) + "\"}", "413 too-large");
        bad.forEach((body, answer) -> {
            var told = signed(agency, id, etag, Road.key(), body).then().extract();
            assertThat(told.contentType()).startsWith("application/problem+json");
            assertThat(told.statusCode() + " "
                            + told.jsonPath().getString("type").replace("urn:motcua:problem:", ""))
                    .as(body.substring(0, Math.min(80, body.length())))
                    .isEqualTo(answer);
        });
        assertThat(Road.history(dossier.id())).containsExactly("order-created");
        assertThat(Road.etag(Road.clerk(agency), "/v1/manifests/" + id)).isEqualTo(etag);
    }

    @Test
    void withoutKeyOrPreconditionOrRightsNothingIsHandedOver() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        var id = Road.closed(agency, "2022-06-08");
        var path = "/v1/manifests/" + id + "/handover";
        var etag = Road.etag(Road.clerk(agency), "/v1/manifests/" + id);
        var body = Map.of("handedOverBy", "A", "receivedBy", "B");
        var clerk = Road.clerk(agency);
        Road.as(clerk)
                .contentType("application/json")
                .header("If-Match", etag)
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:motcua:problem:key-missing"));
        Road.as(clerk)
                .contentType("application/json")
                .header("Idempotency-Key", Road.key())
                .body(body)
                .post(path)
                .then()
                .statusCode(428);
        Road.step(clerk, path, "W/" + etag, Road.key())
                .body(body)
                .post(path)
                .then()
                .statusCode(400);
        for (var role : List.of("citizen", "reception", "officer", "leader", "operator", "statistics", "admin")) {
            Road.step(TokenRequest.of(role, agency, 1), path, etag, Road.key())
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        Road.step(Road.clerk(agency + "9"), path, etag, Road.key())
                .body(body)
                .post(path)
                .then()
                .statusCode(403);
        Road.step(clerk, path, etag, Road.key())
                .contentType("text/plain")
                .body("x")
                .post(path)
                .then()
                .statusCode(415);
        Road.step(clerk, path, "\"1\"", Road.key())
                .body(body)
                .post("/v1/manifests/H03.A0-20220608-1/handover")
                .then()
                .statusCode(404);
        assertThat(Road.history(dossier.id())).containsExactly("order-created");
        assertThat(Road.etag(clerk, "/v1/manifests/" + id)).isEqualTo(etag);
    }

    @Test
    void theListToSignIsAPageWithEveryLineForThoseWhoMaySeeIt() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        var path = "/v1/manifests/" + agency + "-20220608-1";
        Road.as(Road.clerk(agency))
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .body(containsString("BIÊN BẢN GIAO NHẬN"))
                .body(containsString(dossier.code()))
                .body(containsString(Road.trackingNumber(dossier)))
                .body(containsString("Tổ 5, phường Đức Xuân, Bắc Kạn"));
        Road.as(Road.clerk(agency))
                .accept("*/*")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/json");
        Road.as(TokenRequest.of("operator", "H03", 1)).get(path).then().statusCode(403);
        Road.as(Road.clerk("H03")).get(path).then().statusCode(200);
    }

    @Test
    void aListShowsTheCallersSubtreeAndPagesThroughIt() {
        var agency = Province.agency();
        for (var day : List.of("2022-06-08", "2022-06-09", "2022-06-10")) {
            Road.ordered(agency, day + "T10:00");
        }
        var first = Road.as(Road.clerk(agency))
                .get("/v1/manifests?limit=2")
                .then()
                .statusCode(200)
                .extract();
        assertThat(first.jsonPath().getList("items.date")).containsExactly("2022-06-10", "2022-06-09");
        var second = Road.as(Road.clerk(agency))
                .queryParam("limit", 2)
                .queryParam("cursor", first.jsonPath().getString("next"))
                .get("/v1/manifests")
                .then()
                .statusCode(200)
                .extract();
        assertThat(second.jsonPath().getList("items.date")).containsExactly("2022-06-08");
        assertThat(second.header("Link")).isNull();
        assertThat(first.header("Link")).contains("rel=\"next\"");
        Road.as(Road.clerk("H03"))
                .get("/v1/manifests?date=2022-06-09&agency=" + agency)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(agency + "-20220609-1"));
        Road.as(Road.clerk("H03.B1"))
                .get("/v1/manifests")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Road.as(Road.clerk("H03.B1"))
                .get("/v1/manifests?agency=" + agency)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"date=8/6/2022", "date=2022-02-30", "limit=0", "limit=201", "limit=x", "cursor=abc", "agency=h03"
            })
    void aBadParameterIsTold(String query) {
        Road.as(Road.clerk("H03"))
                .get("/v1/manifests?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("traceId", not(equalTo(null)));
    }

    private static io.restassured.response.Response close(String agency, String id, String etag, String key) {
        return Road.step(Road.clerk(agency), "", etag, key).body("{}").post("/v1/manifests/" + id + "/closure");
    }

    private static io.restassured.response.Response signed(
            String agency, String id, String etag, String key, Object body) {
        return Road.step(Road.clerk(agency), "", etag, key).body(body).post("/v1/manifests/" + id + "/handover");
    }

    private static Handler listener(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(new PatternFormatter("%s").format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
