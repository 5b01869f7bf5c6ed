package vn.motcua.dossier.cashdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** T01 of what is paid in advance: 40,000 before the submission, 20,000 afterwards. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class PrepaymentIT {

    private static final long BEFORE = 40_000;
    private static final String PAID_AT = "2022-06-08T09:10:00+07:00";

    private final Api citizen = Api.citizen("c-17");
    private final Api other = Api.citizen("c-18");
    private final Api reception = Api.as("reception", "H03.02");
    private final Api cashier = Api.as("cashier", "H03.02");

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:15");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aDossierComesInWithWhatWasPaidForIt() {
        var asked = ask(citizen, CashdeskExamples.PREPAYMENT);
        assertThat(asked.status()).as(String.valueOf(asked.body())).isEqualTo(201);
        assertThat(asked.text("state")).isEqualTo("OPEN");
        assertThat(asked.body().path("amount").asLong()).isEqualTo(BEFORE);
        var reference = asked.text("reference");

        var early = citizen.open(opening(reference));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("reason")).isEqualTo("PREPAYMENT_NOT_PAID");

        pay(reference);
        var opened = citizen.open(opening(reference));
        assertThat(opened.status()).as(String.valueOf(opened.body())).isEqualTo(201);
        var fees = opened.body().path("fees");
        assertThat(fees.path("paid").asLong()).isEqualTo(BEFORE);
        assertThat(fees.path("outstanding").asLong()).isEqualTo(20_000);
        assertThat(fees.path("timing").asText()).isEqualTo("PREPAID");
        assertThat(fees.path("state").asText()).isEqualTo("UNPAID");
        assertThat(citizen.get("/v1/payments/" + reference).text("dossier")).isEqualTo(opened.id());
        assertThat(Tables.text(
                        "select data::json->'prepaid'->>'amount' from event where subject = ?::uuid and sequence = 1",
                        opened.id()))
                .isEqualTo("40000");
        assertThat(Tables.text("select dossier_id from receipt where reference = ?", reference))
                .isEqualTo(opened.id());
    }

    @Test
    void withoutThePaymentNothingIsHandedInOnline() {
        var before = Tables.state();
        var none = citizen.open(opening(null));
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.problem()).isEqualTo("barred");
        assertThat(none.text("reason")).isEqualTo("PREPAYMENT_MISSING");
        for (var unknown : List.of("0000000000000000", "x", "' or 1=1")) {
            assertThat(citizen.open(opening(unknown)).text("reason")).isEqualTo("PREPAYMENT_UNKNOWN");
        }
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void aPaymentIsItsCitizensAndForItsProcedureOnly() {
        var reference = ask(citizen, CashdeskExamples.PREPAYMENT).text("reference");
        pay(reference);

        assertThat(other.open(opening(reference)).text("reason")).isEqualTo("PREPAYMENT_UNKNOWN");
        assertThat(other.get("/v1/payments/" + reference).status()).isEqualTo(404);
        assertThat(Api.as("cashier", "H03.01").get("/v1/payments/" + reference).status())
                .isEqualTo(404);
        assertThat(Api.as("operator", "H03").get("/v1/payments/" + reference).status())
                .isEqualTo(403);
        assertThat(cashier.get("/v1/payments/" + reference).status()).isEqualTo(200);
        var elsewhere =
                citizen.open(opening(reference).replace("1.900208", "1.900101").replace("H03.02", "H03.01"));
        assertThat(elsewhere.text("reason")).isEqualTo("PREPAYMENT_UNKNOWN");
    }

    @Test
    void aPaymentIsUsedByOneDossierWhateverComesAtOnce() {
        for (int round = 0; round < 10; round++) {
            var reference = ask(citizen, CashdeskExamples.PREPAYMENT).text("reference");
            pay(reference);
            var twin = Api.key();
            var calls = Stream.of(twin, twin, Api.key(), Api.key(), Api.key())
                    .map(key -> Api.sendAsync(
                            citizen.post("/v1/dossiers", opening(reference)).header("Idempotency-Key", key)))
                    .toList();
            var answers = calls.stream().map(call -> call.join()).toList();

            var ids = answers.stream()
                    .filter(answer -> answer.status() == 201)
                    .map(Answer::id)
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() != 201))
                    .allSatisfy(answer -> assertThat(answer.text("reason")).isEqualTo("PREPAYMENT_USED"));
            assertThat(Tables.text("select dossier_id from payment where reference = ?", reference))
                    .isEqualTo(ids.get(0));
        }
    }

    @Test
    void theSameSubmissionIsAnsweredAsTheFirstTime() {
        var reference = ask(citizen, CashdeskExamples.PREPAYMENT).text("reference");
        pay(reference);
        var key = Api.key();
        var first = Api.send(citizen.post("/v1/dossiers", opening(reference)).header("Idempotency-Key", key));
        var again = Api.send(citizen.post("/v1/dossiers", opening(reference)).header("Idempotency-Key", key));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void askingTwiceUnderOneKeyIsOnePayment() {
        var key = Api.key();
        var calls = Stream.generate(() -> citizen.post("/v1/payments", CashdeskExamples.PREPAYMENT)
                        .header("Idempotency-Key", key))
                .limit(4)
                .map(Api::sendAsync)
                .toList();
        assertThat(calls.stream().map(call -> call.join().text("reference")).distinct())
                .hasSize(1);
        var reused =
                Api.send(citizen.post("/v1/payments", CashdeskExamples.PREPAYMENT.replace("}", ", \"reliefs\": []}"))
                        .header("Idempotency-Key", key));
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.problem()).isEqualTo("key-reused");
    }

    @Test
    void whoIsExemptHandsInWithoutPayingAndTheReasonStays() {
        var reliefs = "\"reliefs\": [{\"fee\": \"PHI\", \"reason\": \"WAR_MERIT\"}]";
        var opened = citizen.open(opening(null).replace("\"channel\"", reliefs + ", \"channel\""));

        assertThat(opened.status()).as(String.valueOf(opened.body())).isEqualTo(201);
        assertThat(opened.body().path("fees").path("total").asLong()).isEqualTo(20_000);
        assertThat(opened.body()
                        .path("fees")
                        .path("lines")
                        .get(0)
                        .path("relief")
                        .asText())
                .isEqualTo("WAR_MERIT");

        var nothing = ask(citizen, CashdeskExamples.PREPAYMENT.replace("}", ", " + reliefs + "}"));
        assertThat(nothing.status()).as("nothing is left to pay").isEqualTo(422);
        var all = reliefs.replace("]", ", {\"fee\": \"LE_PHI\", \"reason\": \"WAR_MERIT\"}]");
        var exempt = citizen.open(opening(null).replace("\"channel\"", all + ", \"channel\""));
        assertThat(exempt.body().path("fees").path("timing").asText()).isEqualTo("EXEMPT");
        assertThat(exempt.body().path("fees").has("state")).isFalse();
    }

    @Test
    void whatWasPaidIsWhatHasToBePaid() {
        var reliefs = "\"reliefs\": [{\"fee\": \"PHI\", \"reduction\": 10000, \"reason\": \"DISABLED\"}]";
        var reference = ask(citizen, CashdeskExamples.PREPAYMENT.replace("}", ", " + reliefs + "}"))
                .text("reference");
        assertThat(PayingGateway.paid(reference, "PRE-" + UUID.randomUUID(), 30_000, PAID_AT)
                        .status())
                .isEqualTo(204);

        assertThat(citizen.open(opening(reference)).text("reason")).isEqualTo("PREPAYMENT_DIFFERS");
        var opened = citizen.open(opening(reference).replace("\"channel\"", reliefs + ", \"channel\""));
        assertThat(opened.status()).as(String.valueOf(opened.body())).isEqualTo(201);
    }

    @Test
    void whatIsWrongWithARequestIsNamed() {
        for (var body : List.of(
                "{}",
                "{\"procedure\": \"1.900208\"}",
                "{\"procedure\": \"9.999999\", \"agency\": \"H03.02\"}",
                "{\"procedure\": \"1.900208\", \"agency\": \"H03.01\"}",
                "{\"procedure\": \"1.900101\", \"agency\": \"H03.01\"}",
                "{\"procedure\": \"1.900208\", \"agency\": \"H03.02\", \"reliefs\": [{}]}",
                "{\"procedure\": \"1.900208\", \"agency\": \"H03.02\", \"reliefs\": [{\"fee\": \"X\", \"reason\": \"WAR_MERIT\"}]}",
                "{\"procedure\": \"1.900208\", \"agency\": \"H03.02\", \"reliefs\": [{\"fee\": \"PHI\", \"reason\": \"PAID_TWICE\"}]}",
                "{\"procedure\": \"1.900208\", \"agency\": \"H03.02\", \"reliefs\": [{\"fee\": \"PHI\", \"reduction\": 0, \"reason\": \"WAR_MERIT\"}]}")) {
            assertThat(ask(citizen, body).status()).as(body).isEqualTo(422);
        }
        assertThat(ask(citizen, "{\"amount\": 1}").status())
                .as("the amount is not theirs to say")
                .isEqualTo(400);
        assertThat(ask(reception, CashdeskExamples.PREPAYMENT).status()).isEqualTo(403);
        assertThat(ask(Api.withToken(null), CashdeskExamples.PREPAYMENT).status())
                .isEqualTo(401);
    }

    @Test
    void theGatewayThatTookTheMoneyIsToldWithTheDossierThatNamesIt() {
        var reference = ask(citizen, CashdeskExamples.PREPAYMENT).text("reference");
        assertThat(PayingGateway.paidNationally(reference, "PRE-" + UUID.randomUUID(), BEFORE, PAID_AT)
                        .status())
                .isEqualTo(204);

        var opened = citizen.open(opening(reference));

        assertThat(Tables.text(
                        "select data::json #>> '{prepaid,gateway}' from event where subject = ?::uuid and sequence = 1",
                        opened.id()))
                .isEqualTo("NATIONAL");
    }

    @Test
    void nobodyHoardsReferences() {
        var hoarder = Api.citizen("c-hoarder");
        for (int i = 0; i < 20; i++) {
            assertThat(ask(hoarder, CashdeskExamples.PREPAYMENT).status()).isEqualTo(201);
        }
        assertThat(ask(hoarder, CashdeskExamples.PREPAYMENT).text("reason")).isEqualTo("TOO_MANY_OPEN");
        BusinessDay.standAt("2022-06-09T09:16");
        assertThat(ask(hoarder, CashdeskExamples.PREPAYMENT).status())
                .as("the old ones have expired")
                .isEqualTo(201);
    }

    @Test
    void whatIsPaidAfterADayIsOnTheList() {
        var reference = ask(citizen, CashdeskExamples.PREPAYMENT).text("reference");
        BusinessDay.standAt("2022-06-10T09:15");
        assertThat(citizen.get("/v1/payments/" + reference).text("state")).isEqualTo("EXPIRED");

        PayingGateway.paid(reference, "PRE-" + UUID.randomUUID(), BEFORE, "2022-06-10T09:00:00+07:00");

        assertThat(PayingGateway.verdicts(reference)).containsExactly("LATE");
        assertThat(citizen.open(opening(reference)).text("reason")).isEqualTo("PREPAYMENT_NOT_PAID");
        assertThat(PayingGateway.listed(cashier).stream()
                        .map(item -> item.path("reference").asText()))
                .contains(reference);
    }

    private static void pay(String reference) {
        assertThat(PayingGateway.paid(reference, "PRE-" + UUID.randomUUID(), BEFORE, PAID_AT)
                        .status())
                .isEqualTo(204);
    }

    private static Answer ask(Api who, String body) {
        return Api.send(who.post("/v1/payments", body).header("Idempotency-Key", Api.key()));
    }

    private static String opening(String payment) {
        return """
                {"procedure": "1.900208", "agency": "H03.02", "channel": "ONLINE", "returnMethod": "COUNTER",
                 "applicant": {"name": "Nguyễn Thị Hoa"}%s}""".formatted(payment == null ? "" : ", \"payment\": \"" + payment + "\"");
    }
}
