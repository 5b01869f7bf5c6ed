package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.edge.Http.creating;
import static vn.motcua.dossier.edge.Http.isProblem;
import static vn.motcua.dossier.edge.Http.reception;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Tokens.class)
class BodyIT {

    @TestHTTPResource("/v1/forms")
    URI forms;

    @TestHTTPResource("/v1/streams")
    URI streams;

    @Test
    void aProperBodyIsTaken() {
        var answer = creating().body("""
                        {"title":"Đăng ký khai sinh","channel":"ONLINE","count":2,"urgent":true,"day":"2022-06-08",
                         "at":"2022-06-08T02:00:00Z","reference":"0197f000-0000-7000-8000-000000000001",
                         "papers":[{"name":"Tờ khai","copies":1}]}""").post("/v1/forms");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("title")).isEqualTo("Đăng ký khai sinh");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{",
                "{\"title\":\"a\"",
                "{\"title\":\"a\"}}",
                "{\"title\":\"a\"} {}",
                "{\"title\":\"a\"} x",
                "{title:\"a\"}",
                "{'title':'a'}",
                "{\"title\":\"a\",}",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{\"title\":\"a\",\"count\":NaN}",
                "{\"title\":\"a\",\"count\":01}",
                "{\"title\":\"a\\u0000b\"}",
                "{\"title\":\"\\ud800\"}",
                "{\"title\":\"\\uffff\"}",
                "// note\n{\"title\":\"a\"}",
                "<form/>"
            })
    void whatIsNotOneJsonDocumentIsMalformed(String body) {
        isProblem(creating().body(body).post("/v1/forms"), ProblemType.MALFORMED);
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        var body = "{\"title\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        isProblem(creating().body(body).post("/v1/forms"), ProblemType.MALFORMED);
    }

    @Test
    void noBodyAtAllIsMalformed() {
        isProblem(creating().post("/v1/forms"), ProblemType.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"a\",\"extra\":1}|/extra",
                "{\"title\":\"a\",\"a/b~c\":1}|/a~1b~0c",
                "{\"title\":\"a\",\"papers\":[{\"name\":\"n\",\"copies\":1},{\"name\":\"n\",\"copies\":1,\"x\":1}]}|/papers/1/x",
                "{\"Title\":\"a\"}|/Title"
            })
    void anUnknownFieldIsRefusedByItsPointer(String body, String pointer) {
        var answer = isProblem(creating().body(body).post("/v1/forms"), ProblemType.UNKNOWN_FIELD);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        assertThat(answer.jsonPath().getString("errors[0].detail")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":1}|/title|a text",
                "{\"title\":1.5}|/title|a text",
                "{\"title\":true}|/title|a text",
                "{\"title\":[\"a\"]}|/title|a text",
                "{\"title\":{}}|/title|a text",
                "{\"title\":\"a\",\"count\":\"1\"}|/count|a whole number",
                "{\"title\":\"a\",\"count\":\"\"}|/count|a whole number",
                "{\"title\":\"a\",\"count\":1.5}|/count|a whole number",
                "{\"title\":\"a\",\"count\":1.0}|/count|a whole number",
                "{\"title\":\"a\",\"count\":true}|/count|a whole number",
                "{\"title\":\"a\",\"count\":99999999999}|/count|a whole number",
                "{\"title\":\"a\",\"urgent\":\"true\"}|/urgent|true or false",
                "{\"title\":\"a\",\"urgent\":1}|/urgent|true or false",
                "{\"title\":\"a\",\"urgent\":null}|/urgent|true or false",
                "{\"title\":\"a\",\"channel\":\"online\"}|/channel|one of: COUNTER, ONLINE",
                "{\"title\":\"a\",\"channel\":\"\"}|/channel|one of: COUNTER, ONLINE",
                "{\"title\":\"a\",\"channel\":1}|/channel|one of: COUNTER, ONLINE",
                "{\"title\":\"a\",\"day\":\"08/06/2022\"}|/day|a date such as 2022-06-08",
                "{\"title\":\"a\",\"day\":\"\"}|/day|a date such as 2022-06-08",
                "{\"title\":\"a\",\"day\":[2022,6,8]}|/day|a date such as 2022-06-08",
                "{\"title\":\"a\",\"day\":19000}|/day|a date such as 2022-06-08",
                "{\"title\":\"a\",\"at\":1654653600}|/at|an instant such as 2022-06-08T02:00:00Z",
                "{\"title\":\"a\",\"at\":\"2022-06-08\"}|/at|an instant such as 2022-06-08T02:00:00Z",
                "{\"title\":\"a\",\"reference\":\"x\"}|/reference|a UUID",
                "{\"title\":\"a\",\"reference\":\"\"}|/reference|a UUID",
                "{\"title\":\"a\",\"papers\":{}}|/papers|a list",
                "{\"title\":\"a\",\"papers\":\"\"}|/papers|a list",
                "{\"title\":\"a\",\"papers\":[1]}|/papers/0|an object",
                "{\"title\":\"a\",\"papers\":[\"\"]}|/papers/0|an object",
                "{\"title\":\"a\",\"papers\":[{\"name\":\"n\",\"copies\":\"1\"}]}|/papers/0/copies|a whole number",
                "[]|''|an object",
                "\"x\"|''|an object",
                "17|''|an object"
            })
    void aValueOfAnotherTypeIsNeverConverted(String body, String pointer, String expected) {
        var answer = isProblem(creating().body(body).post("/v1/forms"), ProblemType.WRONG_TYPE);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo("Expected " + expected + ".");
    }

