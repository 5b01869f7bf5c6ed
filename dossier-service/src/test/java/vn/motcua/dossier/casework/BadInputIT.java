package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Each kind of bad input gets its problem, and nothing changes. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class BadInputIT {

    private final Api citizen = Api.citizen("c-18");
    private final Api reception = Api.as("reception", JUSTICE);
    private Answer submitted;

    @BeforeEach
    void aDossierIsThere() {
        BusinessDay.standAt("2022-06-17T09:00");
        submitted = citizen.open(Examples.ONLINE);
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "1.900101"            | 1900101                      | 400 | wrong-type
            "ONLINE"              | "INTERNET"                   | 400 | wrong-type
            "returnMethod"        | "returnMode"                 | 400 | unknown-field
            "copies": 1           | "copies": "1"                | 400 | wrong-type
            "copies": 1           | "copies": 0                  | 422 | rule-violated
            "1.900101"            | "1.999999"                   | 422 | unknown-code
            "H03.01"              | "H03.99"                     | 422 | unknown-code
            "code": "TK"          | "code": "XX"                 | 422 | unknown-code
            "H03.01"              | "H03.02"                     | 422 | rule-violated
            "0912 345 678"        | "0952 345 678"               | 422 | rule-violated
            "0912 345 678"        | "0209 3810 000"              | 422 | rule-violated
            "hoa@example.com"     | "hoa@example"                | 422 | rule-violated
            "006190000123"        | "00619000012"                | 422 | rule-violated
            "Nguyễn Thị Hoa"      | " "                          | 422 | rule-violated
            "Tổ 5"                | ""                           | 422 | rule-violated
            "notifyBySms"         | "decision": "ACCEPT", "sms"  | 400 | unknown-field
            "channel": "ONLINE",  | "channel": "ONLINE", "decision": "ACCEPT", | 422 | rule-violated
            "channel": "ONLINE",  | "channel": null,             | 422 | rule-violated
            """)
    void anOpeningWithSomethingWrong(String part, String wrong, int status, String problem) {
        assertThat(Examples.ONLINE).contains(part);
        refused(citizen.post("/v1/dossiers", Examples.ONLINE.replace(part, wrong)), Api.key(), status, problem);
    }

    @Test
    void aProcedureThatIsNotOpenOnline() {
        var body = Examples.ONLINE.replace("1.900101", "1.900107").replaceFirst(",\\s*\"components\": \\[.*?\\]", "");
        var before = Tables.state();
        var answer = citizen.open(body);
        expect(answer, 422, "rule-violated");
        assertThat(answer.text("reason")).isEqualTo("NOT_ONLINE");
        assertThat(Tables.state()).isEqualTo(before);
    }

    /** What the carrier asks for is asked for at intake: later nobody at the counter could get it. */
    @Test
    void aResultByPostNeedsAnAddressAndAPhone() {
        var body = Examples.ONLINE
                .replaceFirst("\"phone\": \"[^\"]*\",", "")
                .replaceFirst("\"address\": \\{[^}]*},", "")
                .replace("\"notifyBySms\": true", "\"notifyBySms\": false");
        assertThat(body).doesNotContain("phone", "address");
        var before = Tables.state();

        var answer = citizen.open(body);

        expect(answer, 422, "rule-violated");
        assertThat(answer.body().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/applicant/phone", "/applicant/address");
        assertThat(Tables.state()).isEqualTo(before);
        assertThat(citizen.open(body.replace("\"POST\"", "\"COUNTER\"")).status())
                .isEqualTo(201);
    }

    @Test
    void wrongPlacesAreNamedByPointers() {
        var answer = citizen.open(Examples.ONLINE.replace("0912 345 678", "12").replace("hoa@example.com", "x"));

        assertThat(answer.body().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/applicant/phone", "/applicant/email", "/applicant/notifyBySms");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"procedure":         | 400 | malformed
            {} {}                 | 400 | malformed
            []                    | 400 | wrong-type
            {"note":"a","note":"b"} | 400 | malformed
            {"note": 7}           | 400 | wrong-type
            {"nota": "x"}         | 400 | unknown-field
            """)
    void aBodyThatIsNotTheShape(String body, int status, String problem) {
        refusedStep(body, Api.key(), submitted.etag(), status, problem);
    }

    @Test
    void overlongAndDeepBodies() {
        var before = Tables.state();
        expect(step("{\"note\":\"" + "x".repeat(300_000) + "\"}", Api.key(), submitted.etag()), 413, "too-large");
        expect(step("{\"note\":\"" + "x".repeat(2_001) + "\"}", Api.key(), submitted.etag()), 422, "rule-violated");
        var deep = step("[".repeat(40) + "]".repeat(40), Api.key(), submitted.etag());
        assertThat(deep.status()).isIn(400, 413);
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void anotherMediaType() {
        var request = reception
                .request("/v1/dossiers/" + submitted.id() + "/acceptance")
                .header("Idempotency-Key", Api.key())
                .header("If-Match", submitted.etag())
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"));
        var before = Tables.state();
        expect(Api.send(request), 415, "unsupported-media-type");
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void withoutKeyOrWithAnUnusableOne() {
        var before = Tables.state();
        expect(Api.send(citizen.post("/v1/dossiers", Examples.ONLINE)), 400, "key-missing");
        expect(step("{}", "k".repeat(129), submitted.etag()), 400, "malformed");
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void withoutOrWithAStaleETag() {
        var before = Tables.state();
        var request = reception
                .post("/v1/dossiers/" + submitted.id() + "/acceptance", "{}")
                .header("Idempotency-Key", Api.key());
        expect(Api.send(request), 428, "precondition-required");
        expect(step("{}", Api.key(), "\"7\""), 412, "stale");
        expect(step("{}", Api.key(), "W/\"1\""), 400, "malformed");
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void aStaleStepSaysByWhichStepAndWhen() {
        reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        var before = Tables.state();

        var stale = reception.step(submitted.id(), "refusal", submitted.etag(), Examples.REFUSAL);

        expect(stale, 412, "stale");
        assertThat(stale.text("staleBy")).isEqualTo("vn.motcua.dossier.accepted.v1");
        assertThat(stale.text("staleSince")).isEqualTo("2022-06-17T02:00:00Z");
        assertThat(stale.text("currentETag")).isEqualTo("\"2\"");
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void aKeyThatWasUsedForAnotherContent() {
        var key = Api.key();
        var refused = reception.step(submitted.id(), "refusal", submitted.etag(), key, Examples.REFUSAL);
        assertThat(refused.status()).isEqualTo(200);
        var before = Tables.state();

        var other = Examples.REFUSAL.replace("INCOMPLETE", "NOT_COMPETENT");
        expect(reception.step(submitted.id(), "refusal", refused.etag(), key, other), 422, "key-reused");
        expect(reception.step(submitted.id(), "acceptance", refused.etag(), key, "{}"), 422, "key-reused");

        var creation = Api.key();
        Api.send(citizen.post("/v1/dossiers", Examples.ONLINE).header("Idempotency-Key", creation));
        var then = Tables.state();
        refused(citizen.post("/v1/dossiers", Examples.ONLINE.replace("Hoa", "Hà")), creation, 422, "key-reused");
        assertThat(Tables.state()).isEqualTo(then);
        assertThat(then.get("dossier")).isEqualTo(before.get("dossier") + 1);
    }

    @Test
    void aBarredStepSaysWhy() {
        var before = Tables.state();
        var barred = Api.as("leader", JUSTICE).step(submitted.id(), "completion", submitted.etag(), Examples.GRANTED);

        expect(barred, 409, "barred");
        assertThat(barred.text("reason")).isEqualTo("NOT_ACCEPTED_YET");
        assertThat(barred.text("status")).isEqualTo("409");
        assertThat(barred.text("detail"))
                .contains(submitted.text("code"), "is submitted", "accepts or refuses it first");
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void whatWasBarredIsNotRemembered() {
        var key = Api.key();
        var leader = Api.as("leader", JUSTICE);
        expect(leader.step(submitted.id(), "completion", submitted.etag(), key, Examples.GRANTED), 409, "barred");
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        var begun = reception.step(submitted.id(), "processing", accepted.etag(), "{}");

        assertThat(leader.step(submitted.id(), "completion", begun.etag(), key, Examples.GRANTED)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "completion, {\"resultReference\": \"1\"}, /outcome",
        "completion, {\"outcome\": \"GRANTED\"}, /resultReference",
        "completion, {\"outcome\": \"DENIED\"}, /reason",
        "return, {\"via\": \"COUNTER\"}, /identityChecked",
        "return, {\"identityChecked\": true}, /via"
    })
    void aStepThatLacksWhatItNeeds(String step, String body, String pointer) {
        var both = Api.as(TokenRequest.of("leader", JUSTICE, 1).withRoles("leader", "reception"));
        var at = both.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        at = both.step(at.id(), "processing", at.etag(), "{}");
        if (step.equals("return")) {
            at = both.step(at.id(), "completion", at.etag(), Examples.GRANTED);
        }
        var before = Tables.state();
        var answer = both.step(at.id(), step, at.etag(), body);

        expect(answer, 422, "rule-violated");
        assertThat(answer.body().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void tokensThatAreNone() {
        var tokens = LocalInfrastructure.tokens();
        var someone = TokenRequest.of("reception", JUSTICE, 1);
        var before = Tables.state();
        for (var token : new String[] {
            null,
            "nonsense",
            tokens.ofIssuer("urn:somebody:else", someone),
            tokens.unsigned(someone),
            tokens.signedByAnotherKey(someone),
            tokens.expired(someone)
        }) {
            var api = Api.withToken(token);
            expect(api.step(submitted.id(), "acceptance", submitted.etag(), "{}"), 401, "unauthenticated");
            expect(api.open(Examples.COUNTER), 401, "unauthenticated");
        }
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void whoHasNoBusinessThere() {
        var before = Tables.state();
        expect(
                Api.as("reception", "H03.02").step(submitted.id(), "acceptance", submitted.etag(), "{}"),
                403,
                "forbidden");
        expect(Api.as("leader", JUSTICE).step(submitted.id(), "acceptance", submitted.etag(), "{}"), 403, "forbidden");
        expect(Api.citizen("c-19").step(submitted.id(), "withdrawal", submitted.etag(), "{}"), 403, "forbidden");
        expect(Api.as("reception", "H03.02").open(Examples.COUNTER), 403, "forbidden");
        expect(reception.open(Examples.ONLINE), 403, "forbidden");
        expect(citizen.open(Examples.COUNTER), 403, "forbidden");
        for (var role : new String[] {"operator", "statistics", "admin", "migration", "clerk"}) {
            expect(Api.as(role, "H03").step(submitted.id(), "acceptance", submitted.etag(), "{}"), 403, "forbidden");
        }
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void aDossierThatIsNotThere() {
        var before = Tables.state();
        expect(reception.step("00000000-0000-7000-8000-000000000000", "acceptance", "\"1\"", "{}"), 404, "not-found");
        expect(reception.step("17", "acceptance", "\"1\"", "{}"), 404, "not-found");
        assertThat(Tables.state()).isEqualTo(before);
    }

    private Answer step(String body, String key, String etag) {
        return reception.step(submitted.id(), "acceptance", etag, key, body);
    }

    private void refusedStep(String body, String key, String etag, int status, String problem) {
        var before = Tables.state();
        expect(step(body, key, etag), status, problem);
        assertThat(Tables.state()).isEqualTo(before);
    }

    private void refused(java.net.http.HttpRequest.Builder request, String key, int status, String problem) {
        var before = Tables.state();
        expect(Api.send(request.header("Idempotency-Key", key)), status, problem);
        assertThat(Tables.state()).isEqualTo(before);
    }

    private static void expect(Answer answer, int status, String problem) {
        assertThat(answer.status() + " " + answer.problem())
                .as(String.valueOf(answer.body()))
                .isEqualTo(status + " " + problem);
        assertThat(answer.body().path("traceId").asText()).isNotBlank();
    }
}
