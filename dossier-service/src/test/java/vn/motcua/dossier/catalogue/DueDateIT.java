package vn.motcua.dossier.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.local.testing.LocalInfrastructure;

/** Due dates over HTTP, without a token. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class DueDateIT {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @CsvSource({
        "2022-06-08T09:00, 8, WORKING_HOURS, 2022-06-09T09:00",
        "2022-06-08T17:30, 8, WORKING_HOURS, 2022-06-09T17:00",
        "2022-06-10T16:00, 8, WORKING_HOURS, 2022-06-13T16:00",
        "2022-06-11T10:00, 8, WORKING_HOURS, 2022-06-13T17:00",
        "2022-04-08T14:00, 8, WORKING_HOURS, 2022-04-12T14:00",
        "2022-04-29T16:00, 8, WORKING_HOURS, 2022-05-04T16:00",
        "2022-08-31T12:00, 8, WORKING_HOURS, 2022-09-05T11:30",
        "2026-01-09T15:00, 8, WORKING_HOURS, 2026-01-10T15:00",
        "2026-01-10T09:00, 8, WORKING_HOURS, 2026-01-12T09:00",
        "2026-08-28T16:00, 8, WORKING_HOURS, 2026-09-03T16:00",
        "2022-06-08T09:00, 3, WORKING_DAYS, 2022-06-13T09:00",
        "2022-06-08T17:30, 3, WORKING_DAYS, 2022-06-14T07:00",
        "2022-01-27T10:00, 5, WORKING_DAYS, 2022-02-10T10:00",
        "2022-04-07T10:00, 2, WORKING_DAYS, 2022-04-12T10:00",
        "2022-04-28T08:00, 5, WORKING_DAYS, 2022-05-09T08:00",
        "2023-01-18T14:00, 3, WORKING_DAYS, 2023-01-30T14:00",
        "2023-04-27T09:00, 3, WORKING_DAYS, 2023-05-05T09:00",
        "2024-04-26T09:00, 5, WORKING_DAYS, 2024-05-07T09:00",
        "2025-04-24T09:00, 5, WORKING_DAYS, 2025-05-05T09:00",
        "2025-12-31T09:00, 10, WORKING_DAYS, 2026-01-15T09:00",
        "2026-08-20T09:00, 5, WORKING_DAYS, 2026-08-26T09:00",
        "2026-11-20T10:00, 3, WORKING_DAYS, 2026-11-26T10:00",
        "2022-06-08T09:00, 15, CALENDAR_DAYS, 2022-06-23T09:00",
        "2022-08-20T09:00, 13, CALENDAR_DAYS, 2022-09-05T07:00",
        "2022-03-11T09:00, 30, CALENDAR_DAYS, 2022-04-12T09:00",
        "2022-04-18T09:00, 15, CALENDAR_DAYS, 2022-05-04T09:00",
    })
    void aDueDateIsTheLaws(String start, int limit, String unit, String due) {
        ValidatableResponse answer = ask(Map.of("start", start, "limit", limit, "unit", unit, "agency", "H03.01"))
                .statusCode(200)
                .body("limit", equalTo(limit))
                .body("unit", equalTo(unit))
                .body("agency", equalTo("H03.01"));
        assertThat(Instant.parse(answer.extract().path("dueAt"))).isEqualTo(inVietnam(due));
        assertThat(Instant.parse(answer.extract().path("start"))).isEqualTo(inVietnam(start));
    }

    @Test
    void theExplanationNamesEveryDayThatDoesNotCount() {
        ask(Map.of("start", "2022-04-08T14:00", "limit", 8, "unit", "WORKING_HOURS", "agency", "H03.01"))
                .statusCode(200)
                .body("explanation.kind", hasItems("STARTED", "WEEKEND", "DAY_OFF", "ADDED", "DUE"))
                .body("explanation.find { it.kind == 'DAY_OFF' }.date", equalTo("2022-04-11"))
                .body("explanation.find { it.kind == 'DAY_OFF' }.vi", containsString("119/TB-LĐTBXH"))
                .body("explanation.find { it.kind == 'DUE' }.at", equalTo("2022-04-12T07:00:00Z"))
                .body("explanation.find { it.kind == 'DUE' }.vi", containsString("Đến hạn: 14:00, thứ Ba"))
                .body("explanation.find { it.kind == 'DUE' }.en", containsString("Tuesday 12 April 2022"));
    }

    @Test
    void aStartMaySayItsOffset() {
        for (String start : new String[] {"2022-06-08T02:00:00Z", "2022-06-08T09:00:00+07:00"}) {
            ask(Map.of("start", start, "limit", 3, "unit", "WORKING_DAYS", "agency", "H03.01"))
                    .statusCode(200)
                    .body("dueAt", equalTo("2022-06-13T02:00:00Z"));
        }
        // A plus sign that the caller did not escape.
        given().urlEncodingEnabled(false)
                .when()
                .get("/v1/due-dates?start=2022-06-08T09:00:00+07:00&limit=3&unit=WORKING_DAYS&agency=H03.01")
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2022-06-13T02:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "start, yesterday",
        "start, 2022-02-30T09:00",
        "start, 2022-06-08",
        "start, ''",
        "limit, 0",
        "limit, -1",
        "limit, 1001",
        "limit, 1.5",
        "limit, many",
        "unit, NONE",
        "unit, WEEKS",
        "unit, working_days",
        "agency, ' '",
        "other, 1",
    })
    void aBadParameterIsNamed(String parameter, String value) {
        Map<String, Object> parameters = new java.util.HashMap<>(
                Map.of("start", "2022-06-08T09:00", "limit", "3", "unit", "WORKING_DAYS", "agency", "H03.01"));
        parameters.put(parameter, value);
        ask(parameters)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:motcua:problem:malformed"))
                .body("errors.parameter", hasItem(parameter))
                .body("errors.size()", equalTo(1));
    }

    @Test
    void everyBadParameterIsNamedAtOnce() {
        ask(Map.of()).statusCode(400).body("errors.parameter", hasItems("start", "limit", "unit", "agency"));
    }

    @Test
    void anUnknownAgencyIsNamed() {
        ask(Map.of("start", "2022-06-08T09:00", "limit", 3, "unit", "WORKING_DAYS", "agency", "H03.99"))
                .statusCode(422)
                .body("type", equalTo("urn:motcua:problem:unknown-code"))
                .body("errors.parameter", hasItem("agency"));
    }

    @Test
    void aYearWithoutCalendarIsNotGuessed() {
        given().header("Accept-Language", "en")
                .queryParams(
                        Map.of("start", "2026-12-30T09:00", "limit", 5, "unit", "WORKING_DAYS", "agency", "H03.01"))
                .when()
                .get("/v1/due-dates")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("3600"))
                .body("type", equalTo("urn:motcua:problem:calendar-not-published"))
                .body("year", equalTo(2027))
                .body("calendar", equalTo("civil-servants"))
                .body("detail", containsString("2027"))
                .body("detail", containsString("Office of the Provincial People's Committee"));
    }

    private static ValidatableResponse ask(Map<String, ?> parameters) {
        return given().queryParams(parameters).when().get("/v1/due-dates").then();
    }

    private static Instant inVietnam(String local) {
        return LocalDateTime.parse(local).atZone(VIETNAM).toInstant();
    }
}
