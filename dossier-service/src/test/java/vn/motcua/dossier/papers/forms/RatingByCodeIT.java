package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.casework.Histories;
import vn.motcua.dossier.papers.documents.SentFiles;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Said;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** Who came to the counter without an account says how they were served, by what stands on their receipt. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class RatingByCodeIT {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String AT_COUNTER = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""";
    private static final String COMMENT = "Cán bộ ở quầy hướng dẫn tận tình.";

    private final Api anybody = Api.withToken(null);
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-15T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void whoHoldsTheReceiptRatesOnceTheResultIsHandedOver() throws Exception {
        var accepted = accepted();
        var receipt = receipts(accepted).get(0);
        var code = Pages.ratingCode(receipt).orElseThrow();
        assertThat(Pages.sizes(receipt)).containsExactly("148x210");
        var early = rate(accepted, code, 5);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("reason")).isEqualTo("NOT_RETURNED_YET");
        var returned = returned(accepted);

        var request = request(returned, Api.key(), body(code, 4));
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        var row = Tables.rows("""
                select type, data::jsonb ->> 'actor', data::jsonb ->> 'score', data::jsonb ->> 'dimensions', actor, note
                from event where subject = ?::uuid order by sequence desc limit 1""", returned.id()).get(0);
        assertThat(row)
                .containsExactly(
                        "vn.motcua.dossier.rating-submitted.v1",
                        "{\"role\": \"CITIZEN\"}",
                        "4",
                        "[{\"name\": \"ATTITUDE\", \"score\": 5}]",
                        "urn:motcua:rating-code",
                        COMMENT);
        assertThat(Histories.verdict(returned.id()).intact()).isTrue();
        assertThat(reception.get("/v1/dossiers/" + returned.id()).etag()).isEqualTo(returned.etag());
        assertThat(receipts(returned)).as("a reprint is the original").containsExactly(receipt);
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains(
                        "motcua_ratings_by_code_total{outcome=\"answered\"}",
                        "motcua_ratings_by_code_total{outcome=\"refused\"}");
    }

    @Test
    void whatCameByPostIsRatedTheSameWayInWhateverHandTheCodeIsTyped() {
        var returned =
                returned(reception.open(AT_COUNTER.replace("\"channel\": \"COUNTER\"", "\"channel\": \"POST\"")));
        var code = code(returned)
                .replace("-", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .toLowerCase(Locale.ROOT);

        assertThat(rate(returned, " " + code.substring(0, 3) + " " + code.substring(3) + "-", 3)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theSameRequestIsAnsweredTheSameAndAnotherRatingIsBarred() {
        var returned = returned(accepted());
        var code = code(returned);
        var key = Api.key();

        assertThat(rate(returned, key, body(code, 5)).status()).isEqualTo(204);
        assertThat(rate(returned, key, body(code, 5)).status()).isEqualTo(204);
        assertThat(rate(returned, key, body(code, 1)).problem()).isEqualTo("key-reused");
        assertThat(rate(returned, key, body(another(code), 5)).status())
                .as("a wrong code learns nothing of it")
                .isEqualTo(404);
        var other = rate(returned, code, 1);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("reason")).isEqualTo("RATED_ALREADY");
        assertThat(ratings(returned)).isEqualTo(1);
    }

    /** Keys belong to a dossier each: nobody is locked out by a stranger's. */
    @Test
    void aKeyThatWasUsedForAnotherDossierIsANewOne() {
        var first = returned(accepted());
        var second = returned(accepted());

        assertThat(rate(first, "1", body(code(first), 5)).status()).isEqualTo(204);
        assertThat(rate(second, "1", body(code(second), 5)).status()).isEqualTo(204);
        assertThat(ratings(second)).isEqualTo(1);
    }

    @Test
    void ofTwoWhoRateAtOnceOneIsTaken() {
        for (int time = 0; time < 10; time++) {
            var returned = returned(accepted());
            var code = code(returned);

            var answers = Stream.of(1, 5)
                    .map(score -> Api.sendAsync(request(returned, Api.key(), body(code, score))))
                    .toList()
                    .stream()
                    .map(answer -> answer.join().status())
                    .toList();

            assertThat(answers).containsExactlyInAnyOrder(204, 409);
            assertThat(ratings(returned)).isEqualTo(1);
        }
    }

    @Test
    void everyWrongCodeIsAnsweredAsACodeThatLeadsNowhere() {
        var returned = returned(accepted());
        var code = code(returned);
        var foreign = code(accepted());
        var owned = Api.citizen("forms-3")
                .open(AT_COUNTER
                        .replace("\"COUNTER\", \"r", "\"ONLINE\", \"r")
                        .replace(", \"decision\": \"ACCEPT\"", ""));
        var nowhere = told(rate("H03.01-220615-9998", code));

        assertThat(told(rate("nonsense", code))).isEqualTo(nowhere);
        assertThat(told(rate(returned, foreign, 5))).as("another dossier's").isEqualTo(nowhere);
        assertThat(owned.status()).as(String.valueOf(owned.body())).isEqualTo(201);
        assertThat(told(rate(owned, code, 5))).as("of an account's").isEqualTo(nowhere);
        for (int place = 0; place < code.length(); place++) {
            for (var sign : SIGNS.split("")) {
                var changed = code.substring(0, place) + sign + code.substring(place + 1);
                if (code.charAt(place) != '-' && !changed.equals(code)) {
                    assertThat(told(rate(returned, changed, 5))).as(changed).isEqualTo(nowhere);
                }
            }
        }
        assertThat(ratings(returned)).isZero();
        assertThat(rate(returned, code, 5).status()).isEqualTo(204);
    }

    /** Somebody came to the counter who, as it turned out, has an account: from then on they rate with it, and not before they are asked to. */
    @Test
    void aDossierThatCameToAnAccountTakesNoCode() {
        var accepted = accepted();
        var code = code(accepted);
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), "{}");
        var corrected = leader.step(begun.id(), "correction", begun.etag(), """
                {"applicant": {"name": "Triệu Thị Lan"}, "citizen": "forms-4", "reason": "WRONG_OWNER"}""");
        assertThat(corrected.status()).as(String.valueOf(corrected.body())).isEqualTo(200);
        var completed = leader.step(
                corrected.id(),
                "completion",
                corrected.etag(),
                "{\"outcome\": \"GRANTED\", \"resultReference\": \"KQ-1\"}");
        var returned = home(completed);

        assertThat(rate(returned, code, 5).status()).isEqualTo(404);
        assertThat(Api.citizen("forms-4")
                        .ask("/v1/dossiers/" + returned.id() + "/rating", Api.key(), "{\"score\": 2}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void eachReceiptOfADossierIsGood() {
        var accepted = accepted();
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), "{}");
        var asked = reception.step(begun.id(), "supplement-request", begun.etag(), "{\"missing\": [\"CCCD\"]}");
        var brought = reception.step(
                asked.id(), "supplement", asked.etag(), "{\"components\": [{\"code\": \"CCCD\", \"copies\": 1}]}");
        assertThat(brought.status()).as(String.valueOf(brought.body())).isEqualTo(200);
        var full = brought.text("status").equals("PROCESSING")
                ? brought
                : reception.step(brought.id(), "supplement-confirmation", brought.etag(), "{}");
        var codes = receipts(full).stream()
                .map(receipt -> Pages.ratingCode(receipt).orElseThrow())
                .toList();

        assertThat(codes).hasSize(2).doesNotHaveDuplicates();
        for (var code : codes) {
            assertThat(rate(full, code, 5).text("reason")).isEqualTo("NOT_RETURNED_YET");
        }
    }

    @Test
    void theCodeStandsOnThePaperAndNowhereElse() {
        try (var said = Said.byAnybody()) {
            var returned = returned(accepted());
            var code = code(returned);
            rate(returned, code, 9);
            rate(returned, another(code), 5);
            rate(returned, code, 5);
            rate(returned, code, 5);
            assertThat(ratings(returned)).isEqualTo(1);
            var plain = code.replace("-", "");

            assertThat(String.join("\n", said.lines())).contains(returned.id()).doesNotContainIgnoringCase(code, plain);
            assertThat(RestAssured.get("/q/metrics").asString()).doesNotContainIgnoringCase(code, plain);
            for (var path : List.of("", "/history?limit=200", "/forms")) {
                assertThat(leader.get("/v1/dossiers/" + returned.id() + path)
                                .body()
                                .toString())
                        .doesNotContainIgnoringCase(code, plain);
            }
            for (var table :
                    Tables.column("select table_name from information_schema.tables where table_schema = 'public'")) {
                assertThat(Tables.number(
                                "select count(*) from \"" + table + "\" t where t::text ilike ? or t::text ilike ?",
                                "%" + code + "%",
                                "%" + plain + "%"))
                        .as(table)
                        .isZero();
            }
            assertThat(Tables.number(
                            "select octet_length(rating_digest) from form where dossier_id = ?::uuid and kind = 'RECEIPT'",
                            returned.id()))
                    .isEqualTo(32);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                     | 400",
                "{\"score\": 5}                                                         | 400",
                "{\"ratingCode\": 7, \"score\": 5}                                      | 400",
                "{\"ratingCode\": \"7K2QX-94MT\", \"score\": 5}                         | 400",
                "{\"ratingCode\": \"7K2QX-94MTU\", \"score\": 5}                        | 400",
                "{\"ratingCode\": \"7K2QX-94MTD\", \"score\": 5, \"stars\": 5}          | 400",
                "{\"ratingCode\": \"7K2QX-94MTD\", \"score\": 4.5}                      | 400",
                "{\"ratingCode\": \"7K2QX-94MTD\"}                                      | 422",
                "{\"ratingCode\": \"7K2QX-94MTD\", \"score\": 6}                        | 422",
                "{\"ratingCode\": \"7K2QX-94MTD\", \"score\": 4, \"dimensions\": {\"TIME\": 9}} | 422",
                "{\"ratingCode\": \"7K2QX-94MTD\", \"score\": 5}                        | 404",
            })
    void whatIsNoRatingIsRefusedBeforeAnythingIsLookedFor(String body, int status) {
        var answer = anybody.ask("/v1/tracking/H03.01-220615-9998/rating", Api.key(), body);

        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(status);
        assertThat(answer.body().toString()).doesNotContain("7K2QX");
    }

    @Test
    void withoutAKeyNothingIsTaken() {
        assertThat(Api.send(anybody.post("/v1/tracking/H03.01-220615-9998/rating", body("7K2QX-94MTD", 5)))
                        .problem())
                .isEqualTo("key-missing");
    }

    private Answer accepted() {
        var accepted = reception.open(AT_COUNTER);
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        return accepted;
    }

    private Answer returned(Answer accepted) {
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), "{}");
        return home(leader.step(
                begun.id(), "completion", begun.etag(), "{\"outcome\": \"GRANTED\", \"resultReference\": \"KQ-1\"}"));
    }

    private Answer home(Answer completed) {
        var returned = reception.step(
                completed.id(), "return", completed.etag(), "{\"via\": \"COUNTER\", \"identityChecked\": true}");
        assertThat(returned.status()).as(String.valueOf(returned.body())).isEqualTo(200);
        return returned;
    }

    /** All of the dossier's, in their order. */
    private List<byte[]> receipts(Answer dossier) {
        return Stream.of(reception
                        .get("/v1/dossiers/" + dossier.id() + "/forms")
                        .body()
                        .path("items"))
                .flatMap(items -> items.findParents("href").stream())
                .filter(paper -> paper.path("kind").asText().equals("RECEIPT"))
                .map(paper ->
                        SentFiles.open(reception, paper.path("href").asText()).body())
                .toList();
    }

    private String code(Answer dossier) {
        return Pages.ratingCode(receipts(dossier).get(0)).orElseThrow();
    }

    /** One that has the form of a code. */
    private static String another(String code) {
        return (code.startsWith("7") ? "8" : "7") + code.substring(1);
    }

    private static String body(String code, int score) {
        return """
                {"ratingCode": "%s", "score": %d, "dimensions": {"ATTITUDE": 5}, "comment": "%s"}""".formatted(code, score, COMMENT);
    }

    private Answer rate(Answer dossier, String code, int score) {
        return rate(dossier, Api.key(), body(code, score));
    }

    private Answer rate(Answer dossier, String key, String body) {
        return Api.send(request(dossier, key, body));
    }

    private Answer rate(String dossier, String code) {
        return anybody.ask("/v1/tracking/" + dossier + "/rating", Api.key(), body(code, 5));
    }

    private HttpRequest.Builder request(Answer dossier, String key, String body) {
        return anybody.post("/v1/tracking/" + dossier.text("code") + "/rating", body)
                .header("Idempotency-Key", key);
    }

    /** A problem without what differs from one request to the next. */
    private static ObjectNode told(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        return ((ObjectNode) answer.body()).without(List.of("traceId", "instance"));
    }

    private static long ratings(Answer dossier) {
        return Tables.number(
                "select count(*) from event where subject = ?::uuid and type like '%rating%'", dossier.id());
    }
}
