package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** The officer proposes, the leader or the one-stop shop decides, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ProposalsIT {

    private final Api citizen = Api.citizen("c-17");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void theOfficerWhoFindsWhatIsMissingProposesItAndTheOneStopShopSends() {
        var dossier = processing();
        var before = events(dossier);

        var proposed = officer.step(dossier.id(), "proposals", dossier.etag(), Examples.PROPOSED_PAPERS);
        assertThat(proposed.status()).as(String.valueOf(proposed.body())).isEqualTo(201);
        assertThat(proposed.location()).endsWith("/proposals/1");
        assertThat(events(dossier)).as("nothing is published").isEqualTo(before);
        assertThat(reception
                        .get("/v1/dossiers/" + dossier.id() + "/proposals")
                        .body()
                        .at("/items/0/proposal/note")
                        .asText())
                .isEqualTo("Bản chụp mờ, không đọc được số.");

        var key = Api.key();
        var sent = reception.step(dossier.id(), "supplement-request", dossier.etag(), key, Examples.DECIDES_PROPOSAL);
        assertThat(sent.status()).as(String.valueOf(sent.body())).isEqualTo(200);
        assertThat(sent.text("status")).isEqualTo("SUPPLEMENT_REQUIRED");
        assertThat(sent.body().at("/awaiting/missing/0").asText()).isEqualTo("CCCD");
        assertThat(outcome(dossier)).isEqualTo("CONFIRMED");
        assertThat(events(dossier)).isEqualTo(before + 1);
        assertThat(Histories.verdict(dossier.id()).intact()).isTrue();
        var again = reception.step(dossier.id(), "supplement-request", dossier.etag(), key, Examples.DECIDES_PROPOSAL);
        assertThat(again.status()).as("the same request again").isEqualTo(200);
        assertThat(events(dossier)).isEqualTo(before + 1);
    }

    @Test
    void nothingIsCompletedWhileALaterDateAwaitsTheLeader() {
        var dossier = processing();
        officer.step(dossier.id(), "proposals", dossier.etag(), Examples.PROPOSED_EXTENSION);

        var early = leader.step(dossier.id(), "completion", dossier.etag(), Examples.GRANTED);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("reason")).isEqualTo("APOLOGY_PENDING");

        var extended = leader.step(dossier.id(), "extension", dossier.etag(), Examples.DECIDES_PROPOSAL);
        assertThat(extended.status()).as(String.valueOf(extended.body())).isEqualTo(200);
        assertThat(extended.text("dueAt")).isEqualTo("2022-06-29T02:00:00Z");
        var late = leader.step(dossier.id(), "extension", extended.etag(), Examples.DECIDES_PROPOSAL);
        assertThat(late.text("reason")).isEqualTo("PROPOSAL_DECIDED");
        assertThat(leader.step(dossier.id(), "completion", extended.etag(), Examples.GRANTED)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProposalThatComesWhileTheDossierIsBeingCompletedIsSeen() throws SQLException {
        var dossier = processing();
        try (var connection = LocalInfrastructure.database().connect();
                var proposing = connection.createStatement()) {
            connection.setAutoCommit(false);
            proposing.execute("update dossier set extension_proposed = true where id = '" + dossier.id() + "'::uuid");
            var completing = Api.sendAsync(
                    leader.stepRequest(dossier.id(), "completion", dossier.etag(), Api.key(), Examples.GRANTED));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Tables.number(
                                    "select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                            == 1);
            connection.commit();

            assertThat(completing.join().text("reason")).isEqualTo("APOLOGY_PENDING");
        }
    }

    @Test
    void theLeaderStopsAsProposedOrSaysWhyNot() {
        var dossier = processing();
        officer.step(dossier.id(), "proposals", dossier.etag(), Examples.PROPOSED_STOP);
        assertThat(officer.step(dossier.id(), "proposals", dossier.etag(), Examples.PROPOSED_STOP)
                        .text("reason"))
                .isEqualTo("PROPOSED_ALREADY");
        assertThat(officer.step(dossier.id(), "stop", dossier.etag(), Examples.DECIDES_PROPOSAL)
                        .text("reason"))
                .as("the officer only proposes")
                .isEqualTo("LEADER_STOPS");

        var key = Api.key();
        var body = "{\"note\": \"chưa có quyết định của tòa\"}";
        var rejected = leader.step(dossier.id(), "proposals/1/rejection", dossier.etag(), key, body);
        assertThat(rejected.status()).as(String.valueOf(rejected.body())).isEqualTo(200);
        assertThat(rejected.text("outcome")).isEqualTo("REJECTED");
        assertThat(rejected.text("decisionNote")).isEqualTo("chưa có quyết định của tòa");
        assertThat(leader.step(dossier.id(), "proposals/1/rejection", dossier.etag(), key, body)
                        .body())
                .as("the same request again")
                .isEqualTo(rejected.body());

        var anew = officer.step(dossier.id(), "proposals", dossier.etag(), Examples.PROPOSED_STOP);
        assertThat(anew.body().path("number").asInt()).isEqualTo(2);
        var stopped = leader.step(dossier.id(), "stop", dossier.etag(), "{\"proposal\": 2, \"resumable\": false}");
        assertThat(stopped.status()).as(String.valueOf(stopped.body())).isEqualTo(200);
        assertThat(stopped.text("status")).isEqualTo("STOPPED");
        assertThat(Tables.text("select reason from dossier where id = ?::uuid", dossier.id()))
                .isEqualTo("COURT_DECISION");
    }

    @Test
    void aRejectedLaterDateBarsNothingAndTheOfficerMayThinkAgain() {
        var dossier = processing();
        officer.step(dossier.id(), "proposals", dossier.etag(), Examples.PROPOSED_EXTENSION);

        assertThat(officer.step(dossier.id(), "proposals/1/rejection", dossier.etag(), "{}")
                        .status())
                .isEqualTo(200);
        assertThat(leader.step(dossier.id(), "completion", dossier.etag(), Examples.GRANTED)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void twinsOfAProposalGetTheFirstAnswer() {
        var dossier = processing();
        var key = Api.key();
        var answers = Stream.of(1, 2)
                .map(each -> Api.sendAsync(officer.stepRequest(
                        dossier.id(), "proposals", dossier.etag(), key, Examples.PROPOSED_EXTENSION)))
                .toList()
                .stream()
                .map(answer -> answer.join())
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
            assertThat(answer).isEqualTo(answers.get(0));
        });
        var other = officer.step(
                dossier.id(), "proposals", dossier.etag(), key, Examples.PROPOSED_EXTENSION.replace("29T", "30T"));
        assertThat(other.problem()).isEqualTo("key-reused");
    }

    @Test
    void whoDecidesFindsWhatAwaitsThem() {
        var first = processing();
        officer.step(first.id(), "proposals", first.etag(), Examples.PROPOSED_STOP);
        var second = processing();
        officer.step(second.id(), "proposals", second.etag(), Examples.PROPOSED_PAPERS);
        officer.step(second.id(), "proposals", second.etag(), Examples.PROPOSED_EXTENSION);

        assertThat(awaiting(leader, first, second)).containsExactly("STOP", "SUPPLEMENT", "EXTENSION");
        assertThat(awaiting(Api.as("leader", "H03"), first, second))
                .as("another agency's page")
                .isEmpty();
        assertThat(awaiting(reception, first, second))
                .as("what the one-stop shop decides")
                .containsExactly("SUPPLEMENT");
        assertThat(awaiting(officer, first, second))
                .as("who proposes decides nothing")
                .isEmpty();
        assertThat(leader.get("/v1/proposals").body().toString())
                .as("what is proposed stays in the dossier")
                .doesNotContain("COURT", "CCCD", "note");
        assertThat(Api.as("leader", "H03.02")
                        .get("/v1/proposals?agency=" + JUSTICE)
                        .status())
                .isEqualTo(403);
        assertThat(Api.as("clerk", JUSTICE).get("/v1/proposals").status()).isEqualTo(403);
        assertThat(citizen.get("/v1/proposals").status()).isEqualTo(403);

        leader.step(first.id(), "proposals/1/rejection", first.etag(), "{}");
        assertThat(awaiting(leader, first, second)).containsExactly("SUPPLEMENT", "EXTENSION");
    }

    @Test
    void anotherPageGoesOnWhereTheLastOneEnded() {
        var dossier = processing();
        officer.step(dossier.id(), "proposals", dossier.etag(), Examples.PROPOSED_PAPERS);
        officer.step(dossier.id(), "proposals", dossier.etag(), Examples.PROPOSED_EXTENSION);
        var seen = new ArrayList<String>();
        var page = "/v1/proposals?limit=1";
        while (page != null) {
            var answer = leader.get(page).body();
            answer.path("items").forEach(one -> seen.add(one.path("dossier").asText() + one.path("number")));
            page = answer.has("next")
                    ? "/v1/proposals?limit=1&cursor=" + answer.path("next").asText()
                    : null;
        }
        assertThat(seen).doesNotHaveDuplicates().contains(dossier.id() + "1", dossier.id() + "2");
        assertThat(leader.get("/v1/proposals?cursor=x").status()).isEqualTo(400);
    }

    /** One rejects and another proposes anew: each waits for the other's rows in the same order, and none of them for ever. */
    @Test
    void whoProposesAnewWhileTheLastIsBeingRejectedWaitsForIt() throws SQLException {
        var dossier = processing();
        officer.step(dossier.id(), "proposals", dossier.etag(), Examples.PROPOSED_EXTENSION);
        try (var connection = LocalInfrastructure.database().connect();
                var rejecting = connection.createStatement()) {
            connection.setAutoCommit(false);
            rejecting.execute("update correction_proposal set outcome = 'REJECTED' where dossier_id = '" + dossier.id()
                    + "'::uuid and kind = 'EXTENSION'");
            var proposing = Api.sendAsync(officer.stepRequest(
                    dossier.id(), "proposals", dossier.etag(), Api.key(), Examples.PROPOSED_EXTENSION));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Tables.number(
                                    "select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                            == 1);
            rejecting.execute("update dossier set extension_proposed = false where id = '" + dossier.id() + "'::uuid");
            connection.commit();

            assertThat(proposing.join().body().path("number").asInt()).isEqualTo(2);
        }
        assertThat(Tables.number(
                        "select count(*) from dossier where extension_proposed and id = '" + dossier.id() + "'::uuid"))
                .isEqualTo(1);
    }

    @Test
    void whatCouldNotBeApprovedIsNotProposedAndStrangersProposeNothing() {
        var dossier = processing();
        assertThat(officer.step(dossier.id(), "proposals", dossier.etag(), "{}").status())
                .isEqualTo(422);
        assertThat(officer.step(
                                dossier.id(),
                                "proposals",
                                dossier.etag(),
                                "{\"kind\": \"EXTENSION\", \"dueAt\": \"2022-06-09T09:00:00+07:00\", \"reason\": \"COMPLEX_MATTER\"}")
                        .text("reason"))
                .isEqualTo("NOT_LATER");
        assertThat(officer.step(dossier.id(), "proposals", "\"1\"", Examples.PROPOSED_STOP)
                        .status())
                .isEqualTo(412);
        assertThat(leader.step(dossier.id(), "extension", dossier.etag(), "{\"proposal\": 7}")
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/proposal");
        var colleague = Api.as(TokenRequest.of("officer", JUSTICE, 2));
        for (var stranger : new Api[] {colleague, Api.as("officer", "H03.02")}) {
            assertThat(stranger.step(dossier.id(), "proposals", dossier.etag(), Examples.PROPOSED_STOP)
                            .status())
                    .isEqualTo(403);
            assertThat(stranger.get("/v1/dossiers/" + dossier.id() + "/proposals")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(citizen.get("/v1/dossiers/" + dossier.id() + "/proposals").status())
                .isEqualTo(403);
        assertThat(Tables.number(
                        "select count(*) from correction_proposal where dossier_id = '" + dossier.id() + "'::uuid"))
                .isZero();
    }

    private Answer processing() {
        var submitted = citizen.open(Examples.ONLINE);
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        return officer.step(accepted.id(), "processing", accepted.etag(), "{}");
    }

    private static List<String> awaiting(Api who, Answer... dossiers) {
        var ids = Stream.of(dossiers).map(Answer::id).toList();
        var kinds = new ArrayList<String>();
        who.get("/v1/proposals?limit=200").body().path("items").forEach(one -> {
            if (ids.contains(one.path("dossier").asText())) {
                kinds.add(one.path("kind").asText());
            }
        });
        return kinds;
    }

    private static String outcome(Answer dossier) {
        return Tables.text("select outcome from correction_proposal where dossier_id = ?::uuid", dossier.id());
    }

    private static long events(Answer dossier) {
        return Tables.number("select count(*) from event where subject = ?::uuid", dossier.id());
    }
}
