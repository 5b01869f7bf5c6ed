package vn.motcua.dossier.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** Dossiers that somebody wants kept, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class LegalHoldIT {

    private static final String COURT = "{\"reason\": \"Công văn 15/2027/TA\"}";

    @BeforeEach
    void onAWednesday() {
        BusinessDay.standAt(Closed.CLOSING_DAY);
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aLeaderHoldsADossierBackAndLetsItGoAndItsStatusStays() {
        var dossier = Closed.counter(Closed.TWENTY_YEARS);
        var key = Api.key();
        var placed = Closed.LEADER.step(dossier.id(), "legal-holds", dossier.etag(), key, COURT);
        assertThat(placed.status()).as(String.valueOf(placed.body())).isEqualTo(201);
        assertThat(placed.body().path("number").asInt()).isEqualTo(1);
        assertThat(Closed.LEADER.step(dossier.id(), "legal-holds", dossier.etag(), key, COURT))
                .as("the same request again")
                .isEqualTo(placed);
        assertThat(Closed.LEADER
                        .step(dossier.id(), "legal-holds", dossier.etag(), key, COURT.replace("15", "16"))
                        .problem())
                .isEqualTo("key-reused");
        var second = Closed.SECOND.step(dossier.id(), "legal-holds", dossier.etag(), COURT);
        assertThat(second.body().path("number").asInt())
                .as("several hold at once")
                .isEqualTo(2);

        var seen = Closed.LEADER.get("/v1/dossiers/" + dossier.id());
        assertThat(seen.etag()).isEqualTo(dossier.etag());
        assertThat(seen.text("status")).isEqualTo("REFUSED");
        assertThat(held(dossier)).isTrue();

        var lifting = Api.key();
        var lifted = Closed.LEADER.step(dossier.id(), "legal-holds/1/lifting", dossier.etag(), lifting, COURT);
        assertThat(lifted.status()).as(String.valueOf(lifted.body())).isEqualTo(200);
        assertThat(Closed.LEADER.step(dossier.id(), "legal-holds/1/lifting", dossier.etag(), lifting, COURT))
                .isEqualTo(lifted);
        assertThat(Closed.LEADER
                        .step(dossier.id(), "legal-holds/1/lifting", dossier.etag(), COURT)
                        .text("reason"))
                .isEqualTo("LIFTED_ALREADY");
        assertThat(held(dossier)).as("the other one still holds").isTrue();
        Closed.SECOND.step(dossier.id(), "legal-holds/2/lifting", dossier.etag(), COURT);
        assertThat(held(dossier)).isFalse();

        var rows = Closed.CLERK
                .get("/v1/dossiers/" + dossier.id() + "/legal-holds")
                .body();
        assertThat(rows.path("items").findValuesAsText("placedBy")).hasSize(2);
        assertThat(rows.path("items").findValuesAsText("liftingReason")).hasSize(2);
        assertThat(rows.path("items").findValuesAsText("reason")).containsOnly("Công văn 15/2027/TA");
    }

    @Test
    void whatIsWrongIsToldAndNothingIsHeld() {
        var dossier = Closed.counter(Closed.TWENTY_YEARS);
        assertThat(Closed.LEADER
                        .step(dossier.id(), "legal-holds", dossier.etag(), "{}")
                        .status())
                .isEqualTo(422);
        assertThat(Closed.LEADER
                        .step(dossier.id(), "legal-holds", dossier.etag(), "{\"reason\": \"" + "x".repeat(501) + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(Closed.LEADER
                        .step(dossier.id(), "legal-holds", "\"7\"", COURT)
                        .status())
                .isEqualTo(412);
        assertThat(Api.send(Closed.LEADER
                                .post("/v1/dossiers/" + dossier.id() + "/legal-holds", COURT)
                                .header("If-Match", dossier.etag()))
                        .problem())
                .isEqualTo("key-missing");
        assertThat(Closed.LEADER
                        .ask("/v1/dossiers/" + dossier.id() + "/legal-holds", Api.key(), COURT)
                        .status())
                .isEqualTo(428);
        for (var role : new String[] {"clerk", "reception", "officer", "cashier", "operator", "admin"}) {
            assertThat(Api.as(role, Api.JUSTICE)
                            .step(dossier.id(), "legal-holds", dossier.etag(), COURT)
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(Api.as("leader", "H03.02")
                        .step(dossier.id(), "legal-holds", dossier.etag(), COURT)
                        .status())
                .isEqualTo(404);
        assertThat(Closed.LEADER
                        .step(dossier.id(), "legal-holds/1/lifting", dossier.etag(), COURT)
                        .status())
                .isEqualTo(404);
        assertThat(Tables.number("select count(*) from legal_hold where dossier_id = ?::uuid", dossier.id()))
                .isZero();
    }

    /** The table lets nobody write until all have looked which number is next. */
    @Test
    void manyWhoHoldAtOnceHaveANumberEach() throws SQLException {
        var dossier = Closed.counter(Closed.TWENTY_YEARS);
        try (var connection = LocalInfrastructure.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table legal_hold in share mode");
            var answers = IntStream.range(0, 4)
                    .mapToObj(i -> Api.sendAsync(
                            Closed.LEADER.stepRequest(dossier.id(), "legal-holds", dossier.etag(), Api.key(), COURT)))
                    .toList();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Tables.number(
                                    "select count(*) from pg_locks where not granted and relation = 'legal_hold'::regclass")
                            == 4);
            connection.commit();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .extracting(Answer::status)
                    .containsOnly(201);
        }
        assertThat(Tables.column(
                        "select number from legal_hold where dossier_id = ?::uuid order by number", dossier.id()))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void theListOfAnAgencyShowsWhatIsHeldNowPageByPage() {
        var first = Closed.counter(Closed.TWENTY_YEARS);
        var second = Closed.counter(Closed.TWENTY_YEARS);
        Closed.LEADER.step(first.id(), "legal-holds", first.etag(), COURT);
        Closed.LEADER.step(second.id(), "legal-holds", second.etag(), COURT);
        var province = Api.as("leader", "H03");
        var codes = new java.util.ArrayList<String>();
        String next = "/v1/legal-holds?agency=H03.01&limit=1";
        while (next != null) {
            var page = province.get(next);
            assertThat(page.status()).isEqualTo(200);
            codes.addAll(page.body().path("items").findValuesAsText("code"));
            var cursor = page.body().path("next").asText(null);
            next = cursor == null ? null : "/v1/legal-holds?agency=H03.01&limit=1&cursor=" + cursor;
        }
        assertThat(codes).containsSubsequence(first.text("code"), second.text("code"));
        assertThat(Closed.LEADER.get("/v1/legal-holds?agency=H03.02").status()).isEqualTo(403);
        assertThat(Closed.LEADER.get("/v1/legal-holds").status()).isEqualTo(400);
    }

    private static boolean held(Answer dossier) {
        return Closed.CLERK
                .get("/v1/dossiers/" + dossier.id() + "/keeping")
                .body()
                .path("held")
                .asBoolean();
    }
}
