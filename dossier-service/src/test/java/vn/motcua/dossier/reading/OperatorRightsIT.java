package vn.motcua.dossier.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** What the kits hold back, of events sent and received, is an operator's to see and nobody else's. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class OperatorRightsIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/parked-pointers",
                "/v1/parked-events",
                "/v1/waiting-events",
                "/v1/undecodable-records",
                "/v1/gaps",
                "/v1/skipped-gaps"
            })
    void onlyOperatorsSeeWhatIsHeldBack(String list) {
        assertThat(RestAssured.get(list).statusCode()).isEqualTo(401);
        for (var role : new String[] {"citizen", "reception", "officer", "leader", "statistics", "migration"}) {
            assertThat(as(role, list)).as(role).isEqualTo(403);
        }
        assertThat(as("operator", list)).isEqualTo(200);
    }

    private static int as(String role, String list) {
        return RestAssured.given()
                .auth()
                .oauth2(LocalInfrastructure.tokens().token(TokenRequest.of(role, "H03", 1)))
                .get(list)
                .statusCode();
    }
}
