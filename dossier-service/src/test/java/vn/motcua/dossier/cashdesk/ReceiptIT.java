package vn.motcua.dossier.cashdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** What does not fit, and what goes back: the cashier's list, refunds as facts, and fees that are settled before a result is handed over. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ReceiptIT {

    private static final String OPENING = """
            {"procedure": "1.900108", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "decision": "ACCEPT"}""";

    private static final long FEE = 200_000;

    private final Api reception = Api.as("reception", JUSTICE);
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
    void whatWasPaidForADossierThatIsWithdrawnIsDueBackAndGoesBackAsAFact() {
        var paid = paidAtTheCounter();
        assertThat(PayingGateway.listed(cashier)).noneMatch(item -> isOf(item, paid));
        var withdrawn = reception.step(paid.id(), "withdrawal", paid.etag(), "{}");
        assertThat(withdrawn.body().path("fees").path("refundDue").asLong()).isEqualTo(FEE);
        assertThat(withdrawn.body().path("fees").path("state").asText()).isEqualTo("PAID");
        var line = PayingGateway.listed(cashier).stream()
                .filter(item -> isOf(item, paid))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("verdict").asText()).isEqualTo("SETTLED");
        assertThat(line.has("dueBackAt")).isTrue();

        var key = Api.key();
        var body = refund("WITHDRAWN_UNUSED");
        var back = close(cashier, line, "refund", key, body);
        assertThat(back.status()).as(String.valueOf(back.body())).isEqualTo(200);
        assertThat(back.body().path("closing").path("how").asText()).isEqualTo("REFUNDED");
        assertThat(close(cashier, line, "refund", key, body).body()).isEqualTo(back.body());
        assertThat(close(cashier, line, "refund", Api.key(), refund("WITHDRAWN_UNUSED"))
                        .text("reason"))
                .isEqualTo("ALREADY_CLOSED");
        assertThat(close(cashier, line, "refund", key, refund("PAID_TWICE")).problem())
                .isEqualTo("key-reused");

        assertThat(PayingGateway.facts(paid.id(), "payment-refunded")).isEqualTo(1);
        assertThat(Tables.text(
                        "select data::json->>'surplus' from event where subject = ?::uuid order by sequence desc limit 1",
                        paid.id()))
                .isEqualTo("false");
        var after = cashier.get("/v1/dossiers/" + paid.id());
        assertThat(after.text("status")).isEqualTo("WITHDRAWN");
        assertThat(after.body().path("fees").path("state").asText()).isEqualTo("REFUNDED");
        assertThat(after.body().path("fees").path("refundDue").asLong()).isZero();
        assertThat(PayingGateway.listed(cashier)).noneMatch(item -> isOf(item, paid));
    }

    /** It stays STOPPED, and ends. */
    @Test
    void whatWasPaidForADossierThatEndsWhileItStandsStillIsDueBackToo() {
        var paid = paidAtTheCounter();
        var begun = reception.step(paid.id(), "processing", paid.etag(), "{}");
        var stopped =
                leader.step(begun.id(), "stop", begun.etag(), "{\"reason\": \"COURT_DECISION\", \"resumable\": true}");
        assertThat(stopped.text("status")).as(String.valueOf(stopped.body())).isEqualTo("STOPPED");
        assertThat(PayingGateway.listed(cashier)).as("it may go on").noneMatch(item -> isOf(item, paid));

        var voided = leader.step(stopped.id(), "voiding", stopped.etag(), "{\"reason\": \"ENTRY_ERROR\"}");

        assertThat(voided.status()).as(String.valueOf(voided.body())).isEqualTo(200);
        assertThat(PayingGateway.listed(cashier))
                .filteredOn(item -> isOf(item, paid))
                .singleElement()
                .matches(item -> item.has("dueBackAt"));
    }

    @Test
    void whatCameTwiceGoesBackWithoutTouchingTheBill() {
        var asked = asked();
        var reference = asked.body().path("fees").path("request").asText();
        PayingGateway.paid(reference, number(), FEE, "2022-06-08T08:00:00Z");
        PayingGateway.paid(reference, number(), FEE, "2022-06-08T08:00:01Z");
        var line = PayingGateway.listed(cashier).stream()
                .filter(item -> isOf(item, asked))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("verdict").asText()).isEqualTo("SECOND");

        var back = close(cashier, line, "refund", Api.key(), refund("PAID_TWICE"));

        assertThat(back.status()).as(String.valueOf(back.body())).isEqualTo(200);
        var after = cashier.get("/v1/dossiers/" + asked.id());
        assertThat(after.body().path("fees").path("state").asText()).isEqualTo("PAID");
        assertThat(after.body().path("fees").path("refunded").asLong()).isZero();
        assertThat(Tables.text(
                        "select data::json->>'surplus' from event where subject = ?::uuid order by sequence desc limit 1",
                        asked.id()))
                .isEqualTo("true");
    }

    @Test
    void aRefundAtOnceIsOneRefund() {
        var paid = paidAtTheCounter();
        var line = receipts(paid).get(0);
        var calls = List.of(1, 2, 3, 4).stream()
                .map(i -> Api.sendAsync(request(cashier, line, "refund", Api.key(), refund("COLLECTED_BY_ERROR"))))
                .toList();

        assertThat(calls.stream().map(call -> call.join().status())).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(PayingGateway.facts(paid.id(), "payment-refunded")).isEqualTo(1);
    }

    /** Cash that was booked on the wrong dossier goes to the right one, and this one owes what it owed: no result goes out free. */
    @Test
    void whatWasCollectedByErrorIsOwedAgain() {
        var paid = paidAtTheCounter();
        var back = close(cashier, receipts(paid).get(0), "refund", Api.key(), refund("COLLECTED_BY_ERROR"));
        assertThat(back.status()).as(String.valueOf(back.body())).isEqualTo(200);

        var owing = cashier.get("/v1/dossiers/" + paid.id());
        assertThat(owing.body().at("/fees/outstanding").asLong()).isEqualTo(FEE);
        assertThat(owing.body().at("/fees/state").asText()).isEqualTo("UNPAID");
        var begun = reception.step(paid.id(), "processing", owing.etag(), "{}");
        var done = completed(begun);
        assertThat(reception
                        .step(paid.id(), "return", done.etag(), "{\"via\": \"COUNTER\", \"identityChecked\": true}")
                        .text("reason"))
                .isEqualTo("FEES_OUTSTANDING");
    }

    @Test
    void whatIsKeptIsClosedWithAReason() {
        var paid = paidAtTheCounter();
        reception.step(paid.id(), "withdrawal", paid.etag(), "{}");
        var line = receipts(paid).get(0);

        assertThat(close(cashier, line, "settlement", Api.key(), "{}").status()).isEqualTo(422);
        var kept = close(cashier, line, "settlement", Api.key(), CashdeskExamples.SETTLEMENT);

        assertThat(kept.body().path("closing").path("how").asText()).isEqualTo("KEPT");
        assertThat(PayingGateway.listed(cashier)).noneMatch(item -> isOf(item, paid));
        assertThat(PayingGateway.facts(paid.id(), "payment-refunded")).isZero();
        assertThat(close(cashier, line, "refund", Api.key(), refund("PAID_TWICE"))
                        .text("reason"))
                .isEqualTo("ALREADY_CLOSED");
    }

    @Test
    void moneyIsTheCashiersOfTheAgency() {
        var line = receipts(paidAtTheCounter()).get(0);
        for (var who :
                List.of("reception", "officer", "leader", "clerk", "operator", "statistics", "admin", "system")) {
            assertThat(Api.as(who, JUSTICE).get("/v1/receipts").status())
                    .as(who)
                    .isEqualTo(403);
            assertThat(close(Api.as(who, JUSTICE), line, "refund", Api.key(), refund("PAID_TWICE"))
                            .status())
                    .as(who)
                    .isEqualTo(403);
        }
        assertThat(Api.citizen("c-1").get("/v1/receipts").status()).isEqualTo(403);
        assertThat(Api.withToken(null).get("/v1/receipts").status()).isEqualTo(401);
        var elsewhere = Api.as("cashier", "H03.02");
        assertThat(close(elsewhere, line, "refund", Api.key(), refund("PAID_TWICE"))
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere.get("/v1/receipts?agency=H03.01").status()).isEqualTo(403);
        assertThat(elsewhere
                        .get("/v1/receipts?dossier=" + line.path("dossier").asText())
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void whatIsWrongWithARefundIsNamed() {
        var line = receipts(paidAtTheCounter()).get(0);
        for (var body : List.of(
                "{}",
                "{\"reference\": \"B\"}",
                "{\"reason\": \"PAID_TWICE\"}",
                "{\"reference\": \"B\", \"reason\": \"WAR_MERIT\"}",
                "{\"reference\": \"B\", \"reason\": \"NO_SUCH_REASON\"}",
                "{\"reference\": \"" + "x".repeat(101) + "\", \"reason\": \"PAID_TWICE\"}")) {
            assertThat(close(cashier, line, "refund", Api.key(), body).status())
                    .as(body)
                    .isEqualTo(422);
        }
        assertThat(close(cashier, line, "refund", Api.key(), CashdeskExamples.REFUND)
                        .status())
                .isEqualTo(200);
        var other = receipts(paidAtTheCounter()).get(0);
        assertThat(close(cashier, other, "refund", Api.key(), CashdeskExamples.REFUND)
                        .status())
                .as("one way back for one payment")
                .isEqualTo(422);
        assertThat(cashier.get("/v1/receipts?cursor=x").status()).isEqualTo(400);
        assertThat(cashier.get("/v1/receipts?limit=0").status()).isEqualTo(400);
        assertThat(cashier.get("/v1/receipts?dossier=x").status()).isEqualTo(400);
    }

    @Test
    void aResultIsHandedOverOnceItsFeesArePaid() {
        var immediate = reception.open(OPENING);
        var begun = reception.step(immediate.id(), "processing", immediate.etag(), "{}");
        var completed = completed(begun);
        assertThat(reception
                        .get("/v1/dossiers/" + completed.id())
                        .body()
                        .path("nextSteps")
                        .findValuesAsText("step"))
                .doesNotContain("return");
        var barred = reception.step(
                completed.id(), "return", completed.etag(), "{\"via\": \"COUNTER\", \"identityChecked\": true}");
        assertThat(barred.status()).isEqualTo(409);
        assertThat(barred.text("reason")).isEqualTo("FEES_OUTSTANDING");

        var paid = cashier.step(completed.id(), "payment", completed.etag(), cash());
        assertThat(paid.status()).as(String.valueOf(paid.body())).isEqualTo(200);
        assertThat(paid.text("status")).isEqualTo("COMPLETED");
        var returned =
                reception.step(paid.id(), "return", paid.etag(), "{\"via\": \"COUNTER\", \"identityChecked\": true}");
        assertThat(returned.text("status")).isEqualTo("RETURNED");
    }

    private Answer completed(Answer begun) {
        var officer = Api.as("officer", JUSTICE);
        var clerk = Api.as("clerk", JUSTICE);
        var at = begun;
        for (var who : List.of(leader, officer, leader, leader, clerk)) {
            at = who.step(at.id(), "forwarding", at.etag(), "{}");
            assertThat(at.status()).as(String.valueOf(at.body())).isEqualTo(200);
        }
        var done = reception.step(
                at.id(), "completion", at.etag(), "{\"outcome\": \"GRANTED\", \"resultReference\": \"1/KQ\"}");
        assertThat(done.status()).as(String.valueOf(done.body())).isEqualTo(200);
        return done;
    }

    private Answer asked() {
        var accepted = reception.open(OPENING);
        return cashier.step(accepted.id(), "payment-request", accepted.etag(), "{}");
    }

    private Answer paidAtTheCounter() {
        var accepted = reception.open(OPENING);
        var paid = cashier.step(accepted.id(), "payment", accepted.etag(), cash());
        assertThat(paid.status()).as(String.valueOf(paid.body())).isEqualTo(200);
        assertThat(paid.text("status")).isEqualTo("ACCEPTED");
        return paid;
    }

    private List<JsonNode> receipts(Answer dossier) {
        var found = cashier.get("/v1/receipts?dossier=" + dossier.id()).body().path("items");
        return List.of(found.get(0));
    }

    private static boolean isOf(JsonNode item, Answer dossier) {
        return item.path("dossier").asText().equals(dossier.id());
    }

    private static Answer close(Api who, JsonNode line, String how, String key, String body) {
        return Api.send(request(who, line, how, key, body));
    }

    private static HttpRequest.Builder request(Api who, JsonNode line, String how, String key, String body) {
        return who.post("/v1/receipts/" + line.path("id").asText() + "/" + how, body)
                .header("Idempotency-Key", key);
    }

    private static String refund(String reason) {
        return "{\"reference\": \"%s\", \"reason\": \"%s\"}".formatted(number(), reason);
    }

    private static String cash() {
        return "{\"reference\": \"%s\", \"amount\": %d, \"method\": \"CASH\"}".formatted(number(), FEE);
    }

    private static String number() {
        return "R-" + UUID.randomUUID();
    }
}
