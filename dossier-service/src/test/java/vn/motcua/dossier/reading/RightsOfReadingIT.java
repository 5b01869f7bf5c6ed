package vn.motcua.dossier.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Who sees which dossier, and that every way to it says the same: by id, history, code, queue and one's own list. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class RightsOfReadingIT {

    private static final StoredDossier FREE = StoredDossier.of(
                    UUID.fromString("01814035-0000-7000-8000-00000000a001"),
                    "H03.01-220608-7001",
                    DossierStatus.PROCESSING,
                    "H03.01")
            .ownedBy("rights-1");
    private static final StoredDossier TAKEN = StoredDossier.of(
                    UUID.fromString("01814035-0000-7000-8000-00000000a002"),
                    "H03.01-220608-7002",
                    DossierStatus.PROCESSING,
                    "H03.01")
            .ownedBy("rights-1")
            .takenBy("officer-2");
    private static final StoredDossier COMMUNE = StoredDossier.of(
                    UUID.fromString("01814035-0000-7000-8000-00000000a003"),
                    "H03.31.01-220608-7001",
                    DossierStatus.PROCESSING,
                    "H03.31.01")
            .ownedBy("rights-2");
    private static final Map<String, StoredDossier> DOSSIERS = Map.of("FREE", FREE, "TAKEN", TAKEN, "COMMUNE", COMMUNE);

    @BeforeAll
    static void threeDossiers() {
        StoredDossier.store(List.of(FREE, TAKEN, COMMUNE));
    }

    /** WHOLE: with the applicant. BARE: without. NOTHING: as if there were none. DENIED: 403 whatever is asked for. */
    @ParameterizedTest(name = "{0} {1} {2}: {3} {4} {5}")
    @CsvSource({
        "citizen,    ,          rights-1, WHOLE,   WHOLE,   NOTHING",
        "citizen,    ,          rights-2, NOTHING, NOTHING, WHOLE",
        "citizen,    ,          rights-3, NOTHING, NOTHING, NOTHING",
        "citizen,    ,          ,         NOTHING, NOTHING, NOTHING",
        // The agency of a citizen's token opens nothing.
        "citizen,    H03,       ,         NOTHING, NOTHING, NOTHING",
        "reception,  H03.01,    ,         WHOLE,   WHOLE,   NOTHING",
        "reception,  H03,       ,         WHOLE,   WHOLE,   WHOLE",
        "reception,  H03.02,    ,         NOTHING, NOTHING, NOTHING",
        "reception,  H03.31,    ,         NOTHING, NOTHING, WHOLE",
        "reception,  H03.31.01, ,         NOTHING, NOTHING, WHOLE",
        "reception,  H03.31.02, ,         NOTHING, NOTHING, NOTHING",
        // Codes are compared by segment.
        "reception,  H03.0,     ,         NOTHING, NOTHING, NOTHING",
        "reception,  H0,        ,         NOTHING, NOTHING, NOTHING",
        "reception,  ,          ,         NOTHING, NOTHING, NOTHING",
        // An official is not the owner because their token has the owner's id.
        "reception,  H03.02,    rights-1, NOTHING, NOTHING, NOTHING",
        "officer,    H03.01,    ,         WHOLE,   NOTHING, NOTHING",
        "officer2,   H03.01,    ,         WHOLE,   WHOLE,   NOTHING",
        "officer2,   H03.02,    ,         NOTHING, NOTHING, NOTHING",
        "officer,    H03.31,    ,         NOTHING, NOTHING, WHOLE",
        "leader,     H03.01,    ,         WHOLE,   WHOLE,   NOTHING",
        "leader,     H03.05,    ,         NOTHING, NOTHING, NOTHING",
        "clerk,      H03.01,    ,         BARE,    BARE,    NOTHING",
        "clerk,      H03.04,    ,         NOTHING, NOTHING, NOTHING",
        "operator,   H03,       ,         DENIED,  DENIED,  DENIED",
        "statistics, H03,       ,         DENIED,  DENIED,  DENIED",
        "migration,  H03,       ,         DENIED,  DENIED,  DENIED",
        "admin,      H03,       ,         DENIED,  DENIED,  DENIED",
        "system,     ,          ,         DENIED,  DENIED,  DENIED",
    })
    void everyWaySaysTheSame(String role, String agency, String citizen, String free, String taken, String commune) {
        String subject = role.equals("officer2") ? "officer-2" : role + "-1";
        String token = token(role.replace("2", ""), subject, agency, citizen);
        Map<String, String> expected = Map.of("FREE", free, "TAKEN", taken, "COMMUNE", commune);
        DOSSIERS.forEach((name, dossier) -> {
            String sees = expected.get(name);
            assertThat(byId(token, dossier)).as("%s by id", name).isEqualTo(sees);
            assertThat(byHistory(token, dossier)).as("%s by history", name).isEqualTo(shown(sees));
            assertThat(byCode(token, dossier)).as("%s by code", name).isEqualTo(sees);
            assertThat(inQueue(token, dossier)).as("%s in the queue", name).isEqualTo(inList(role, "citizen", sees));
            assertThat(inOwn(token, dossier)).as("%s in their own list", name).isEqualTo(own(role, sees));
        });
    }

    @Test
    void nobodyWithoutATokenSeesAnything() {
        for (String path : List.of(
                "/v1/dossiers/" + FREE.id(),
                "/v1/dossiers/" + FREE.id() + "/history",
                "/v1/dossiers?code=" + FREE.code(),
                "/v1/queue?agency=H03.01",
                "/v1/my-dossiers")) {
            given().when().get(path).then().statusCode(401);
        }
    }

    @Test
    void whatIsNotTheirsIsAnsweredAsWhatDoesNotExist() {
        String token = token("reception", "reception-1", "H03.02", null);
        Response foreign = as(token).get("/v1/dossiers/" + FREE.id());
        for (String unknown : List.of(
                "/v1/dossiers/01814035-0000-7000-8000-00000000ffff",
                "/v1/dossiers/not-an-id",
                "/v1/dossiers/" + FREE.id() + "/history")) {
            Response answer = as(token).get(unknown);
            assertThat(answer.statusCode()).as(unknown).isEqualTo(404);
            assertThat(told(answer)).as(unknown).isEqualTo(told(foreign));
        }
        assertThat(as(token).get("/v1/dossiers?code=" + FREE.code()).asString())
                .isEqualTo(as(token).get("/v1/dossiers?code=H03.01-220608-9876").asString())
                .isEqualTo("{\"items\":[]}");
    }

    @Test
    void noListAndNoHistoryNamesTheApplicant() {
        String token = token("reception", "reception-1", "H03.01", null);
        for (String path : List.of("/v1/queue?agency=H03.01&limit=200", "/v1/dossiers/" + FREE.id() + "/history")) {
            assertThat(as(token).get(path).asString())
                    .as(path)
                    .doesNotContain(StoredDossier.NAME, StoredDossier.ID_NUMBER, StoredDossier.PHONE, "Thôn Mẫu");
        }
    }

    private static String byId(String token, StoredDossier dossier) {
        Response answer = as(token).get("/v1/dossiers/" + dossier.id());
        return switch (answer.statusCode()) {
            case 200 -> {
                assertThat(answer.header("ETag")).isEqualTo("\"3\"");
                assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
                yield whole(answer.path("applicant"));
            }
            case 404 -> "NOTHING";
            case 403 -> "DENIED";
            default -> answer.statusLine();
        };
    }

    private static String byHistory(String token, StoredDossier dossier) {
        int status = as(token).get("/v1/dossiers/" + dossier.id() + "/history").statusCode();
        return status == 200 ? "SHOWN" : status == 404 ? "NOTHING" : status == 403 ? "DENIED" : "" + status;
    }

    private static String byCode(String token, StoredDossier dossier) {
        Response answer = as(token).get("/v1/dossiers?code=" + dossier.code());
        if (answer.statusCode() == 403) {
            return "DENIED";
        }
        List<Map<String, Object>> items = answer.path("items");
        return items.isEmpty() ? "NOTHING" : whole(items.get(0).get("applicant"));
    }

    /** A queue of another agency is refused, which says nothing about any dossier. */
    private static String inQueue(String token, StoredDossier dossier) {
        Response answer = as(token).get("/v1/queue?agency=" + dossier.agency() + "&status=PROCESSING&limit=200");
        return answer.statusCode() == 200
                        && answer.<List<String>>path("items.id")
                                .contains(dossier.id().toString())
                ? "SHOWN"
                : "NOTHING";
    }

    private static String inOwn(String token, StoredDossier dossier) {
        Response answer = as(token).get("/v1/my-dossiers?limit=200");
        return answer.statusCode() == 200
                        && answer.<List<String>>path("items.id")
                                .contains(dossier.id().toString())
                ? "SHOWN"
                : "NOTHING";
    }

    private static String inList(String role, String not, String sees) {
        return role.equals(not) || sees.equals("DENIED") ? "NOTHING" : shown(sees);
    }

    private static String own(String role, String sees) {
        return role.equals("citizen") ? shown(sees) : "NOTHING";
    }

    private static String shown(String sees) {
        return sees.equals("WHOLE") || sees.equals("BARE") ? "SHOWN" : sees;
    }

    private static String whole(Object applicant) {
        return applicant instanceof Map<?, ?> person && StoredDossier.NAME.equals(person.get("name"))
                ? "WHOLE"
                : "BARE";
    }

    private static Map<String, Object> told(Response problem) {
        Map<String, Object> members = new java.util.HashMap<>(problem.jsonPath().getMap("$"));
        members.remove("traceId");
        members.remove("instance");
        return members;
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).when();
    }

    private static String token(String role, String subject, String agency, String citizen) {
        return LocalInfrastructure.tokens()
                .token(new TokenRequest(
                        subject, java.util.Set.of(role), agency, citizen, null, java.time.Duration.ofHours(1)));
    }
}
