package vn.motcua.dossier.cashdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.casework.Timers;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** What the payment gateway tells, doubled, in any order, at once, late, wrong and unsigned: one confirmation, and every đồng on a list or in a bill. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class GatewayIT {

    @Inject
    Timers timers;

    /** Five working days; a fee of 200,000 that is paid afterwards. */
    private static final String OPENING = """
            {"procedure": "1.900108", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "decision": "ACCEPT"}""";

    private static final long FEE = 200_000;
    private static final String PAID_AT = "2022-06-08T10:00:00+07:00";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api cashier = Api.as("cashier", JUSTICE);
    private final Api province = Api.as("cashier", "H03");

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void whatTheGatewayConfirmsLetsTheClockGoOnAndIsInTheBill() {
        var accepted = reception.open(OPENING);
        assertThat(fees(accepted).path("state").asText()).isEqualTo("UNPAID");
        assertThat(fees(accepted).path("timing").asText()).isEqualTo("POSTPAID");
        assertThat(fees(accepted).path("outstanding").asLong()).isEqualTo(FEE);
        assertThat(fees(accepted).path("lines").get(0).path("name").asText()).isEqualTo("Phí thẩm định");

        var asked = asked(accepted);
        assertThat(asked.text("status")).isEqualTo("PAYMENT_REQUIRED");
        assertThat(fees(asked).path("state").asText()).isEqualTo("PENDING");
        var reference = reference(asked);
        assertThat(cashier.get("/v1/payments/" + reference).text("state")).isEqualTo("OPEN");

        BusinessDay.standAt("2022-06-10T09:00");
        assertThat(PayingGateway.paid(reference, number(), FEE, "2022-06-09T17:00:00+07:00")
                        .status())
                .isEqualTo(204);
        var paid = cashier.get("/v1/dossiers/" + asked.id());
        assertThat(paid.text("status")).isEqualTo("ACCEPTED");
        assertThat(paid.text("dueAt")).as("two working days later").isEqualTo("2022-06-17T02:00:00Z");
        assertThat(fees(paid).path("state").asText()).isEqualTo("PAID");
        assertThat(fees(paid).path("outstanding").asLong()).isZero();
        assertThat(cashier.get("/v1/payments/" + reference).text("state")).isEqualTo("PAID");
        assertThat(Tables.text(
                        "select data::json->>'paidAt' from event where subject = ?::uuid and type like '%confirmed%'",
                        asked.id()))
                .isEqualTo("2022-06-09T10:00:00Z");
        assertThat(officer.step(paid.id(), "processing", asked.etag(), "{}").status())
                .as("whoever has not seen the payment sees it first")
                .isEqualTo(412);
    }

    /** Every order of: paid, the same again, a failure, another amount, paid once more by another movement. */
    @Test
    void whateverTheOrderOneMovementSettlesItAndTheOthersAreLookedAt() {
        for (var order : permutations(List.of(0, 1, 2, 3, 4))) {
            var asked = asked(reception.open(OPENING));
            var reference = reference(asked);
            var first = number();
            var bodies = List.of(
                    PayingGateway.body(reference, first, FEE, PAID_AT, "PAID"),
                    PayingGateway.body(reference, first, FEE, PAID_AT, "PAID"),
                    PayingGateway.body(reference, number(), FEE, PAID_AT, "FAILED"),
                    PayingGateway.body(reference, number(), FEE - 1, PAID_AT, "PAID"),
                    PayingGateway.body(reference, number(), FEE, PAID_AT, "PAID"));

            for (int which : order) {
                assertThat(Api.send(PayingGateway.signed(bodies.get(which))).status())
                        .as("%s: %d", order, which)
                        .isEqualTo(204);
            }

            assertThat(PayingGateway.facts(asked.id(), "payment-confirmed"))
                    .as("%s", order)
                    .isEqualTo(1);
            assertThat(PayingGateway.verdicts(reference))
                    .as("%s", order)
                    .containsExactlyInAnyOrder("SETTLED", "MISMATCH", "SECOND");
            assertThat(Tables.text("select status from dossier where id = ?::uuid", asked.id()))
                    .as("%s", order)
                    .isEqualTo("ACCEPTED");
        }
    }

    @Test
    void whatComesAtOneInstantIsConfirmedOnce() {
        for (int round = 0; round < 15; round++) {
            var asked = asked(reception.open(OPENING));
            var reference = reference(asked);
            var same = PayingGateway.body(reference, number(), FEE, PAID_AT, "PAID");
            var calls = new ArrayList<CompletableFuture<Answer>>();
            for (int i = 0; i < 4; i++) {
                calls.add(Api.sendAsync(PayingGateway.signed(same)));
                calls.add(Api.sendAsync(
                        PayingGateway.signed(PayingGateway.body(reference, number(), FEE, PAID_AT, "PAID"))));
            }
            calls.forEach(call -> assertThat(call.join().status()).isEqualTo(204));

            assertThat(PayingGateway.facts(asked.id(), "payment-confirmed")).isEqualTo(1);
            assertThat(PayingGateway.verdicts(reference))
                    .containsExactlyInAnyOrder("SETTLED", "SECOND", "SECOND", "SECOND", "SECOND");
        }
    }

    /** The citizen withdraws, the cashier takes cash and the gateway confirms, all at once: nothing is settled twice, and nothing is lost. */
    @Test
    void aPaymentThatMeetsAnotherStepIsEitherInTheBillOrOnTheList() {
        for (int round = 0; round < 15; round++) {
            var asked = asked(reception.open(OPENING));
            var reference = reference(asked);
            var receipt = number();
            var withdrawal =
                    Api.sendAsync(reception.stepRequest(asked.id(), "withdrawal", asked.etag(), Api.key(), "{}"));
            var cash =
                    Api.sendAsync(cashier.stepRequest(asked.id(), "payment", asked.etag(), Api.key(), cash(receipt)));
            var online =
                    Api.sendAsync(PayingGateway.signed(PayingGateway.body(reference, number(), FEE, PAID_AT, "PAID")));

            assertThat(online.join().status()).isIn(204, 503);
            assertThat(withdrawal.join().status()).isIn(200, 412, 503);
            assertThat(cash.join().status()).isIn(200, 409, 412, 503);
            var confirmed = PayingGateway.facts(asked.id(), "payment-confirmed");
            assertThat(confirmed).isLessThanOrEqualTo(1);
            assertThat(Tables.number(
                            "select count(*) from receipt where dossier_id = ?::uuid and verdict = 'SETTLED'",
                            asked.id()))
                    .isEqualTo(confirmed);
            if (online.join().status() == 204) {
                assertThat(PayingGateway.verdicts(reference)).hasSize(1);
            }
            if (Tables.text("select status from dossier where id = ?::uuid", asked.id())
                    .equals("WITHDRAWN")) {
                assertThat(Tables.number(
                                "select count(*) from receipt where dossier_id = ?::uuid and verdict = 'SETTLED' and due_back_at is null",
                                asked.id()))
                        .as("what was paid is due back")
                        .isZero();
            }
        }
    }

    @Test
    void whatTheGatewayDidNotSignChangesNothing() {
        var asked = asked(reception.open(OPENING));
        var body = PayingGateway.body(reference(asked), number(), FEE, PAID_AT, "PAID");
        var genuine = PayingGateway.signature(PayingGateway.KEY, body);
        var before = Tables.number("select count(*) from receipt");

        refused(body, null);
        refused(body, "");
        refused(body, "sha256=");
        refused(body, "sha256=" + "0".repeat(64));
        refused(body, "sha256=" + "g".repeat(64));
        refused(body, genuine.substring("sha256=".length()));
        refused(body, genuine.substring(0, genuine.length() - 1));
        refused(body, PayingGateway.signature("another-key-0123456789abcdef0123456", body));
        refused(body + " ", genuine);
        refused(body.replace("200000", "200001"), genuine);

        assertThat(Tables.number("select count(*) from receipt")).isEqualTo(before);
        assertThat(PayingGateway.facts(asked.id(), "payment-confirmed")).isZero();
        assertThat(Api.send(PayingGateway.signed(body, PayingGateway.signature(PayingGateway.KEY_BEFORE, body)))
                        .status())
                .as("the key before is still taken")
                .isEqualTo(204);
        assertThat(PayingGateway.facts(asked.id(), "payment-confirmed")).isEqualTo(1);
    }

    @Test
    void whatNobodyKnowsIsTheProvincesToLookAt() {
        assertThat(Api.send(PayingGateway.signed(CashdeskExamples.CALLBACK)).status())
                .isEqualTo(204);
        var number = number();
        assertThat(PayingGateway.paid("0000000000000000", number, FEE, PAID_AT).status())
                .isEqualTo(204);

        assertThat(listed(province)).contains(number);
        assertThat(listed(cashier)).doesNotContain(number);
    }

    @Test
    void whatCameAfterItsEndMovesNothingAndIsOnTheList() {
        var asked = asked(reception.open(OPENING));
        BusinessDay.standAt("2022-07-20T09:00");
        var number = number();
        assertThat(PayingGateway.paid(reference(asked), number, FEE, "2022-07-20T08:00:00+07:00")
                        .status())
                .isEqualTo(204);
        assertThat(PayingGateway.verdicts(reference(asked))).containsExactly("LATE");
        assertThat(PayingGateway.facts(asked.id(), "payment-confirmed")).isZero();
        assertThat(listed(cashier)).contains(number);

        var stopped = officer.step(asked.id(), "stop", asked.etag(), "{}");
        assertThat(stopped.text("reason")).isEqualTo("PAYMENT_EXPIRED");
        assertThat(fees(stopped).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(PayingGateway.paid(reference(asked), number(), FEE, PAID_AT).status())
                .as("paid in time, told too late")
                .isEqualTo(204);
        assertThat(PayingGateway.verdicts(reference(asked))).containsExactly("LATE", "LATE");
        assertThat(cashier.get("/v1/payments/" + reference(asked)).text("state"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void whatWasPaidInTimeCountsAlthoughItIsToldAfterTheDeadline() {
        var asked = asked(reception.open(OPENING));
        var lastMoment = Instant.parse(asked.body().at("/awaiting/deadline").asText());
        BusinessDay.standAt(LocalDateTime.ofInstant(lastMoment.plusSeconds(2), DossierCode.ZONE)
                .toString());
        timers.ring();

        assertThat(PayingGateway.paid(reference(asked), number(), FEE, PAID_AT).status())
                .isEqualTo(204);

        assertThat(PayingGateway.verdicts(reference(asked))).containsExactly("SETTLED");
        assertThat(officer.get("/v1/dossiers/" + asked.id()).text("status")).isEqualTo("ACCEPTED");
    }

    @Test
    void whatNobodyHasToldOfADayLaterIsStopped() {
        var asked = asked(reception.open(OPENING));
        var lastMoment = Instant.parse(asked.body().at("/awaiting/deadline").asText());
        BusinessDay.standAt(
                LocalDateTime.ofInstant(lastMoment.plus(Duration.ofHours(24)).plusSeconds(2), DossierCode.ZONE)
                        .toString());
        timers.ring();

        assertThat(officer.get("/v1/dossiers/" + asked.id()).text("reason")).isEqualTo("PAYMENT_EXPIRED");
    }

    @Test
    void whatTheCashierTookIsNotPaidOnceMore() {
        var asked = asked(reception.open(OPENING));
        var taken = cashier.step(asked.id(), "payment", asked.etag(), cash(number()));
        assertThat(taken.status()).as(String.valueOf(taken.body())).isEqualTo(200);

        assertThat(PayingGateway.paid(reference(asked), number(), FEE, PAID_AT).status())
                .isEqualTo(204);

        assertThat(PayingGateway.verdicts(reference(asked))).containsExactly("SECOND");
        assertThat(PayingGateway.facts(asked.id(), "payment-confirmed")).isEqualTo(1);
    }

    @Test
    void oneReceiptNumberPaysOneDossierOnce() {
        var receipt = number();
        var first = asked(reception.open(OPENING));
        var second = asked(reception.open(OPENING));
        var key = Api.key();
        assertThat(cashier.step(first.id(), "payment", first.etag(), key, cash(receipt))
                        .status())
                .isEqualTo(200);
        assertThat(cashier.step(first.id(), "payment", first.etag(), key, cash(receipt))
                        .status())
                .as("the same request again")
                .isEqualTo(200);

        var twice = cashier.step(second.id(), "payment", second.etag(), cash(receipt));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text("reason")).isEqualTo("REFERENCE_KNOWN");
        assertThat(Tables.text("select status from dossier where id = ?::uuid", second.id()))
                .isEqualTo("PAYMENT_REQUIRED");
    }

    /** Every agency's book begins at one. */
    @Test
    void twoAgenciesMayHaveReceiptsOfTheSameNumber() {
        var receipt = number();
        var here = asked(reception.open(OPENING));
        var there = Api.as("reception", "H03.02")
                .open(OPENING.replace("1.900108", "1.900201").replace("H03.01", "H03.02"));
        var cashierThere = Api.as("cashier", "H03.02");
        var owing = cashierThere.step(there.id(), "payment-request", there.etag(), "{\"amount\": " + FEE + "}");
        assertThat(owing.status()).as(String.valueOf(owing.body())).isEqualTo(200);

        assertThat(cashier.step(here.id(), "payment", here.etag(), cash(receipt))
                        .status())
                .isEqualTo(200);
        assertThat(cashierThere
                        .step(there.id(), "payment", owing.etag(), cash(receipt))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void eachGatewayIsKnownByItsKeyAndNumbersItsOwnMovements() {
        var number = number();
        var ours = asked(reception.open(OPENING));
        var theirs = asked(reception.open(OPENING));

        assertThat(PayingGateway.paid(reference(ours), number, FEE, PAID_AT).status())
                .isEqualTo(204);
        assertThat(PayingGateway.paidNationally(reference(theirs), number, FEE, PAID_AT)
                        .status())
                .isEqualTo(204);
        assertThat(PayingGateway.paidNationally(reference(theirs), number, FEE, PAID_AT)
                        .status())
                .as("told again")
                .isEqualTo(204);

        assertThat(gatewayTold(ours)).isEqualTo("PROVINCIAL");
        assertThat(gatewayTold(theirs)).isEqualTo("NATIONAL");
        assertThat(PayingGateway.verdicts(reference(theirs))).containsExactly("SETTLED");
        var receipts = cashier.get("/v1/receipts?dossier=" + theirs.id()).body().path("items");
        assertThat(receipts.findValuesAsText("gateway")).containsExactly("NATIONAL");
    }

    private static String gatewayTold(Answer dossier) {
        return Tables.text(
                "select data::json->>'gateway' from event where subject = ?::uuid and type like '%confirmed%'",
                dossier.id());
    }

    @Test
    void aMovementToldInOtherWordsIsNoRepeat() {
        var asked = asked(reception.open(OPENING));
        var number = number();
        PayingGateway.paid(reference(asked), number, FEE, PAID_AT);

        var differs = PayingGateway.paid(reference(asked), number, FEE + 1, PAID_AT);
        assertThat(differs.status()).isEqualTo(409);
        assertThat(differs.text("reason")).isEqualTo("TRANSACTION_DIFFERS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{}",
                "{\"reference\": 7}",
                "{\"reference\": \"a b\", \"transaction\": \"t\", \"amount\": 1, \"paidAt\": \"2022-06-08T10:00:00Z\", \"outcome\": \"PAID\"}",
                "{\"reference\": \"r\", \"transaction\": \"t\\u0000\", \"amount\": 1, \"paidAt\": \"2022-06-08T10:00:00Z\", \"outcome\": \"PAID\"}",
                "{\"reference\": \"r\", \"transaction\": \"t\", \"amount\": \"1\", \"paidAt\": \"2022-06-08T10:00:00Z\", \"outcome\": \"PAID\"}",
                "{\"reference\": \"r\", \"transaction\": \"t\", \"amount\": 1.5, \"paidAt\": \"2022-06-08T10:00:00Z\", \"outcome\": \"PAID\"}",
                "{\"reference\": \"r\", \"transaction\": \"t\", \"amount\": 0, \"paidAt\": \"2022-06-08T10:00:00Z\", \"outcome\": \"PAID\"}",
                "{\"reference\": \"r\", \"transaction\": \"t\", \"amount\": 1, \"paidAt\": \"2022-06-08\", \"outcome\": \"PAID\"}",
                "{\"reference\": \"r\", \"transaction\": \"t\", \"amount\": 1, \"paidAt\": \"2022-06-08T10:00:00Z\", \"outcome\": \"PERHAPS\"}"
            })
    void whatIsNoCallBackIsMalformedAlthoughItIsSigned(String body) {
        var answer = Api.send(PayingGateway.signed(body));

        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed");
    }

    @Test
    void aCallBackIsNoPlaceForLargeBodies() {
        var large = "{\"note\": \"" + "x".repeat(20_000) + "\"}";
        assertThat(Api.send(PayingGateway.signed(large)).status()).isEqualTo(413);
        var unannounced = Api.withToken(null)
                .request("/v1/gateway/callbacks")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[40_000])));
        assertThat(Api.send(unannounced).status()).isEqualTo(413);
    }

    @Test
    void onlyAllThatIsOutstandingIsAskedFor() {
        var accepted = reception.open(OPENING);
        for (var amount : List.of(1L, FEE - 1, FEE + 1)) {
            var answer =
                    officer.step(accepted.id(), "payment-request", accepted.etag(), "{\"amount\": " + amount + "}");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text("reason")).isEqualTo("NOT_OUTSTANDING");
        }
        var less = officer.step(
                accepted.id(),
                "payment-request",
                accepted.etag(),
                "{\"reliefs\": [{\"fee\": \"PHI\", \"reduction\": 150000, \"reason\": \"POOR_HOUSEHOLD\"}]}");
        assertThat(less.status()).as(String.valueOf(less.body())).isEqualTo(200);
        assertThat(less.body().path("awaiting").path("amount").asLong()).isEqualTo(50_000);
        assertThat(fees(less).path("lines").get(0).path("relief").asText()).isEqualTo("POOR_HOUSEHOLD");
        assertThat(PayingGateway.paid(reference(less), number(), 50_000, PAID_AT)
                        .status())
                .isEqualTo(204);
        assertThat(fees(cashier.get("/v1/dossiers/" + less.id())).path("state").asText())
                .isEqualTo("PAID");
    }

    private Answer asked(Answer dossier) {
        var asked = cashier.step(dossier.id(), "payment-request", dossier.etag(), "{}");
        assertThat(asked.status()).as(String.valueOf(asked.body())).isEqualTo(200);
        return asked;
    }

    private static String cash(String receipt) {
        return "{\"reference\": \"%s\", \"amount\": %d, \"method\": \"CASH\"}".formatted(receipt, FEE);
    }

    private static void refused(String body, String signature) {
        var answer = Api.send(PayingGateway.signed(body, signature));
        assertThat(answer.status()).as(signature).isEqualTo(401);
    }

    private static List<String> listed(Api who) {
        return PayingGateway.listed(who).stream()
                .map(item -> item.path("transaction").asText())
                .toList();
    }

    private static JsonNode fees(Answer dossier) {
        return dossier.body().path("fees");
    }

    private static String reference(Answer asked) {
        return fees(asked).path("request").asText();
    }

    private static String number() {
        return "GW-" + NUMBERS.incrementAndGet();
    }

    private static List<List<Integer>> permutations(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var first : of) {
            var rest = new ArrayList<>(of);
            rest.remove(first);
            for (var tail : permutations(rest)) {
                var one = new ArrayList<Integer>();
                one.add(first);
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
