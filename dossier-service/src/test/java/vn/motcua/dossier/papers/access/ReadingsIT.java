package vn.motcua.dossier.papers.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.papers.documents.SentFiles;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Who reads a paper is known before they see it: who, what, why and from where. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ReadingsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String COUNTER = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""";

    private final Api reception = Api.as("reception", JUSTICE);

    @Inject
    ReadingSweep sweep;

    @Inject
    ForgottenReaders forgetting;

    @Inject
    Pool pool;

    @BeforeEach
    void onAWednesday() {
        BusinessDay.standAt("2022-06-15T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void papersFilesAndTheListItselfAreNotedWithPurposeAndAddress() {
        var accepted = accepted();
        var upload = SentFiles.upload(reception, SentFiles.pdf("đơn"));
        var filed = reception.step(
                accepted.id(),
                "documents",
                accepted.etag(),
                "{\"upload\": \"" + upload.id() + "\", \"kind\": \"SCANNED\", \"component\": \"TK\"}");
        assertThat(filed.status()).as(String.valueOf(filed.body())).isEqualTo(200);
        var document = Tables.text("select id from document where dossier_id = ?::uuid", accepted.id());

        open(
                "officer",
                JUSTICE,
                accepted,
                "forms/RECEIPT/1",
                Map.of(
                        "X-Access-Purpose", "INSPECTION",
                        "User-Agent", "Browser " + "x".repeat(300),
                        // From outside, where no proxy is believed: anybody may write this.
                        "X-Forwarded-For", "203.0.113.7",
                        "Forwarded", "for=203.0.113.7"),
                200);
        open("officer", JUSTICE, accepted, "documents/" + document, Map.of("User-Agent", "another"), 200);

        var leader = Api.as("leader", JUSTICE);
        var readings = leader.get("/v1/dossiers/" + accepted.id() + "/readings");
        assertThat(readings.status()).isEqualTo(200);
        var items = readings.body().path("items");
        assertThat(items.findValuesAsText("what")).containsExactly("READINGS", "DOCUMENT", "FORM");
        assertThat(items.findValuesAsText("purpose")).containsExactly("CASEWORK", "CASEWORK", "INSPECTION");
        assertThat(items.findValuesAsText("account")).containsExactly("leader-1", "officer-1", "officer-1");
        assertThat(items.findValuesAsText("address")).containsOnly("127.0.0.1").hasSize(3);
        assertThat(items.path(1).path("document").asText()).isEqualTo(document);
        var form = items.path(2);
        assertThat(form.path("paper").asText()).isEqualTo("RECEIPT/1");
        assertThat(form.path("roles").asText()).isEqualTo("officer");
        assertThat(form.path("agency").asText()).isEqualTo(JUSTICE);
        assertThat(form.path("at").asText()).isEqualTo("2022-06-15T02:00:00Z");
        assertThat(form.path("device").asText()).hasSize(200);
        assertThat(form.path("traceId").asText()).hasSize(32);
    }

    @Test
    void whatIsNotShownIsNotNotedAndAPurposeIsAWordOfTheList() {
        var accepted = accepted();

        open("officer", "H03.02", accepted, "forms/RECEIPT/1", Map.of(), 404);
        open("officer", JUSTICE, accepted, "forms/APOLOGY/1", Map.of(), 404);
        open("officer", JUSTICE, accepted, "forms/RECEIPT/1", Map.of("X-Access-Purpose", "Nguyen Van A"), 400);

        assertThat(Tables.number("select count(*) from reading where dossier_id = ?::uuid", accepted.id()))
                .isZero();
    }

    /** Nobody sees a paper of which it would not be known that they did. */
    @Test
    void aPaperWhoseReadingCannotBeNotedStaysClosed() {
        var accepted = accepted();
        Tables.run(
                LocalInfrastructure.database(),
                "alter table reading add constraint nothing_more check (dossier_id <> '" + accepted.id()
                        + "') not valid");
        try {
            var refused = open("officer", JUSTICE, accepted, "forms/RECEIPT/1", Map.of(), 500);
            assertThat(refused.contentType()).startsWith("application/problem+json");
        } finally {
            Tables.run(LocalInfrastructure.database(), "alter table reading drop constraint nothing_more");
        }
        open("officer", JUSTICE, accepted, "forms/RECEIPT/1", Map.of(), 200);
    }

    @Test
    void registersAreNotedUnderTheirAgency() {
        var token = LocalInfrastructure.tokens().token(TokenRequest.of("reception", "H03.02", 1));
        RestAssured.given()
                .auth()
                .oauth2(token)
                .header("X-Access-Purpose", "ARCHIVE")
                .get("/v1/registers/H03.02?from=2022-06-01&to=2022-06-03")
                .then()
                .statusCode(200);

        var readings =
                Api.as("leader", "H03").get("/v1/registers/H03.02/readings").body();
        assertThat(readings.path("items").path(1).path("paper").asText()).isEqualTo("2022-06-01/2022-06-03");
        assertThat(readings.path("items").path(1).path("purpose").asText()).isEqualTo("ARCHIVE");
        assertThat(Api.as("leader", JUSTICE)
                        .get("/v1/registers/H03.02/readings")
                        .status())
                .isEqualTo(403);
        assertThat(Api.as("reception", "H03.02")
                        .get("/v1/registers/H03.02/readings")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "leader, H03.01, 200",
        "leader, H03, 200",
        "leader, H03.02, 404",
        "reception, H03.01, 403",
        "officer, H03.01, 403",
        "clerk, H03.01, 403",
        "cashier, H03.01, 403",
        "statistics, H03, 403",
        "operator, H03, 403",
        "admin, H03, 403",
    })
    void whoMayLookIntoIt(String role, String agency, int status) {
        assertThat(Api.as(role, agency)
                        .get("/v1/dossiers/" + accepted().id() + "/readings")
                        .status())
                .isEqualTo(status);
        assertThat(Api.as("leader", JUSTICE)
                        .get("/v1/dossiers/" + UUID.randomUUID() + "/readings")
                        .status())
                .isEqualTo(404);
        assertThat(Api.citizen("c-1")
                        .get("/v1/dossiers/" + accepted().id() + "/readings")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theListGoesOnPageByPage() {
        var accepted = accepted();
        for (int i = 0; i < 5; i++) {
            open("officer", JUSTICE, accepted, "forms/RECEIPT/1", Map.of("User-Agent", "visit " + i), 200);
        }

        var leader = Api.as("leader", JUSTICE);
        var base = "/v1/dossiers/" + accepted.id() + "/readings?limit=2";
        var devices = new ArrayList<String>();
        for (var path = base; path != null; ) {
            var page = leader.get(path).body();
            page.path("items").forEach(item -> {
                if (item.path("what").asText().equals("FORM")) {
                    devices.add(item.path("device").asText());
                }
            });
            path = page.has("next") ? base + "&cursor=" + page.path("next").asText() : null;
        }
        assertThat(devices).containsExactly("visit 4", "visit 3", "visit 2", "visit 1", "visit 0");
    }

    @Test
    void afterTwoYearsItIsForgotten() {
        var accepted = accepted();
        open("officer", JUSTICE, accepted, "forms/RECEIPT/1", Map.of("User-Agent", "before"), 200);
        BusinessDay.standAt("2022-06-15T09:01");
        open("officer", JUSTICE, accepted, "forms/RECEIPT/1", Map.of("User-Agent", "after"), 200);

        BusinessDay.standAt("2024-06-15T09:00");
        sweep.sweep().await().atMost(PATIENCE);
        assertThat(devices(accepted)).containsExactly("before", "after");
        BusinessDay.standAt("2024-06-15T09:01");
        sweep.sweep().await().atMost(PATIENCE);

        assertThat(devices(accepted)).containsExactly("after");
    }

    @Test
    void whoTheApplicantIsGoesWithTheDossierAndTheOfficersStay() {
        var dossier = UUID.randomUUID();
        for (var roles : List.of("citizen", "officer")) {
            Tables.run(LocalInfrastructure.database(), """
                    insert into reading (what, dossier_id, paper, account, roles, at, purpose, address, device)
                    values ('FORM', ?, 'RECEIPT/1', 'ai-do', ?, now(), 'OWN', '203.0.113.9', 'máy')""", dossier, roles);
        }

        pool.withTransaction(tx -> forgetting.forget(tx, dossier, java.time.Instant.EPOCH))
                .await()
                .atMost(PATIENCE);

        assertThat(Tables.rows(
                        "select roles, account, host(address), device from reading where dossier_id = ? order by id",
                        dossier))
                .containsExactly(
                        Arrays.asList("citizen", "", null, null), List.of("officer", "ai-do", "203.0.113.9", "máy"));
    }

    private static List<String> devices(Answer of) {
        return Tables.column("select device from reading where dossier_id = ?::uuid order by id", of.id());
    }

    private Answer accepted() {
        var accepted = reception.open(COUNTER);
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        return accepted;
    }

    private static Response open(
            String role, String agency, Answer dossier, String which, Map<String, String> headers, int status) {
        var token = LocalInfrastructure.tokens().token(TokenRequest.of(role, agency, 1));
        var answer = RestAssured.given()
                .auth()
                .oauth2(token)
                .headers(headers)
                .get("/v1/dossiers/" + dossier.id() + "/" + which);
        assertThat(answer.statusCode()).as(answer.contentType()).isEqualTo(status);
        return answer;
    }
}
