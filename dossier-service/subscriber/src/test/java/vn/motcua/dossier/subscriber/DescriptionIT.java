package vn.motcua.dossier.subscriber;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.local.testing.LocalInfrastructure;

/** The description of what the kit offers operators. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class DescriptionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "get,  /v1/parked-events",
        "post, /v1/parked-events/{id}/release",
        "post, /v1/parked-events/{id}/discard",
        "get,  /v1/waiting-events",
        "get,  /v1/undecodable-records",
        "get,  /v1/gaps",
        "post, /v1/gaps/skip",
        "get,  /v1/skipped-gaps",
    })
    void everyOperationHasExamplesOfWhatIsSaidAndAnswered(String method, String path) throws Exception {
        var operation = operation(method, path);

        assertThat(operation.path("summary").asText()).isNotBlank();
        isJson(operation.path("responses").path("200").path("content"));
        if (operation.has("requestBody")) {
            isJson(operation.path("requestBody").path("content"));
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/parked-events/{id}/discard", "/v1/gaps/skip"})
    void whatNeedsAReasonHasAnExampleWithOne(String path) throws Exception {
        var content = operation("post", path).path("requestBody").path("content");

        assertThat(example(content).path("reason").asText()).isNotBlank();
    }

    private static JsonNode operation(String method, String path) throws Exception {
        var text = given().get("/q/openapi?format=json").asString();
        var operation = JSON.readTree(text).path("paths").path(path).path(method);
        assertThat(operation.isMissingNode()).as(method + " " + path).isFalse();
        return operation;
    }

    private static void isJson(JsonNode content) throws Exception {
        assertThat(example(content).isObject()).as(content.toString()).isTrue();
    }

    private static JsonNode example(JsonNode content) throws Exception {
        var value = content.path("application/json")
                .path("examples")
                .elements()
                .next()
                .path("value");
        return value.isTextual() ? JSON.readTree(value.asText()) : value;
    }
}
