package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.edge.Role;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** The catalogue goes out as open data and comes back as drafts. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class ExportImportIT {

    private static final Api ADMIN = Api.as("admin", "H03");

    @Inject
    Catalogue catalogue;

    @Inject
    CatalogueRoom room;

    @AfterEach
    void tidy() throws Exception {
        room.tidy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agencies", "procedures", "reasons", "calendars"})
    void whatIsExportedIsUnchangedWhenItComesBack(String kind) {
        for (String form : List.of("application/json", "text/csv")) {
            byte[] export = export(kind, form);
            Answer answer = take(export, form, "?kind=" + kind + "&publish=true");
            assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
            int all = answer.body().path("unchanged").asInt();
            assertThat(all).isPositive().isEqualTo(answer.body().path("lines").size());
            assertThat(answer.body().path("published").asInt()).isZero();
        }
        assertThat(Tables.number("select count(*) from catalogue_draft")).isZero();
    }

    @Test
    void aTableIsForSpreadsheets() {
        var answer = RestAssured.given()
                .accept("text/csv")
                .get("/v1/catalogue/export?kind=agencies")
                .then()
                .statusCode(200)
                .extract();
        assertThat(answer.contentType().toLowerCase()).isEqualTo("text/csv;charset=utf-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"agencies.csv\"");
        String text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFcode,version,names.vi").contains("Sở Tư pháp");
        RestAssured.given()
                .accept("text/csv")
                .header("If-None-Match", answer.header("ETag"))
                .get("/v1/catalogue/export?kind=agencies")
                .then()
                .statusCode(304);
        RestAssured.given().get("/v1/catalogue/export?kind=fees").then().statusCode(400);
        RestAssured.given().get("/v1/catalogue/export").then().statusCode(400);
        RestAssured.given()
                .get("/v1/catalogue/export?kind=reasons")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void theMergersOf2025ArePublishedAsOne() throws IOException {
        byte[] mergers = getClass()
                .getResourceAsStream("/catalogue/examples/mergers-2025.json")
                .readAllBytes();
        assertThat(take(mergers, "application/json", "").body().path("created").asInt())
                .isEqualTo(39);
        assertThat(catalogue.agencyOn("H03.01", LocalDate.of(2025, 7, 1))).isPresent();

        Answer published = take(mergers, "application/json", "?publish=true");
        assertThat(published.status()).as(String.valueOf(published.body())).isEqualTo(200);
        assertThat(published.body().path("published").asInt()).isEqualTo(39);
        assertThat(catalogue.agencyOn("H03.01", LocalDate.of(2025, 7, 1))).isEmpty();
        assertThat(catalogue.successorOf("H03.31.01", LocalDate.of(2025, 7, 1)))
                .get()
                .extracting(agency -> agency.code())
                .isEqualTo("H55.101");
        assertThat(Tables.number("select count(*) from catalogue_draft")).isZero();

        Answer again = take(mergers, "application/json", "?publish=true");
        assertThat(again.body().path("unchanged").asInt()).isEqualTo(39);
        assertThat(again.body().path("published").asInt()).isZero();
    }

    @Test
    void ofSeveralLinesTheSoundOnesBecomeDrafts() {
        Answer answer = take("""
                code,version,purpose,names.vi,names.en
                FIRE,1,REFUSAL,"hồ sơ bị cháy, ""hết""\",burnt
                FIRE,1,REFUSAL,hai lần,twice
                FLOOD,x,REFUSAL,lụt,flood
                INCOMPLETE,1,REFUSAL,khác,other
                """.getBytes(StandardCharsets.UTF_8), "text/csv", "?kind=reasons");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("lines").findValuesAsText("outcome"))
                .containsExactly("created", "fault", "fault", "fault");
        assertThat(reasons(answer.body()))
                .containsExactly(
                        "it stands in the import twice",
                        "version is no NUMBER",
                        "version 1 is published and never changes; take a higher version");
        assertThat(ADMIN.get("/v1/catalogue/drafts/REASON/FIRE/1")
                        .body()
                        .at("/entry/names/vi")
                        .asText())
                .isEqualTo("hồ sơ bị cháy, \"hết\"");

        Answer changed = take("""
                code,version,purpose,names.vi,names.en
                FIRE,1,REFUSAL,hồ sơ bị cháy,burnt
                """.getBytes(StandardCharsets.UTF_8), "text/csv", "?kind=reasons");
        assertThat(changed.body().path("replaced").asInt()).isEqualTo(1);
        assertThat(ADMIN.get("/v1/catalogue/drafts/REASON/FIRE/1").etag()).isEqualTo("\"2\"");
    }

    @Test
    void withOneFaultNothingIsPublishedAndNothingDrafted() {
        String body = """
                [{"kind": "REASON", "code": "FIRE", "version": 1, "purpose": "REFUSAL", "names": {"vi": "cháy", "en": "fire"}},
                 {"kind": "REASON", "code": "MOOD", "version": 1, "purpose": "MOOD", "names": {"vi": "a", "en": "b"}}]""";
        Answer refused = take(body.getBytes(StandardCharsets.UTF_8), "application/json", "?publish=true");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("rule-violated");
        assertThat(refused.body().path("lines").toString())
                .isEqualTo(
                        "[{\"line\":2,\"kind\":\"REASON\",\"code\":\"MOOD\",\"version\":1,\"outcome\":\"fault\",\"reason\":\"has an unknown purpose\"}]");
        assertThat(Tables.number("select count(*) from catalogue_draft")).isZero();
        assertThat(catalogue.reason("FIRE")).isEmpty();
        assertThat(take(
                                body.replace("\"MOOD\", \"names", "\"DENIAL\", \"names")
                                        .getBytes(StandardCharsets.UTF_8),
                                "application/json",
                                "?publish=true")
                        .body()
                        .path("published")
                        .asInt())
                .isEqualTo(2);
        assertThat(catalogue.reason("MOOD")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"things\": []}", "[{\"kind\"", "[] []", "7", "{\"items\": [], \"more\": 1}"})
    void whatIsNoListIsRefused(String body) {
        Answer refused = take(body.getBytes(StandardCharsets.UTF_8), "application/json", "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/detail").asText()).startsWith("A JSON list is expected");
    }

    @Test
    void anImportHasALimitAlsoWhenItsLengthIsNotAnnounced() {
        byte[] large = ("[\"" + "x".repeat(17 * 1024 * 1024) + "\"]").getBytes(StandardCharsets.UTF_8);
        assertThat(take(large, "application/json", "").status()).isEqualTo(413);
        byte[] many = ("[" + "1,".repeat(10_000) + "1]").getBytes(StandardCharsets.UTF_8);
        assertThat(take(many, "application/json", "").status()).isEqualTo(413);
        byte[] long_ = ("[" + " ".repeat(17 * 1024 * 1024) + "]").getBytes(StandardCharsets.UTF_8);
        Answer refused = Api.send(ADMIN.request("/v1/catalogue/import")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(long_))));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.problem()).isEqualTo("too-large");
    }

    @Test
    void onlyAdministratorsImport() {
        byte[] body = CatalogueImportResource.EXAMPLE.getBytes(StandardCharsets.UTF_8);
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                assertThat(take(Api.as(role.claim(), "H03"), body, "application/json", "?publish=true")
                                .status())
                        .isEqualTo(403);
            }
        }
        assertThat(take(Api.withToken(null), body, "application/json", "").status())
                .isEqualTo(401);
        assertThat(take(body, "text/plain", "").status()).isEqualTo(415);
    }

    @Test
    void theStatisticsOfTheArticleAreAnswered() {
        RestAssured.given()
                .get("/v1/catalogue/statistics?on=2022-06-08")
                .then()
                .statusCode(200)
                .body("online", org.hamcrest.Matchers.equalTo(1363))
                .body("serviceLevels.'4'", org.hamcrest.Matchers.equalTo(1293))
                .body(
                        "departments.find { it.agency == 'H03.05' }.serviceLevels.'4'",
                        org.hamcrest.Matchers.equalTo(134))
                .body(
                        "departments.find { it.agency == 'H03.05' }.handledAt.DISTRICT",
                        org.hamcrest.Matchers.equalTo(17));
        RestAssured.given().get("/v1/catalogue/statistics").then().statusCode(200);
        RestAssured.given().get("/v1/catalogue/statistics?on=today").then().statusCode(400);
    }

    @Test
    void theLegalProfilesAreOpenToAll() {
        RestAssured.given()
                .get("/v1/legal-profiles")
                .then()
                .statusCode(200)
                .body("items.profile", org.hamcrest.Matchers.contains("2022", "2025", "2026"))
                .body("items[0].rules.find { it.rule == 'extensionsMost' }.value", org.hamcrest.Matchers.equalTo(1))
                .body(
                        "items[0].rules.find { it.rule == 'supplementClockPolicy' }.certainty",
                        org.hamcrest.Matchers.equalTo("READ"));
    }

    @Test
    void everyOperationOnTheCatalogueIsDescribed() throws IOException {
        JsonNode paths = Api.JSON
                .readTree(RestAssured.given().get("/q/openapi?format=json").asString())
                .path("paths");
        for (String path : List.of(
                "/v1/catalogue/drafts",
                "/v1/catalogue/drafts/{kind}/{code}/{version}",
                "/v1/catalogue/drafts/{kind}/{code}/{version}/publication",
                "/v1/catalogue/export",
                "/v1/catalogue/import",
                "/v1/catalogue/statistics",
                "/v1/legal-profiles")) {
            assertThat(paths.path(path).isMissingNode()).as(path).isFalse();
            paths.path(path)
                    .forEach(operation -> assertThat(operation.path("summary").asText())
                            .as(path)
                            .isNotBlank());
        }
    }

    private static byte[] export(String kind, String form) {
        return RestAssured.given()
                .accept(form)
                .get("/v1/catalogue/export?kind=" + kind)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<String> reasons(JsonNode answer) {
        return answer.path("lines").findValuesAsText("reason");
    }

    private static Answer take(byte[] body, String form, String query) {
        return take(ADMIN, body, form, query);
    }

    private static Answer take(Api who, byte[] body, String form, String query) {
        return Api.send(who.request("/v1/catalogue/import" + query)
                .header("Content-Type", form)
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
