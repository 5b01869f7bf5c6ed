package vn.motcua.dossier.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

/** With Kafka away the service is ready, and what could not be published is counted. */
@QuarkusTest
@TestProfile(CatalogueWithoutKafkaIT.NoKafka.class)
@QuarkusTestResource(
        value = LocalInfrastructure.class,
        initArgs = @ResourceArg(name = "kafka", value = "false"),
        restrictToAnnotatedClass = true)
class CatalogueWithoutKafkaIT {

    /** A port at which nobody answers. */
    public static class NoKafka implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:1");
        }
    }

    @Test
    void theServiceIsReadyAndAnswers() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/v1/due-dates?start=2022-06-08T09:00&limit=3&unit=WORKING_DAYS&agency=H03.01")
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2022-06-13T02:00:00Z"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("motcua_catalogue_unpublished_entries "
                        + (double) Catalogue.shipped().entries().size()));
    }
}
