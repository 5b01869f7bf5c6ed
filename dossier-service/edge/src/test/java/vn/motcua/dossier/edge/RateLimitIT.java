package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.edge.Http.anonymous;
import static vn.motcua.dossier.edge.Http.isProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Tokens.class)
class RateLimitIT {

    /** The allowance is five an hour (application.properties); a header does not make another caller of the same one. */
    @Test
    void anAddressThatAsksTooOftenIsToldWhenToComeBack() {
        for (int i = 0; i < 5; i++) {
            assertThat(anonymous()
                            .header("X-Forwarded-For", "203.0.113." + i)
                            .get("/v1/open/H03-1")
                            .statusCode())
                    .isEqualTo(200);
        }
        var answer = isProblem(
                anonymous().header("X-Forwarded-For", "203.0.113.99").get("/v1/open/H03-1"),
                ProblemType.TOO_MANY_REQUESTS);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(600, 720);
        assertThat(anonymous().get("/v1/kept").statusCode()).isEqualTo(200);
    }
}
