package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Extracts of the register of a counter, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class RegisterIT {

    /** Nobody else's tests bring dossiers here. */
    private static final String COMMUNE = "H03.31.02";

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aPeriodHasItsDossiersInOrderAndNoOthers() {
        BusinessDay.standAt("2022-07-05T15:00");
        var before = opened("Bàn Văn Trước");
        BusinessDay.standAt("2022-07-06T09:00");
        var first = opened("Lý Thị Mùi & con");
        var second = opened("Nông Đức Kiên");
        BusinessDay.standAt("2022-07-07T08:00");
        var next = opened("Vi Thị Sau");

        var words = Pages.words(pdf(COMMUNE, "from=2022-07-06"));
        assertThat(words)
                .contains(
                        "SỔ THEO DÕI HỒ SƠ",
                        "Ngày 06/07/2022; 2 hồ sơ",
                        "BẢN TRÍCH ĐỂ THAM KHẢO",
                        "1 " + first.text("code"),
                        "Lý Thị Mùi & con",
                        "2 " + second.text("code"),
                        "Nông Đức Kiên",
                        "09:00 06/07/2022")
                .doesNotContain(before.text("code"), next.text("code"), "Bàn Văn Trước", "Vi Thị Sau");
        assertThat(Pages.sizes(pdf(COMMUNE, "from=2022-07-06"))).containsExactly("297x210");
        assertThat(Pages.words(pdf(COMMUNE, "from=2022-07-05&to=2022-07-07")))
                .contains("Từ ngày 05/07/2022 đến ngày 07/07/2022; 4 hồ sơ");
        assertThat(Pages.words(pdf(COMMUNE, "from=2021-07-06"))).contains("Ngày 06/07/2021; 0 hồ sơ");
    }

    /** A ministry's number, and one of the earlier scheme: the counter took them in all the same, whoever goes on with them. */
    @Test
    void whatBearsTheNumberOfAnotherStandsBehindTheOwn() throws Exception {
        BusinessDay.standAt("2022-07-08T08:00");
        var own = opened("Lý Thị Mùi");
        BusinessDay.standAt("2022-07-12T08:00");
        told("mirror", "/v1/mirrored-facts", """
                {"source": "civil-status", "sourceId": "R-1", "factId": "R-1-1", "fact": "submitted", "at": "2022-07-08T09:00:00+07:00", \
                "code": "G15-220707-0042", "procedure": "1.900102", "agency": "H03.31.02", "channel": "COUNTER", "returnMethod": "COUNTER", \
                "status": "SUBMITTED", "submittedAt": "2022-07-08T00:00:00+07:00"}""", "recorded");
        told("migration", "/v1/imports", """
                {"source": "one-stop-2019", "sourceId": "R-2", "code": "000.02.31.H03-220708-0007", "procedure": "1.900102", \
                "agency": "H03.31.02", "channel": "COUNTER", "returnMethod": "COUNTER", "steps": [\
                {"step": "acceptance", "at": "2022-07-08T23:59:59+07:00", "by": "reception"}]}""", "created");
        var lines = new String[] {
            "Ngày 08/07/2022; 3 hồ sơ", "1 " + own.text("code"), "2 000.02.31.H03-220708-0007", "3 G15-220707-0042"
        };

        assertThat(Pages.words(pdf(COMMUNE, "from=2022-07-08"))).contains(lines);
        assertThat(Pages.words(pdf(COMMUNE, "from=2022-07-07"))).doesNotContain("G15-220707-0042");
        assertThat(Pages.words(pdf(COMMUNE, "from=2022-07-09&to=2022-07-12"))).contains("0 hồ sơ");

        Tables.run(
                LocalInfrastructure.database(),
                "update dossier set agency = 'H03.31.01' where code in ('G15-220707-0042', '000.02.31.H03-220708-0007')");
        assertThat(Pages.words(pdf(COMMUNE, "from=2022-07-08")))
                .as("after a merger")
                .contains(lines);
        assertThat(Pages.words(pdf("H03.31.01", "from=2022-07-08"))).doesNotContain("G15-220707-0042");
    }

    /** Whoever had such dossiers before they were marked as they came. */
    @Test
    void whatCameBeforeIsMarkedByItsFirstFact() throws Exception {
        told("mirror", "/v1/mirrored-facts", """
                {"source": "civil-status", "sourceId": "R-3", "factId": "R-3-1", "fact": "submitted", "at": "2022-07-14T09:00:00+07:00", \
                "code": "G15-220714-0043", "procedure": "1.900102", "agency": "H03.31.02", "channel": "COUNTER", "returnMethod": "COUNTER", \
                "status": "SUBMITTED", "submittedAt": "2022-07-14T08:00:00+07:00"}""", "recorded");
        BusinessDay.standAt("2022-07-14T10:00");
        var own = opened("Lý Thị Mùi").text("code");
        Tables.run(
                LocalInfrastructure.database(),
                "update dossier set registered_by = null, agency = 'H03.31.01' where code in ('G15-220714-0043', ?)",
                own);

        Tables.run(LocalInfrastructure.database(), backfill());

        var registeredBy = "select registered_by from dossier where code = ?";
        assertThat(Tables.column(registeredBy, "G15-220714-0043")).containsExactly(COMMUNE);
        assertThat(Tables.column(registeredBy, own)).as("its code says it").containsOnlyNulls();
    }

    private static String backfill() throws IOException {
        try (var script = RegisterIT.class.getResourceAsStream(
                "/db/migration/V138__who_took_in_what_bears_the_number_of_another.sql")) {
            var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("do $$"), text.indexOf("create index"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reception, H03.31.02, from=2022-07-06, 200",
        "reception, H03.31, from=2022-07-06, 200",
        "leader, H03, from=2022-07-06, 200",
        "reception, H03.31.01, from=2022-07-06, 403",
        "reception, H03.01, from=2022-07-06, 403",
        "officer, H03.31.02, from=2022-07-06, 403",
        "clerk, H03.31.02, from=2022-07-06, 403",
        "statistics, H03, from=2022-07-06, 403",
        "admin, H03, from=2022-07-06, 403",
        "reception, H03.31.02, to=2022-07-06, 400",
        "reception, H03.31.02, from=gestern, 400",
        "reception, H03.31.02, from=2022-07-06&to=2022-02-30, 400",
        "reception, H03.31.02, from=2022-07-06&to=2022-07-05, 422",
        "reception, H03.31.02, from=2022-07-01&to=2022-07-31, 200",
        "reception, H03.31.02, from=2022-07-01&to=2022-08-01, 422",
    })
    void whoMayPrintWhichPeriod(String role, String agency, String period, int status) {
        assertThat(fetch(role, agency, COMMUNE, period).statusCode()).isEqualTo(status);
    }

    @Test
    void anUnknownAgencyIsNobodys() {
        assertThat(fetch("reception", "H03", "H03.99", "from=2022-07-06").statusCode())
                .isEqualTo(403);
        assertThat(RestAssured.given()
                        .get("/v1/registers/H03.01?from=2022-07-06")
                        .statusCode())
                .isEqualTo(401);
    }

    private static Answer opened(String name) {
        var answer = Api.as("reception", COMMUNE).open("""
                {"procedure": "1.900102", "agency": "H03.31.02", "channel": "COUNTER", "returnMethod": "COUNTER",
                 "applicant": {"name": "%s"}, "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""".formatted(name));
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        return answer;
    }

    private static void told(String role, String path, String line, String outcome) throws Exception {
        var request = Api.as(role, "H03")
                .request(path)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(line))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("\"outcome\":\"" + outcome + "\"");
    }

    private static byte[] pdf(String agency, String period) {
        var answer = fetch("reception", agency, agency, period);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asByteArray();
    }

    private static Response fetch(String role, String ofCaller, String agency, String period) {
        var token = LocalInfrastructure.tokens().token(TokenRequest.of(role, ofCaller, 1));
        return RestAssured.given().auth().oauth2(token).get("/v1/registers/" + agency + "?" + period);
    }
}
