package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.edge.Http.anonymous;
import static vn.motcua.dossier.edge.Http.creating;
import static vn.motcua.dossier.edge.Http.isProblem;
import static vn.motcua.dossier.edge.Http.reception;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Tokens.class)
class RequestsIT {

    private static final String ID = "0197f000-0000-7000-8000-000000000001";
    private static final String BODY = "{\"title\":\"a\"}";

    @TestHTTPResource("/v1/forms")
    URI forms;

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nowhere", "/nowhere", "/v1/forms/not-a-uuid", "/v1/forms/" + ID, "/"})
    void anUnknownAddressIsNotFound(String path) {
        isProblem(reception().get(path), ProblemType.NOT_FOUND);
    }

    /** Spoken by hand, since no client library sends such an address. The server itself refuses it, in one line. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/forms/%zz", "/v1/forms/%", "/v1/forms?limit=%zz"})
    void anAddressThatCannotBeDecodedIsNotABug(String address) throws IOException {
        try (var socket = new Socket(forms.getHost(), forms.getPort())) {
            var request = "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Language: en\r\n"
                    + "Authorization: Bearer " + Tokens.of("reception") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 ");
        }
    }

    /** No database takes a zero in a text: it would be our fault, were it let through. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/forms/a%00b", "/v1/forms/%00", "/v1/typed?text=%00", "/v1/typed?text=a&other=b%00"})
    void aZeroInAnAddressIsMalformed(String address) {
        isProblem(reception().urlEncodingEnabled(false).get(address), ProblemType.MALFORMED);
    }

    @Test
    void anotherMethodIsNotAllowed() {
        isProblem(reception().delete("/v1/forms"), ProblemType.METHOD_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x", "nonsense"})
    void anotherMediaTypeIsUnsupported(String type) {
        var answer = reception()
                .header("Idempotency-Key", "k")
                .header("Content-Type", type)
                .body(BODY.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/forms");
        isProblem(answer, type.equals("nonsense") ? ProblemType.MALFORMED : ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void anAnswerInAnotherFormIsNotAcceptable() {
        isProblem(reception().accept("text/csv").get("/v1/forms"), ProblemType.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "day=2022-13-01&must=x,day",
        "day=08/06/2022&must=x,day",
        "n=one&must=x,n",
        "n=99999999999&must=x,n",
        "channel=online&must=x,channel",
        "n=1,must"
    })
    void aQueryParameterThatCannotBeReadIsNamed(String query, String parameter) {
        var answer = isProblem(reception().get("/v1/typed?" + query), ProblemType.MALFORMED);
        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo(parameter);
    }

    @Test
    void queryParametersAreRead() {
        assertThat(reception()
                        .get("/v1/typed?day=2022-06-08&n=3&channel=ONLINE&must=x")
                        .asString())
                .isEqualTo("2022-06-08 3 ONLINE x");
    }

    @Test
    void withoutAKeyNothingIsCreated() {
        var answer = reception().contentType("application/json").body("{").post("/v1/forms");
        isProblem(answer, ProblemType.KEY_MISSING);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129})
    void aKeyHas1To128Characters(int length) {
        var answer = reception()
                .header("Idempotency-Key", "k".repeat(length))
                .contentType("application/json")
                .body(BODY)
                .post("/v1/forms");
        isProblem(answer, ProblemType.MALFORMED);
        assertThat(answer.jsonPath().getString("errors[0].header")).isEqualTo("Idempotency-Key");
    }

    @Test
    void theSameRequestHasTheSameDigestAndAnyOtherAnother() {
        var first = digest("/v1/forms", "{\"title\":\"a\",\"count\":1}");
        assertThat(digest("/v1/forms", " { \"count\" : 1,\n\"title\":\"a\" } ")).isEqualTo(first);
        assertThat(digest("/v1/forms", "{\"title\":\"\\u0061\",\"count\":1}")).isEqualTo(first);
        assertThat(digest("/v1/forms", "{\"title\":\"a\",\"count\":2}")).isNotEqualTo(first);
        assertThat(digest("/v1/forms", "{\"title\":\"a\"}")).isNotEqualTo(first);
        assertThat(digest("/v1/forms/" + ID + "/acceptance", "{\"title\":\"a\",\"count\":1}"))
                .isNotEqualTo(first);
    }

    private static String digest(String path, String body) {
        var answer = creating().header("If-Match", "\"5\"").body(body).post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("key")).isEqualTo("k-1");
        assertThat(answer.jsonPath().getString("caller")).isEqualTo("officer-1");
        return answer.jsonPath().getString("digest");
    }

    @Test
    void aStepNeedsThePreconditionAndAnswersWithTheNextTag() {
        var path = "/v1/forms/" + ID + "/acceptance";
        isProblem(creating().body("{").post(path), ProblemType.PRECONDITION_REQUIRED);
        var answer = creating().header("If-Match", "\"5\"").body(BODY).post(path);
        assertThat(answer.jsonPath().getLong("ifMatch")).isEqualTo(5);
        assertThat(answer.header("ETag")).isEqualTo("\"6\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "*",
                "W/\"5\"",
                "\"5\", \"6\"",
                "\"5\",\"6\"",
                "\"\"",
                "\"-1\"",
                "\"05\"",
                "\"5",
                "\"five\"",
                "\"9999999999999999999\"",
                "\"5\";x",
                "\"1.0\""
            })
    void aPreconditionThatIsNotOneTagOfOursIsMalformed(String ifMatch) {
        var answer = creating().header("If-Match", ifMatch).body(BODY).post("/v1/forms/" + ID + "/acceptance");
        isProblem(answer, ProblemType.MALFORMED);
        assertThat(answer.jsonPath().getString("errors[0].header")).isEqualTo("If-Match");
    }

    @Test
    void followingTheLinksShowsEveryRowOnce() {
        List<Integer> seen = new ArrayList<>();
        var address = "/v1/forms?limit=3";
        while (address != null) {
            var page = reception().get(address);
            seen.addAll(page.jsonPath().getList("items.number"));
            var link = page.header("Link");
            address = link == null ? null : link.substring(1, link.indexOf('>'));
            assertThat(link == null || link.endsWith("; rel=\"next\"")).isTrue();
        }
        assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%20", "AAAA", "AAAAAAAAAAAAMw", "%3D%3D"})
    void aMadeUpCursorIsMalformed(String cursor) {
        var answer = isProblem(reception().get("/v1/forms?cursor=" + cursor), ProblemType.MALFORMED);
        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo("cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "many"})
    void aPageHas1To200Rows(String limit) {
        isProblem(reception().get("/v1/forms?limit=" + limit), ProblemType.MALFORMED);
    }

    @Test
    void aBarredStepSaysWhyWithAReasonToBranchOn() {
        var answer = isProblem(reception().get("/v1/faults/barred"), ProblemType.BARRED);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("ALREADY_RETURNED");
        assertThat(answer.jsonPath().getString("detail")).isEqualTo("The dossier was returned.");
    }

    @ParameterizedTest
    @CsvSource({"wrapped,STALE", "away,UNAVAILABLE", "calendar,CALENDAR_NOT_PUBLISHED"})
    void whatIsKnownIsNotABug(String kind, ProblemType type) {
        var answer = isProblem(reception().get("/v1/faults/" + kind), type);
        assertThat(answer.header("Retry-After") != null).isEqualTo(type.status() == 503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "later-bug"})
    void aBugIs500WithATraceAndWithoutItsStackOrMessage(String kind) {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer = reception()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/v1/faults/" + kind);
        isProblem(answer, ProblemType.INTERNAL);
        assertThat(answer.jsonPath().getString("traceId")).isEqualTo(trace);
        assertThat(answer.asString())
                .doesNotContain("Exception", "Nguyễn", "0912345678", "vn.motcua.dossier", "FormResource");
    }

    @Test
    void theCallersTraceIsContinued() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer = reception()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/v1/trace");
        assertThat(answer.jsonPath().getString("traceparent")).matches("00-" + trace + "-[0-9a-f]{16}-01");
        assertThat(reception().get("/v1/trace").jsonPath().getString("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain(trace);
    }

    @Test
    void problemsAreCountedByType() {
        isProblem(reception().get("/v1/nowhere"), ProblemType.NOT_FOUND);
        assertThat(anonymous().get("/q/metrics").asString()).contains("motcua_problems_total{type=\"not-found\"");
    }

    @Test
    void anAnswerMayBeKeptOnlyWhereItsResourceSaysSo() {
        assertThat(anonymous().get("/v1/kept").header("Cache-Control")).isEqualTo("max-age=60");
        assertThat(reception().get("/v1/whoami").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theDescriptionShowsTokensKeysAndPreconditions() {
        var api = anonymous().accept("application/json").get("/q/openapi").jsonPath();
        assertThat(api.getString("components.securitySchemes.values()[0].scheme"))
                .isEqualTo("bearer");
        assertThat(api.getList("paths.'/v1/forms'.post.parameters.name")).contains("Idempotency-Key");
        assertThat(api.getList("paths.'/v1/forms/{id}/acceptance'.post.parameters.name"))
                .contains("Idempotency-Key", "If-Match");
        assertThat(api.getString("paths.'/v1/forms'.post.responses.default.content.'application/problem+json'.schema"))
                .contains("Problem");
        assertThat(anonymous().get("/q/swagger-ui/").statusCode()).isEqualTo(200);
        assertThat(anonymous().get("/q/health/live").statusCode()).isEqualTo(200);
    }
}
