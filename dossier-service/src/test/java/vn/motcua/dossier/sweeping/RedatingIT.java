package vn.motcua.dossier.sweeping;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.sweeping.OpenDossiers.ADMIN;
import static vn.motcua.dossier.sweeping.OpenDossiers.BA_BE;
import static vn.motcua.dossier.sweeping.OpenDossiers.CITIZEN;
import static vn.motcua.dossier.sweeping.OpenDossiers.JUSTICE;
import static vn.motcua.dossier.sweeping.OpenDossiers.STORM;
import static vn.motcua.dossier.sweeping.OpenDossiers.accepted;
import static vn.motcua.dossier.sweeping.OpenDossiers.facts;
import static vn.motcua.dossier.sweeping.OpenDossiers.last;
import static vn.motcua.dossier.sweeping.OpenDossiers.now;
import static vn.motcua.dossier.sweeping.OpenDossiers.order;
import static vn.motcua.dossier.sweeping.OpenDossiers.others;
import static vn.motcua.dossier.sweeping.OpenDossiers.publish;
import static vn.motcua.dossier.sweeping.OpenDossiers.shown;
import static vn.motcua.dossier.sweeping.OpenDossiers.submitted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.casework.Histories;
import vn.motcua.dossier.casework.Timers;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.CatalogueRoom;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** A storm closes a district's counter: whatever has a date there moves, each dossier in a step of its own, once it is ordered. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class RedatingIT {

    @Inject
    CatalogueRoom room;

    @Inject
    Catalogue catalogue;

    @Inject
    Timers timers;

    @AfterEach
    void tidy() throws Exception {
        BusinessDay.backToRealTime();
        room.tidy();
    }

    @Test
    void aDayThatIsClosedMovesWhatWouldHaveRunThroughItOnceItIsOrdered() {
        BusinessDay.standAt("2022-06-08T09:00");
        var leader = Api.as("leader", BA_BE);
        var running = accepted("1.900602", BA_BE);
        var paused = paused(accepted("1.900602", BA_BE));
        var elsewhere = accepted("1.900602", "H03.31");
        assertThat(running.text("dueAt")).isEqualTo("2022-06-29T02:00:00Z");
        assertThat(shown(leader)).doesNotContain(running.text("code"), paused.text("code"));

        publish(STORM);

        assertThat(shown(leader)).contains(running.text("code"), paused.text("code"));
        assertThat(shown(leader)).doesNotContain(elsewhere.text("code"));
        assertThat(now(leader, running).text("dueAt")).as("only shown").isEqualTo("2022-06-29T02:00:00Z");
        assertThat(Api.as("leader", "H03.31")
                        .get("/v1/redatings?agency=" + BA_BE)
                        .status())
                .isEqualTo(403);

        var moved = Api.send(leader.post("/v1/redatings", "{\"agency\": \"" + BA_BE + "\"}"));
        assertThat(moved.status()).as(String.valueOf(moved.body())).isEqualTo(200);
        assertThat(moved.body().path("moved").asInt()).isGreaterThanOrEqualTo(2);
        var then = now(leader, running);
        assertThat(then.text("dueAt")).isEqualTo("2022-06-30T02:00:00Z");
        assertThat(then.text("originalDueAt")).isEqualTo("2022-06-29T02:00:00Z");
        assertThat(then.etag()).as("nobody's step became stale").isEqualTo(running.etag());
        assertThat(last(running)).isEqualTo("vn.motcua.dossier.due-date-changed.v1");
        assertThat(Histories.verdict(running.id()).intact()).isTrue();

        var again = Api.send(leader.post("/v1/redatings", "{\"agency\": \"" + BA_BE + "\"}"));
        assertThat(again.body().path("moved").asInt()).isZero();
        var clock = leader.get("/v1/dossiers/" + running.id() + "/clock");
        assertThat(clock.body().path("lines").findValuesAsText("kind")).containsExactly("START", "REDATE");
        assertThat(clock.body().path("lines").get(1).path("calendar").asText()).startsWith("civil-servants|1|");
        assertThat(clock.body().at("/lines/0/explanation/0").asText())
                .as("as it was counted then, by the calendar of then")
                .startsWith("15 working days counted from 09:00 08/06/2022 by calendar civil-servants|1")
                .endsWith("; due 09:00 29/06/2022.");
        assertThat(clock.body().at("/lines/0/explanation").size())
                .as("and day by day by the calendar of then")
                .isGreaterThan(3);
        assertThat(clock.body().at("/lines/1/explanation/0").asText())
                .startsWith("The calendar was changed afterwards; counted anew by calendar civil-servants|1|")
                .endsWith(": due 09:00 29/06/2022 before, now 09:00 30/06/2022.");
        assertThat(clock.body().at("/lines/1/explanation").size())
                .as("and day by day by that of now")
                .isGreaterThan(3);
    }

    /** One that would move into a year that nobody published holds no other back, and keeps its date. */
    @Test
    void whatCannotBeDatedIsNamedAndTheOthersMove() {
        BusinessDay.standAt("2026-12-09T09:00");
        var leader = Api.as("leader", BA_BE);
        var moves = accepted("1.900602", BA_BE);
        BusinessDay.standAt("2026-12-10T09:00");
        var stays = accepted("1.900602", BA_BE);
        assertThat(moves.text("dueAt")).isEqualTo("2026-12-30T02:00:00Z");
        assertThat(stays.text("dueAt")).isEqualTo("2026-12-31T02:00:00Z");

        publish(STORM.replace("2022-06-15", "2026-12-15"));

        var shown = leader.get("/v1/redatings?agency=" + BA_BE).body();
        assertThat(shown.path("items").findValuesAsText("code"))
                .contains(moves.text("code"))
                .doesNotContain(stays.text("code"));
        assertThat(shown.path("undated").toString()).contains(stays.text("code"));
        var order = Api.send(leader.post("/v1/redatings", "{\"agency\": \"" + BA_BE + "\"}"));
        assertThat(order.status()).as(String.valueOf(order.body())).isEqualTo(200);
        assertThat(order.body().path("undated").toString())
                .contains(stays.text("code"))
                .doesNotContain(moves.text("code"));
        assertThat(order.body().path("moved").asInt()).isPositive();
        assertThat(now(leader, moves).text("dueAt")).isEqualTo("2026-12-31T02:00:00Z");
        assertThat(now(leader, stays).text("dueAt")).isEqualTo(stays.text("dueAt"));
    }

    /** Nobody answers, forwards or does their part on a day on which they cannot. */
    @Test
    void aDayThatIsClosedAlsoMovesRepliesPartsAndStepsOfTheWorkflow() {
        BusinessDay.standAt("2022-06-14T09:00");
        var asked = submitted("1.900602", BA_BE);
        asked = Api.as("reception", BA_BE)
                .step(asked.id(), "supplement-request", asked.etag(), "{\"missing\": [\"CCCD\"]}");
        BusinessDay.standAt("2022-06-14T15:00");
        var leader = Api.as("leader", BA_BE);
        var reply = submitted("1.900602", BA_BE);
        var supplied = CITIZEN.step(
                asked.id(), "supplement", asked.etag(), "{\"components\": [{\"code\": \"TK\", \"copies\": 1}]}");
        var justice = accepted("1.900101", "H03.01");
        justice = Api.as("officer", "H03.01").step(justice.id(), "processing", justice.etag(), "{}");
        var part = Api.as("officer", "H03.01")
                .step(
                        justice.id(),
                        "legs",
                        justice.etag(),
                        "{\"agency\": \"H03.32\", \"task\": \"Cho ý kiến\", \"limit\": {\"amount\": 1, \"unit\": \"WORKING_DAYS\"}}");
        assertThat(part.status()).as(String.valueOf(part.body())).isEqualTo(200);
        var plates = accepted("1.900307", BA_BE);
        plates = Api.as("reception", BA_BE).step(plates.id(), "processing", plates.etag(), "{}");
        BusinessDay.standAt("2022-06-14T16:30");
        var step = leader.step(plates.id(), "forwarding", plates.etag(), "{}");
        assertThat(step.body().at("/workflow/dueAt").asText())
                .as(String.valueOf(step.body()))
                .isEqualTo("2022-06-15T08:30:00Z");
        assertThat(reply.text("replyDueAt")).isEqualTo("2022-06-15T08:00:00Z");
        assertThat(supplied.text("replyDueAt")).isEqualTo("2022-06-15T08:00:00Z");
        var total = now(leader, part).text("dueAt");

        publish(STORM);
        assertThat(others(leader, reply)).containsExactly("REPLY 2022-06-15T08:00:00Z 2022-06-16T08:00:00Z");
        assertThat(others(leader, part)).containsExactly("PART 2022-06-15T08:00:00Z 2022-06-16T08:00:00Z");
        assertThat(others(leader, step)).containsExactly("STEP 2022-06-15T08:30:00Z 2022-06-16T08:30:00Z");
        assertThat(others(Api.as("leader", "H03.01"), "H03.01", part))
                .as("Ba Bể's part is Ba Bể's")
                .isEmpty();
        order(leader, BA_BE);

        assertThat(now(leader, reply).text("replyDueAt")).isEqualTo("2022-06-16T08:00:00Z");
        assertThat(now(leader, supplied).text("replyDueAt"))
                .as("from when the papers came")
                .isEqualTo("2022-06-16T08:00:00Z");
        assertThat(Tables.text(
                        "select to_char(wake_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from dossier where id = ?::uuid",
                        reply.id()))
                .isEqualTo("2022-06-16 08:00");
        var then = now(Api.as("officer", "H03.01"), part);
        assertThat(then.body().at("/legs/0/dueAt").asText()).isEqualTo("2022-06-16T08:00:00Z");
        assertThat(then.text("dueAt")).as("its own agency was open").isEqualTo(total);
        assertThat(now(leader, step).body().at("/workflow/dueAt").asText()).isEqualTo("2022-06-16T08:30:00Z");
        assertThat(now(leader, step).text("dueAt")).isEqualTo("2022-06-17T08:00:00Z");
        for (var moved : List.of(reply, supplied, part, step)) {
            assertThat(last(moved)).isEqualTo("vn.motcua.dossier.due-date-changed.v1");
            assertThat(Histories.verdict(moved.id()).intact()).isTrue();
        }
        assertThat(shown(leader))
                .doesNotContain(reply.text("code"), supplied.text("code"), part.text("code"), step.text("code"));
    }

    /** Whoever was told a day on which nobody works is awaited on the next, and pays on it too; nobody is awaited for less long than they were told. */
    @Test
    void aLastDayThatIsClosedMovesToTheNextOnThatIsWorked() {
        BusinessDay.standAt("2022-06-08T09:00");
        var reception = Api.as("reception", BA_BE);
        var leader = Api.as("leader", BA_BE);
        var papers = accepted("1.900602", BA_BE);
        papers = reception.step(
                papers.id(),
                "supplement-request",
                papers.etag(),
                "{\"missing\": [\"CCCD\"], \"deadline\": \"2022-06-15\"}");
        var money = accepted("1.900602", BA_BE);
        money = Api.as("cashier", BA_BE)
                .step(money.id(), "payment-request", money.etag(), "{\"amount\": 50000, \"deadline\": \"2022-06-15\"}");
        assertThat(money.status()).as(String.valueOf(money.body())).isEqualTo(200);
        var later = accepted("1.900602", BA_BE);
        later = reception.step(
                later.id(),
                "supplement-request",
                later.etag(),
                "{\"missing\": [\"CCCD\"], \"deadline\": \"2022-06-17\"}");
        assertThat(later.status()).as(String.valueOf(later.body())).isEqualTo(200);

        publish(STORM);

        var told = "DEADLINE 2022-06-15T16:59:59Z 2022-06-16T16:59:59Z";
        assertThat(others(leader, papers)).contains(told);
        assertThat(others(leader, money)).contains(told);
        assertThat(others(leader, later)).noneMatch(one -> one.startsWith("DEADLINE"));
        order(leader, BA_BE);

        for (var moved : List.of(papers, money)) {
            assertThat(now(leader, moved).body().at("/awaiting/deadline").asText())
                    .isEqualTo("2022-06-16T16:59:59Z");
            assertThat(Tables.text(
                            "select data::json->>'deadline' from event where subject = ?::uuid order by sequence desc limit 1",
                            moved.id()))
                    .isEqualTo("2022-06-16T16:59:59Z");
            assertThat(Histories.verdict(moved.id()).intact()).isTrue();
        }
        assertThat(Tables.text(
                        "select expires_at at time zone 'UTC' from payment where dossier_id = ?::uuid", money.id()))
                .isEqualTo("2022-06-16 16:59:59");
        assertThat(Tables.text(
                        "select (wake_at at time zone 'UTC')::date from dossier where id = ?::uuid", papers.id()))
                .isEqualTo("2022-06-16");

        // Worked again after all: an applicant was told the later day.
        publish(STORM.replace("\"version\": 1", "\"version\": 2").replace("\"worked\": false", "\"worked\": true"));
        assertThat(others(leader, papers)).noneMatch(one -> one.startsWith("DEADLINE"));
    }

    /** Whatever becomes of the result, which here has no limit. Whoever was said to be late and was not is told again if the new date passes too. */
    @Test
    void paperIsForwardedByTheCalendarOfNowAlsoWhereTheResultStays() {
        BusinessDay.standAt("2022-06-14T15:30");
        var untold = aid();
        assertThat(untold.text("forwardBy")).isEqualTo("2022-06-15T00:00:00Z");
        var storm = STORM.replace(BA_BE, JUSTICE);
        assertThat(foretold(storm, untold)).containsExactly("FORWARD 2022-06-15T00:00:00Z 2022-06-16T00:00:00Z");
        publish(storm);
        var leader = Api.as("leader", JUSTICE);
        order(leader, JUSTICE);
        assertThat(facts(untold)).containsExactly("accepted", "due-date-changed");
        BusinessDay.standAt("2022-06-15T09:00");
        timers.ring();
        assertThat(facts(untold)).containsExactly("accepted", "due-date-changed");
        BusinessDay.standAt("2022-06-16T07:01");
        timers.ring();
        assertThat(facts(untold)).containsExactly("accepted", "due-date-changed", "forward-overdue");

        BusinessDay.standAt("2022-06-16T15:30");
        var told = aid();
        BusinessDay.standAt("2022-06-17T07:01");
        timers.ring();
        assertThat(facts(told)).containsExactly("accepted", "forward-overdue");
        var another = storm.replace("2022-06-15", "2022-06-17");
        assertThat(foretold(another, told)).containsExactly("FORWARD  2022-06-20T00:00:00Z");
        assertThat(foretold(another, untold)).as("late by both dates").isEmpty();
        publish(another);
        order(leader, JUSTICE);
        order(leader, JUSTICE);
        BusinessDay.standAt("2022-06-20T07:01");
        timers.ring();
        timers.ring();
        assertThat(facts(told)).containsExactly("accepted", "forward-overdue", "due-date-changed", "forward-overdue");
        assertThat(Histories.verdict(told.id()).intact()).isTrue();
    }

    /** Nobody acknowledges what lies before a closed door. */
    @Test
    void aPartThatIsOnItsWayOnPaperIsAwaitedByTheCalendarOfWhoeverGetsIt() {
        BusinessDay.standAt("2022-06-14T15:00");
        var officer = Api.as("officer", JUSTICE);
        var lead = accepted("1.900101", JUSTICE);
        lead = officer.step(lead.id(), "processing", lead.etag(), "{}");
        var part = officer.step(
                lead.id(),
                "legs",
                lead.etag(),
                "{\"agency\": \"H03.32\", \"task\": \"Cho ý kiến\", \"paper\": true, \"limit\": {\"amount\": 1, \"unit\": \"WORKING_DAYS\"}}");
        assertThat(part.status()).as(String.valueOf(part.body())).isEqualTo(200);
        assertThat(part.body().at("/legs/0/acknowledgeBy").asText()).isEqualTo("2022-06-15T08:00:00Z");

        publish(STORM);
        var leader = Api.as("leader", BA_BE);
        assertThat(others(leader, part)).containsExactly("PART 2022-06-15T08:00:00Z 2022-06-16T08:00:00Z");
        order(leader, BA_BE);

        var then = now(officer, part);
        assertThat(then.body().at("/legs/0/acknowledgeBy").asText()).isEqualTo("2022-06-16T08:00:00Z");
        assertThat(then.body().at("/legs/0").has("dueAt")).isFalse();
        assertThat(others(leader, part)).isEmpty();
        assertThat(Tables.text(
                        "select data::json->>'legs' from event where subject = ?::uuid order by sequence desc limit 1",
                        part.id()))
                .as("it is not due: its clock has not started")
                .isNull();
        BusinessDay.standAt("2022-06-15T16:00");
        timers.ring();
        assertThat(facts(part)).endsWith("due-date-changed");
        BusinessDay.standAt("2022-06-16T15:01");
        timers.ring();
        timers.ring();
        assertThat(facts(part)).endsWith("due-date-changed", "leg-overdue");
        assertThat(late(officer)).contains(part.text("code"));
        assertThat(Histories.verdict(part.id()).intact()).isTrue();
    }

    /** What is told elsewhere stays told, on whatever day; a storm closes doors to everybody. */
    @Test
    void aLastDayThatWasToldElsewhereMovesOnlyWhereThatDayWasClosedByAnOrder() throws Exception {
        BusinessDay.standAt("2022-06-08T09:00");
        var sunday = imported("H03.32-210510-0001", "2022-06-19");
        var wednesday = imported("H03.32-210510-0002", "2022-06-15");

        publish(STORM);

        var leader = Api.as("leader", BA_BE);
        assertThat(deadlines(leader, wednesday)).containsExactly("DEADLINE 2022-06-15T16:59:59Z 2022-06-16T16:59:59Z");
        assertThat(deadlines(leader, sunday)).isEmpty();
        order(leader, BA_BE);
        BusinessDay.standAt("2022-06-20T00:30");
        timers.ring();
        assertThat(facts(sunday)).endsWith("stopped");
    }

    /** Intake went on while nobody knew the days off of the next year. */
    @Test
    void aReplyThatNobodyCouldDateIsDatedOnceTheYearIsPublished() {
        BusinessDay.standAt("2026-12-31T16:00");
        var submitted = submitted("1.900602", BA_BE);
        assertThat(submitted.body().has("replyDueAt")).isFalse();

        publish(anotherYear());
        var leader = Api.as("leader", BA_BE);
        order(leader, BA_BE);

        assertThat(now(leader, submitted).text("replyDueAt")).isEqualTo("2027-01-04T09:00:00Z");
    }

    private String anotherYear() {
        var calendar = catalogue.calendars().stream()
                .filter(one -> one.code().equals("civil-servants"))
                .findFirst()
                .orElseThrow();
        ObjectNode entry = EventFormat.mapper().valueToTree(calendar);
        entry.put("version", calendar.version() + 1);
        var year = entry.withObject("/years").putObject("2027");
        year.putArray("off").add("2027-01-01");
        year.putArray("worked");
        year.put("source", "Thông báo mẫu");
        return entry.toString();
    }

    private static Answer paused(Answer dossier) {
        return Api.as("reception", BA_BE)
                .step(dossier.id(), "supplement-request", dossier.etag(), "{\"missing\": [\"CCCD\"]}");
    }

    private static List<String> deadlines(Api who, String id) {
        return others(who, BA_BE, id).stream()
                .filter(one -> one.startsWith("DEADLINE"))
                .toList();
    }

    private String imported(String code, String lastDay) throws Exception {
        var line = """
                {"source": "one-stop-2019", "sourceId": "%1$s", "code": "%1$s", "procedure": "1.900602", "agency": "H03.32", \
                "channel": "COUNTER", "returnMethod": "COUNTER", "applicant": {"name": "Hoàng Văn Mẫu"}, "steps": [\
                {"step": "acceptance", "at": "2022-06-06T09:00:00+07:00", "by": "reception"}, \
                {"step": "supplement-request", "at": "2022-06-07T09:00:00+07:00", "by": "reception", "missing": ["CCCD"], "deadline": "%2$s"}]}""".formatted(code, lastDay);
        var request = Api.as("migration", "H03")
                .request("/v1/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(line))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("created");
        return Tables.text("select id from dossier where code = ?", code);
    }

    private Answer aid() {
        var taken = Api.as("reception", JUSTICE).open("""
                {"procedure": "1.900105", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
                 "applicant": {"name": "Hoàng Văn Mẫu"}, "components": [{"code": "TK"}], "decision": "ACCEPT"}""");
        assertThat(taken.status()).as(String.valueOf(taken.body())).isEqualTo(201);
        return taken;
    }

    /** What a proposed day would move of a dossier that has no limit, at an agency that has too many to be listed at once: such come first. */
    private List<String> foretold(String entry, Answer dossier) {
        var found = new ArrayList<String>();
        var query = "?limit=200";
        while (query != null) {
            var page = Api.send(ADMIN.post(
                    "/v1/redatings/preview" + query,
                    "{\"agency\": \"" + JUSTICE + "\", \"entries\": [" + entry + "]}"));
            assertThat(page.status()).as(String.valueOf(page.body())).isEqualTo(200);
            var items = page.body().path("items");
            found.addAll(others(items, dossier.id()));
            var dated = items.path(items.size() - 1).has("dueAt");
            query = page.body().has("next") && !dated ? "?limit=200&cursor=" + page.text("next") : null;
        }
        return found;
    }

    private static List<String> late(Api who) {
        return who.get("/v1/legs?side=LED&late=true&limit=200")
                .body()
                .path("items")
                .findValuesAsText("code");
    }
}
