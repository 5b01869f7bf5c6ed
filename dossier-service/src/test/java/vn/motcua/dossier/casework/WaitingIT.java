package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** Dossiers that wait for papers and payments, over HTTP, with the examples of the API's own description. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class WaitingIT {

    private final Api citizen = Api.citizen("c-17");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);
    private final Api cashier = Api.as("cashier", JUSTICE);

    @BeforeEach
    void onAMondayMorning() {
        BusinessDay.standAt("2022-06-06T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    /** The law's own example of a pause: five days from Monday, asked on Wednesday, full again on the Monday after. */
    @Test
    void whoIsAskedForPapersInProcessingHasTheWholeLimitAgainOnceTheyAreThere() {
        var dossier = processing();
        assertThat(dossier.text("dueAt")).isEqualTo("2022-06-20T02:00:00Z");

        BusinessDay.standAt("2022-06-08T10:00");
        var asked = reception.step(dossier.id(), "supplement-request", dossier.etag(), Examples.SUPPLEMENT_REQUEST);
        assertThat(asked.status()).as(String.valueOf(asked.body())).isEqualTo(200);
        assertThat(asked.text("status")).isEqualTo("SUPPLEMENT_REQUIRED");
        assertThat(asked.text("pausedSince")).isEqualTo("2022-06-08T03:00:00Z");
        assertThat(asked.body().path("awaiting").path("missing").get(1).asText())
                .isEqualTo("Bản sao giấy khai sinh");
        assertThat(asked.body().path("awaiting").path("deadline").asText()).isEqualTo("2022-06-22T16:59:59Z");

        var sent = citizen.step(asked.id(), "supplement", asked.etag(), Examples.SUPPLEMENT);
        assertThat(sent.status()).as(String.valueOf(sent.body())).isEqualTo(200);
        assertThat(sent.text("status")).isEqualTo("SUPPLEMENT_REQUIRED");
        assertThat(sent.body().path("components")).hasSize(3);
        assertThat(sent.body().path("awaiting").has("deadline")).isFalse();

        BusinessDay.standAt("2022-06-13T14:00");
        var full = reception.step(sent.id(), "supplement-confirmation", sent.etag(), Examples.TAKEN);
        assertThat(full.text("status")).isEqualTo("PROCESSING");
        assertThat(full.text("dueAt")).isEqualTo("2022-06-27T07:00:00Z");
        assertThat(full.body().has("pausedSince")).isFalse();
        assertThat(Histories.verdict(full.id()).intact()).isTrue();
        assertThat(Tables.text("select private_digest from dossier where id = ?::uuid", full.id()))
                .isEqualTo(Tables.text(
                        "select data::json->'dossier'->>'privateDigest' from event where subject = ?::uuid order by sequence desc limit 1",
                        full.id()));
    }

    /** Who has no account at the portal brings them: what has come in time is not stopped because nobody has looked at it by midnight. */
    @Test
    void papersThatAreBroughtToTheCounterOnTheLastDayHaveComeInTime() {
        var counter = reception.open(Examples.COUNTER);
        var begun = reception.step(counter.id(), "processing", counter.etag(), "{}");
        var asked = reception.step(begun.id(), "supplement-request", begun.etag(), Examples.SUPPLEMENT_REQUEST);
        BusinessDay.standAt("2022-06-22T16:50");
        assertThat(officer.step(asked.id(), "supplement", asked.etag(), Examples.SUPPLEMENT)
                        .status())
                .as("no officer's")
                .isEqualTo(403);
        assertThat(Api.as("reception", "H03.02")
                        .step(asked.id(), "supplement", asked.etag(), Examples.SUPPLEMENT)
                        .status())
                .as("nor another counter's")
                .isEqualTo(403);
        var brought = reception.step(asked.id(), "supplement", asked.etag(), Examples.SUPPLEMENT);
        assertThat(brought.status()).as(String.valueOf(brought.body())).isEqualTo(200);
        assertThat(brought.body().path("components").toString()).contains("CCCD");
        assertThat(brought.body().path("awaiting").has("deadline")).isFalse();
        assertThat(Tables.text("select wake_at::text from dossier where id = ?::uuid", brought.id()))
                .as("nothing rings at midnight")
                .isNull();

        BusinessDay.standAt("2022-06-24T09:00");
        var full = reception.step(brought.id(), "supplement-confirmation", brought.etag(), Examples.TAKEN);
        assertThat(full.text("status")).as(String.valueOf(full.body())).isEqualTo("PROCESSING");
    }

    /** Nobody can bring anything on a Sunday or at Tết, and what has not come is stopped for good. */
    @Test
    void aLastDayThatIsADayOffMovesToTheNextWorkingDay() {
        BusinessDay.standAt("2022-06-10T09:00");
        var byRule = reception.step(submitted().id(), "supplement-request", "\"1\"", "{\"missing\": [\"CCCD\"]}");
        assertThat(deadline(byRule)).as("thirty days later is Sunday 10 July").isEqualTo("2022-07-11T16:59:59Z");
        var named = reception.step(
                submitted().id(),
                "supplement-request",
                "\"1\"",
                "{\"missing\": [\"CCCD\"], \"deadline\": \"2022-06-18\"}");
        assertThat(deadline(named)).as("an officer named a Saturday").isEqualTo("2022-06-20T16:59:59Z");
        var asked = processing();
        var payment = officer.step(
                asked.id(), "payment-request", asked.etag(), "{\"amount\": 200000, \"deadline\": \"2022-09-01\"}");
        assertThat(deadline(payment)).as("the national day").isEqualTo("2022-09-05T16:59:59Z");
        var dossier = processing();
        assertThat(reception
                        .step(
                                dossier.id(),
                                "supplement-request",
                                dossier.etag(),
                                "{\"missing\": [\"CCCD\"], \"deadline\": \"2022-06-05\"}")
                        .status())
                .as("last Sunday is past")
                .isEqualTo(422);

        BusinessDay.standAt("2022-01-05T09:00");
        var beforeTet = reception.step(submitted().id(), "supplement-request", "\"1\"", "{\"missing\": [\"CCCD\"]}");
        assertThat(deadline(beforeTet)).as("thirty days later is in Tết").isEqualTo("2022-02-07T16:59:59Z");

        BusinessDay.standAt("2026-12-01T09:00");
        var unpublished = reception.step(
                submitted().id(),
                "supplement-request",
                "\"1\"",
                "{\"missing\": [\"CCCD\"], \"deadline\": \"2027-01-10\"}");
        assertThat(deadline(unpublished))
                .as("a Sunday of a year that nobody has published")
                .isEqualTo("2027-01-10T16:59:59Z");
    }

    @Test
    void papersAskedForBeforeAcceptanceAreAskedForOnceAndTheReplyIsDueAnewOnceTheyCome() {
        var submitted = citizen.open(Examples.ONLINE);
        var asked = reception.step(submitted.id(), "supplement-request", submitted.etag(), Examples.SUPPLEMENT_REQUEST);
        assertThat(asked.text("status")).isEqualTo("SUPPLEMENT_REQUIRED");
        assertThat(asked.body().has("pausedSince")).isFalse();

        BusinessDay.standAt("2022-06-07T09:00");
        var sent = citizen.step(asked.id(), "supplement", asked.etag(), Examples.SUPPLEMENT);
        assertThat(sent.text("status")).isEqualTo("SUBMITTED");
        assertThat(sent.text("replyDueAt")).isEqualTo("2022-06-08T02:00:00Z");

        var again = reception.step(sent.id(), "supplement-request", sent.etag(), Examples.SUPPLEMENT_REQUEST);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("reason")).isEqualTo("ASKED_ALREADY");
        assertThat(reception.step(sent.id(), "acceptance", sent.etag(), "{}").text("status"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void aSecondRequestIsTheLeadersAndNamesItsBasis() {
        var dossier = processing();
        var asked = reception.step(dossier.id(), "supplement-request", dossier.etag(), Examples.SUPPLEMENT_REQUEST);
        var full = officer.step(asked.id(), "supplement-confirmation", asked.etag(), "{}");

        var second = reception.step(full.id(), "supplement-request", full.etag(), Examples.SUPPLEMENT_REQUEST);
        assertThat(second.text("reason")).isEqualTo("LEADER_APPROVES");
        var bare = leader.step(full.id(), "supplement-request", full.etag(), Examples.SUPPLEMENT_REQUEST);
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.body().path("errors").get(0).path("pointer").asText()).isEqualTo("/legalBasis");
        var based = leader.step(
                full.id(),
                "supplement-request",
                full.etag(),
                "{\"missing\": [\"CCCD\"], \"legalBasis\": \"Luật Đất đai 45/2013, điều 195\", \"note\": \"hồ sơ gốc\"}");
        assertThat(based.status()).as(String.valueOf(based.body())).isEqualTo(200);
        assertThat(Tables.text(
                        "select note from event where subject = ?::uuid order by sequence desc limit 1", based.id()))
                .isEqualTo("Căn cứ: Luật Đất đai 45/2013, điều 195\nhồ sơ gốc");
    }

    @Test
    void aPaymentStopsTheClockUntilAllOfItIsThere() {
        var dossier = processing();
        BusinessDay.standAt("2022-06-08T09:00");
        var asked = officer.step(dossier.id(), "payment-request", dossier.etag(), Examples.PAYMENT_REQUEST);
        assertThat(asked.text("status")).isEqualTo("PAYMENT_REQUIRED");
        assertThat(asked.body().path("awaiting").path("amount").asLong()).isEqualTo(200_000);

        BusinessDay.standAt("2022-06-10T09:00");
        var less = cashier.step(
                asked.id(),
                "payment",
                asked.etag(),
                "{\"reference\": \"PAY-1\", \"amount\": 199999, \"method\": \"CASH\"}");
        assertThat(less.status()).isEqualTo(422);
        assertThat(less.body().path("errors").get(0).path("pointer").asText()).isEqualTo("/amount");
        var paid = cashier.step(asked.id(), "payment", asked.etag(), Examples.PAYMENT);
        assertThat(paid.status()).as(String.valueOf(paid.body())).isEqualTo(200);
        assertThat(paid.text("status")).isEqualTo("PROCESSING");
        assertThat(paid.text("dueAt")).as("two days later").isEqualTo("2022-06-22T02:00:00Z");
        assertThat(paid.text("originalDueAt")).isEqualTo("2022-06-20T02:00:00Z");

        var asksAgain = officer.step(paid.id(), "payment-request", paid.etag(), Examples.PAYMENT_REQUEST);
        var twice = cashier.step(asksAgain.id(), "payment", asksAgain.etag(), Examples.PAYMENT);
        assertThat(twice.text("reason")).isEqualTo("REFERENCE_KNOWN");
    }

    @Test
    void aLaterDateIsPromisedWithinWorkingHours() {
        var dossier = processing();
        for (var closed : new String[] {"2022-06-26T03:00", "2022-06-27T12:00", "2022-09-02T09:00"}) {
            var refused = leader.step(dossier.id(), "extension", dossier.etag(), extension(closed));
            assertThat(refused.status()).as(closed).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/dueAt");
        }
        var unknown = leader.step(dossier.id(), "extension", dossier.etag(), extension("2027-03-01T09:00"));
        assertThat(unknown.problem()).isEqualTo("calendar-not-published");

        var extended = leader.step(dossier.id(), "extension", dossier.etag(), extension("2022-06-27T09:00"));
        assertThat(extended.text("dueAt")).as(String.valueOf(extended.body())).isEqualTo("2022-06-27T02:00:00Z");
    }

    private static String extension(String local) {
        return "{\"dueAt\": \"" + local + ":00+07:00\", \"reason\": \"COMPLEX_MATTER\"}";
    }

    @Test
    void whatIsWrongWithARequestIsNamed() {
        var dossier = processing();
        for (var body : new String[] {
            "{}",
            "{\"missing\": []}",
            "{\"missing\": [null]}",
            "{\"missing\": [\"\"]}",
            "{\"missing\": [\"x\"], \"deadline\": \"2022-06-01\"}"
        }) {
            assertThat(reception
                            .step(dossier.id(), "supplement-request", dossier.etag(), body)
                            .status())
                    .as(body)
                    .isEqualTo(422);
        }
        for (var body : new String[] {"{}", "{\"amount\": 0}", "{\"amount\": -5}", "{\"amount\": 1000000000001}"}) {
            assertThat(officer.step(dossier.id(), "payment-request", dossier.etag(), body)
                            .status())
                    .as(body)
                    .isEqualTo(422);
        }
        assertThat(officer.step(dossier.id(), "payment-request", dossier.etag(), "{\"amount\": 1.5}")
                        .status())
                .isEqualTo(400);
        assertThat(officer.step(dossier.id(), "payment", dossier.etag(), Examples.PAYMENT)
                        .status())
                .as("no officer takes money")
                .isEqualTo(403);
        assertThat(cashier.step(dossier.id(), "payment", dossier.etag(), Examples.PAYMENT)
                        .text("reason"))
                .isEqualTo("NO_PAYMENT_ASKED");
    }

    private static String deadline(Answer asked) {
        return asked.body().path("awaiting").path("deadline").asText();
    }

    private Answer submitted() {
        return citizen.open(Examples.ONLINE);
    }

    private Answer processing() {
        var submitted = submitted();
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        return officer.step(accepted.id(), "processing", accepted.etag(), "{}");
    }
}
