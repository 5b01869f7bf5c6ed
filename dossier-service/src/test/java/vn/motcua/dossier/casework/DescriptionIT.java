package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.local.testing.LocalInfrastructure;

/** The API's own description. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class DescriptionIT {

    @Test
    void everyOperationThatMovesADossierHasAnExample() throws Exception {
        var text = RestAssured.given().get("/q/openapi?format=json").asString();
        var paths = Api.JSON.readTree(text).path("paths");

        for (var path : List.of("acceptance", "refusal", "processing", "withdrawal", "completion", "return")) {
            hasExample(paths.path("/v1/dossiers/{id}/" + path).path("post"), path);
        }
        hasExample(paths.path("/v1/dossiers").path("post"), "opening");
        hasExample(paths.path("/v1/tracking/{code}/rating").path("post"), "rating by code");
        hasExample(paths.path("/v1/imports").path("post"), "import");
        for (var path : List.of("payments", "gateway/callbacks", "receipts/{id}/refund", "receipts/{id}/settlement")) {
            hasExample(paths.path("/v1/" + path).path("post"), path);
        }
        for (var path : List.of(
                "dossiers/{id}/archive-handovers",
                "dossiers/{id}/legal-holds",
                "dossiers/{id}/legal-holds/{number}/lifting",
                "registers/{agency}/originals",
                "destruction-orders",
                "destruction-orders/{id}/approval",
                "destruction-orders/{id}/rejection")) {
            hasExample(paths.path("/v1/" + path).path("post"), path);
        }
    }

    /** Whoever opens a paper is told where to say what for. */
    @Test
    void everyPaperThatIsOpenedAsksForThePurpose() throws Exception {
        var text = RestAssured.given().get("/q/openapi?format=json").asString();
        var paths = Api.JSON.readTree(text).path("paths");

        for (var path : List.of(
                "dossiers/{id}/forms/{kind}/{sequence}",
                "dossiers/{id}/documents/{document}",
                "dossiers/{id}/archive",
                "registers/{agency}",
                "registers/{agency}/originals/{year}/{number}")) {
            assertThat(paths.path("/v1/" + path).path("get").path("parameters").findValuesAsText("name"))
                    .as(path)
                    .contains("X-Access-Purpose");
        }
    }

    private static void hasExample(com.fasterxml.jackson.databind.JsonNode operation, String name) {
        assertThat(operation.isMissingNode()).as(name).isFalse();
        assertThat(operation.path("summary").asText()).as(name).isNotBlank();
        assertThat(operation.path("requestBody").path("content").findValue("examples"))
                .as(name)
                .isNotEmpty();
    }
}
