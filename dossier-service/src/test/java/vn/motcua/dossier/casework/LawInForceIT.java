package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/**
 * A province's lawyer changed every value of a profile; the running system does otherwise in each of them. What it does by the values of this build
 * the other tests say.
 */
@QuarkusTest
@TestProfile(LawInForceIT.AnotherLaw.class)
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class LawInForceIT {

    /** The profiles of this build, with another value in each place of the one of 2022, and the next one from another day. */
    public static class AnotherLaw implements QuarkusTestProfile {

        static final Map<String, Object> CHANGED = Map.ofEntries(
                Map.entry("replyHours", 4),
                Map.entry("supplementWithinDays", 1),
                Map.entry("supplementsMost", 2),
                Map.entry("supplementClockPolicy", "RESUME"),
                Map.entry("supplementDays", 10),
                Map.entry("prepaidBeforeSubmission", false),
                Map.entry("paymentClockPolicy", "RESTART"),
                Map.entry("paymentDays", 7),
                Map.entry("extensionsMost", 2),
                Map.entry("extensionNoticeDays", 3),
                Map.entry("dueSoonDays", 2),
                Map.entry("dueSoonHours", 4),
                Map.entry("sameDayUntil", "11:00"));

        /** The circulars the other way round. */
        private static void change(JsonNode forms) {
            is(forms.at("/0/forms"), "TT_03_2025");
            is(forms.at("/0/stopForm"), "STOP_NOTICE");
            is(forms.at("/1/formsFrom"), "2022-07-01");
            is(forms.at("/1/forms"), "TT_01_2018");
            is(forms.at("/1/stopForm"), "REFUSAL");
        }

        private static void is(JsonNode rule, String value) {
            ((ObjectNode) rule).put("value", value);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            try (var shipped = LawInForceIT.class.getResourceAsStream("/catalogue/legal-profiles.json")) {
                var json = new ObjectMapper();
                var law = json.readTree(shipped);
                var rules = law.at("/profiles/0/rules");
                CHANGED.forEach((rule, value) -> ((ObjectNode) rules.path(rule)).putPOJO("value", value));
                ((ObjectNode) law.at("/profiles/1")).put("validFrom", "2022-06-20");
                change(law.path("forms"));
                var file = Files.createTempFile("law", ".json");
                file.toFile().deleteOnExit();
                Files.write(file, json.writeValueAsBytes(law));
                return Map.of("motcua.legal-profiles", file.toString());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PAPERS = "{\"missing\": [\"CCCD\"]}";

    @Inject
    Waker waker;

    private final Api citizen = Api.citizen("c-17");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);
    private final Api cashier = Api.as("cashier", JUSTICE);

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:00");
        sweep();
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void theLawThatHoldsIsShownAndEveryValueOfItIsAnother() throws IOException {
        var law = Api.citizen("c-1").get("/v1/legal-profiles").body();
        var shown = law.at("/items/0/rules");
        var shipped = new ObjectMapper()
                .readTree(Files.readString(Path.of("src/main/resources/catalogue/legal-profiles.json")));

        assertThat(shown).hasSize(AnotherLaw.CHANGED.size());
        for (JsonNode rule : shown) {
            var name = rule.path("rule").asText();
            assertThat(rule.path("value").asText())
                    .isEqualTo(AnotherLaw.CHANGED.get(name).toString());
            assertThat(rule.path("value")).as(name).isNotEqualTo(shipped.at("/profiles/0/rules/" + name + "/value"));
        }
        assertThat(law.at("/forms/0/rules").findValuesAsText("value"))
                .containsExactly("2019-01-06", "TT_03_2025", "STOP_NOTICE");
        assertThat(law.at("/forms/1/rules").findValuesAsText("value"))
                .containsExactly("2022-07-01", "TT_01_2018", "REFUSAL");
    }

    @Test
    void anOnlineDossierIsAnsweredWithinFourWorkingHours() {
        assertThat(citizen.open(Examples.ONLINE).text("replyDueAt")).isEqualTo("2022-06-08T08:00:00Z");
    }

    @Test
    void receptionAsksForPapersWithinOneWorkingDay() {
        var dossier = processing();
        BusinessDay.standAt("2022-06-09T09:01");

        assertThat(reception
                        .step(dossier.id(), "supplement-request", dossier.etag(), PAPERS)
                        .text("reason"))
                .isEqualTo("LEADER_APPROVES");
    }

    @Test
    void papersAreAskedForTwiceAndAwaitedForTenDays() {
        var submitted = citizen.open(Examples.ONLINE);
        var asked = reception.step(submitted.id(), "supplement-request", submitted.etag(), PAPERS);
        assertThat(asked.body().at("/awaiting/deadline").asText())
                .as("the tenth day is a Saturday")
                .isEqualTo("2022-06-20T16:59:59Z");
        var sent = citizen.step(asked.id(), "supplement", asked.etag(), Examples.SUPPLEMENT);
        assertThat(offered(reception, sent)).contains("supplement-request");

        var again = reception.step(sent.id(), "supplement-request", sent.etag(), PAPERS);
        assertThat(again.text("status")).as(String.valueOf(again.body())).isEqualTo("SUPPLEMENT_REQUIRED");
        var sentAgain = citizen.step(again.id(), "supplement", again.etag(), Examples.SUPPLEMENT);
        assertThat(offered(reception, sentAgain)).doesNotContain("supplement-request");
        assertThat(reception
                        .step(sentAgain.id(), "supplement-request", sentAgain.etag(), PAPERS)
                        .text("reason"))
                .isEqualTo("ASKED_ALREADY");
    }

    @Test
    void fullPapersLetWhatWasLeftOfTheLimitRunOn() {
        var dossier = processing();
        var asked = reception.step(dossier.id(), "supplement-request", dossier.etag(), PAPERS);
        BusinessDay.standAt("2022-06-10T09:00");

        var full = officer.step(asked.id(), "supplement-confirmation", asked.etag(), "{}");

        assertThat(full.text("dueAt")).isEqualTo("2022-06-24T02:00:00Z");
        assertThat(full.text("originalDueAt")).as("the first promise stays").isEqualTo("2022-06-22T02:00:00Z");
        assertThat(last(full, "policy")).isEqualTo("RESUME");
    }

    @Test
    void aPaymentIsAwaitedForSevenDaysAndCountsTheLimitAnew() {
        var dossier = processing();
        BusinessDay.standAt("2022-06-08T10:00");
        var asked = cashier.step(dossier.id(), "payment-request", dossier.etag(), "{\"amount\": 200000}");
        assertThat(asked.body().at("/awaiting/deadline").asText()).isEqualTo("2022-06-15T16:59:59Z");
        BusinessDay.standAt("2022-06-09T10:00");

        var paid = cashier.step(asked.id(), "payment", asked.etag(), Examples.PAYMENT);

        assertThat(paid.text("dueAt")).as(String.valueOf(paid.body())).isEqualTo("2022-06-23T03:00:00Z");
        assertThat(paid.text("originalDueAt")).isEqualTo("2022-06-23T03:00:00Z");
        assertThat(Histories.verdict(paid.id()).intact()).isTrue();
    }

    /** By the values of this build it would be barred: {@code PrepaymentIT}. */
    @Test
    void whatIsPaidInAdvanceNeedNotBePaidBeforeAnOnlineSubmission() {
        var submitted = citizen.open("""
                {"procedure": "1.900208", "agency": "H03.02", "channel": "ONLINE", "returnMethod": "COUNTER",
                 "applicant": {"name": "Nguyễn Thị Hoa"}}""");

        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        assertThat(submitted.body().at("/fees/state").asText()).isEqualTo("UNPAID");
        assertThat(submitted.body().at("/fees/outstanding").asLong())
                .as("all of it is asked for later")
                .isEqualTo(60_000);
    }

    @Test
    void twoLaterDatesArePromisedAndTheOneToldLessThanThreeDaysBeforeIsSaidToBeLate() {
        var dossier = processing();
        BusinessDay.standAt("2022-06-19T09:00");
        var once = leader.step(dossier.id(), "extension", dossier.etag(), extension("2022-06-29T09:00:00+07:00"));
        assertThat(once.body().at("/extension/lateNotice").asBoolean()).isFalse();
        assertThat(last(once, "lateNotice")).isEqualTo("false");
        assertThat(offered(leader, once)).contains("extension");

        BusinessDay.standAt("2022-06-26T09:01");
        var twice = leader.step(once.id(), "extension", once.etag(), extension("2022-07-06T09:00:00+07:00"));

        assertThat(twice.text("dueAt")).as(String.valueOf(twice.body())).isEqualTo("2022-07-06T02:00:00Z");
        assertThat(twice.body().at("/extension/times").asInt()).isEqualTo(2);
        assertThat(twice.body().at("/extension/lateNotice").asBoolean()).isTrue();
        assertThat(twice.body().at("/extension/form").toString())
                .isEqualTo("{\"form\":\"APOLOGY\",\"number\":\"04\",\"act\":\"03/2025/TT-VPCP\"}");
        assertThat(last(twice, "lateNotice")).isEqualTo("true");
        assertThat(offered(leader, twice)).doesNotContain("extension");
        assertThat(leader.step(twice.id(), "extension", twice.etag(), extension("2022-07-13T09:00:00+07:00"))
                        .text("reason"))
                .isEqualTo("EXTENDED_ALREADY");
        var shown = leader.get("/v1/dossiers/" + twice.id() + "/history").body().toString();
        assertThat(shown).contains("\"lateNotice\":true");
    }

    @Test
    void theDateIsNearTwoDaysAndFourHoursBeforeOnceEachHoweverManyLook() {
        var dossiers = IntStream.range(0, 20).mapToObj(i -> processing()).toList();
        BusinessDay.standAt("2022-06-20T09:00");
        sweepTogether();
        for (var dossier : dossiers) {
            assertThat(warnings(dossier)).containsExactly("DAYS 2022-06-20 02:00:00");
        }

        BusinessDay.standAt("2022-06-21T15:00");
        sweepTogether();
        for (var dossier : dossiers) {
            assertThat(warnings(dossier)).containsExactly("DAYS 2022-06-20 02:00:00", "HOURS 2022-06-21 08:00:00");
        }
        sweep();
        assertThat(warnings(dossiers.get(0))).hasSize(2);
    }

    @Test
    void aServiceThatStoodStillSaysTheNearerWarningOnly() {
        var dossier = processing();
        BusinessDay.standAt("2022-06-21T16:00");

        sweepTogether();

        assertThat(warnings(dossier)).containsExactly("HOURS 2022-06-21 08:00:00");
    }

    @Test
    void paperReceivedAfterElevenGoesOnTheNextMorningAndItsSameDayResultIsDueTheNextDay() {
        var before = reception.open(Examples.COUNTER);
        assertThat(before.text("forwardBy")).isEqualTo("2022-06-08T10:00:00Z");
        assertThat(reception.open(atOnce(Examples.COUNTER)).text("dueAt")).isEqualTo("2022-06-08T10:00:00Z");

        BusinessDay.standAt("2022-06-08T11:00:01");
        var after =
                reception.open(Examples.COUNTER.replace("\"COUNTER\", \"returnMethod\"", "\"POST\", \"returnMethod\""));
        assertThat(after.text("forwardBy")).as(String.valueOf(after.body())).isEqualTo("2022-06-09T00:00:00Z");
        var next = reception.open(atOnce(Examples.COUNTER));
        assertThat(next.text("dueAt")).isEqualTo("2022-06-09T10:00:00Z");
        assertThat(reception.get("/v1/dossiers/" + next.id() + "/clock").body().toString())
                .contains("Due by the end of the working day; of the next one where it was received after 11:00.");

        var forwarded = reception.step(after.id(), "processing", after.etag(), "{}");
        assertThat(forwarded.body().has("forwardBy")).isFalse();
        var online = citizen.open(Examples.ONLINE);
        assertThat(reception
                        .step(online.id(), "acceptance", online.etag(), "{}")
                        .body()
                        .has("forwardBy"))
                .as("what came online is forwarded at once")
                .isFalse();
    }

    @Test
    void theFormsAreThoseOfTheOtherCircular() {
        var submitted = citizen.open(Examples.ONLINE);
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        assertThat(last(accepted, "form"))
                .isEqualTo("{\"act\":\"03/2025/TT-VPCP\",\"code\":\"RECEIPT\",\"templateNumber\":\"01\"}");
        var processing = officer.step(accepted.id(), "processing", accepted.etag(), "{}");
        assertThat(last(processing, "form"))
                .isEqualTo("{\"act\":\"03/2025/TT-VPCP\",\"code\":\"CONTROL_SLIP\",\"templateNumber\":\"06\"}");

        var stopped = leader.step(processing.id(), "stop", processing.etag(), Examples.STOP);

        assertThat(last(stopped, "form"))
                .as(String.valueOf(stopped.body()))
                .isEqualTo("{\"act\":\"03/2025/TT-VPCP\",\"code\":\"STOP_NOTICE\",\"templateNumber\":\"05\"}");
    }

    @Test
    void theFormsAreThoseOfTheDayAndNotOfTheDossiersProfile() {
        var dossier = processing();
        BusinessDay.standAt("2022-07-01T09:00");

        var stopped = leader.step(
                dossier.id(), "stop", dossier.etag(), "{\"reason\": \"COURT_DECISION\", \"resumable\": false}");

        assertThat(stopped.status()).as(String.valueOf(stopped.body())).isEqualTo(200);
        assertThat(profile(stopped)).isEqualTo("2022");
        assertThat(last(stopped, "form"))
                .isEqualTo("{\"act\":\"01/2018/TT-VPCP\",\"code\":\"REFUSAL\",\"templateNumber\":\"03\"}");
        assertThat(Histories.verdict(stopped.id()).intact()).isTrue();
    }

    @Test
    void aProfileHoldsFromTheDayThatTheFileSays() {
        var before = citizen.open(Examples.ONLINE);
        BusinessDay.standAt("2022-06-20T09:00");
        var after = citizen.open(Examples.ONLINE);

        assertThat(profile(before)).isEqualTo("2022");
        assertThat(profile(after)).isEqualTo("2025");
        assertThat(after.text("replyDueAt")).isEqualTo("2022-06-21T02:00:00Z");
    }

    private Answer processing() {
        var submitted = citizen.open(Examples.ONLINE);
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        return officer.step(accepted.id(), "processing", accepted.etag(), "{}");
    }

    private static String atOnce(String body) {
        return body.replace("1.900101", "1.900102");
    }

    private static String extension(String due) {
        return "{\"dueAt\": \"" + due + "\", \"reason\": \"COMPLEX_MATTER\"}";
    }

    private static List<String> offered(Api who, Answer dossier) {
        return who.get("/v1/dossiers/" + dossier.id()).body().path("nextSteps").findValuesAsText("step");
    }

    private static String profile(Answer dossier) {
        return Tables.text("select legal_profile from dossier where id = ?::uuid", dossier.id());
    }

    /** A field of the last fact. */
    private static String last(Answer dossier, String field) {
        return Tables.text(
                "select data::json->>'" + field + "' from event where subject = ?::uuid order by sequence desc limit 1",
                dossier.id());
    }

    private static List<String> warnings(Answer dossier) {
        return Tables.column(
                "select (data::json->>'warning') || ' ' || (time at time zone 'UTC')::text from event"
                        + " where subject = ?::uuid and type = 'vn.motcua.dossier.due-soon.v1' order by sequence",
                dossier.id());
    }

    private void sweep() {
        waker.sweep().await().atMost(PATIENCE);
    }

    /** As several instances do. */
    private void sweepTogether() {
        var sweeps = IntStream.range(0, 6).mapToObj(i -> waker.sweep()).toList();
        Uni.combine().all().unis(sweeps).discardItems().await().atMost(PATIENCE);
        sweep();
    }
}
