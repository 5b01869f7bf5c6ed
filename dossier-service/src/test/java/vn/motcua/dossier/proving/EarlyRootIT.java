package vn.motcua.dossier.proving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.HistoryAudit;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.reading.StoredDossier;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Where time is played, a day may end before midnight, and nothing that comes later on it is lost. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class EarlyRootIT {

    private static final LocalDate TODAY = LocalDate.now(DossierCode.ZONE);

    @Inject
    RootStore store;

    private UUID dossier;
    private String code;

    @BeforeEach
    void aDossierOfToday() {
        RecordedFacts.clearRoots();
        dossier = UUID.randomUUID();
        code = String.format(
                "H03.05-210105-%04d", Tables.number("select count(*) + 1 from dossier where agency = 'H03.05'"));
        StoredDossier.store(List.of(StoredDossier.of(dossier, code, DossierStatus.PROCESSING, "H03.05")
                .ownedBy("proven-2")));
        RecordedFacts.add(dossier, code, now());
    }

    @AfterEach
    void daysThatAreAheadAreForgotten() {
        RecordedFacts.clearRoots();
    }

    @Test
    void aDayThatEndsEarlyProvesWhatThereIsAndTheNextOneWhatCameAfter() {
        assertThat(end(TODAY).statusCode()).isEqualTo(200);
        assertThat(proven()).isEqualTo(1);

        RecordedFacts.add(dossier, code, now());
        assertThat(proven()).isEqualTo(1);
        assertThat(json(end(TODAY)).path("root"))
                .as("never changes")
                .isEqualTo(json(given().get("/v1/history-roots/" + TODAY)).path("root"));
        assertThat(proven()).isEqualTo(1);

        // By the clock the next day's root starts at midnight: what came in between is in it all the same.
        assertThat(store.close(TODAY.plusDays(1), RecordedFacts.SOURCE)).isPresent();
        assertThat(proven()).isEqualTo(2);
        assertThat(store.unpublished(10)).hasSize(1);
    }

    @Test
    void daysAreNotSkippedAndNotMadeAfterwards() {
        assertThat(end(TODAY).statusCode()).isEqualTo(200);
        assertThat(end(TODAY.plusDays(2)).statusCode()).isEqualTo(409);
        assertThat(end(TODAY.minusDays(1)).statusCode()).isEqualTo(409);
        assertThat(store.page(null, 10)).hasSize(1);
        assertThat(given().auth()
                        .oauth2(operator())
                        .put("/v1/history-roots/tomorrow")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void itIsTheOperatorsAlone() {
        for (var role : List.of("leader", "admin", "reception", "clerk")) {
            var token = LocalInfrastructure.tokens().token(TokenRequest.of(role, "H03", 1));
            assertThat(given().auth()
                            .oauth2(token)
                            .put("/v1/history-roots/" + TODAY)
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(given().put("/v1/history-roots/" + TODAY).statusCode()).isEqualTo(401);
        assertThat(store.page(null, 10)).isEmpty();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Response end(LocalDate day) {
        return given().auth().oauth2(operator()).put("/v1/history-roots/" + day);
    }

    private static String operator() {
        return LocalInfrastructure.tokens().token(TokenRequest.of("operator", "H03", 1));
    }

    /** Up to which fact the history is proven, by what its owner saves. */
    private long proven() {
        var owner = LocalInfrastructure.tokens().token(TokenRequest.citizen("proven-2"));
        var path = "/v1/dossiers/" + dossier + "/history";
        return new HistoryAudit()
                .with(json(given().auth().oauth2(owner).get(path)))
                .with(json(given().auth().oauth2(owner).get(path + "/proof")))
                .check()
                .provenUpTo();
    }

    private static JsonNode json(Response answer) {
        try {
            return EventFormat.mapper().readTree(answer.asString());
        } catch (IOException notJson) {
            throw new AssertionError(answer.asString(), notJson);
        }
    }
}
