package vn.motcua.dossier.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.casework.Histories;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.Topics;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** What ministries' systems tell of the dossiers that they master. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class MirrorIT {

    private static final Api MINISTRY = Api.as("mirror", "H03");
    private static final String PLANNING = "H03.02";
    /** An agency whose queue other tests leave short. */
    private static final String QUIET = "H03.31.01";

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(MirrorIT::schema));

    @Test
    void aLifeIsRecordedAsItIsToldAndPublishedAsMirrored() throws Exception {
        var facts = String.join(
                "\n",
                fact("life", 1, "submitted", "SUBMITTED", "08:00", ""),
                fact("life", 2, "accepted", "ACCEPTED", "09:00", accepted()),
                fact("life", 3, "completed", "COMPLETED", "15:00", accepted() + completed()));

        assertThat(send(facts))
                .containsExactly(
                        "{\"line\":1,\"outcome\":\"recorded\"}",
                        "{\"line\":2,\"outcome\":\"recorded\"}",
                        "{\"line\":3,\"outcome\":\"recorded\"}");

        var row = Tables.rows("""
                        select id, status, previous_status, origin, sequence, changed_at at time zone 'UTC', accepted_at at time zone 'UTC',
                            due_at at time zone 'UTC', completed_at at time zone 'UTC', ended_at at time zone 'UTC', outcome, wake_at, course
                        from dossier where code = ?""", code("life")).get(0);
        assertThat(row.subList(1, 13))
                .containsExactly(
                        "COMPLETED",
                        "ACCEPTED",
                        "MIRRORED",
                        "3",
                        "2022-05-10 08:00:00",
                        "2022-05-10 02:00:00",
                        "2022-05-13 02:00:00",
                        "2022-05-10 08:00:00",
                        "2022-05-10 08:00:00",
                        "GRANTED",
                        null,
                        null);
        assertThat(Histories.verdict(row.get(0)).why()).isEmpty();
        var published = records(Topics.DOSSIER_LIFECYCLE, row.get(0), 3);
        for (int i = 0; i < 3; i++) {
            assertThat(type(published.get(i))).isEqualTo("vn.motcua.dossier.reported.v1");
            var data = text(published.get(i));
            assertThat(SCHEMAS.getSchema(SchemaLocation.of(EventAttributes.schemaOf(type(published.get(i)))))
                            .validate(data, InputFormat.JSON))
                    .as(data)
                    .isEmpty();
            var json = Api.JSON.readTree(data);
            assertThat(json.at("/dossier/origin").asText()).isEqualTo("MIRRORED");
            assertThat(json.at("/fact").asText())
                    .isEqualTo(List.of("submitted", "accepted", "completed").get(i));
            assertThat(json.at("/irregularities")).isEmpty();
        }
        for (var record : records(Topics.DOSSIER_LIFECYCLE_RESTRICTED, row.get(0), 3)) {
            assertThat(text(record)).endsWith("}}").doesNotContain("recipient");
        }
    }

    @Test
    void whatWaitsThereStandsStillInItsFactsAndRunsAgainWhenItGoesOn() throws Exception {
        var waiting = accepted() + ", \"pausedSince\": \"2022-05-10T10:30:00+07:00\"";
        send(String.join(
                "\n",
                fact("wait", 1, "accepted", "ACCEPTED", "09:00", accepted()),
                fact("wait", 2, "supplement-requested", "SUPPLEMENT_REQUIRED", "11:00", waiting),
                fact("wait", 3, "supplement-requested", "SUPPLEMENT_REQUIRED", "12:00", accepted()),
                fact("wait", 4, "resumed", "PROCESSING", "14:00", accepted())));
        assertThat(Tables.column(
                        "select e.data::jsonb #>> '{dossier,pausedSince}' from event e join dossier d on d.id = e.subject"
                                + " where d.code = ? order by e.sequence",
                        code("wait")))
                .containsExactly(null, "2022-05-10T03:30:00Z", "2022-05-10T03:30:00Z", null);
    }

    @Test
    void whatIsKnownIsUnchangedAndWhatContradictsItIsAConflict() throws Exception {
        var first = fact("again", 1, "submitted", "SUBMITTED", "08:00", "");
        var second = fact("again", 2, "accepted", "ACCEPTED", "09:00", accepted());
        send(first + "\n" + second);
        var before = Tables.state();

        // Also out of their order: a fact is known by its id, not by its place.
        assertThat(outcomes(send(second + "\n" + first + "\n" + second)))
                .containsExactly("unchanged", "unchanged", "unchanged");
        assertThat(send(second.replace("2022-05-13", "2022-05-14")).get(0))
                .startsWith("{\"line\":1,\"outcome\":\"conflict\"");
        // The same fact cannot be another dossier's.
        assertThat(outcomes(send(second.replace("D-again", "D-again-2").replace(code("again"), code("again-2")))))
                .containsExactly("conflict");
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void whatCouldNotHaveHappenedHereIsRecordedAndMarked() throws Exception {
        var facts = List.of(
                fact("odd", 1, "accepted", "ACCEPTED", "09:00", accepted()),
                fact("odd", 2, "returned", "RETURNED", "08:30", ""),
                fact("odd", 3, "accepted", "ACCEPTED", "10:00", accepted()).replace("1.900201", "9.999999"),
                fact("odd", 4, "accepted", "ACCEPTED", "10:00", accepted()).replace("1.900201", "1.900101"));

        var answers = send(String.join("\n", facts));

        assertThat(answers)
                .containsExactly(
                        "{\"line\":1,\"outcome\":\"recorded\"}",
                        "{\"line\":2,\"outcome\":\"recorded\",\"reason\":\"BEFORE_LAST_FACT NOT_ACCEPTED NO_SUCH_ARROW TIMES_OUT_OF_ORDER\"}",
                        "{\"line\":3,\"outcome\":\"recorded\",\"reason\":\"NO_SUCH_ARROW PROCEDURE_UNKNOWN\"}",
                        "{\"line\":4,\"outcome\":\"recorded\",\"reason\":\"NOT_COMPETENT\"}");
        var data = Tables.column(
                "select e.data from event e join dossier d on d.id = e.subject where d.code = ? order by e.sequence",
                code("odd"));
        var unknown = Api.JSON.readTree(data.get(2));
        assertThat(unknown.at("/dossier/procedure").toString()).isEqualTo("{\"code\":\"9.999999\"}");
        assertThat(unknown.at("/irregularities").toString()).isEqualTo("[\"NO_SUCH_ARROW\",\"PROCEDURE_UNKNOWN\"]");
    }

    @Test
    void itsCodeIsKeptAndNotGivenOutAgain() throws Exception {
        var ours = fact("kept", 1, "submitted", "SUBMITTED", "08:00", "")
                .replace(code("kept"), "H03.32-220705-0041")
                .replace(PLANNING, "H03.32");
        var theirs = fact("theirs", 1, "submitted", "SUBMITTED", "08:00", "")
                .replace(code("theirs"), "G01.899-220705-000077");
        assertThat(outcomes(send(ours + "\n" + theirs))).containsExactly("recorded", "recorded");
        assertThat(Tables.number("select count(*) from day_counter where agency = 'G01.899'"))
                .isZero();

        var before = Tables.state();
        assertThat(send(fact("taken", 1, "submitted", "SUBMITTED", "08:00", "")
                                .replace(code("taken"), "H03.32-220705-0041"))
                        .get(0))
                .contains("refused", "CODE_TAKEN");
        assertThat(send(fact("kept", 2, "submitted", "SUBMITTED", "08:00", "").replace(PLANNING, "H03.32"))
                        .get(0))
                .contains("refused", "another code");
        assertThat(Tables.state()).isEqualTo(before);

        BusinessDay.standAt("2022-07-05T09:00");
        try {
            var next = Api.as("reception", "H03.32").open("""
                            {"procedure": "1.900601", "agency": "H03.32", "channel": "COUNTER", "returnMethod": "COUNTER",
                             "applicant": {"name": "Lục Thị Em"}, "decision": "ACCEPT"}""");
            assertThat(next.status()).as(String.valueOf(next.body())).isEqualTo(201);
            assertThat(next.text("code")).isEqualTo("H03.32-220705-0042");
        } finally {
            BusinessDay.backToRealTime();
        }
    }

    @Test
    void nobodyWorksOnItUntilItIsAdoptedAndThenItIsOurs() throws Exception {
        BusinessDay.standAt("2022-05-11T09:00");
        try {
            var reception = Api.as("reception", QUIET);
            send(quiet(fact("adopt", 1, "accepted", "ACCEPTED", "09:00", accepted())));
            var id = Tables.text("select id from dossier where code = ?", code("adopt"));
            var seen = reception.get("/v1/dossiers/" + id);
            assertThat(seen.text("origin")).isEqualTo("MIRRORED");
            assertThat(seen.body().path("nextSteps").findValuesAsText("step")).containsExactly("adoption");
            assertThat(reception.step(id, "processing", seen.etag(), "{}").problem())
                    .isEqualTo("barred");
            assertThat(queue(reception, "")).doesNotContain(code("adopt"));
            assertThat(queue(reception, "&mirrored=true")).contains(code("adopt"));

            // What an officer saw is not what stands there any more.
            send(quiet(fact("adopt", 2, "processing-started", "PROCESSING", "10:00", accepted())));
            assertThat(reception.step(id, "adoption", seen.etag(), "{}").problem())
                    .isEqualTo("stale");
            var again = reception.get("/v1/dossiers/" + id);
            var adopted = reception.step(id, "adoption", again.etag(), "{}");
            assertThat(adopted.status()).as(String.valueOf(adopted.body())).isEqualTo(200);
            assertThat(adopted.text("origin")).isEqualTo("LIVE");
            assertThat(adopted.text("dueAt")).isEqualTo("2022-05-13T02:00:00Z");
            assertThat(Tables.text("select wake_at is not null from dossier where code = ?", code("adopt")))
                    .isEqualTo("t");
            assertThat(queue(reception, "")).contains(code("adopt"));
            assertThat(queue(reception, "&mirrored=true")).doesNotContain(code("adopt"));

            var before = Tables.state();
            assertThat(send(quiet(fact("adopt", 3, "completed", "COMPLETED", "15:00", accepted() + completed()))))
                    .containsExactly("{\"line\":1,\"outcome\":\"adopted\"}");
            assertThat(Tables.state()).isEqualTo(before);

            var leader = Api.as("leader", QUIET);
            var done = leader.step(
                    id, "completion", adopted.etag(), "{\"outcome\": \"GRANTED\", \"resultReference\": \"12/DKKD\"}");
            assertThat(done.status()).as(String.valueOf(done.body())).isEqualTo(200);
            assertThat(Histories.verdict(id).why()).isEmpty();
        } finally {
            BusinessDay.backToRealTime();
        }
    }

    @Test
    void whatIsOddCanBeAdoptedToo() throws Exception {
        BusinessDay.standAt("2022-05-12T09:00");
        try {
            var reception = Api.as("reception", PLANNING);
            var odd = List.of(
                    // A procedure that nobody here knows, and a date that nobody says from when.
                    fact("unknown", 1, "accepted", "ACCEPTED", "09:00", accepted())
                            .replace("1.900201", "9.999999"),
                    fact("undated", 1, "accepted", "ACCEPTED", "09:00", ", \"dueAt\": \"2022-05-13T09:00:00+07:00\""),
                    fact("papers", 1, "supplement-requested", "SUPPLEMENT_REQUIRED", "09:00", accepted()));
            assertThat(outcomes(send(String.join("\n", odd)))).containsOnly("recorded");
            for (var name : List.of("unknown", "undated", "papers")) {
                var id = Tables.text("select id from dossier where code = ?", code(name));
                var seen = reception.get("/v1/dossiers/" + id);

                var adopted = reception.step(id, "adoption", seen.etag(), "{}");

                // What is awaited elsewhere is awaited there.
                assertThat(adopted.status())
                        .as(name + " " + adopted.body())
                        .isEqualTo(name.equals("papers") ? 409 : 200);
            }
        } finally {
            BusinessDay.backToRealTime();
        }
    }

    /** The date that was promised there stands, and what is left of it; nothing can be counted anew, and nobody else's order fails of it. */
    @Test
    void whatIsAdoptedOfAProcedureThatNobodyHereKnowsKeepsWhatWasPromised() throws Exception {
        BusinessDay.standAt("2022-05-12T09:00");
        try {
            var reception = Api.as("reception", QUIET);
            var leader = Api.as("leader", QUIET);
            send(quiet(fact("foreign", 1, "processing-started", "PROCESSING", "09:00", accepted())
                    .replace("1.900201", "9.999999")));
            var id = Tables.text("select id from dossier where code = ?", code("foreign"));
            var seen = reception.get("/v1/dossiers/" + id);
            var adopted = done(reception.step(id, "adoption", seen.etag(), "{}"));
            assertThat(adopted.text("dueAt")).isEqualTo("2022-05-13T02:00:00Z");
            assertThat(Tables.text("select wake_at is not null from dossier where id = ?::uuid", id))
                    .as("it is told when that is near and over")
                    .isEqualTo("t");

            var papers = 0;
            var shown = done(leader.get("/v1/redatings?agency=" + QUIET));
            assertThat(shown.body().path("items").findValuesAsText("code")).doesNotContain(code("foreign"));
            done(Api.send(leader.post("/v1/redatings", "{\"agency\": \"" + QUIET + "\"}")));

            var asked = done(reception.step(id, "supplement-request", adopted.etag(), "{\"missing\": [\"CCCD\"]}"));
            BusinessDay.standAt("2022-05-13T09:00");
            var full = done(reception.step(id, "supplement-confirmation", asked.etag(), "{}"));
            assertThat(full.text("dueAt")).as("a working day was left").isEqualTo("2022-05-16T02:00:00Z");
            var later = done(leader.step(
                    id,
                    "extension",
                    full.etag(),
                    "{\"dueAt\": \"2022-05-20T09:00:00+07:00\", \"reason\": \"COMPLEX_MATTER\"}"));
            var corrected = done(leader.step(
                    id, "correction", later.etag(), "{\"procedure\": \"1.900102\", \"reason\": \"WRONG_PROCEDURE\"}"));
            assertThat(corrected.text("dueAt")).as("as it was promised").isEqualTo("2022-05-20T02:00:00Z");

            for (var paper :
                    done(leader.get("/v1/dossiers/" + id + "/forms")).body().path("items")) {
                assertThat(printed(leader, paper.path("href").asText()))
                        .as(paper.toString())
                        .isEqualTo(200);
                papers++;
            }
            assertThat(papers).as("request, receipt, apology").isGreaterThanOrEqualTo(3);
            var clock = done(leader.get("/v1/dossiers/" + id + "/clock")).body().path("lines");
            assertThat(clock.findValuesAsText("kind")).containsExactly("START", "PAUSE", "RESUME", "EXTEND", "CORRECT");
            assertThat(clock.at("/0/explanation/0").asText())
                    .isEqualTo("Due as it was promised elsewhere: 09:00 13/05/2022.");
            assertThat(clock.at("/2/explanation/1").asText())
                    .contains(
                            "were left when the clock stood still at 09:00 12/05/2022; they count from 09:00 13/05/2022");
            assertThat(Histories.verdict(id).why()).isEmpty();
        } finally {
            BusinessDay.backToRealTime();
        }
    }

    /** Nobody says when it was accepted, or completed, or it was in a year that nobody published: that is told, and stops nobody at work. */
    @Test
    void whatTheyDoNotSayStopsNobody() throws Exception {
        BusinessDay.standAt("2022-05-12T09:00");
        try {
            var reception = Api.as("reception", QUIET);
            var leader = Api.as("leader", QUIET);
            var due = ", \"dueAt\": \"2022-05-13T09:00:00+07:00\"";
            send(String.join(
                    "\n",
                    onPaper(quiet(fact("untold", 1, "accepted", "ACCEPTED", "09:00", due))),
                    onPaper(quiet(fact("given", 1, "completed", "COMPLETED", "09:00", accepted()))),
                    onPaper(quiet(fact("old", 1, "accepted", "ACCEPTED", "09:00", accepted())))
                            .replace("\"submittedAt\": \"2022", "\"submittedAt\": \"2019")
                            .replace("\"acceptedAt\": \"2022", "\"acceptedAt\": \"2019")));
            for (var name : List.of("untold", "given", "old")) {
                var id = id(name);
                var seen = done(reception.get("/v1/dossiers/" + id));
                assertThat(queue(reception, "&mirrored=true&status=" + seen.text("status")))
                        .contains(code(name));
                assertThat(done(reception.step(id, "adoption", seen.etag(), "{}"))
                                .body()
                                .has("acceptedAt"))
                        .isTrue();
                assertThat(queue(reception, "&status=" + seen.text("status"))).contains(code(name));
            }

            var untold = done(reception.get("/v1/dossiers/" + id("untold")));
            assertThat(untold.text("acceptedAt")).as("when it was told").isEqualTo("2022-05-10T02:00:00Z");
            assertThat(untold.text("dueAt")).isEqualTo("2022-05-13T02:00:00Z");
            var asked =
                    done(reception.step(untold.id(), "supplement-request", untold.etag(), "{\"missing\": [\"CCCD\"]}"));
            done(reception.step(untold.id(), "supplement-confirmation", asked.etag(), "{}"));
            var old = done(reception.get("/v1/dossiers/" + id("old")));
            done(reception.step(old.id(), "supplement-request", old.etag(), "{\"missing\": [\"CCCD\"]}"));
            var given = done(reception.get("/v1/dossiers/" + id("given")));
            done(leader.step(given.id(), "result-recall", given.etag(), "{\"reason\": \"RESULT_WRONG\"}"));
            for (var name : List.of("untold", "given", "old")) {
                assertThat(Histories.verdict(id(name)).why()).isEmpty();
            }
        } finally {
            BusinessDay.backToRealTime();
        }
    }

    private static String id(String name) {
        return Tables.text("select id from dossier where code = ?", code(name));
    }

    private static String onPaper(String fact) {
        return fact.replace("\"channel\": \"ONLINE\"", "\"channel\": \"COUNTER\"");
    }

    private static int printed(Api who, String paper) throws Exception {
        return HttpClient.newHttpClient()
                .send(who.request(paper).GET().build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static Api.Answer done(Api.Answer step) {
        assertThat(step.status()).as(String.valueOf(step.body())).isEqualTo(200);
        return step;
    }

    @Test
    void anAccountTellsOfItsOwnAgenciesOnly() throws Exception {
        var line = fact("rights", 1, "submitted", "SUBMITTED", "08:00", "");
        var before = Tables.state();

        assertThat(send(Api.as("mirror", "H03.01"), line).get(0)).contains("does not report for this agency");
        assertThat(Api.send(MINISTRY.post("/v1/mirrored-facts", line)).problem())
                .isEqualTo("unsupported-media-type");
        for (var role :
                List.of("reception", "officer", "leader", "clerk", "operator", "statistics", "migration", "admin")) {
            assertThat(Api.send(request(Api.as(role, "H03"), line)).problem())
                    .as(role)
                    .isEqualTo("forbidden");
        }
        assertThat(Api.send(request(Api.citizen("c-1"), line)).status()).isEqualTo(403);
        assertThat(Api.send(request(Api.withToken(null), line)).status()).isEqualTo(401);
        assertThat(Tables.state()).isEqualTo(before);

        // A dossier of another agency cannot be drawn into one's own.
        send(line);
        var drawn = fact("rights", 2, "submitted", "SUBMITTED", "09:00", "")
                .replace("\"agency\": \"" + PLANNING, "\"agency\": \"H03.01");
        assertThat(send(Api.as("mirror", "H03.01"), drawn).get(0)).contains("the agency that has it");
        // And reading is no part of it.
        var id = Tables.text("select id from dossier where code = ?", code("rights"));
        assertThat(MINISTRY.get("/v1/dossiers/" + id).status()).isEqualTo(403);
        assertThat(MINISTRY.get("/v1/queue").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "registry"              | ""                         | /source
            "D-bad"                 | " "                        | /sourceId
            "F-bad-1"               | null                       | /factId
            "accepted"              | "Accepted!"                | /fact
            "accepted"              | null                       | /fact
            "2022-05-10T09:00:00+07:00", "code" | null, "code"   | /at
            H03.02-220509           | H03.02-220230              | /code
            "1.900201"              | ""                         | /procedure
            "H03.02"                | "H03.99"                   | /agency
            "ONLINE"                | null                       | /channel
            "ONLINE"                | "PIGEON"                   | wrong-type
            "COUNTER"               | null                       | /returnMethod
            "ACCEPTED"              | null                       | /status
            "ACCEPTED"              | "PENDING"                  | wrong-type
            "submittedAt": "2022    | "submittedAt": "2099       | /submittedAt: lies in the future
            "acceptedAt": "2022     | "acceptedAt": "2099        | /acceptedAt: lies in the future
            "dueAt": "2022          | "dueAt": "1022             | /dueAt
            "dueAt"                 | "applicant"                | unknown-field
            """)
    void aLineThatTellsOfNothingThatCouldBeKeptIsRefusedAndSaysWhy(String part, String wrong, String why)
            throws Exception {
        var line = fact("bad", 1, "accepted", "ACCEPTED", "09:00", accepted());
        assertThat(line).contains(part);
        var before = Tables.state();

        var answers = send(line.replace(part, wrong));

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).contains("\"outcome\":\"refused\"").contains(why);
        assertThat(Tables.state()).isEqualTo(before);
    }

    @Test
    void aBadLineDoesNotStopTheOthers() throws Exception {
        var good = fact("long", 1, "submitted", "SUBMITTED", "08:00", "");
        var answers = send("{\"source\": \n" + " ".repeat(70_000) + good + "\n\n" + good);

        assertThat(outcomes(answers)).containsExactly("refused", "refused", "recorded");
        assertThat(answers.get(1)).contains("longer than 65536 bytes");
        assertThat(answers.get(2)).contains("\"line\":4");
    }

    @Test
    void twoSendersAtOnceOfTheSameFactsRecordEachOnce() throws Exception {
        var lines = new ArrayList<String>();
        for (int i = 1; i <= 60; i++) {
            lines.add(fact("twins", i, "processing-started", "PROCESSING", "09:00", accepted()));
        }
        var body = String.join("\n", lines);

        var answers = atOnce(body, body);

        for (int i = 0; i < lines.size(); i++) {
            assertThat(List.of(
                            outcomes(answers.get(0)).get(i),
                            outcomes(answers.get(1)).get(i)))
                    .containsExactlyInAnyOrder("recorded", "unchanged");
        }
        assertHistory("twins", 60);
    }

    @Test
    void twoSendersAtOnceOfOneDossiersFactsKeepTheirOwnOrder() throws Exception {
        var odd = new ArrayList<String>();
        var even = new ArrayList<String>();
        for (int i = 1; i <= 60; i++) {
            (i % 2 == 0 ? even : odd).add(fact("both", i, "processing-started", "PROCESSING", "09:00", accepted()));
        }

        var answers = atOnce(String.join("\n", odd), String.join("\n", even));

        assertThat(outcomes(answers.get(0))).hasSize(30).containsOnly("recorded");
        assertThat(outcomes(answers.get(1))).hasSize(30).containsOnly("recorded");
        assertHistory("both", 60);
        var order = Tables.column("""
                        select f.fact_id from mirrored_fact f join dossier d on d.id = f.dossier_id
                        where d.code = ? order by f.sequence""", code("both")).stream()
                .map(fact -> Integer.parseInt(fact.substring("F-both-".length())))
                .toList();
        assertThat(order.stream().filter(i -> i % 2 == 1).toList()).isSorted();
        assertThat(order.stream().filter(i -> i % 2 == 0).toList()).isSorted();
    }

    private static void assertHistory(String name, int facts) {
        var id = Tables.text("select id from dossier where code = ?", code(name));
        assertThat(Histories.verdict(id).why()).isEmpty();
        assertThat(Tables.column("select sequence from event where subject = ? order by sequence", UUID.fromString(id)))
                .isEqualTo(IntStream.rangeClosed(1, facts)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    /** Each name its own number, so that tests do not meet. */
    private static String code(String name) {
        return String.format("H03.02-220509-%04d", 1000 + Math.floorMod(name.hashCode(), 8000));
    }

    private static String fact(String name, int number, String fact, String status, String time, String dates) {
        return """
                {"source": "registry", "sourceId": "D-%1$s", "factId": "F-%1$s-%2$d", "fact": "%3$s", \
                "at": "2022-05-10T%5$s:00+07:00", "code": "%6$s", "procedure": "1.900201", "agency": "H03.02", "channel": "ONLINE", \
                "returnMethod": "COUNTER", "status": "%4$s", "submittedAt": "2022-05-10T08:00:00+07:00"%7$s}""".formatted(name, number, fact, status, time, code(name), dates);
    }

    private static String quiet(String fact) {
        return fact.replace("\"agency\": \"" + PLANNING, "\"agency\": \"" + QUIET);
    }

    private static String accepted() {
        return ", \"acceptedAt\": \"2022-05-10T09:00:00+07:00\", \"dueAt\": \"2022-05-13T09:00:00+07:00\"";
    }

    private static String completed() {
        return ", \"completedAt\": \"2022-05-10T15:00:00+07:00\", \"outcome\": \"GRANTED\"";
    }

    private static List<String> queue(Api who, String more) {
        return who.get("/v1/queue?limit=200" + more).body().path("items").findValuesAsText("code");
    }

    private static List<String> outcomes(List<String> answers) throws IOException {
        var outcomes = new ArrayList<String>();
        for (var answer : answers) {
            outcomes.add(Api.JSON.readTree(answer).path("outcome").asText());
        }
        return outcomes;
    }

    private static List<List<String>> atOnce(String... bodies) {
        var sent = List.of(bodies).stream()
                .map(body -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return send(body);
                    } catch (Exception broken) {
                        throw new IllegalStateException(broken);
                    }
                }))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static List<String> send(String lines) throws Exception {
        return send(MINISTRY, lines);
    }

    private static List<String> send(Api who, String lines) throws Exception {
        var response = HttpClient.newHttpClient().send(request(who, lines).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().filter(answer -> !answer.isBlank()).toList();
    }

    private static HttpRequest.Builder request(Api who, String lines) {
        return who.request("/v1/mirrored-facts")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines));
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic, String dossier, int count) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        var config = Map.<String, Object>of(
                "bootstrap.servers",
                LocalInfrastructure.kafka(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (dossier.equals(record.key())) {
                        found.add(record);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static String schema(String id) {
        var file = "schemas/" + id.replace("urn:motcua:schema:", "") + ".json";
        try (var in = DossierEvent.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
