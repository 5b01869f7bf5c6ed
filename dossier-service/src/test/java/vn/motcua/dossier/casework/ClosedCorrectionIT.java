package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** A closed dossier is put right by two people, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ClosedCorrectionIT {

    private static final String OWNER = """
            {"applicant": {"name": "Triệu Thị Lan", "phone": "0987 654 321"}, "reason": "WRONG_OWNER"}""";

    private final Api first = Api.as(TokenRequest.of("leader", JUSTICE, 1));
    private final Api second = Api.as(TokenRequest.of("leader", JUSTICE, 2));
    private final Api office =
            Api.as(TokenRequest.of("leader", JUSTICE, 3).withRoles("leader", "officer", "reception"));

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void oneLeaderProposesAnotherConfirmsAndOnlyThenItIsPublished() {
        var closed = returned();
        var alone = first.step(closed.id(), "correction", closed.etag(), OWNER);
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.text("reason")).isEqualTo("CORRECTED_BY_TWO");
        var before = events(closed);

        var proposed = first.step(closed.id(), "correction-proposals", closed.etag(), OWNER);
        assertThat(proposed.status()).as(String.valueOf(proposed.body())).isEqualTo(201);
        assertThat(proposed.location()).endsWith("/correction-proposals/1");
        assertThat(events(closed)).as("nothing is published").isEqualTo(before);
        assertThat(first.get("/v1/dossiers/" + closed.id())
                        .body()
                        .path("applicant")
                        .path("name")
                        .asText())
                .isEqualTo("Hoàng Văn Nam");
        assertThat(second.get("/v1/dossiers/" + closed.id() + "/correction-proposals")
                        .body()
                        .at("/items/0/correction/applicant/name")
                        .asText())
                .isEqualTo("Triệu Thị Lan");

        var himself = first.step(closed.id(), "correction-proposals/1/confirmation", closed.etag(), "{}");
        assertThat(himself.status()).isEqualTo(409);
        assertThat(himself.text("reason")).isEqualTo("FOUR_EYES");
        assertThat(events(closed)).isEqualTo(before);

        var key = Api.key();
        var confirmed = second.step(closed.id(), "correction-proposals/1/confirmation", closed.etag(), key, "{}");
        assertThat(confirmed.status()).as(String.valueOf(confirmed.body())).isEqualTo(200);
        assertThat(confirmed.text("status")).isEqualTo("RETURNED");
        assertThat(confirmed.body().path("applicant").path("name").asText()).isEqualTo("Triệu Thị Lan");
        assertThat(events(closed)).isEqualTo(before + 1);
        assertThat(Tables.text(
                        "select type || data from event where subject = ?::uuid order by sequence desc limit 1",
                        closed.id()))
                .startsWith("vn.motcua.dossier.corrected.v1")
                .contains("\"fields\":[\"OWNER\"]")
                .doesNotContain("Lan");
        assertThat(Tables.text("select outcome from correction_proposal where dossier_id = ?::uuid", closed.id()))
                .isEqualTo("CONFIRMED");
        assertThat(Histories.verdict(closed.id()).intact()).isTrue();

        var again = second.step(closed.id(), "correction-proposals/1/confirmation", closed.etag(), key, "{}");
        assertThat(again.status()).as("the same request again").isEqualTo(200);
        assertThat(events(closed)).isEqualTo(before + 1);
        var late = second.step(closed.id(), "correction-proposals/1/confirmation", confirmed.etag(), "{}");
        assertThat(late.text("reason")).isEqualTo("PROPOSAL_DECIDED");
    }

    @Test
    void anOpenDossierStaysOneLeadersAct() {
        var open = office.open(Examples.COUNTER);

        var proposed = first.step(open.id(), "correction-proposals", open.etag(), OWNER);

        assertThat(proposed.status()).isEqualTo(409);
        assertThat(proposed.text("reason")).isEqualTo("STILL_OPEN");
        assertThat(first.step(open.id(), "correction", open.etag(), OWNER).status())
                .isEqualTo(200);
    }

    @Test
    void oneProposalAwaitsItsDecisionAtATimeAndARejectedOneChangesNothing() {
        var closed = returned();
        var key = Api.key();
        var proposed = first.step(closed.id(), "correction-proposals", closed.etag(), key, OWNER);
        assertThat(first.step(closed.id(), "correction-proposals", closed.etag(), key, OWNER)
                        .body())
                .as("the same request again")
                .isEqualTo(proposed.body());
        assertThat(first.step(closed.id(), "correction-proposals", closed.etag(), key, OWNER.replace("Lan", "Liên"))
                        .problem())
                .isEqualTo("key-reused");
        assertThat(second.step(closed.id(), "correction-proposals", closed.etag(), OWNER)
                        .text("reason"))
                .isEqualTo("PROPOSED_ALREADY");
        var before = events(closed);

        var rejected = first.step(
                closed.id(), "correction-proposals/1/rejection", closed.etag(), "{\"note\": \"nhầm hồ sơ\"}");
        assertThat(rejected.status()).as(String.valueOf(rejected.body())).isEqualTo(200);
        assertThat(rejected.text("outcome")).isEqualTo("REJECTED");
        assertThat(second.step(closed.id(), "correction-proposals/1/confirmation", closed.etag(), "{}")
                        .text("reason"))
                .isEqualTo("PROPOSAL_DECIDED");
        assertThat(events(closed)).isEqualTo(before);

        var other = second.step(closed.id(), "correction-proposals", closed.etag(), OWNER);
        assertThat(other.status()).as(String.valueOf(other.body())).isEqualTo(201);
        assertThat(other.body().path("number").asInt()).isEqualTo(2);
    }

    @Test
    void aRejectionOfWhatHasChangedSinceIsToldSoAndARetryIsNot() {
        var closed = returned();
        first.step(closed.id(), "correction-proposals", closed.etag(), OWNER);
        var key = Api.key();

        var stale = second.step(closed.id(), "correction-proposals/1/rejection", "\"1\"", key, "{}");
        assertThat(stale.status()).as(String.valueOf(stale.body())).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("stale");
        assertThat(stale.text("staleBy")).isEqualTo("vn.motcua.dossier.processing-started.v1");
        assertThat(stale.text("staleSince"))
                .isEqualTo(Tables.text(
                        "select to_char(time at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from event"
                                + " where subject = ?::uuid and sequence = 2",
                        closed.id()));
        assertThat(first.step(closed.id(), "correction-proposals", "\"1\"", OWNER)
                        .text("staleBy"))
                .isEqualTo("vn.motcua.dossier.processing-started.v1");
        assertThat(Tables.text(
                        "select coalesce(outcome, 'none') from correction_proposal where dossier_id = ?::uuid",
                        closed.id()))
                .isEqualTo("none");

        var rejected = second.step(closed.id(), "correction-proposals/1/rejection", closed.etag(), key, "{}");
        assertThat(rejected.status()).as(String.valueOf(rejected.body())).isEqualTo(200);
        first.step(closed.id(), "correction-proposals", closed.etag(), OWNER);
        var confirmed = second.step(closed.id(), "correction-proposals/2/confirmation", closed.etag(), "{}");
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(second.step(closed.id(), "correction-proposals/1/rejection", closed.etag(), key, "{}")
                        .body())
                .as("the same request again, with the tag of then")
                .isEqualTo(rejected.body());
    }

    @Test
    void twinsOfAProposalAndOfARejectionGetTheFirstAnswer() {
        var closed = returned();
        var proposed = twins(closed, "correction-proposals", OWNER);
        assertThat(proposed).allSatisfy(answer -> {
            assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
            assertThat(answer).isEqualTo(proposed.get(0));
        });
        assertThat(Tables.number("select count(*) from correction_proposal where dossier_id = ?::uuid", closed.id()))
                .isEqualTo(1);

        var rejected = twins(closed, "correction-proposals/1/rejection", "{}");
        assertThat(rejected).allSatisfy(answer -> {
            assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
            assertThat(answer).isEqualTo(rejected.get(0));
        });
    }

    /** One request twice; the table lets nobody write until both have looked and found nothing. */
    private List<Answer> twins(Answer dossier, String step, String body) {
        var key = Api.key();
        try (var connection = LocalInfrastructure.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table correction_proposal in share mode");
            var answers = Stream.of(1, 2)
                    .map(each -> Api.sendAsync(first.stepRequest(dossier.id(), step, dossier.etag(), key, body)))
                    .toList();
            await().atMost(Duration.ofSeconds(20)).until(() -> Tables.number("""
                            select count(*) from pg_locks where not granted and relation = 'correction_proposal'::regclass""") == 2);
            connection.commit();
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void twoWhoConfirmAtOncePublishOneFact() {
        var closed = returned();
        first.step(closed.id(), "correction-proposals", closed.etag(), OWNER);
        var before = events(closed);

        var answers = Stream.of(second, office)
                .map(leader -> Api.sendAsync(leader.stepRequest(
                        closed.id(), "correction-proposals/1/confirmation", closed.etag(), Api.key(), "{}")))
                .toList()
                .stream()
                .map(answer -> answer.join().status())
                .toList();

        assertThat(answers).contains(200).containsAnyOf(409, 412);
        assertThat(events(closed)).isEqualTo(before + 1);
    }

    @Test
    void whatIsWrongIsToldToWhoProposesAndStrangersProposeNothing() {
        var closed = returned();
        var before = Tables.number("select count(*) from correction_proposal");

        assertThat(first.step(closed.id(), "correction-proposals", closed.etag(), "{\"reason\": \"WRONG_OWNER\"}")
                        .text("reason"))
                .isEqualTo("NOTHING_CORRECTED");
        assertThat(first.step(
                                closed.id(),
                                "correction-proposals",
                                closed.etag(),
                                OWNER.replace("WRONG_OWNER", "NO_SUCH"))
                        .problem())
                .isEqualTo("unknown-code");
        assertThat(first.step(
                                closed.id(),
                                "correction-proposals",
                                closed.etag(),
                                "{\"returnMethod\": \"ELECTRONIC\", \"reason\": \"ENTRY_ERROR\"}")
                        .text("reason"))
                .isEqualTo("NO_WAY_HOME_LEFT");
        var stranger = Api.as("leader", "H03.02");
        assertThat(stranger.step(closed.id(), "correction-proposals", closed.etag(), OWNER)
                        .status())
                .isEqualTo(403);
        assertThat(stranger.get("/v1/dossiers/" + closed.id() + "/correction-proposals")
                        .status())
                .isEqualTo(403);
        assertThat(Api.as("officer", JUSTICE)
                        .step(closed.id(), "correction-proposals", closed.etag(), OWNER)
                        .status())
                .isEqualTo(403);
        assertThat(Tables.number("select count(*) from correction_proposal")).isEqualTo(before);
        assertThat(second.step(closed.id(), "correction-proposals/7/confirmation", closed.etag(), "{}")
                        .status())
                .isEqualTo(404);
    }

    private Answer returned() {
        var accepted = office.open(Examples.COUNTER);
        var begun = office.step(accepted.id(), "processing", accepted.etag(), "{}");
        var completed = office.step(begun.id(), "completion", begun.etag(), Examples.GRANTED);
        var returned = office.step(completed.id(), "return", completed.etag(), Examples.RETURN);
        assertThat(returned.status()).as(String.valueOf(returned.body())).isEqualTo(200);
        return returned;
    }

    private static long events(Answer dossier) {
        return Long.parseLong(Tables.text("select count(*)::text from event where subject = ?::uuid", dossier.id()));
    }
}
