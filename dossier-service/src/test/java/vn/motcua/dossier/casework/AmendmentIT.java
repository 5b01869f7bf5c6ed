package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
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

/** Mistakes put right in the open, parts of other agencies, stops and extensions, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class AmendmentIT {

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
    void aWrongProcedureIsCorrectedAndTheLimitCountedAnewFromAcceptance() {
        var dossier = processing();
        assertThat(dossier.text("dueAt")).isEqualTo("2022-06-22T02:00:00Z");
        BusinessDay.standAt("2022-06-10T09:00");

        var other = otherProcedure();
        var corrected = leader.step(
                dossier.id(),
                "correction",
                dossier.etag(),
                "{\"procedure\": \"" + other + "\", \"reason\": \"WRONG_PROCEDURE\"}");

        assertThat(corrected.status()).as(String.valueOf(corrected.body())).isEqualTo(200);
        assertThat(corrected.body().path("procedure").path("code").asText()).isEqualTo(other);
        assertThat(corrected.text("dueAt")).isNotEqualTo("2022-06-22T02:00:00Z");
        assertThat(corrected.text("originalDueAt"))
                .as("what was promised first")
                .isEqualTo("2022-06-22T02:00:00Z");
        assertThat(Tables.rows("select procedure, sector from dossier where id = ?::uuid", dossier.id())
                        .get(0)
                        .get(0))
                .isEqualTo(other);
        assertThat(Histories.verdict(dossier.id()).intact()).isTrue();
    }

    /** Nobody is held to a fee of the procedure that it never was, nor let off that of the one that it is; what was paid stays paid. */
    @Test
    void whatIsToBePaidIsThatOfTheRightProcedure() {
        var dossier = processing();
        assertThat(outstanding(dossier)).isZero();
        var costly = corrected(dossier, "1.900108");
        assertThat(outstanding(costly)).isEqualTo(200_000);
        var free = corrected(costly, "1.900101");
        assertThat(outstanding(free)).isZero();
        var again = corrected(free, "1.900108");
        var cashier = Api.as("cashier", JUSTICE);
        var asked = cashier.step(again.id(), "payment-request", again.etag(), "{\"amount\": 200000}");
        assertThat(asked.status()).as(String.valueOf(asked.body())).isEqualTo(200);
        assertThat(outstanding(corrected(asked, "1.900101")))
                .as("what was asked for is being paid as it was asked")
                .isEqualTo(200_000);
    }

    private Answer corrected(Answer dossier, String procedure) {
        var corrected = leader.step(
                dossier.id(),
                "correction",
                dossier.etag(),
                "{\"procedure\": \"" + procedure + "\", \"reason\": \"WRONG_PROCEDURE\"}");
        assertThat(corrected.status()).as(String.valueOf(corrected.body())).isEqualTo(200);
        return corrected;
    }

    private static long outstanding(Answer dossier) {
        return dossier.body().at("/fees/outstanding").asLong();
    }

    @Test
    void theWorkflowOfTheRightProcedureBeginsAndTheClockSaysSo() {
        var dossier = processing();
        BusinessDay.standAt("2022-06-08T10:00");
        var corrected = leader.step(
                dossier.id(),
                "correction",
                dossier.etag(),
                "{\"procedure\": \"1.900108\", \"reason\": \"WRONG_PROCEDURE\"}");

        assertThat(corrected.status()).as(String.valueOf(corrected.body())).isEqualTo(200);
        var workflow = corrected.body().path("workflow");
        assertThat(workflow.path("step").asText()).isEqualTo("PHAN_CONG");
        assertThat(workflow.path("opened").asBoolean()).isFalse();
        var stepDueAt = workflow.path("dueAt").asText();
        assertThat(stepDueAt).as("four working hours from ten").isEqualTo("2022-06-08T09:00:00Z");
        var line = leader.get("/v1/dossiers/" + dossier.id() + "/clock")
                .body()
                .path("lines")
                .get(1);
        assertThat(line.path("kind").asText()).isEqualTo("CORRECT");
        assertThat(line.path("step").asText()).isEqualTo("PHAN_CONG");
        assertThat(line.path("stepDueAt").asText()).isEqualTo(stepDueAt);
        assertThat(line.path("explanation").get(0).asText()).startsWith("Due after the correction: ");
        assertThat(line.path("explanation").get(1).asText())
                .isEqualTo("The procedure was corrected: its limit counts from 09:00 08/06/2022.");
        assertThat(line.path("explanation").get(2).asText())
                .startsWith("Its workflow begins with step PHAN_CONG, due ");
        assertThat(line.path("explanation").size()).as("and day by day").isGreaterThan(3);
        assertThat(Tables.text(
                        "select data from event where subject = ?::uuid order by sequence desc limit 1", dossier.id()))
                .contains("\"nextStep\":\"PHAN_CONG\"", "\"nextStepDueAt\":\"" + stepDueAt + "\"");
        var forwarded = leader.step(corrected.id(), "forwarding", corrected.etag(), "{}");
        assertThat(forwarded.status()).as(String.valueOf(forwarded.body())).isEqualTo(200);

        var again = leader.step(
                forwarded.id(),
                "correction",
                forwarded.etag(),
                "{\"procedure\": \"1.900101\", \"reason\": \"WRONG_PROCEDURE\"}");
        assertThat(again.status()).as(String.valueOf(again.body())).isEqualTo(200);
        assertThat(again.body().has("workflow")).as("that one has none").isFalse();
        assertThat(Tables.text(
                        "select data from event where subject = ?::uuid order by sequence desc limit 1", dossier.id()))
                .contains("\"step\":")
                .doesNotContain("\"nextStep\":");
    }

    @Test
    void aWrongOwnerIsCorrectedInTheDigestAndNothingOfItIsPublished() {
        var dossier = processing();
        var before = Tables.text("select private_digest from dossier where id = ?::uuid", dossier.id());

        var corrected = leader.step(dossier.id(), "correction", dossier.etag(), """
                {"applicant": {"name": "Triệu Thị Lan", "phone": "0987 654 321",
                   "address": {"text": "Tổ 9", "commune": "Phường Sông Cầu", "province": "Bắc Kạn"}},
                 "citizen": "c-18", "reason": "WRONG_OWNER"}""");

        assertThat(corrected.status()).as(String.valueOf(corrected.body())).isEqualTo(200);
        assertThat(corrected.body().path("applicant").path("name").asText()).isEqualTo("Triệu Thị Lan");
        assertThat(Tables.text("select private_digest from dossier where id = ?::uuid", dossier.id()))
                .isNotEqualTo(before);
        assertThat(Tables.text(
                        "select data from event where subject = ?::uuid order by sequence desc limit 1", dossier.id()))
                .doesNotContain("Lan")
                .contains("\"fields\":[\"OWNER\"]");
        assertThat(citizen.get("/v1/dossiers/" + dossier.id()).status())
                .as("not theirs any more")
                .isEqualTo(404);
        assertThat(Api.citizen("c-18").get("/v1/dossiers/" + dossier.id()).status())
                .isEqualTo(200);
    }

    @Test
    void whoMovedIsReachedElsewhereAndNobodyBecomesAnotherPersonByIt() {
        var dossier = processing();
        var moved = reception.step(dossier.id(), "recipient-change", dossier.etag(), """
                {"applicant": {"name": "Nguyễn Thị Hoa", "idNumber": "006190000123", "phone": "0987 654 321", "notifyBySms": true,
                   "address": {"text": "Tổ 9", "commune": "Phường Sông Cầu", "province": "Bắc Kạn"}}}""");
        assertThat(moved.status()).as(String.valueOf(moved.body())).isEqualTo(200);
        assertThat(moved.body().path("applicant").path("phone").asText()).isEqualTo("+84987654321");

        var other = reception.step(moved.id(), "recipient-change", moved.etag(), """
                {"applicant": {"name": "Người Khác", "idNumber": "006190000123", "phone": "0987 654 321",
                   "address": {"text": "Tổ 9", "commune": "Phường Sông Cầu", "province": "Bắc Kạn"}}}""");
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void whatWasAcceptedByErrorIsClosedAndNothingFollows() {
        var dossier = processing();

        var voided = leader.step(dossier.id(), "voiding", dossier.etag(), Examples.VOIDING);

        assertThat(voided.status()).as(String.valueOf(voided.body())).isEqualTo(200);
        assertThat(voided.text("status")).isEqualTo("STOPPED");
        assertThat(voided.text("voidedAt")).isEqualTo("2022-06-08T02:00:00Z");
        assertThat(voided.body().path("nextSteps")).isEmpty();
        assertThat(leader.step(voided.id(), "resumption", voided.etag(), "{}").text("reason"))
                .isEqualTo("VOIDED");
        assertThat(Tables.text("select wake_at from dossier where id = ?::uuid", voided.id()))
                .isNull();
    }

    /** Two leaders at one instant, each merging the other's dossier: one of the two dossiers stays. */
    @Test
    void ofTwoThatAreMergedIntoEachOtherOneStays() throws SQLException {
        var one = processing();
        var other = processing();
        try (var connection = LocalInfrastructure.database().connect();
                var holding = connection.createStatement()) {
            connection.setAutoCommit(false);
            holding.execute("select id from dossier where id in ('" + one.id() + "'::uuid, '" + other.id()
                    + "'::uuid) for update");
            var crossing = Stream.of(List.of(one, other), List.of(other, one))
                    .map(pair -> Api.sendAsync(leader.stepRequest(
                            pair.get(0).id(),
                            "merger",
                            pair.get(0).etag(),
                            Api.key(),
                            "{\"into\": \"" + pair.get(1).text("code") + "\"}")))
                    .toList();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Tables.number("select count(*) from pg_locks where not granted") == 2);
            connection.commit();

            assertThat(crossing.stream().map(answer -> answer.join().status())).containsExactlyInAnyOrder(200, 422);
        }
        assertThat(Tables.number("select count(*) from event where type like '%merged%' and subject in ('" + one.id()
                        + "'::uuid, '" + other.id() + "'::uuid)"))
                .isEqualTo(1);
    }

    @Test
    void whatWasEnteredTwiceGoesIntoTheOneThatStays() {
        var stays = processing();
        var twin = processing();
        var merged = leader.step(twin.id(), "merger", twin.etag(), "{\"into\": \"" + stays.text("code") + "\"}");
        assertThat(merged.status()).as(String.valueOf(merged.body())).isEqualTo(200);
        assertThat(merged.text("status")).isEqualTo("STOPPED");

        for (var nowhere : new String[] {"H03.01-220608-9998", "no code", merged.text("code")}) {
            var third = processing();
            assertThat(leader.step(third.id(), "merger", third.etag(), "{\"into\": \"" + nowhere + "\"}")
                            .status())
                    .as(nowhere)
                    .isEqualTo(422);
        }
    }

    @Test
    void nobodysDossierGoesIntoSomebodyElses() {
        var stays = Api.citizen("c-18").open(Examples.ONLINE);
        var other = processing();

        var refused = leader.step(other.id(), "merger", other.etag(), "{\"into\": \"" + stays.text("code") + "\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/into");
        assertThat(leader.get("/v1/dossiers/" + other.id()).text("status")).isEqualTo("PROCESSING");
    }

    @Test
    void aResultThatIsWrongIsTakenBackAndTheClockGoesOn() {
        var dossier = processing();
        var completed = leader.step(dossier.id(), "completion", dossier.etag(), Examples.GRANTED);
        BusinessDay.standAt("2022-06-10T09:00");

        var recalled = leader.step(completed.id(), "result-recall", completed.etag(), Examples.RESULT_RECALL);

        assertThat(recalled.status()).as(String.valueOf(recalled.body())).isEqualTo(200);
        assertThat(recalled.text("status")).isEqualTo("PROCESSING");
        assertThat(recalled.body().has("completedAt")).isFalse();
        assertThat(recalled.body().has("resultReference")).isFalse();
        assertThat(recalled.text("dueAt")).isEqualTo("2022-06-24T02:00:00Z");
    }

    @Test
    void anExtensionIsGivenOnceAndStopsRestTheClock() {
        var dossier = processing();
        var extended = leader.step(dossier.id(), "extension", dossier.etag(), Examples.EXTENSION);
        assertThat(extended.status()).as(String.valueOf(extended.body())).isEqualTo(200);
        assertThat(extended.text("dueAt")).isEqualTo("2022-06-29T02:00:00Z");
        assertThat(extended.text("originalDueAt")).isEqualTo("2022-06-22T02:00:00Z");
        assertThat(leader.step(extended.id(), "extension", extended.etag(), Examples.EXTENSION)
                        .text("reason"))
                .isEqualTo("EXTENDED_ALREADY");

        var stopped = leader.step(extended.id(), "stop", extended.etag(), Examples.STOP);
        assertThat(stopped.text("status")).isEqualTo("STOPPED");
        assertThat(officer.step(stopped.id(), "withdrawal", stopped.etag(), "{}")
                        .text("reason"))
                .isEqualTo("STOPPED");
        BusinessDay.standAt("2022-06-15T09:00");
        var resumed = leader.step(stopped.id(), "resumption", stopped.etag(), "{}");
        assertThat(resumed.text("status")).isEqualTo("PROCESSING");
        assertThat(resumed.text("dueAt")).as("five working days later").isEqualTo("2022-07-06T02:00:00Z");

        var clock = leader.get("/v1/dossiers/" + dossier.id() + "/clock");
        assertThat(clock.status()).isEqualTo(200);
        assertThat(clock.body().path("lines").findValuesAsText("kind"))
                .containsExactly("START", "EXTEND", "PAUSE", "RESUME");
        assertThat(clock.body().path("lines"))
                .allSatisfy(line -> assertThat(line.path("explanation")).isNotEmpty());
        assertThat(clock.body().path("lines").get(0).path("calendar").asText()).startsWith("civil-servants|");
        assertThat(Api.citizen("c-99")
                        .get("/v1/dossiers/" + dossier.id() + "/clock")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anotherAgencySeesAndDoesItsPartOnlyAndTheResultWaitsForIt() {
        var police = Api.as("officer", "H03.03");
        var dossier = processing();
        assertThat(police.get("/v1/dossiers/" + dossier.id()).status()).isEqualTo(404);

        var asked = officer.step(dossier.id(), "legs", dossier.etag(), Examples.LEG);
        assertThat(asked.status()).as(String.valueOf(asked.body())).isEqualTo(200);
        assertThat(asked.body().path("legs").get(0).path("dueAt").asText()).isEqualTo("2022-06-09T02:00:00Z");
        assertThat(leader.step(asked.id(), "completion", asked.etag(), Examples.GRANTED)
                        .text("reason"))
                .isEqualTo("PARTS_OPEN");
        assertThat(police.get("/v1/legs").status())
                .as(String.valueOf(police.get("/v1/legs").body()))
                .isEqualTo(200);
        assertThat(police.get("/v1/legs").body().path("items").findValuesAsText("code"))
                .contains(dossier.text("code"));
        var seen = police.get("/v1/dossiers/" + dossier.id());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().path("nextSteps").findValuesAsText("href"))
                .containsExactly(
                        "/v1/dossiers/" + dossier.id() + "/legs/1/receipt",
                        "/v1/dossiers/" + dossier.id() + "/legs/1/completion");
        assertThat(police.step(seen.id(), "completion", seen.etag(), Examples.GRANTED)
                        .status())
                .isEqualTo(403);

        var received = police.step(seen.id(), "legs/1/receipt", seen.etag(), "{}");
        assertThat(received.status()).as(String.valueOf(received.body())).isEqualTo(200);
        var finished = police.step(received.id(), "legs/1/completion", received.etag(), Examples.LEG_DONE);
        assertThat(finished.status()).as(String.valueOf(finished.body())).isEqualTo(200);
        assertThat(police.get("/v1/dossiers/" + dossier.id()).status())
                .as("its part is done")
                .isEqualTo(404);
        assertThat(leader.step(finished.id(), "completion", finished.etag(), Examples.GRANTED)
                        .text("status"))
                .isEqualTo("COMPLETED");
        assertThat(Histories.verdict(dossier.id()).intact()).isTrue();
    }

    @Test
    void thePartThatIsNotNeededIsTakenBackAndTheResultWaitsForItNoLonger() {
        var police = Api.as("leader", "H03.03");
        var dossier = processing();
        var asked = officer.step(dossier.id(), "legs", dossier.etag(), Examples.LEG);
        assertThat(asked.body().path("nextSteps").findValuesAsText("href"))
                .contains("/v1/dossiers/" + dossier.id() + "/legs/1/withdrawal");
        var seen = police.get("/v1/dossiers/" + dossier.id());
        assertThat(police.step(dossier.id(), "legs/1/withdrawal", seen.etag(), Examples.LEG_WITHDRAWAL)
                        .status())
                .as("only who asked takes it back")
                .isEqualTo(403);
        assertThat(police.step(dossier.id(), "legs/1/completion", seen.etag(), "{\"outcome\": \"WITHDRAWN\"}")
                        .text("reason"))
                .isEqualTo("LEAD_WITHDRAWS");
        assertThat(officer.step(dossier.id(), "legs/1/withdrawal", asked.etag(), "{}")
                        .text("reason"))
                .isEqualTo("REASON_MISSING");
        assertThat(officer.step(dossier.id(), "legs/1/withdrawal", asked.etag(), "{\"reason\": \"WRONG_OWNER\"}")
                        .status())
                .isEqualTo(422);

        var withdrawn = officer.step(dossier.id(), "legs/1/withdrawal", asked.etag(), Examples.LEG_WITHDRAWAL);

        assertThat(withdrawn.status()).as(String.valueOf(withdrawn.body())).isEqualTo(200);
        assertThat(withdrawn.body().path("legs").get(0).path("outcome").asText())
                .isEqualTo("WITHDRAWN");
        assertThat(police.get("/v1/dossiers/" + dossier.id()).status())
                .as("they have nothing of it any more")
                .isEqualTo(404);
        assertThat(Tables.text(
                        "select type || data from event where subject = ?::uuid order by sequence desc limit 1",
                        dossier.id()))
                .startsWith("vn.motcua.dossier.leg-withdrawn.v1")
                .contains("\"reasonCode\":\"PART_NOT_NEEDED\"", "\"outcome\":\"WITHDRAWN\"");
        assertThat(leader.step(withdrawn.id(), "completion", withdrawn.etag(), Examples.GRANTED)
                        .text("status"))
                .isEqualTo("COMPLETED");
        assertThat(Histories.verdict(dossier.id()).intact()).isTrue();
    }

    /** Source: Decree 61/2018, art. 19 §5, §6: what is asked for and until when; who is late says why, and the lead sees it. */
    @Test
    void whatIsAskedForIsKeptFromTheFactsAndTheLeadSeesWhoIsLate() {
        var police = Api.as("officer", "H03.03");
        var dossier = processing();
        var silent = officer.step(
                dossier.id(),
                "legs",
                dossier.etag(),
                "{\"agency\": \"H03.03\", \"limit\": {\"amount\": 1, \"unit\": \"WORKING_DAYS\"}}");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body().at("/errors/0/pointer").asText()).isEqualTo("/task");

        var asked = officer.step(dossier.id(), "legs", dossier.etag(), Examples.LEG);
        assertThat(police.get("/v1/dossiers/" + dossier.id())
                        .body()
                        .at("/legs/0/task")
                        .asText())
                .isEqualTo("Xác minh thông tin án tích.");
        assertThat(Tables.number(
                        "select count(*) from event where subject = ?::uuid and (data like '%án tích%' or note like '%án tích%')",
                        dossier.id()))
                .as("no fact has it")
                .isZero();
        assertThat(led(leader, "")).contains(dossier.text("code"));
        assertThat(led(leader, "&late=true")).as("not late yet").doesNotContain(dossier.text("code"));
        assertThat(led(police, "")).as("they lead nothing").doesNotContain(dossier.text("code"));
        assertThat(leader.get("/v1/legs?late=true").status()).isEqualTo(422);

        BusinessDay.standAt("2022-06-10T09:00");
        assertThat(led(leader, "&late=true")).contains(dossier.text("code"));
        var seen = police.get("/v1/dossiers/" + dossier.id());
        assertThat(police.step(seen.id(), "legs/1/completion", seen.etag(), Examples.LEG_DONE)
                        .text("reason"))
                .isEqualTo("DELAY_UNEXPLAINED");
        var done = police.step(seen.id(), "legs/1/completion", seen.etag(), Examples.LEG_DONE_LATE);
        assertThat(done.status()).as(String.valueOf(done.body())).isEqualTo(200);
        assertThat(Tables.text(
                        "select data from event where subject = ?::uuid and type like '%leg-finished%'", dossier.id()))
                .contains("\"reasonCode\":\"PART_NEEDED_VERIFICATION\"");
        assertThat(led(leader, "&late=true")).doesNotContain(dossier.text("code"));
    }

    @Test
    void aPartOnPaperIsDueFromItsReceipt() {
        var police = Api.as("officer", "H03.03");
        var dossier = processing();
        var sent = officer.step(dossier.id(), "legs", dossier.etag(), Examples.LEG_ON_PAPER);
        assertThat(sent.status()).as(String.valueOf(sent.body())).isEqualTo(200);
        assertThat(sent.body().path("legs").get(0).has("dueAt")).isFalse();

        BusinessDay.standAt("2022-06-09T14:00");
        var received = police.step(dossier.id(), "legs/1/receipt", sent.etag(), "{}");
        assertThat(received.body().path("legs").get(0).path("dueAt").asText()).isEqualTo("2022-06-10T07:00:00Z");
    }

    private static List<String> led(Api who, String more) {
        var found = who.get("/v1/legs?side=LED&limit=200" + more);
        assertThat(found.status()).as(String.valueOf(found.body())).isEqualTo(200);
        return found.body().path("items").findValuesAsText("code");
    }

    @Test
    void whoDeclinesItsPartSaysWhyAndSoDoesTheFact() {
        var police = Api.as("leader", "H03.03");
        var dossier = processing();
        officer.step(dossier.id(), "legs", dossier.etag(), Examples.LEG);
        var seen = police.get("/v1/dossiers/" + dossier.id());
        var path = "legs/1/completion";

        assertThat(police.step(seen.id(), path, seen.etag(), "{\"outcome\": \"DECLINED\"}")
                        .text("reason"))
                .isEqualTo("REASON_MISSING");
        var doneForAReason = "{\"outcome\": \"DONE\", \"reason\": \"PART_NOT_POSSIBLE\"}";
        assertThat(police.step(seen.id(), path, seen.etag(), doneForAReason).status())
                .isEqualTo(422);
        var reasonOfAnotherStep = "{\"outcome\": \"DECLINED\", \"reason\": \"PART_NOT_NEEDED\"}";
        assertThat(police.step(seen.id(), path, seen.etag(), reasonOfAnotherStep)
                        .status())
                .isEqualTo(422);
        assertThat(police.step(seen.id(), path, seen.etag(), Examples.LEG_DECLINED)
                        .status())
                .isEqualTo(200);

        assertThat(Tables.text(
                        "select type || data from event where subject = ?::uuid order by sequence desc limit 1",
                        dossier.id()))
                .startsWith("vn.motcua.dossier.leg-finished.v1")
                .contains("\"reasonCode\":\"PART_OUTSIDE_COMPETENCE\"", "\"outcome\":\"DECLINED\"");
        assertThat(Histories.verdict(dossier.id()).intact()).isTrue();
    }

    @Test
    void whoIsNotCompetentGetsNothingTransferred() {
        var dossier = processing();
        var wrong = leader.step(dossier.id(), "transfer", dossier.etag(), Examples.TRANSFER);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("reason")).isEqualTo("NOT_COMPETENT");
        assertThat(officer.step(dossier.id(), "transfer", dossier.etag(), Examples.TRANSFER)
                        .status())
                .isEqualTo(403);
    }

    private static String otherProcedure() {
        return Tables.text("""
                select code from catalogue_item where kind = 'PROCEDURE' and code <> '1.900101'
                  and content::json->'agencies' ->> 0 = 'H03.01' and valid_from <= '2022-06-08'
                  and (valid_to is null or valid_to >= '2022-06-08') and (content::json->'limit'->>'amount')::int not in (0, 10)
                  and content::json->'limit'->>'unit' = 'WORKING_DAYS' and content::json->>'immediate' = 'false'
                order by code limit 1""");
    }

    private Answer processing() {
        var submitted = citizen.open(Examples.ONLINE);
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        return officer.step(accepted.id(), "processing", accepted.etag(), "{}");
    }
}
