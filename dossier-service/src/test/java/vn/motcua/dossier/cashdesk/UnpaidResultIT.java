package vn.motcua.dossier.cashdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.papers.documents.SentFiles;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** No result of a procedure with a fee goes out by post or online before that is paid, and none that was opened is taken back. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class UnpaidResultIT {

    private static final String GRANTED = "{\"outcome\": \"GRANTED\", \"resultReference\": \"1/KQ\"}";
    private static final long FEE = 200_000;

    private final Api citizen = Api.citizen("c-" + UUID.randomUUID());
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api clerk = Api.as("clerk", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);
    private final Api cashier = Api.as("cashier", JUSTICE);

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void noParcelIsOrderedBeforeTheFeeIsPaid() {
        var ready = toComplete("POST");
        assertThat(offered(ready)).doesNotContain("completion");
        var barred = reception.step(ready.id(), "completion", ready.etag(), GRANTED);
        assertThat(barred.status()).as(String.valueOf(barred.body())).isEqualTo(409);
        assertThat(barred.text("reason")).isEqualTo("FEES_BEFORE_SENDING");
        assertThat(barred.text("detail")).contains("its result goes by post or online");
        assertThat(PayingGateway.facts(ready.id(), "completed")).isZero();

        var paid = paid(ready);
        assertThat(offered(paid)).contains("completion");
        assertThat(reception.step(paid.id(), "completion", paid.etag(), GRANTED).text("status"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void noElectronicResultIsGivenBeforeTheFeeIsPaidAndNoneIsTakenBackThatWasOpened() {
        var ready = toComplete("ELECTRONIC");
        assertThat(reception
                        .step(ready.id(), "completion", ready.etag(), GRANTED)
                        .text("reason"))
                .isEqualTo("RESULT_FILE_MISSING");
        var attached = attached(ready);
        var barred = reception.step(ready.id(), "completion", attached.etag(), GRANTED);
        assertThat(barred.status()).isEqualTo(409);
        assertThat(barred.text("reason")).isEqualTo("FEES_BEFORE_SENDING");

        var paid = paid(attached);
        var completed = reception.step(paid.id(), "completion", paid.etag(), GRANTED);
        assertThat(completed.status()).as(String.valueOf(completed.body())).isEqualTo(200);
        var wrong = leader.step(completed.id(), "result-recall", completed.etag(), "{\"reason\": \"RESULT_WRONG\"}");
        assertThat(wrong.status()).as("nobody has opened it").isEqualTo(200);
        var signed = clerk.step(
                wrong.id(),
                "forwarding",
                leader.step(wrong.id(), "forwarding", wrong.etag(), "{}").etag(),
                "{}");
        var anew = attached(signed);
        var again = reception.step(anew.id(), "completion", anew.etag(), GRANTED);
        assertThat(SentFiles.open(leader, result(again)).statusCode()).isEqualTo(200);
        assertThat(SentFiles.open(citizen, result(again)).statusCode()).isEqualTo(200);

        var late = leader.step(again.id(), "result-recall", again.etag(), "{\"reason\": \"RESULT_WRONG\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("reason")).isEqualTo("RESULT_OPENED");
        assertThat(reception.get("/v1/dossiers/" + again.id()).text("status")).isEqualTo("COMPLETED");
    }

    /** The applicant asks for it in the moment in which a leader takes it back. */
    @Test
    void aResultThatIsBeingTakenBackIsNotGivenAnyMore() throws SQLException {
        var paid = paid(attached(toComplete("ELECTRONIC")));
        var completed = reception.step(paid.id(), "completion", paid.etag(), GRANTED);
        var dossier = UUID.fromString(completed.id());
        CompletableFuture<Integer> opening;
        try (var recalling = LocalInfrastructure.database().connect()) {
            recalling.setAutoCommit(false);
            try (var recall = recalling.prepareStatement(
                    "update dossier set status = 'PROCESSING', completed_at = null, ended_at = null where id = ?")) {
                recall.setObject(1, dossier);
                recall.executeUpdate();
            }
            opening = CompletableFuture.supplyAsync(
                    () -> SentFiles.open(citizen, result(completed)).statusCode());
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Tables.number(
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into reading%'")
                            == 1);
            recalling.commit();
        }

        assertThat(opening.join()).isEqualTo(404);
        assertThat(Tables.number("select count(*) from reading where dossier_id = ? and roles = 'citizen'", dossier))
                .isZero();
    }

    @Test
    void noElectronicResultIsTakenBackThatWasFiledInAnotherDossier() {
        var paid = paid(attached(toComplete("ELECTRONIC")));
        var completed = reception.step(paid.id(), "completion", paid.etag(), GRANTED);
        assertThat(reused(completed).status()).isLessThan(300);

        var late = leader.step(completed.id(), "result-recall", completed.etag(), "{\"reason\": \"RESULT_WRONG\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("reason")).isEqualTo("RESULT_OPENED");
    }

    @Test
    void aResultThatWaitsAtTheCounterForItsFeeIsNotSentInstead() {
        var attached = attached(toComplete("COUNTER"));
        var completed = reception.step(attached.id(), "completion", attached.etag(), GRANTED);
        assertThat(completed.status()).as(String.valueOf(completed.body())).isEqualTo(200);
        assertThat(SentFiles.open(citizen, result(completed)).statusCode()).isEqualTo(404);
        assertThat(citizen.get("/v1/dossiers/" + completed.id() + "/documents")
                        .body()
                        .path("results"))
                .isEmpty();
        assertThat(reused(completed).status())
                .as("nor by way of another dossier")
                .isEqualTo(422);
        for (var way : List.of("POST", "ELECTRONIC")) {
            var barred = leader.step(completed.id(), "correction", completed.etag(), another(way));
            assertThat(barred.status()).isEqualTo(422);
            assertThat(barred.text("reason")).isEqualTo("FEES_BEFORE_ANOTHER_WAY");
        }

        var paid = paid(completed);
        assertThat(SentFiles.open(citizen, result(completed)).statusCode()).isEqualTo(200);
        assertThat(reused(completed).status()).isEqualTo(201);
        assertThat(leader.step(paid.id(), "correction", paid.etag(), another("POST"))
                        .text("returnMethod"))
                .isEqualTo("POST");
    }

    /** With reception, at the last step of the workflow. */
    private Answer toComplete(String way) {
        var submitted = citizen.open("""
                {"procedure": "1.900108", "agency": "H03.01", "channel": "ONLINE", "returnMethod": "%s",
                 "applicant": {"name": "Hoàng Văn Nam", "phone": "0912345678",
                               "address": {"text": "Tổ 5", "commune": "phường Đức Xuân", "province": "Bắc Kạn"}}}""".formatted(way));
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        var at = reception.step(accepted.id(), "processing", accepted.etag(), "{}");
        for (var who : List.of(leader, Api.as("officer", JUSTICE), leader, leader, clerk)) {
            at = who.step(at.id(), "forwarding", at.etag(), "{}");
            assertThat(at.status()).as(String.valueOf(at.body())).isEqualTo(200);
        }
        return at;
    }

    private Answer attached(Answer dossier) {
        var upload = SentFiles.upload(clerk, SentFiles.pdf("result " + UUID.randomUUID()))
                .id();
        var attached = clerk.step(
                dossier.id(),
                "documents",
                dossier.etag(),
                "{\"upload\": \"" + upload + "\", \"kind\": \"SCANNED\", \"result\": true}");
        assertThat(attached.status()).as(String.valueOf(attached.body())).isEqualTo(200);
        return attached;
    }

    private Answer paid(Answer dossier) {
        var paid = cashier.step(
                dossier.id(),
                "payment",
                dossier.etag(),
                "{\"reference\": \"R-%s\", \"amount\": %d, \"method\": \"CASH\"}".formatted(UUID.randomUUID(), FEE));
        assertThat(paid.status()).as(String.valueOf(paid.body())).isEqualTo(200);
        return paid;
    }

    /** The newest result as a paper of another dossier. */
    private Answer reused(Answer dossier) {
        return citizen.open("""
                {"procedure": "1.900101", "agency": "H03.01", "channel": "ONLINE", "returnMethod": "COUNTER",
                 "applicant": {"name": "Hoàng Văn Nam", "phone": "0912345678"}, "documents": [{"document": "%s"}]}""".formatted(result(dossier).replaceAll(".*/", "")));
    }

    /** Where the newest result is opened. */
    private static String result(Answer dossier) {
        return "/v1/dossiers/" + dossier.id() + "/documents/"
                + Tables.text(
                        "select id from document where dossier_id = ?::uuid and result order by sequence desc limit 1",
                        dossier.id());
    }

    private List<String> offered(Answer dossier) {
        return reception
                .get("/v1/dossiers/" + dossier.id())
                .body()
                .path("nextSteps")
                .findValuesAsText("step");
    }

    private static String another(String way) {
        return "{\"returnMethod\": \"" + way + "\", \"reason\": \"ENTRY_ERROR\"}";
    }
}
