package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.events.EventHash;
import vn.motcua.dossier.papers.signing.SignatureCheck;
import vn.motcua.dossier.papers.signing.TestSigner;
import vn.motcua.dossier.papers.signing.Verdict;
import vn.motcua.dossier.proving.Night;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Registers of days that are over: closed once, kept, and to be compared with the histories. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
@WithTestResource(value = TestSigner.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ClosedRegisterIT {

    /** Nobody else's tests bring dossiers here, or close registers. */
    private static final String COMMUNE = "H03.32.02";

    private static final String BUSY = "H03.31.01";
    private static final String ORIGINALS = "/v1/registers/" + COMMUNE + "/originals";

    private final Api reception = Api.as("reception", COMMUNE);

    @Inject
    Night night;

    @Inject
    SignatureCheck check;

    @BeforeEach
    void theMorningAfter() {
        night.over();
        BusinessDay.standAt("2022-08-10T08:00");
    }

    @AfterEach
    void goOn() {
        night.noneYet();
        BusinessDay.backToRealTime();
    }

    @Test
    void aClosedRegisterIsSignedNamesTheHeadOfEveryHistoryAndNeverChanges() {
        BusinessDay.standAt("2022-08-09T09:00");
        var first = opened("Lý Thị Mùi");
        var second = opened("Nông Đức Kiên");
        BusinessDay.standAt("2022-08-10T08:00");

        var closed = close(Api.key(), "{\"from\": \"2022-08-09\"}");
        assertThat(closed.status()).as(String.valueOf(closed.body())).isEqualTo(201);
        assertThat(closed.body().path("lines").asInt()).isEqualTo(2);
        assertThat(closed.location()).endsWith(closed.text("href"));
        var number = closed.body().path("number").asInt();

        var pdf = fetch(closed.text("href"));
        assertThat(check.judge(pdf).result()).isEqualTo(Verdict.Result.VALID);
        assertThat(EventHash.PREFIX + sha256(pdf)).isEqualTo(closed.text("sha256"));
        assertThat(Pages.sizes(pdf)).containsExactly("297x210");
        assertThat(Pages.words(pdf))
                .contains(
                        "Số: " + number + "/2022",
                        "Ngày 09/08/2022; 2 hồ sơ",
                        "1 " + first.text("code"),
                        "Lý Thị Mùi",
                        "2 " + second.text("code"),
                        "NGƯỜI GHI SỔ",
                        "2 dòng: " + Words.ends(closed.text("heads")))
                .doesNotContain("BẢN TRÍCH");

        var heads = new String(fetch(closed.text("href") + "/heads"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(EventHash.PREFIX + EventHash.sha256(heads)).isEqualTo(closed.text("heads"));
        assertThat(heads.lines().toList()).containsExactly(head(first), head(second));
        var root = Tables.rows("select day, root from history_root order by day desc limit 1")
                .get(0);
        assertThat(Pages.square(pdf))
                .isEqualTo(String.join(
                        " ",
                        COMMUNE,
                        "2022-08-09/2022-08-09",
                        number + "/2022",
                        closed.text("heads"),
                        root.get(0),
                        root.get(1)));

        var gone = reception.step(first.id(), "withdrawal", first.etag(), "{}");
        assertThat(gone.status()).as(String.valueOf(gone.body())).isEqualTo(200);
        assertThat(fetch(closed.text("href"))).isEqualTo(pdf);
        var now = fetch("/v1/registers/" + COMMUNE + "?from=2022-08-09");
        assertThat(Pages.words(now)).contains("BẢN TRÍCH ĐỂ THAM KHẢO – CHƯA KHÓA SỔ, KHÔNG LƯU", "Rút hồ sơ");
        assertThat(check.judge(now).reason()).isEqualTo(Verdict.Reason.NOT_SIGNED);
        assertThat(close(Api.key(), "{\"from\": \"2022-08-09\"}")
                        .body()
                        .path("number")
                        .asInt())
                .isEqualTo(number + 1);
    }

    @Test
    void theSameKeyClosesOnce() {
        var key = Api.key();
        var first = close(key, "{\"from\": \"2022-08-01\", \"to\": \"2022-08-07\"}");

        assertThat(close(key, "{\"from\": \"2022-08-01\", \"to\": \"2022-08-07\"}")
                        .body())
                .isEqualTo(first.body());
        assertThat(close(key, "{\"from\": \"2022-08-02\", \"to\": \"2022-08-07\"}")
                        .problem())
                .isEqualTo("key-reused");
    }

    /** Each is laid out with its number before anybody knows whether the number is still free. */
    @Test
    void manyAtOnceGetNumbersWithoutGapAndOneKeyOneRegister() throws Exception {
        var shared = Api.key();
        var asks = new ArrayList<Callable<Answer>>();
        IntStream.range(0, 4).forEach(i -> {
            asks.add(() -> close(Api.key(), "{\"from\": \"2022-08-03\"}"));
            asks.add(() -> close(shared, "{\"from\": \"2022-08-04\"}"));
        });
        var workers = Executors.newFixedThreadPool(asks.size());
        try {
            for (var answer : workers.invokeAll(asks)) {
                assertThat(answer.get().status())
                        .as(String.valueOf(answer.get().body()))
                        .isEqualTo(201);
            }
        } finally {
            workers.shutdownNow();
        }

        var numbers =
                Tables.column("select number from register where agency = ? and year = 2022 order by number", COMMUNE);
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(Tables.number("select count(*) from register where request_key = ?", shared))
                .isEqualTo(1);
        var newestFirst = new ArrayList<>(numbers);
        Collections.reverse(newestFirst);
        assertThat(numbersByPages()).isEqualTo(newestFirst);
        for (var row : Tables.rows("select number, sha256 from register where agency = ? and year = 2022", COMMUNE)) {
            assertThat(sha256(fetch(ORIGINALS + "/2022/" + row.get(0)))).isEqualTo(row.get(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\": \"2022-08-10\"} | 409",
                "{\"from\": \"2022-08-09\", \"to\": \"2022-08-10\"} | 409",
                "{\"from\": \"2022-08-11\"} | 409",
                "{\"from\": \"2022-07-01\", \"to\": \"2022-08-01\"} | 422",
                "{\"from\": \"2022-08-02\", \"to\": \"2022-08-01\"} | 422",
                "{} | 400",
                "{\"from\": \"gestern\"} | 400",
                "{\"from\": \"2022-08-01\", \"bis\": \"2022-08-02\"} | 400",
            })
    void whatIsNotClosed(String body, int status) {
        var answer = close(Api.key(), body);

        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(status);
        assertThat(answer.status() == 409 ? answer.text("reason") : "DAY_NOT_OVER")
                .isEqualTo("DAY_NOT_OVER");
    }

    @Test
    void aDayWithoutItsRootIsNotClosed() {
        night.noneYet();

        assertThat(close(Api.key(), "{\"from\": \"2022-08-09\"}").text("reason"))
                .isEqualTo("DAY_NOT_OVER");
    }

    @ParameterizedTest
    @CsvSource({
        "reception, H03.32.02, 200",
        "reception, H03.32, 200",
        "leader, H03, 200",
        "reception, H03.32.01, 403",
        "leader, H03.01, 403",
        "officer, H03.32.02, 403",
        "clerk, H03.32.02, 403",
        "cashier, H03.32.02, 403",
        "statistics, H03, 403",
        "operator, H03, 403",
        "admin, H03, 403",
    })
    void whoMayHaveAClosedRegister(String role, String agency, int status) {
        // A day of its own: so many are closed for this alone.
        BusinessDay.standAt("2022-08-12T08:00");
        var closed = close(Api.key(), "{\"from\": \"2022-08-05\"}");

        for (var path : List.of(closed.text("href"), closed.text("href") + "/heads", ORIGINALS)) {
            assertThat(as(role, agency, path).statusCode()).as(path).isEqualTo(status);
        }
        assertThat(Api.as(role, agency)
                        .ask(ORIGINALS, Api.key(), "{\"from\": \"2022-08-12\"}")
                        .status())
                .isEqualTo(status == 200 ? 409 : 403);
    }

    @ParameterizedTest
    @CsvSource({"2022/99999", "1999/1", "2022/x", "x/1", "2022/99999/heads"})
    void whatThereIsNotIsNotFound(String which) {
        assertThat(as("reception", COMMUNE, ORIGINALS + "/" + which).statusCode())
                .isEqualTo(404);
    }

    @Test
    void noAgencyClosesMoreThanTwentyADay() {
        BusinessDay.standAt("2023-01-02T08:00");
        var path = "/v1/registers/" + BUSY + "/originals";
        for (int i = 1; i <= 20; i++) {
            var closed = Api.as("leader", BUSY).ask(path, Api.key(), "{\"from\": \"2022-12-31\"}");
            assertThat(closed.body().path("number").asInt()).isEqualTo(i);
        }

        assertThat(Api.as("leader", BUSY)
                        .ask(path, Api.key(), "{\"from\": \"2022-12-31\"}")
                        .status())
                .isEqualTo(429);
        BusinessDay.standAt("2023-01-03T08:00");
        assertThat(Api.as("leader", BUSY)
                        .ask(path, Api.key(), "{\"from\": \"2022-12-31\"}")
                        .status())
                .isEqualTo(201);
    }

    private List<String> numbersByPages() {
        var numbers = new ArrayList<String>();
        for (var path = ORIGINALS + "?limit=2"; path != null; ) {
            var page = reception.get(path).body();
            page.path("items").forEach(item -> numbers.add(item.path("number").asText()));
            path = page.has("next")
                    ? ORIGINALS + "?limit=2&cursor=" + page.path("next").asText()
                    : null;
        }
        return numbers;
    }

    private static String head(Answer opened) {
        return opened.text("code") + " " + opened.id() + " 1 "
                + Tables.text("select hash from event where subject::text = ? and sequence = 1", opened.id());
    }

    private Answer opened(String name) {
        var answer = reception.open("""
                {"procedure": "1.900102", "agency": "H03.32.02", "channel": "COUNTER", "returnMethod": "COUNTER",
                 "applicant": {"name": "%s"}, "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""".formatted(name));
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        return answer;
    }

    private Answer close(String key, String body) {
        return reception.ask(ORIGINALS, key, body);
    }

    private static byte[] fetch(String path) {
        var answer = as("reception", COMMUNE, path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asByteArray();
    }

    private static Response as(String role, String agency, String path) {
        var token = LocalInfrastructure.tokens().token(TokenRequest.of(role, agency, 1));
        return RestAssured.given().auth().oauth2(token).get(path);
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }
}
