package vn.motcua.notification.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.Provider;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.LocalTokens;
import vn.motcua.local.tokens.TokenRequest;
import vn.motcua.notification.QuickSending;
import vn.motcua.notification.Stage;
import vn.motcua.notification.Story;
import vn.motcua.notification.planning.Facts;

/** Who may see what of notices, what operators may decide, and what happens to requests that are wrong. */
@QuarkusTest
@TestProfile(QuickSending.class)
@WithTestResource(value = LocalInfrastructure.class, initArgs = @ResourceArg(name = "outside", value = "true"))
class NoticeResourceIT {

    private static final LocalTokens TOKENS = LocalInfrastructure.tokens();
    private static final TokenRequest OPERATOR = TokenRequest.of("operator", null, 1);
    private static final TokenRequest RECEPTION = TokenRequest.of("reception", "H03.01", 1);
    private static final String IN_DOUBT = "IN_DOUBT";
    private static Stage stage;

    @BeforeAll
    static void set() {
        stage = Stage.set();
    }

    @AfterEach
    void heal() {
        stage.outside().noFaults();
    }

    @AfterAll
    static void clear() {
        stage.close();
    }

    @Test
    void theAgencysStaffSeeWhatWasSaidToWhom() {
        var story = new Story(stage, 501);
        story.tell(Facts::submitted, Facts.recipient(story.phone(), story.email()));
        stage.awaitNotices(story.id(), "SMS SUBMITTED SENT", "EMAIL SUBMITTED SENT");

        for (var role : new String[] {"reception", "leader"}) {
            for (var agency : new String[] {"H03.01", "H03"}) {
                as(TokenRequest.of(role, agency, 1))
                        .get("/v1/notices?dossier=" + story.id())
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .body("items[0].wording", equalTo("SUBMITTED"))
                        .body("items[0].wordingVersion", equalTo(1))
                        .body("items[0].state", equalTo("SENT"))
                        .body("items[0].recipient", equalTo("0912****011"))
                        .body("items[0].text", containsString(story.code()))
                        .body("items[0].sentAt", notNullValue())
                        .body("items[1].channel", equalTo("EMAIL"))
                        .body("items[1].recipient", equalTo("to****@example.vn"))
                        .body("items[1].subject", containsString(story.code()));
            }
        }
        as(RECEPTION)
                .get("/v1/notices?code=" + story.code())
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
    }

