package vn.motcua.kpi;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.List;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** The agencies a test asks about: a figure of one that the service has not read of yet is refused. */
public record Agencies(List<String> codes) {

    private static final String STATISTICS =
            "Bearer " + LocalInfrastructure.tokens().token(TokenRequest.of("statistics", "H03", 1));

    public static Agencies of(String... codes) {
        return new Agencies(List.of(codes));
    }

    public void publish() {
        try (var stream = new Stream()) {
            codes.forEach(code -> stream.agency(code, "Cơ quan " + code));
        }
    }

    /** Returns once the running service has read of every one of them. */
    public void awaitKnown() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> codes.forEach(code -> given().header("Authorization", STATISTICS)
                        .get("/v1/indicators?agency=" + code + "&from=1980-01-01&to=1980-01-01")
                        .then()
                        .statusCode(not(422))));
    }
}
