package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Every step over HTTP, with the examples of the API's own description. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class StepsOverHttpIT {

    private static final String NONE = "{}";

    private final Api citizen = Api.citizen("c-17");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as(TokenRequest.of("officer", JUSTICE, 1).named("Trần Văn Thụ"));
    private final Api leader = Api.as("leader", JUSTICE);

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-15T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void originalsThatWereTakenInAreGivenBackWithTheResultOrWithTheDossier() {
        var body = Examples.COUNTER.replace("\"copies\": 1", "\"originals\": 1");
        var accepted = reception.open(body);
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        var kept = reception.step(accepted.id(), "withdrawal", accepted.etag(), Examples.WITHDRAWAL);
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.text("reason")).isEqualTo("ORIGINALS_NOT_RETURNED");
        assertThat(reception
                        .step(accepted.id(), "withdrawal", accepted.etag(), Examples.WITHDRAWAL_WITH_ORIGINALS)
                        .text("status"))
                .isEqualTo("WITHDRAWN");

        var another = reception.open(body);
        var begun = officer.step(another.id(), "processing", another.etag(), "{}");
        var completed = leader.step(begun.id(), "completion", begun.etag(), Examples.GRANTED);
        assertThat(completed.status()).as(String.valueOf(completed.body())).isEqualTo(200);
        var barred = reception.step(completed.id(), "return", completed.etag(), Examples.RETURN);
        assertThat(barred.status()).isEqualTo(409);
        assertThat(barred.text("reason")).isEqualTo("ORIGINALS_NOT_RETURNED");
        assertThat(barred.text("detail")).contains("originalsReturned");
        var returned = reception.step(completed.id(), "return", completed.etag(), Examples.RETURN_WITH_ORIGINALS);
        assertThat(returned.text("status")).as(String.valueOf(returned.body())).isEqualTo("RETURNED");
    }

    @Test
    void anOnlineDossierLivesItsWholeLife() {
        var submitted = citizen.open(Examples.ONLINE);
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        assertThat(submitted.location()).isEqualTo("/v1/dossiers/" + submitted.id());
        assertThat(submitted.text("code")).matches("H03\\.01-220615-\\d{4}");
        assertThat(submitted.text("status")).isEqualTo("SUBMITTED");
        assertThat(submitted.text("replyDueAt")).isEqualTo("2022-06-16T02:00:00Z");
        assertThat(submitted.body().path("applicant").path("phone").asText()).isEqualTo("+84912345678");
        assertThat(next(submitted)).containsExactly("withdrawal", "recipient-change", "document");
        readBack(citizen, submitted);

        BusinessDay.standAt("2022-06-15T10:00");
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), Examples.TAKEN);
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("acceptedAt")).isEqualTo("2022-06-15T03:00:00Z");
        assertThat(accepted.text("dueAt")).isEqualTo("2022-06-29T03:00:00Z");
        assertThat(next(accepted))
                .containsExactly("processing", "supplement-request", "withdrawal", "recipient-change", "document");
        readBack(reception, accepted);

        var begun = officer.step(accepted.id(), "processing", accepted.etag(), "{\"note\": \"Nhận hồ sơ\"}");
        assertThat(begun.text("status")).isEqualTo("PROCESSING");
        assertThat(Tables.text("select officer from dossier where code = ?", begun.text("code")))
                .isEqualTo("officer-1");
        assertThat(Tables.rows("select actor, note from event where subject = ?::uuid and sequence = 3", begun.id()))
                .containsExactly(List.of("officer-1 (Trần Văn Thụ)", "Nhận hồ sơ"));

        var completed = leader.step(begun.id(), "completion", begun.etag(), Examples.GRANTED);
        assertThat(completed.text("outcome")).isEqualTo("GRANTED");
        assertThat(completed.text("resultReference")).isEqualTo("125/LLTP-STP");
        assertThat(completed.text("completedAt")).isEqualTo("2022-06-15T03:00:00Z");
        readBack(leader, completed);

        var returned = reception.step(completed.id(), "return", completed.etag(), Examples.RETURN);
        assertThat(returned.text("status")).isEqualTo("RETURNED");
        assertThat(returned.etag()).isEqualTo("\"5\"");
        assertThat(next(returned)).isEmpty();
        readBack(citizen, reception.get("/v1/dossiers/" + returned.id()), returned);
    }

    @Test
    void atTheCounterAcceptanceIsTheBeginning() {
        var accepted = reception.open(Examples.COUNTER);

        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        assertThat(accepted.text("status")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("submittedAt")).isEqualTo(accepted.text("acceptedAt"));
        assertThat(accepted.body().path("applicant").path("phone").asText()).isEqualTo("+842093810000");
    }

    @Test
    void whatIsRefusedAtTheCounterHasACodeAndAReason() {
        var refused = reception.open(Examples.REFUSED);

        assertThat(refused.status()).isEqualTo(201);
        assertThat(refused.text("status")).isEqualTo("REFUSED");
        assertThat(refused.text("reason")).isEqualTo("NOT_COMPETENT");
        assertThat(next(refused)).isEmpty();
    }

    @Test
    void anOnlineDossierIsRefusedWithItsReason() {
        var submitted = citizen.open(Examples.ONLINE);
        var refused = reception.step(submitted.id(), "refusal", submitted.etag(), Examples.REFUSAL);

        assertThat(refused.text("status")).isEqualTo("REFUSED");
        assertThat(refused.text("reason")).isEqualTo("INCOMPLETE");
        assertThat(refused.body().has("endedAt")).isFalse();
    }

    @Test
    void theCitizenWithdrawsAloneBeforeAcceptanceAndAsksAfterwards() {
        var first = citizen.open(Examples.ONLINE);
        assertThat(citizen.step(first.id(), "withdrawal", first.etag(), NONE).text("status"))
                .isEqualTo("WITHDRAWN");

        var second = citizen.open(Examples.ONLINE);
        var accepted = reception.step(second.id(), "acceptance", second.etag(), NONE);
        var barred = citizen.step(second.id(), "withdrawal", accepted.etag(), NONE);
        assertThat(barred.status()).isEqualTo(409);
        assertThat(barred.text("reason")).isEqualTo("ONE_STOP_CONFIRMS");
        assertThat(reception
                        .step(second.id(), "withdrawal", accepted.etag(), "{\"reason\": \"NOT_COMPETENT\"}")
                        .status())
                .as("a reason for refusals")
                .isEqualTo(422);
        assertThat(reception
                        .step(second.id(), "withdrawal", accepted.etag(), Examples.WITHDRAWAL)
                        .text("status"))
                .isEqualTo("WITHDRAWN");
        assertThat(Tables.text("select data from event where subject = ?::uuid and sequence = 3", second.id()))
                .contains("\"reasonCode\":\"NO_LONGER_NEEDED\"");
    }

    @Test
    void whatIsDeniedOnTheMeritsIsCompletedToo() {
        var accepted = reception.open(Examples.COUNTER);
        var begun = reception.step(accepted.id(), "processing", accepted.etag(), NONE);
        var denied = leader.step(begun.id(), "completion", begun.etag(), Examples.DENIED);

        assertThat(denied.text("status")).isEqualTo("COMPLETED");
        assertThat(denied.text("outcome")).isEqualTo("DENIED");
        assertThat(denied.text("reason")).isEqualTo("CONDITIONS_NOT_MET");
        assertThat(denied.body().has("resultReference")).isFalse();
    }

    /** T25 behind the limit: a late answer is better than none, and is seen to be late. */
    @Test
    void aDenialThatComesLateIsGivenAndSaidToBeLate() {
        var accepted = reception.open(Examples.COUNTER);
        var begun = reception.step(accepted.id(), "processing", accepted.etag(), NONE);
        assertThat(begun.text("dueAt")).isEqualTo("2022-06-29T02:00:00Z");
        BusinessDay.standAt("2022-06-29T09:01");

        var denied = leader.step(begun.id(), "completion", begun.etag(), Examples.DENIED);

        assertThat(denied.status()).as(String.valueOf(denied.body())).isEqualTo(200);
        assertThat(denied.text("outcome")).isEqualTo("DENIED");
        assertThat(denied.text("completedAt")).isEqualTo("2022-06-29T02:01:00Z");
        assertThat(denied.text("dueAt")).as("the date that it missed").isEqualTo("2022-06-29T02:00:00Z");
        var lines = leader.get("/v1/dossiers/" + denied.id() + "/clock").body().path("lines");
        assertThat(lines.get(lines.size() - 1).path("explanation").get(0).asText())
                .isEqualTo("The clock ended: the result is there, after it was due 09:00 29/06/2022.");
    }

    @Test
    void anImmediateProcedureIsCompletedAtTheCounter() {
        var accepted = reception.open(Examples.COUNTER.replace("1.900101", "1.900102"));
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        assertThat(next(accepted)).contains("completion");

        assertThat(reception
                        .step(accepted.id(), "completion", accepted.etag(), Examples.GRANTED)
                        .text("status"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void aProcedureWithoutLimitHasNoDueDate() {
        var accepted =
                reception.open(Examples.COUNTER.replace("1.900101", "1.900105").replace(", \"copies\": 1", ""));

        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        assertThat(accepted.body().has("dueAt")).isFalse();
    }

    @Test
    void theHistoryHoldsTogetherByItsHashes() {
        var accepted = reception.open(Examples.COUNTER);
        reception.step(accepted.id(), "processing", accepted.etag(), NONE);

        assertThat(Histories.verdict(accepted.id()).why()).isEmpty();
    }

    @Test
    void aReplyTwiceIsTheSameReply() {
        var key = Api.key();
        var submitted = citizen.open(Examples.ONLINE);
        var first = reception.step(submitted.id(), "acceptance", submitted.etag(), key, NONE);
        BusinessDay.standAt("2022-06-15T11:00");
        var begun = reception.step(submitted.id(), "processing", first.etag(), NONE);
        var before = Tables.state();

        // With the old ETag, after another step, with other spaces: the same request.
        var again = reception.step(submitted.id(), "acceptance", submitted.etag(), key, "{ }");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(begun.etag()).isNotEqualTo(first.etag());
        assertThat(Tables.state()).isEqualTo(before);
    }

    private static List<String> next(Answer answer) {
        return answer.body().path("nextSteps").findValuesAsText("step");
    }

    private static void readBack(Api reader, Answer written) {
        readBack(reader, reader.get("/v1/dossiers/" + written.id()), written);
    }

    private static void readBack(Api reader, Answer read, Answer written) {
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.etag()).isEqualTo(written.etag());
        for (var field :
                List.of("id", "code", "status", "sequence", "dueAt", "completedAt", "returnedAt", "components")) {
            assertThat(read.body().path(field))
                    .as(field)
                    .isEqualTo(written.body().path(field));
        }
    }
}
