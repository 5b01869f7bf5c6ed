package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Requests as a client of the services makes them. */
final class Http {

    private Http() {}

    static RequestSpecification anonymous() {
        return RestAssured.given().header("Accept-Language", "en").urlEncodingEnabled(false);
    }

    static RequestSpecification reception() {
        return anonymous().header("Authorization", "Bearer " + Tokens.of("reception"));
    }

    static RequestSpecification creating() {
        return reception().header("Idempotency-Key", "k-1").contentType("application/json");
    }

    /** Every problem has all its members, whatever went wrong. */
    static Response isProblem(Response answer, ProblemType type) {
        assertThat(answer.jsonPath().getString("type")).as(answer.asString()).isEqualTo(type.urn());
        assertThat(answer.statusCode()).isEqualTo(type.status());
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(type.status());
        assertThat(answer.jsonPath().getString("title")).isEqualTo(type.title(Language.EN));
        assertThat(answer.jsonPath().getString("traceId")).matches("[0-9a-f]{32}");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        return answer;
    }
}