    @Test
    void operatorsSeeTheStateWithoutRecipientAndText() {
        var story = new Story(stage, 502);
        story.tell(Facts::submitted, Facts.recipient(story.phone(), null));
        stage.awaitNotices(story.id(), "SMS SUBMITTED SENT");

        var body = as(OPERATOR)
                .get("/v1/notices?dossier=" + story.id())
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("SENT"))
                .body("items[0].recipient", nullValue())
                .body("items[0].text", nullValue())
                .extract()
                .asString();
        assertThat(body).doesNotContain("0912").doesNotContain("Hồ sơ");
    }

    @Test
    void otherAgenciesSeeNothingInListsAndNothingByItsId() {
        var story = new Story(stage, 503);
        story.tell(Facts::submitted, Facts.recipient(story.phone(), null));
        stage.awaitNotices(story.id(), "SMS SUBMITTED SENT");
        var id = stage.texts("select id from notice where dossier_id = '" + story.id() + "'")
                .get(0);

        for (var agency : new String[] {"H03.02", "H03.010", "H03.01.02", "H04"}) {
            var stranger = TokenRequest.of("leader", agency, 1);
            as(stranger)
                    .get("/v1/notices?dossier=" + story.id())
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
            as(stranger)
                    .get("/v1/notices?code=" + story.code())
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
            problem(as(stranger).get("/v1/notices/" + id), 404, "not-found");
        }
        as(RECEPTION).get("/v1/notices/" + id).then().statusCode(200).header("ETag", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"citizen", "officer", "clerk", "statistics", "migration", "admin", "system"})
    void otherRolesSeeNothing(String role) {
        var token = TokenRequest.of(role, "H03", 1);
        problem(as(token).get("/v1/notices?code=H03.01-220608-0001"), 403, "forbidden");
        problem(as(token).get("/v1/notices/" + UUID.randomUUID()), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"citizen", "officer", "clerk", "statistics", "migration", "admin", "system"})
    void otherRolesDecideNothing(String role) {
        var story = new Story(stage, 504);
        stage.execute("delete from notice where dossier_id = '" + story.id() + "'");
        var id = stage.plant(story, "EMAIL", story.email(), IN_DOUBT, Map.of());

        problem(resolve(id, TokenRequest.of(role, "H03", 1), "k1", "{\"outcome\":\"ARRIVED\"}"), 403, "forbidden");
        problem(
                as(TokenRequest.of(role, "H03", 1))
                        .header("Idempotency-Key", "k2")
                        .post("/v1/notices/" + id + "/release"),
                403,
                "forbidden");
        assertThat(stage.notices(story.id())).containsExactly("EMAIL RESULT_RETURNED IN_DOUBT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reception", "leader"})
    void theAgencysStaffSettleTheirEmailsInDoubtAndReleaseNothing(String role) {
        var story = new Story(stage, role.equals("leader") ? 506 : 505);
        var id = stage.plant(story, "EMAIL", story.email(), IN_DOUBT, Map.of());
        var body = "{\"outcome\":\"ARRIVED\",\"note\":\"Đã hỏi người nhận\"}";
        var stranger = TokenRequest.of(role, "H03.02", 1);
        as(stranger)
                .get("/v1/notices?state=IN_DOUBT&limit=200")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        problem(resolve(id, stranger, "settle-" + role, body), 404, "not-found");
        problem(
                as(TokenRequest.of(role, "H03.01", 1))
                        .header("Idempotency-Key", "release-" + role)
                        .post("/v1/notices/" + id + "/release"),
                403,
                "forbidden");
        assertThat(stage.notices(story.id())).containsExactly("EMAIL RESULT_RETURNED IN_DOUBT");

        var own = TokenRequest.of(role, "H03.01", 1);
        as(own).get("/v1/notices?state=IN_DOUBT&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()))
                .body("items.recipient", everyItem(notNullValue()));
        resolve(id, own, "settle-" + role, body)
                .then()
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("recipient", notNullValue());
    }

    @Test
    void staffWithoutAnAgencySeeNothingAndOtherWorkListsAreTheOperators() {
        problem(as(TokenRequest.of("leader", null, 1)).get("/v1/notices?code=X"), 403, "forbidden");
        problem(as(TokenRequest.of("leader", null, 1)).get("/v1/notices?state=IN_DOUBT"), 403, "forbidden");
        for (var state : new String[] {"PLANNED", "SENDING", "SENT", "FAILED", "SUPPRESSED"}) {
            problem(as(RECEPTION).get("/v1/notices?state=" + state), 403, "forbidden");
        }
    }

    @Test
    void whatIsInDoubtIsListedForOperatorsPageByPage() {
        for (int n = 510; n < 515; n++) {
            var story = new Story(stage, n);
            stage.plant(story, "EMAIL", story.email(), IN_DOUBT, Map.of("reason", "'NO_ANSWER'"));
        }
        int seen = 0;
        String next = "/v1/notices?state=IN_DOUBT&limit=2";
        while (next != null) {
            var page = as(OPERATOR).get(next).then().statusCode(200).extract();
            seen += page.jsonPath().getList("items").size();
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).isGreaterThanOrEqualTo(5);
    }

    @Test
    void anEmailThatArrivedCountsAsSent() {
        stage.outside()
                .fault(Provider.MAIL, Fault.of(Fault.Mode.ACCEPT_THEN_TIMEOUT).forNext(1));
        var story = new Story(stage, 520);
        story.tell(Facts::returned, Facts.recipient(null, story.email()));
        stage.awaitNotices(story.id(), "EMAIL RESULT_RETURNED IN_DOUBT");
        as(OPERATOR)
                .get("/v1/notices?state=IN_DOUBT&limit=200")
                .then()
                .body("items.dossier", hasItem(story.id().toString()));
        var id = only(story);
        var body = "{\"outcome\":\"ARRIVED\",\"note\":\"Đã hỏi lại người nhận\"}";

        resolve(id, OPERATOR, "arrived-1", body)
                .then()
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("text", nullValue());
        resolve(id, OPERATOR, "arrived-1", body).then().statusCode(200).body("state", equalTo("SENT"));
        problem(resolve(id, OPERATOR, "arrived-1", "{\"outcome\":\"NOT_ARRIVED\"}"), 422, "key-reused");
        problem(resolve(id, OPERATOR, "arrived-2", body), 409, "barred");
        // Keys belong to their caller: another operator's first use of the same one is a request of its own.
        problem(resolve(id, TokenRequest.of("operator", null, 2), "arrived-1", body), 409, "barred");
        assertThat(stage.mail(story.email())).hasSize(1);
    }

    @Test
    void anEmailThatDidNotArriveIsSentOnceMoreAndNeverAgain() {
        stage.outside().fault(Provider.MAIL, Fault.of(Fault.Mode.LOSE).forNext(1));
        var story = new Story(stage, 521);
        story.tell(Facts::returned, Facts.recipient(null, story.email()));
        stage.awaitNotices(story.id(), "EMAIL RESULT_RETURNED IN_DOUBT");
        assertThat(stage.mail(story.email())).isEmpty();
        var id = only(story);

        resolve(id, OPERATOR, "lost-1", "{\"outcome\":\"NOT_ARRIVED\",\"note\":\"x\"}")
                .then()
                .statusCode(200);

        stage.awaitNotices(story.id(), "EMAIL RESULT_RETURNED SENT");
        assertThat(stage.mail(story.email()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.requestId()).isEqualTo(id.toString()));
        stage.execute("update notice set state = 'IN_DOUBT', sent_at = null where id = '" + id + "'");
        resolve(id, OPERATOR, "lost-2", "{\"outcome\":\"NOT_ARRIVED\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("reason", equalTo("NOT_ARRIVED"));
        problem(release(id, "lost-3"), 409, "barred");
        assertThat(stage.mail(story.email())).hasSize(1);
    }

    @Test
    void anSmsInDoubtIsNotAPersonsAffair() {
        var story = new Story(stage, 522);
        var id = stage.plant(story, "SMS", story.phone(), IN_DOUBT, Map.of("due_at", "now() + interval '1 hour'"));

        problem(resolve(id, OPERATOR, "sms-1", "{\"outcome\":\"ARRIVED\"}"), 409, "barred")
                .then()
                .body("reason", equalTo("RESOLVED_BY_GATEWAY"));
    }

    @Test
    void aNoticeThatWasTooOldGoesOutWhenAnOperatorReleasesIt() {
        var story = new Story(stage, 523).recordedAt(Instant.now().minus(Duration.ofDays(4)));
        story.tell(Facts::returned, Facts.recipient(story.phone(), null));
        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED SUPPRESSED");
        var id = only(story);
        as(OPERATOR).get("/v1/notices?state=SUPPRESSED&limit=200").then().body("items.id", hasItem(id.toString()));

        release(id, "stale-1").then().statusCode(200);

        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED SENT");
        release(id, "stale-1").then().statusCode(200);
        problem(release(id, "stale-2"), 409, "barred");
        assertThat(stage.sms(story.phone())).hasSize(1);
    }

    @Test
    void whatIsNotTrueAnyMoreIsNotReleasedThoughItWasOnlyTooOld() {
        var story = new Story(stage, 571).recordedAt(Instant.now().minus(Duration.ofDays(4)));
        story.tell(Facts::completed, Facts.recipient(story.phone(), null))
                .tell(Facts::resultRecalled, Facts.recipient(story.phone(), null));
        stage.awaitNotices(story.id(), "SMS RESULT_EARLY SUPPRESSED", "SMS RESULT_RECALLED SUPPRESSED");
        var id = UUID.fromString(stage.texts(
                        "select id from notice where wording = 'RESULT_EARLY' and dossier_id = '" + story.id() + "'")
                .get(0));

        problem(release(id, "overtaken-1"), 409, "barred").then().body("reason", equalTo("SUPERSEDED"));
    }

    @Test
    void whatWasSuppressedForAReasonThatStaysIsNotReleased() {
        var story = new Story(stage, 524);
        story.tell(Facts::returned, Facts.recipient("02093870123", null));
        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED SUPPRESSED");
        as(RECEPTION).get("/v1/notices?dossier=" + story.id()).then().body("items.reason", contains("NOT_A_MOBILE"));

        problem(release(only(story), "landline-1"), 409, "barred");
    }

    @Test
    void whoSawAnOlderVersionIsToldSo() {
        var story = new Story(stage, 525);
        var id = stage.plant(story, "EMAIL", story.email(), IN_DOUBT, Map.of("row_version", "7"));
        var etag = as(OPERATOR)
                .get("/v1/notices/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(etag).isEqualTo("\"7\"");

        var stale = as(OPERATOR)
                .header("Idempotency-Key", "etag-1")
                .header("If-Match", "\"6\"")
                .body("{\"outcome\":\"ARRIVED\"}")
                .post("/v1/notices/" + id + "/resolution");
        problem(stale, 412, "stale");
        as(OPERATOR)
                .header("Idempotency-Key", "etag-2")
                .header("If-Match", etag)
                .body("{\"outcome\":\"ARRIVED\"}")
                .post("/v1/notices/" + id + "/resolution")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"8\""));
    }

    @Test
    void oneKeyOnTwoNoticesIsRefused() {
        var one = new Story(stage, 526);
        var two = new Story(stage, 527);
        var first = stage.plant(one, "EMAIL", one.email(), IN_DOUBT, Map.of());
        var second = stage.plant(two, "EMAIL", two.email(), IN_DOUBT, Map.of());

        resolve(first, OPERATOR, "shared", "{\"outcome\":\"ARRIVED\"}").then().statusCode(200);
        problem(resolve(second, OPERATOR, "shared", "{\"outcome\":\"ARRIVED\"}"), 422, "key-reused");
        assertThat(stage.notices(two.id())).containsExactly("EMAIL RESULT_RETURNED IN_DOUBT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|400|malformed",
                "?limit=10|400|malformed",
                "?dossier=x|400|malformed",
                "?state=LOST|400|malformed",
                "?code=A&state=IN_DOUBT|400|malformed",
                "?code=A&dossier=01814200-0000-7000-8000-000000000001|400|malformed",
                "?code=A&limit=0|400|malformed",
                "?code=A&limit=201|400|malformed",
                "?code=A&limit=x|400|malformed",
                "?code=A&cursor=abc|400|malformed",
                "/not-an-id|404|not-found",
                "/01814200-0000-7000-8000-00000000ffff|404|not-found"
            })
    void whatCannotBeAskedIsRefused(String rest, int status, String type) {
        problem(as(OPERATOR).get("/v1/notices" + rest), status, type);
    }

    /** The check in a cursor is public, so that anybody can make one up that passes it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "9223372036854775808", "\0"})
    void aCursorThatWasMadeUpWithCareIsRefusedToo(String place) {
        var cursor = Cursor.write("notices|null|A|null", place);
        problem(as(OPERATOR).queryParam("cursor", cursor).get("/v1/notices?code=A"), 400, "malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|400|malformed",
                "''|400|malformed",
                "[]|400|wrong-type",
                "{}|422|rule-violated",
                "{\"outcome\":\"PERHAPS\"}|400|wrong-type",
                "{\"outcome\":1}|400|wrong-type",
                "{\"outcome\":\"ARRIVED\",\"more\":1}|400|unknown-field",
                "{\"outcome\":\"ARRIVED\"} {}|400|malformed"
            })
    void aBodyThatIsWrongChangesNothing(String body, int status, String type) {
        var story = new Story(stage, 530);
        stage.execute("delete from notice where dossier_id = '" + story.id() + "'");
        var id = stage.plant(story, "EMAIL", story.email(), IN_DOUBT, Map.of());

        problem(resolve(id, OPERATOR, "bad", body), status, type);
        assertThat(stage.notices(story.id())).containsExactly("EMAIL RESULT_RETURNED IN_DOUBT");
    }

    @Test
    void aRequestWithoutItsKeyOrOfTheWrongKindChangesNothing() {
        var story = new Story(stage, 531);
        var id = stage.plant(story, "EMAIL", story.email(), IN_DOUBT, Map.of());
        var path = "/v1/notices/" + id + "/resolution";

        problem(as(OPERATOR).body("{\"outcome\":\"ARRIVED\"}").post(path), 400, "key-missing");
        problem(
                as(OPERATOR)
                        .header("Idempotency-Key", "a b")
                        .body("{\"outcome\":\"ARRIVED\"}")
                        .post(path),
                400,
                "malformed");
        problem(as(OPERATOR).post("/v1/notices/" + id + "/release"), 400, "key-missing");
        problem(
                as(OPERATOR)
                        .contentType("text/plain")
                        .header("Idempotency-Key", "t")
                        .body("ARRIVED")
                        .post(path),
                415,
                "unsupported-media-type");
        problem(
                resolve(id, OPERATOR, "long", "{\"outcome\":\"ARRIVED\",\"note\":\"" + "x".repeat(501) + "\"}"),
                422,
                "rule-violated");
        problem(
                resolve(id, OPERATOR, "large", "{\"outcome\":\"ARRIVED\",\"note\":\"" + "x".repeat(300_000) + "\"}"),
                413,
                "too-large");
        problem(
                resolve(
                        UUID.fromString("01814200-0000-7000-8000-00000000fffe"),
                        OPERATOR,
                        "none",
                        "{\"outcome\":\"ARRIVED\"}"),
                404,
                "not-found");
        assertThat(stage.notices(story.id())).containsExactly("EMAIL RESULT_RETURNED IN_DOUBT");
    }

    @Test
    void tokensThatAreNotOursOpenNothing() {
        problem(given().get("/v1/notices?code=A"), 401, "unauthenticated");
        for (var token : new String[] {
            TOKENS.expired(OPERATOR),
            TOKENS.ofIssuer("urn:somebody:else", OPERATOR),
            TOKENS.signedByAnotherKey(OPERATOR),
            TOKENS.unsigned(OPERATOR),
            "nonsense"
        }) {
            problem(given().auth().oauth2(token).get("/v1/notices?code=A"), 401, "unauthenticated");
        }
    }

    @Test
    void parkedEventsAreListedForOperators() {
        as(OPERATOR).get("/v1/parked-events").then().statusCode(200);
        problem(as(RECEPTION).get("/v1/parked-events"), 403, "forbidden");
    }

    private static RequestSpecification as(TokenRequest who) {
        return given().auth().oauth2(TOKENS.token(who)).contentType("application/json");
    }

    private static Response resolve(UUID id, TokenRequest who, String key, String body) {
        return as(who).header("Idempotency-Key", key).body(body).post("/v1/notices/" + id + "/resolution");
    }

    private static Response release(UUID id, String key) {
        return as(OPERATOR).header("Idempotency-Key", key).post("/v1/notices/" + id + "/release");
    }

    private static UUID only(Story story) {
        return UUID.fromString(stage.texts("select id from notice where dossier_id = '" + story.id() + "'")
                .get(0));
    }

    private static Response problem(Response response, int status, String type) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:motcua:problem:" + type))
                .body("traceId", notNullValue());
        return response;
    }
}
