package vn.motcua.dossier.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.dossier.relay.RelayOperatorsIT.LIST;
import static vn.motcua.dossier.relay.RelayOperatorsIT.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.local.testing.LocalInfrastructure;

/** Who may ask for what the relay holds back, what they are told while it cannot be answered, and how it is described. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class RelayOperatorAccessIT {

    @Test
    void onlyOperatorsLookAndDecide() {
        given().get(LIST).then().statusCode(401);
        given().post(LIST + "/1/release").then().statusCode(401);
        for (var role : List.of("citizen", "officer", "leader", "clerk", "statistics", "migration", "admin")) {
            as(role).get(LIST).then().statusCode(403);
            as(role).post(LIST + "/1/release").then().statusCode(403);
            as(role).contentType(ContentType.JSON)
                    .body("{\"reason\":\"x\"}")
                    .post(LIST + "/1/discard")
                    .then()
                    .statusCode(403);
        }
        as("operator").get(LIST).then().statusCode(200);
    }

    @Test
    void whileTheDatabaseTakesNobodyOperatorsAreToldSo() throws SQLException {
        asSuperuser("alter role motcua connection limit 0");
        try {
            as("operator").get(LIST).then().statusCode(503).body("type", equalTo("urn:motcua:problem:unavailable"));
        } finally {
            asSuperuser("alter role motcua connection limit -1");
        }
        as("operator").get(LIST).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"get, ''", "post, /{id}/release", "post, /{id}/discard"})
    void everyOperationHasExamplesOfWhatIsSaidAndAnswered(String method, String path) throws Exception {
        var text = given().get("/q/openapi?format=json").asString();
        var operation = new ObjectMapper()
                .readTree(text)
                .path("paths")
                .path(LIST + path)
                .path(method);

        assertThat(operation.path("summary").asText()).isNotBlank();
        assertThat(example(operation.path("responses").path("200")).isObject()).isTrue();
        if (operation.has("requestBody")) {
            assertThat(example(operation.path("requestBody")).path("reason").asText())
                    .isNotBlank();
        }
    }

    private static JsonNode example(JsonNode body) throws Exception {
        var content = body.path("content").path("application/json");
        var value = content.path("examples").elements().next().path("value");
        return value.isTextual() ? new ObjectMapper().readTree(value.asText()) : value;
    }

    private static void asSuperuser(String sql) throws SQLException {
        var server = LocalInfrastructure.postgres();
        var url = "jdbc:postgresql://" + server.host() + ":" + server.port() + "/postgres";
        try (var connection = DriverManager.getConnection(url, server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
