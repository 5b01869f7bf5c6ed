package vn.motcua.dossier.sweeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.casework.Histories;
import vn.motcua.dossier.casework.Timers;
import vn.motcua.dossier.catalogue.CatalogueRoom;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/**
 * The Department of Planning has parts of dossiers of the Department of Justice when it is merged into the Department of Finance: they go on there,
 * due when they were, and nobody has to ask again.
 */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class PartsOfMergedAgenciesIT {

    private static final String JUSTICE = "H03.01";
    private static final String POLICE = "H03.03";
    private static final String PLANNING = "H03.02";
    private static final String FINANCE = "H03.10";
    private static final String ORDER = "{\"agency\": \"" + PLANNING + "\"}";

    private final Api admin = Api.as("admin", "H03");
    private final Api citizen = Api.citizen("c-17");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);
    private final Api planning = Api.as("officer", PLANNING);
    private final Api finance = Api.as("officer", FINANCE);

    @Inject
    CatalogueRoom room;

    @Inject
    Timers timers;

    @BeforeEach
    void beforeTheMerger() {
        BusinessDay.standAt("2025-02-25T09:00");
    }

    @AfterEach
    void tidy() throws Exception {
        publishMergers();
        BusinessDay.standAt("2025-03-04T10:00");
        ordered();
        BusinessDay.backToRealTime();
        room.tidy();
    }

    @Test
    void openPartsReceivedOrNotGoOnAtTheSuccessorWithTheirDates() throws IOException {
        var received = asked(PLANNING, 6);
        var seen = planning.get("/v1/dossiers/" + received.id());
        assertThat(planning.step(received.id(), "legs/1/receipt", seen.etag(), "{}")
                        .status())
                .isEqualTo(200);
        var unreceived = asked(PLANNING, 6);
        var due = leg(unreceived, 1).path("dueAt").asText();
        assertThat(due).isEqualTo("2025-03-05T02:00:00Z");

        merge();
        var done = ordered();

        assertThat(done.text("successor")).isEqualTo(FINANCE);
        assertThat(done.body().path("parts").asInt()).isEqualTo(2);
        for (var dossier : List.of(received, unreceived)) {
            assertThat(told(dossier, 1)).isEqualTo(PLANNING + " from 2025-02-25T02:00:00Z due " + due + " WITHDRAWN");
            assertThat(told(dossier, 2)).isEqualTo(FINANCE + " from 2025-03-03T02:00:00Z due " + due + " open");
            assertThat(leg(dossier, 2).path("after").asInt())
                    .as("it goes on with the first")
                    .isEqualTo(1);
            assertThat(leg(dossier, 2).has("receivedAt"))
                    .as("they have yet to acknowledge it")
                    .isFalse();
            assertThat(facts(dossier))
                    .endsWith("leg-withdrawn AGENCY_REORGANISED " + PLANNING, "leg-opened null " + FINANCE);
            assertThat(Histories.verdict(dossier.id()).intact()).isTrue();
        }
        assertThat(leg(received, 1).path("receivedAt").asText()).isEqualTo("2025-02-25T02:00:00Z");
        assertThat(leg(unreceived, 1).has("receivedAt")).isFalse();
        assertThat(ordered().body().path("parts").asInt())
                .as("what has gone does not go again")
                .isZero();
        assertThat(facts(received))
                .filteredOn(fact -> fact.startsWith("leg-opened"))
                .hasSize(2);
    }

    /** Whoever was asked for money, has paid in advance or has written is not left with an agency that is no more. */
    @Test
    void whatPeopleReportedAndWhatTheyPayGoOnAtTheSuccessor() throws IOException {
        var written = citizen.ask("/v1/feedback", Api.key(), """
                {"agency": "%s", "author": "Nguyễn Văn Mẫu", "text": "Cổng báo lỗi khi nộp hồ sơ."}""".formatted(PLANNING));
        assertThat(written.status()).as(String.valueOf(written.body())).isEqualTo(201);
        var due = written.text("dueAt");
        var prepaid =
                Api.send(citizen.post("/v1/payments", "{\"procedure\": \"1.900208\", \"agency\": \"" + PLANNING + "\"}")
                        .header("Idempotency-Key", Api.key()));
        assertThat(prepaid.status()).as(String.valueOf(prepaid.body())).isEqualTo(201);
        Tables.run(
                LocalInfrastructure.database(),
                "insert into receipt (source, transaction, reference, agency, amount, method, paid_at, recorded_at, verdict)"
                        + " values ('GATEWAY', gen_random_uuid()::text, 'strayed', ?, 1, 'ONLINE', now(), now(), 'LATE')",
                PLANNING);

        merge();
        var done = ordered();

        assertThat(done.body().path("feedback").asInt()).isPositive();
        assertThat(done.body().path("money").asInt()).isGreaterThanOrEqualTo(2);
        var there = Api.as("leader", FINANCE).get("/v1/feedback/" + written.id());
        assertThat(there.status()).isEqualTo(200);
        assertThat(there.text("dueAt")).as("owed until when it was").isEqualTo(due);
        assertThat(Api.as("leader", PLANNING)
                        .get("/v1/feedback/" + written.id())
                        .status())
                .isEqualTo(404);
        assertThat(Histories.verdict(written.id()).intact()).isTrue();
        assertThat(Tables.text("select agency from payment where reference = ?", prepaid.text("reference")))
                .isEqualTo(FINANCE);
        assertThat(Tables.column("select distinct agency from receipt where reference = 'strayed'"))
                .containsExactly(FINANCE);
        var again = ordered();
        assertThat(again.body().path("feedback").asInt()
                        + again.body().path("money").asInt())
                .isZero();
    }

    @Test
    void theSuccessorsOfficersSeeItInTheirQueueAcknowledgeAndFinishItAndTheOthersNoLonger() throws IOException {
        var dossier = asked(PLANNING, 6);
        var stale = planning.get("/v1/dossiers/" + dossier.id());
        assertThat(queue(finance)).doesNotContain(dossier.text("code"));

        merge();
        ordered();

        assertThat(queue(planning)).doesNotContain(dossier.text("code"));
        assertThat(planning.get("/v1/dossiers/" + dossier.id()).status()).isEqualTo(404);
        assertThat(planning.step(dossier.id(), "legs/1/completion", stale.etag(), "{\"outcome\": \"DONE\"}")
                        .status())
                .isIn(403, 404);
        assertThat(Api.as("officer", "H03.07")
                        .get("/v1/dossiers/" + dossier.id())
                        .status())
                .as("another department has nothing to do with it")
                .isEqualTo(404);
        assertThat(queue(finance)).contains(dossier.text("code"));
        var seen = finance.get("/v1/dossiers/" + dossier.id());
        assertThat(seen.body().path("nextSteps").findValuesAsText("href"))
                .containsExactly(
                        "/v1/dossiers/" + dossier.id() + "/legs/2/receipt",
                        "/v1/dossiers/" + dossier.id() + "/legs/2/completion");
        assertThat(leader.step(
                                dossier.id(),
                                "completion",
                                seen.etag(),
                                "{\"outcome\": \"GRANTED\", \"resultReference\": \"1/KQ\"}")
                        .text("reason"))
                .isEqualTo("PARTS_OPEN");

        var acknowledged = finance.step(dossier.id(), "legs/2/receipt", seen.etag(), "{}");
        assertThat(acknowledged.status())
                .as(String.valueOf(acknowledged.body()))
                .isEqualTo(200);
        var finished = finance.step(dossier.id(), "legs/2/completion", acknowledged.etag(), "{\"outcome\": \"DONE\"}");
        assertThat(finished.status()).as(String.valueOf(finished.body())).isEqualTo(200);
        assertThat(queue(finance)).doesNotContain(dossier.text("code"));
        assertThat(leader.get("/v1/dossiers/" + dossier.id())
                        .body()
                        .path("nextSteps")
                        .findValuesAsText("step"))
                .contains("completion");
    }

    @Test
    void aPartThatWaitsForTheMergedAgencysWaitsForItsSuccessorsAndTheirOwnWaitingPartIsOpenedAtTheSuccessor()
            throws IOException {
        var dossier = asked(PLANNING, 2);
        var second = officer.step(dossier.id(), "legs", dossier.etag(), part(POLICE, 1, 1));
        assertThat(second.status()).as(String.valueOf(second.body())).isEqualTo(200);
        var third = officer.step(dossier.id(), "legs", second.etag(), part(PLANNING, 1, 2));
        assertThat(third.status()).as(String.valueOf(third.body())).isEqualTo(200);

        merge();
        assertThat(ordered().body().path("parts").asInt())
                .as("only one is open")
                .isEqualTo(1);
        assertThat(leg(dossier, 2).path("after").asInt()).isEqualTo(4);
        assertThat(leg(dossier, 2).has("openedAt")).isFalse();

        finish(finance, dossier, 4, "{\"outcome\": \"DONE\", \"reason\": \"PART_WORKLOAD\"}");
        timers.ring();
        finish(Api.as("officer", POLICE), dossier, 2, "{\"outcome\": \"DONE\"}");
        timers.ring();

        assertThat(leg(dossier, 3).path("agency").path("code").asText())
                .as("nobody had it yet")
                .isEqualTo(FINANCE);
        assertThat(facts(dossier)).last().isEqualTo("leg-opened null " + FINANCE);
    }

    @Test
    void whatStoppedInTheMiddleGoesOnWhereItWasAndNoPartIsEverBetween() throws IOException {
        var dossiers = IntStream.range(0, 3).mapToObj(i -> asked(PLANNING, 6)).toList();
        merge();
        // The second half of a hand-over cannot be written: as if the service had died between the two.
        var stuck = dossiers.get(1);
        Tables.run(LocalInfrastructure.database(), """
                create or replace function no_second_half() returns trigger language plpgsql as $$
                begin raise exception 'gone'; end $$""");
        Tables.run(LocalInfrastructure.database(), """
                create trigger no_second_half before insert on event for each row
                when (new.subject = '%s' and new.type = 'vn.motcua.dossier.leg-opened.v1')
                execute function no_second_half()""".formatted(stuck.id()));
        try {
            assertThat(ordered().status()).isEqualTo(500);
            assertThat(told(stuck, 1)).as("not even the first half").endsWith("open");
            assertThat(facts(stuck)).doesNotContain("leg-withdrawn AGENCY_REORGANISED " + PLANNING);
            assertThat(queue(Api.as("officer", PLANNING))).contains(stuck.text("code"));
        } finally {
            Tables.run(LocalInfrastructure.database(), "drop trigger no_second_half on event");
            Tables.run(LocalInfrastructure.database(), "drop function no_second_half()");
        }

        assertThat(ordered().status()).isEqualTo(200);

        for (var dossier : dossiers) {
            assertThat(told(dossier, 2)).startsWith(FINANCE).endsWith("open");
            assertThat(facts(dossier))
                    .filteredOn(fact -> fact.startsWith("leg-"))
                    .hasSize(3);
            assertThat(Histories.verdict(dossier.id()).intact()).isTrue();
        }
    }

    @Test
    void onlyAnAdministratorOrdersItAndOnlyWhereSomebodyTookOver() throws IOException {
        var dossier = asked(PLANNING, 6);
        assertThat(ordered().text("reason")).isEqualTo("NO_SUCCESSOR");
        assertThat(told(dossier, 1)).endsWith("open");

        merge();

        for (var role : List.of("leader", "officer", "reception", "clerk", "cashier", "operator", "statistics")) {
            assertThat(Api.send(Api.as(role, "H03").post("/v1/reorganisations", ORDER))
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(Api.send(citizen.post("/v1/reorganisations", ORDER)).status())
                .isEqualTo(403);
        assertThat(told(dossier, 1)).endsWith("open");
    }

    private Answer asked(String agency, int days) {
        var submitted = citizen.open("""
                {"procedure": "1.900101", "agency": "%s", "channel": "ONLINE", "returnMethod": "COUNTER", "applicant": {"name": "Hoàng Văn Mẫu"}}""".formatted(JUSTICE));
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        var processing = officer.step(accepted.id(), "processing", accepted.etag(), "{}");
        var asked = officer.step(processing.id(), "legs", processing.etag(), part(agency, days, null));
        assertThat(asked.status()).as(String.valueOf(asked.body())).isEqualTo(200);
        return asked;
    }

    private static String part(String agency, int days, Integer after) {
        return "{\"agency\": \"%s\", \"task\": \"Cho ý kiến\", \"limit\": {\"amount\": %d, \"unit\": \"WORKING_DAYS\"}, \"after\": %s}"
                .formatted(agency, days, after);
    }

    private void finish(Api who, Answer dossier, int number, String how) {
        var seen = who.get("/v1/dossiers/" + dossier.id());
        var done = who.step(dossier.id(), "legs/" + number + "/completion", seen.etag(), how);
        assertThat(done.status()).as(String.valueOf(done.body())).isEqualTo(200);
    }

    private Answer ordered() {
        return Api.send(admin.post("/v1/reorganisations", ORDER));
    }

    private JsonNode leg(Answer dossier, int number) {
        for (var leg : leader.get("/v1/dossiers/" + dossier.id()).body().path("legs")) {
            if (leg.path("number").asInt() == number) {
                return leg;
            }
        }
        throw new AssertionError("no part " + number);
    }

    private String told(Answer dossier, int number) {
        var leg = leg(dossier, number);
        return leg.path("agency").path("code").asText() + " from "
                + leg.path("openedAt").asText() + " due " + leg.path("dueAt").asText() + " "
                + leg.path("outcome").asText("open");
    }

    private static List<String> queue(Api who) {
        return who.get("/v1/legs?limit=100").body().path("items").findValuesAsText("code");
    }

    /** The facts as they were published, in order, with the reason and whose part it is. */
    private static List<String> facts(Answer dossier) {
        return Tables.column("""
                select concat(split_part(type, '.', 4), ' ', coalesce(data::json ->> 'reasonCode', 'null'), ' ',
                  data::json -> 'leg' -> 'agency' ->> 'code')
                from event where subject = ?::uuid order by sequence""", dossier.id());
    }

    private void merge() throws IOException {
        publishMergers();
        BusinessDay.standAt("2025-03-03T09:00");
    }

    private void publishMergers() throws IOException {
        try (var in = PartsOfMergedAgenciesIT.class.getResourceAsStream("/catalogue/examples/mergers-2025.json")) {
            var file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var imported = Api.send(admin.post("/v1/catalogue/import?publish=true", file));
            assertThat(imported.status()).as(String.valueOf(imported.body())).isEqualTo(200);
        }
    }
}