    @Test
    void aPrimitiveLeftOutIsItsDefaultAndIsJudgedByItsConstraints() {
        var body = "{\"title\":\"a\",\"papers\":[{\"name\":\"n\"}]}";
        var answer = isProblem(creating().body(body).post("/v1/forms"), ProblemType.RULE_VIOLATED);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/papers/0/copies");
    }

    @Test
    void everyViolatedConstraintIsNamedInTheCallersLanguage() {
        var body = "{\"title\":\" \",\"papers\":[{\"name\":\"n\",\"copies\":1},{\"name\":\"\",\"copies\":0}]}";
        var answer = isProblem(creating().body(body).post("/v1/forms"), ProblemType.RULE_VIOLATED);
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactly("/papers/1/copies", "/papers/1/name", "/title");
        assertThat(answer.jsonPath().getList("errors.detail"))
                .containsExactly("must be at least 1", "must not be blank", "must not be blank");

        var vietnamese =
                creating().header("Accept-Language", "vi-VN").body(body).post("/v1/forms");
        assertThat(vietnamese.statusCode()).isEqualTo(422);
    }

    @Test
    void vietnameseIsSpokenUnlessEnglishIsAskedFor() {
        var answer = io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of("reception"))
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body("{\"title\":\" \"}")
                .post("/v1/forms");
        assertThat(answer.header("Content-Language")).isEqualTo("vi");
        assertThat(answer.jsonPath().getString("title")).isEqualTo("Nội dung không đúng quy định");
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo("không được để trống");
    }

    static String nested(int levels) {
        return "{\"title\":\"a\",\"papers\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }

    static java.util.List<String> beyondTheLimits() {
        return java.util.List.of(
                nested(StrictJson.MAX_DEPTH + 1),
                "[".repeat(5_000),
                "{\"title\":\"" + "a".repeat(StrictJson.MAX_TEXT + 1) + "\"}",
                "{\"title\":\"a\",\"count\":" + "1".repeat(StrictJson.MAX_NUMBER + 1) + "}",
                "{\"" + "t".repeat(60_000) + "\":1}",
                "{\"title\":\"a\"" + " ".repeat(256 * 1024) + "}");
    }

    @ParameterizedTest
    @MethodSource("beyondTheLimits")
    void whatIsTooDeepTooLongOrTooLargeIsTooLarge(String body) {
        isProblem(creating().body(body).post("/v1/forms"), ProblemType.TOO_LARGE);
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        isProblem(creating().body(nested(StrictJson.MAX_DEPTH)).post("/v1/forms"), ProblemType.WRONG_TYPE);
        isProblem(
                creating()
                        .body("{\"title\":\"" + "a".repeat(StrictJson.MAX_TEXT) + "\"}")
                        .post("/v1/forms"),
                ProblemType.RULE_VIOLATED);
        var body = "{\"title\":\"a\"}";
        var whole =
                creating().body(body + " ".repeat(256 * 1024 - body.length())).post("/v1/forms");
        assertThat(whole.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {262_145, 400_000, 1_500_000, 3_000_000})
    void aBodyOfUnknownLengthIsStoppedAtTheSameLimit(int size) throws Exception {
        var body = ("{\"title\":\"a\"" + " ".repeat(size) + "}").getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(forms)
                .header("Authorization", "Bearer " + Tokens.of("reception"))
                .header("Idempotency-Key", "k")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        for (var version : HttpClient.Version.values()) {
            var client = HttpClient.newBuilder().version(version).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
            assertThat(answer.body()).contains(ProblemType.TOO_LARGE.urn());
        }
    }

    @Test
    void aBodyOfUnknownLengthWithinTheLimitIsTaken() throws Exception {
        var body = ("{\"title\":\"a\"" + " ".repeat(200_000) + "}").getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(forms)
                .header("Authorization", "Bearer " + Tokens.of("reception"))
                .header("Idempotency-Key", "k")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        assertThat(client().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_500_000})
    void aStreamedPathTakesMore(int size) throws Exception {
        var announced = reception()
                .contentType("application/x-ndjson")
                .body(new byte[size])
                .post("/v1/streams");
        assertThat(announced.asString()).isEqualTo(Integer.toString(size));
        var request = HttpRequest.newBuilder(streams)
                .header("Authorization", "Bearer " + Tokens.of("reception"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])))
                .build();
        assertThat(client().send(request, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo(Integer.toString(size));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
