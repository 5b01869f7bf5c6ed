package vn.motcua.dossier.papers.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** From where somebody reads, when a proxy stands before the service. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@WithTestResource(value = BehindAProxy.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ProxyIT {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8::7, 2001:db8::7",
        "unknown, ",
    })
    void theAddressIsWhatTheTrustedProxySays(String said, String noted) {
        var token = LocalInfrastructure.tokens().token(TokenRequest.of("reception", "H03.05", 1));
        RestAssured.given()
                .auth()
                .oauth2(token)
                .header("X-Forwarded-For", said)
                .get("/v1/registers/H03.05?from=2022-06-01")
                .then()
                .statusCode(200);

        assertThat(Tables.text(
                        "select host(address) from reading where register_agency = 'H03.05' order by id desc limit 1"))
                .isEqualTo(noted);
    }
}
