package vn.motcua.kpi.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.events.Channel;
import vn.motcua.kpi.Agencies;
import vn.motcua.kpi.Stream;
import vn.motcua.kpi.Stream.Life;
import vn.motcua.kpi.indicators.Counters;
import vn.motcua.kpi.indicators.Measurement;
import vn.motcua.kpi.indicators.Period;
import vn.motcua.kpi.indicators.Way;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class FiguresIT {

    private static final Agencies AGENCIES = Agencies.of("H03", "H03.01", "H03.02", "H03.03", "H03.03.01", "H03.09");
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2100, 1, 1);
    private static final String STATISTICS = bearer(TokenRequest.of("statistics", "H03", 1));

    @BeforeAll
    static void publishAgencies() {
        AGENCIES.publish();
    }

    @BeforeEach
    void theServiceKnowsThem() {
        AGENCIES.awaitKnown();
    }

    @Test
    void theFiguresAreTheSameUnderAnyInterleavingThatKeepsEachDossiersOrder() {
        var random = new Random(766);
        var lives =
                IntStream.range(0, 400).mapToObj(i -> life(random, "H03.02")).toList();
        publishInterleaved(lives, random);
        for (var period : List.of(period(0, 30), period(31, 59), period(10, 10), period(0, 119), period(100, 130))) {
            var expected = counters(lives, period);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                var total = report("H03.02", period).getMap("total", String.class, Integer.class);
                assertThat(total)
                        .isEqualTo(Map.ofEntries(
                                Map.entry("received", (int) expected.received()),
                                Map.entry("online", (int) expected.online()),
                                Map.entry("direct", (int) (expected.direct() + expected.post())),
                                Map.entry("carriedOver", (int) expected.carriedOver()),
                                Map.entry("resolved", (int) expected.resolved()),
                                Map.entry("early", (int) expected.early()),
                                Map.entry("onTime", (int) expected.onTime()),
                                Map.entry("late", (int) expected.late()),
                                Map.entry("inProgress", (int) expected.inProgress()),
                                Map.entry("inTime", (int) expected.inTime()),
                                Map.entry("overdue", (int) expected.overdue())));
            });
        }
    }

    @Test
    void aSubtreeIsCountedWithItsHeadAndFiltersNarrowIt() {
        var below = new Life(
                UUID.randomUUID(),
                "H03.03.01",
                "1.900299",
                Channel.ONLINE,
                FIRST.minusYears(9),
                FIRST.minusYears(9),
                FIRST.minusYears(9).plusDays(3),
                null);
        var other = new Life(
                UUID.randomUUID(),
                "H03.09",
                "1.900299",
                Channel.COUNTER,
                FIRST.minusYears(9),
                FIRST.minusYears(9),
                FIRST.minusYears(9).plusDays(3),
                null);
        publishInterleaved(List.of(below, other), new Random(1));
        var period = "&from=2013-01-01&to=2013-01-31";
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(received("agency=H03.03" + period)).isEqualTo(1);
            assertThat(received("agency=H03" + period)).isEqualTo(2);
            assertThat(received("agency=H03&channel=COUNTER" + period)).isEqualTo(1);
        });
    }

    @Test
    void aShareOfNothingIsNull() {
        given().header("Authorization", STATISTICS)
                .get("/v1/indicators?agency=H03.09&from=1990-01-01&to=1990-12-31")
                .then()
                .statusCode(200)
                .body("find { it.code == 'ON_TIME_RATE' }.value", equalTo(null))
                .body("find { it.code == 'RECEIVED' }.value", equalTo(0));
    }

    @Test
    void theReportIsAlsoAPageInVietnamese() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().header("Authorization", STATISTICS)
                        .accept("text/html")
                        .get("/v1/reports/II.06a?agency=H03.01&from=2022-01-01&to=2022-05-31")
                        .then()
                        .statusCode(200)
                        .body(containsString("Tổng cộng"))
                        .body(containsString("Cơ quan H03.01"))
                        .body(containsString("31/05/2022")));
    }

    @ParameterizedTest
    @CsvSource({
        "agency=H03.02&to=2022-01-31,                  400, malformed",
        "agency=H03.02&from=2022-01-01,                400, malformed",
        "agency=H03.02&from=yesterday&to=2022-01-31,   400, malformed",
        "agency=H03.02&from=2022-02-30&to=2022-03-31,  400, malformed",
        "agency=H03.02&from=2022-02-01&to=2022-01-31,  422, rule-violated",
        "agency=H03.02&from=1922-02-01&to=2022-01-31,  422, rule-violated",
        "agency=H03.77&from=2022-01-01&to=2022-01-31,  422, unknown-code",
        "agency=H03.02&channel=FAX&from=2022-01-01&to=2022-01-31, 400, malformed",
        "agency=H03.02&procedure=9.9&from=2022-01-01&to=2022-01-31, 422, unknown-code",
        "agency=H04&from=2022-01-01&to=2022-01-31,     403, forbidden",
    })
    void aQuestionThatCannotBeAnsweredIsAProblem(String query, int status, String problem) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().header("Authorization", STATISTICS)
                        .get("/v1/indicators?" + query)
                        .then()
                        .statusCode(status)
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:motcua:problem:" + problem)));
    }

    @ParameterizedTest
    @CsvSource({
        "statistics, H03,    H03.02, 200",
        "statistics, H03.02, H03.02, 200",
        "statistics, H03.02, H03,    403",
        "statistics, H03.02, H03.01, 403",
        "leader,     H03.01, H03.01, 200",
        "leader,     H03.01, H03.02, 403",
        "officer,    H03,    H03.02, 403",
        "reception,  H03,    H03.02, 403",
        "clerk,      H03,    H03.02, 403",
        "operator,   H03,    H03.02, 403",
        "migration,  H03,    H03.02, 403",
        "citizen,    H03,    H03.02, 403",
    })
    void figuresAreForStatisticsAndLeadersOfTheAgency(String role, String own, String asked, int status) {
        var token = bearer(TokenRequest.of(role, own, 1));
        var query = "?agency=" + asked + "&from=2022-01-01&to=2022-01-31";
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            given().header("Authorization", token)
                    .get("/v1/indicators" + query)
                    .then()
                    .statusCode(status);
            given().header("Authorization", token)
                    .get("/v1/reports/II.06a" + query)
                    .then()
                    .statusCode(status);
        });
        given().get("/v1/indicators" + query).then().statusCode(401);
    }

    private static void publishInterleaved(List<Life> lives, Random random) {
        try (var stream = new Stream()) {
            var next = new int[lives.size()];
            var open = new ArrayList<>(IntStream.range(0, lives.size()).boxed().toList());
            while (!open.isEmpty()) {
                var at = random.nextInt(open.size());
                var which = open.get(at);
                var life = lives.get(which);
                var facts = life.facts();
                stream.publish(life.id(), next[which] + 1L, facts.get(next[which]));
                if (random.nextInt(4) == 0) {
                    var again = random.nextInt(next[which] + 1);
                    stream.publish(life.id(), again + 1L, facts.get(again));
                }
                if (++next[which] == facts.size()) {
                    open.remove(at);
                }
            }
        }
    }

    private static Life life(Random random, String agency) {
        var submitted = FIRST.plusDays(random.nextInt(110));
        var accepted = random.nextInt(8) == 0 ? null : submitted.plusDays(random.nextInt(3));
        var due = accepted == null || random.nextInt(8) == 0 ? null : accepted.plusDays(1 + random.nextInt(15));
        var ended = accepted == null || random.nextInt(4) == 0 ? null : accepted.plusDays(random.nextInt(20));
        return new Life(
                new UUID(random.nextLong(), random.nextLong()),
                agency,
                "1.90020" + random.nextInt(5),
                List.of(Channel.ONLINE, Channel.COUNTER, Channel.POST).get(random.nextInt(3)),
                submitted,
                accepted,
                due,
                ended);
    }

    private static Counters counters(List<Life> lives, Period period) {
        return lives.stream()
                .map(life -> Counters.of(
                        new Measurement(
                                switch (life.channel()) {
                                    case ONLINE -> Way.ONLINE;
                                    case POST -> Way.POST;
                                    case COUNTER, UNKNOWN -> Way.DIRECT;
                                },
                                life.accepted(),
                                life.due(),
                                life.due(),
                                null,
                                life.ended(),
                                false,
                                false,
                                0,
                                false,
                                false),
                        period,
                        TODAY))
                .reduce(Counters.NONE, Counters::plus);
    }

    private static Period period(int from, int to) {
        return new Period(FIRST.plusDays(from), FIRST.plusDays(to));
    }

    private static JsonPath report(String agency, Period period) {
        return given().header("Authorization", STATISTICS)
                .get("/v1/reports/II.06a?agency=" + agency + "&from=" + period.from() + "&to=" + period.to())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int received(String query) {
        return given().header("Authorization", STATISTICS)
                .get("/v1/indicators?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("find { it.code == 'RECEIVED' }.value");
    }

    private static String bearer(TokenRequest who) {
        return "Bearer " + LocalInfrastructure.tokens().token(who);
    }
}
