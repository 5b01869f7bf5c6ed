package vn.motcua.dossier.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.casework.Histories;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Numbers without gaps and without doubles, live and offline, however many ask at once. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class NumbersIT {

    private static final String COUNTER = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""";

    @Inject
    MeterRegistry metrics;

    private final Api reception = Api.as("reception", JUSTICE);
    private LocalDate day;

    /** Each test has a day of its own. */
    private void on(String date) {
        day = LocalDate.parse(date);
        BusinessDay.standAt(date + "T15:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aHundredOfficersAtOneInstantGetAHundredNumbersInARow() {
        on("2022-08-01");
        var officers = IntStream.rangeClosed(1, 100)
                .mapToObj(n -> Api.as(TokenRequest.of("reception", JUSTICE, n)))
                .toList();

        var answers =
                atOnce(100, i -> officers.get(i).post("/v1/dossiers", COUNTER).header("Idempotency-Key", Api.key()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(numbers(answers)).containsExactlyElementsOf(row(1, 100));
        assertThat(register()).containsExactly("1-100 USED");
    }

    @Test
    void offlineDossiersMergeWithLiveOnesAndEachNumberIsUsedOnce() {
        on("2022-08-02");
        var asked = atOnce(
                44,
                i -> i % 11 == 0
                        ? reservation(day, 10).header("Idempotency-Key", Api.key())
                        : reception.post("/v1/dossiers", COUNTER).header("Idempotency-Key", Api.key()));
        assertThat(asked).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        var blocks = asked.stream()
                .filter(answer -> answer.body().has("firstCode"))
                .map(Answer::body)
                .toList();
        var live = asked.stream().filter(answer -> answer.body().has("code")).toList();
        assertThat(blocks).hasSize(4);

        // Eight of each block were used; the device sends them as they come, each three times, one time under a key of
        // its own.
        var sent = new ArrayList<HttpRequest.Builder>();
        for (var block : blocks) {
            for (int nth = 0; nth < 8; nth++) {
                var key = Api.key();
                for (var again : List.of(key, key, Api.key())) {
                    sent.add(offline(block, block.path("first").asInt() + nth, nth, again));
                }
            }
        }
        Collections.shuffle(sent, new Random(2022));
        var answers = atOnce(sent.size(), sent::get);

        var created = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.status())
                        .as(String.valueOf(answer.body()))
                        .isIn(201, 409));
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allSatisfy(answer -> assertThat(answer.text("reason")).isEqualTo("NUMBER_USED"));
        assertThat(created.stream().map(Answer::id).distinct()).hasSize(32);
        var used = new TreeSet<>(numbers(live));
        created.forEach(answer -> used.addAll(numbers(List.of(answer))));
        assertThat(used).hasSize(72);

        for (var block : blocks) {
            var closed = Api.send(
                    reception.post("/v1/number-blocks/" + block.path("id").asText() + "/closure", ""));
            assertThat(closed.status()).isEqualTo(200);
            assertThat(closed.body().path("used").asInt()).isEqualTo(8);
        }
        var states = new ArrayList<String>();
        register().forEach(entry -> states.add(entry.substring(entry.indexOf(' ') + 1)));
        assertThat(states).containsOnly("USED", "VOID");
        assertThat(Tables.number("select count(*) from void_number where agency = ? and day = ?", JUSTICE, day))
                .isEqualTo(8);
        for (var answer : created) {
            assertThat(Histories.verdict(answer.id()).intact()).isTrue();
        }
        // The next live one goes on behind them all.
        assertThat(numbers(List.of(reception.open(COUNTER)))).containsExactly(81);
    }

    @Test
    void anOfflineDossierKeepsItsNumberAndItsTime() {
        on("2022-08-03");
        var block = reserve(day, 5);
        BusinessDay.standAt("2022-08-05T08:00");
        var answer = Api.send(offline(block, 1, 0, Api.key()));
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        assertThat(answer.text("code")).isEqualTo("H03.01-220803-0001");
        assertThat(answer.text("acceptedAt")).isEqualTo("2022-08-03T02:00:00Z");
        assertThat(reception.get("/v1/dossiers/" + answer.id()).body()).isEqualTo(answer.body());
    }

    @Test
    void sentTwiceItIsTheSameAndAnotherContentIsRefused() {
        on("2022-08-04");
        var block = reserve(day, 5);
        var key = Api.key();
        var twins = atOnce(12, i -> offline(block, 1, 0, key));
        assertThat(twins).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer).isEqualTo(twins.get(0));
        });
        assertThat(Api.send(offline(block, 2, 0, key)).problem()).isEqualTo("key-reused");
        var taken = Api.send(offline(block, 1, 0, Api.key()));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("reason")).isEqualTo("NUMBER_USED");
        // A device that comes back after the block was closed hears the same answer for what was in.
        close(block);
        assertThat(Api.send(offline(block, 1, 0, key))).isEqualTo(twins.get(0));
        assertThat(Api.send(offline(block, 2, 0, Api.key())).text("reason")).isEqualTo("BLOCK_CLOSED");
    }

    @Test
    void aNumberIsOfItsBlockItsAgencyItsDayAndItsTurnOnly() {
        on("2022-08-08");
        assertThat(reception.open(COUNTER).status()).isEqualTo(201);
        var block = reserve(day, 5);
        assertThat(block.path("first").asInt()).isEqualTo(2);
        var before = Tables.state();
        refused(block, offlineBody(1, "09:00", COUNTER), "/number");
        refused(block, offlineBody(7, "09:00", COUNTER), "/number");
        refused(block, offlineBody(2, "09:00", COUNTER).replace("2022-08-08T", "2022-08-05T"), "/receivedAt");
        refused(block, offlineBody(2, "15:01", COUNTER), "/receivedAt");
        assertThat(Api.send(send(reception, block, offlineBody(2, "09:00", COUNTER.replace("H03.01", "H03.02"))))
                        .status())
                .as("nobody lets this office take in for that agency")
                .isEqualTo(403);
        assertThat(Tables.state()).isEqualTo(before);

        assertThat(Api.send(send(reception, block, offlineBody(4, "10:00", COUNTER)))
                        .status())
                .isEqualTo(201);
        refused(block, offlineBody(3, "10:01", COUNTER), "/receivedAt");
        refused(block, offlineBody(5, "09:59", COUNTER), "/receivedAt");
        assertThat(Api.send(send(reception, block, offlineBody(3, "10:00", COUNTER)))
                        .status())
                .isEqualTo(201);

        var body = offlineBody(5, "11:00", COUNTER);
        assertThat(Api.send(send(Api.as("reception", "H03.02"), block, body)).status())
                .isEqualTo(404);
        assertThat(Api.send(send(Api.as("leader", JUSTICE), block, body)).status())
                .isEqualTo(403);
        assertThat(Api.send(send(Api.citizen("c-1"), block, body)).status()).isEqualTo(403);
        assertThat(Api.send(reception
                                .post("/v1/number-blocks/" + UUID.randomUUID() + "/dossiers", body)
                                .header("Idempotency-Key", Api.key()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatComesInWhileTheBlockIsClosedIsEitherInOrVoid() {
        for (int round = 0; round < 5; round++) {
            on("2022-08-" + (15 + round));
            var block = reserve(day, 20);
            var answers = atOnce(
                    21,
                    i -> i == 10
                            ? reception.post(
                                    "/v1/number-blocks/" + block.path("id").asText() + "/closure", "")
                            : offline(block, i < 10 ? i + 1 : i, 0, Api.key()));
            var in = answers.stream().filter(answer -> answer.status() == 201).count();
            assertThat(Tables.number("select count(*) from void_number where agency = ? and day = ?", JUSTICE, day))
                    .isEqualTo(20 - in);
            assertThat(register()).allSatisfy(entry -> assertThat(entry).matches(".* (USED|VOID)"));
        }
    }

    @Test
    void whatIsImportedOrMirroredTakesNoNumberOfABlock() throws Exception {
        on("2022-08-22");
        var block = reserve(day, 5);
        var before = Tables.state();

        assertThat(imported("H03.01-220822-0003", "blocked")).contains("refused", "CODE_RESERVED");
        assertThat(imported("H03.01-220822-0005", "last")).contains("refused", "CODE_RESERVED");
        assertThat(mirrored("H03.01-220822-0004")).contains("refused", "CODE_RESERVED");
        assertThat(Tables.state()).isEqualTo(before);

        assertThat(Api.send(offline(block, 3, 0, Api.key())).status()).isEqualTo(201);
        assertThat(imported("H03.01-220822-0003", "blocked")).contains("refused", "CODE_TAKEN");
        assertThat(imported("H03.01-220822-0006", "behind")).contains("created");
        close(block);
        assertThat(imported("H03.01-220822-0001", "void")).contains("refused", "CODE_VOID");
        assertThat(register()).containsExactly("1-2 VOID", "3-3 USED", "4-5 VOID", "6-6 USED");
    }

    @Test
    void aBlockAndAnImportOfOneMomentNeverGetTheSameNumber() throws Exception {
        on("2022-08-23");
        try (var reserving = LocalInfrastructure.database().connect()) {
            reserving.setAutoCommit(false);
            try (var statement = reserving.createStatement()) {
                statement.execute("insert into day_counter (agency, day, last) values ('H03.01', '2022-08-23', 9)");
                statement.execute(
                        "insert into number_block (id, agency, day, first, last, reserved_at, reserved_by, request_scope,"
                                + " request_key, request_digest) values (gen_random_uuid(), 'H03.01', '2022-08-23', 1, 9, now(), 'r-1',"
                                + " 's', gen_random_uuid()::text, '\\x00')");
            }
            var line = CompletableFuture.supplyAsync(() -> imported("H03.01-220823-0007", "at-once"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Tables.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and query like '%imported_line%'")
                            == 1);
            reserving.commit();
            assertThat(line.join()).contains("refused", "CODE_RESERVED");
        }
        assertThat(register()).containsExactly("1-9 RESERVED");
    }

    private static String imported(String code, String id) {
        return told("migration", "/v1/imports", """
                {"source": "other-system", "sourceId": "%s-%s", "code": "%s", "procedure": "1.900101", "agency": "H03.01", \
                "channel": "COUNTER", "returnMethod": "COUNTER", "steps": [\
                {"step": "acceptance", "at": "2022-05-10T09:00:00+07:00", "by": "reception"}]}""".formatted(code, id, code));
    }

    private static String mirrored(String code) {
        return told("mirror", "/v1/mirrored-facts", """
                {"source": "registry", "sourceId": "D-%1$s", "factId": "F-%1$s", "fact": "submitted", \
                "at": "2022-05-10T08:00:00+07:00", "code": "%1$s", "procedure": "1.900101", "agency": "H03.01", "channel": "ONLINE", \
                "returnMethod": "COUNTER", "status": "SUBMITTED", "submittedAt": "2022-05-10T08:00:00+07:00"}""".formatted(code));
    }

    /** What one line was answered. */
    private static String told(String role, String path, String line) {
        return Api.send(Api.as(role, "H03")
                        .request(path)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(line)))
                .body()
                .toString();
    }

    @Test
    void oneKeyReservesOneBlock() {
        on("2022-08-10");
        var key = Api.key();
        var twins = atOnce(16, i -> reservation(day, 30).header("Idempotency-Key", key));
        assertThat(twins).allSatisfy(answer -> {
            assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(twins.get(0).body());
        });
        assertThat(register()).containsExactly("1-30 RESERVED");
        assertThat(Api.send(reservation(day, 31).header("Idempotency-Key", key)).problem())
                .isEqualTo("key-reused");
        assertThat(reception
                        .get("/v1/number-blocks?agency=H03.01&date=2022-08-10")
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aReservationHasItsLimits() {
        on("2022-08-11");
        for (var size : List.of("0", "-1", "501", "null")) {
            refusedReservation(body(JUSTICE, day.toString(), size), "/size");
        }
        for (var date : List.of("2022-08-10", "2022-09-12")) {
            refusedReservation(body(JUSTICE, date, "5"), "/date");
        }
        refusedReservation(body("H99", day.toString(), "5"), "/agency");
        assertThat(Api.send(reservation(Api.as("reception", "H03.02"), body(JUSTICE, day.toString(), "5")))
                        .status())
                .isEqualTo(403);
        assertThat(Api.send(reservation(Api.as("officer", JUSTICE), body(JUSTICE, day.toString(), "5")))
                        .status())
                .isEqualTo(403);
        assertThat(Api.send(reception.post("/v1/number-blocks", body(JUSTICE, day.toString(), "5")))
                        .problem())
                .isEqualTo("key-missing");
        assertThat(Api.as("reception", "H03.02")
                        .get("/v1/number-registers/H03.01/2022-08-11")
                        .status())
                .isEqualTo(403);
        assertThat(reception.get("/v1/number-registers/H03.01/today").status()).isEqualTo(400);
        assertThat(register()).isEmpty();
        assertThat(Api.send(reservation(Api.as("leader", JUSTICE), body(JUSTICE, "2022-09-11", "500")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aboveNineThousandNineHundredNinetyNineItFailsAloud() {
        on("2022-08-12");
        Tables.run(
                LocalInfrastructure.database(),
                "insert into day_counter (agency, day, last) values (?, ?, 9990)",
                JUSTICE,
                day);
        var refused = count("motcua_number_blocks_refused_total");
        var tooMany = Api.send(reservation(day, 10).header("Idempotency-Key", Api.key()));
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.text("reason")).isEqualTo("CODES_USED_UP");
        assertThat(count("motcua_number_blocks_refused_total")).isEqualTo(refused + 1);
        assertThat(Tables.number("select last from day_counter where agency = ? and day = ?", JUSTICE, day))
                .isEqualTo(9_990);

        assertThat(reserve(day, 9).path("lastCode").asText()).isEqualTo("H03.01-220812-9999");
        var usedUp = count("motcua_dossier_codes_used_up_total");
        var live = reception.open(COUNTER);
        assertThat(live.status()).isEqualTo(503);
        assertThat(live.text("reason")).isEqualTo("CODES_USED_UP");
        assertThat(count("motcua_dossier_codes_used_up_total")).isEqualTo(usedUp + 1);
    }

    /** A caller who waits too long for an answer asks again while the first call is still on its way. */
    @Test
    void theSameReservationAtOnceIsOneBlockAlsoWhereItTakesTheRest() {
        on("2022-10-04");
        Tables.run(
                LocalInfrastructure.database(),
                "insert into day_counter (agency, day, last, reserved) values (?, ?, 4700, 4700)",
                JUSTICE,
                day);
        var key = Api.key();

        var answers = atOnce(6, nth -> reservation(day, 300).header("Idempotency-Key", key));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.status())
                        .as(String.valueOf(answer.body()))
                        .isEqualTo(201));
        assertThat(answers).extracting(Answer::id).containsOnly(answers.get(0).id());
        assertThat(Tables.number("select reserved from day_counter where agency = ? and day = ?", JUSTICE, day))
                .isEqualTo(5_000);
    }

    /** Whoever reserves and reserves leaves the counter without a number: half of them stay. */
    @Test
    void howeverManyReserveAtOnceTheCounterKeepsItsNumbers() {
        on("2022-10-03");
        Tables.run(
                LocalInfrastructure.database(),
                "insert into day_counter (agency, day, last, reserved) values (?, ?, 4100, 4100)",
                JUSTICE,
                day);
        var refused = count("motcua_number_blocks_refused_total");

        var answers = atOnce(6, nth -> reservation(day, 300).header("Idempotency-Key", Api.key()));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(3)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(409);
                    assertThat(answer.text("reason")).isEqualTo("TOO_MANY_RESERVED");
                });
        assertThat(Tables.number("select reserved from day_counter where agency = ? and day = ?", JUSTICE, day))
                .isEqualTo(5_000);
        assertThat(count("motcua_number_blocks_refused_total")).isEqualTo(refused + 3);
        assertThat(reception.open(COUNTER).status()).isEqualTo(201);
    }

    private double count(String metric) {
        var counter = metrics.find(metric).counter();
        return counter == null ? 0 : counter.count();
    }

    private void refused(JsonNode block, String body, String pointer) {
        var answer = Api.send(send(reception, block, body));
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    private void refusedReservation(String body, String pointer) {
        var answer = Api.send(reservation(reception, body));
        assertThat(answer.status()).as(body).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    private JsonNode reserve(LocalDate date, int size) {
        var answer = Api.send(reservation(date, size).header("Idempotency-Key", Api.key()));
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        return answer.body();
    }

    private void close(JsonNode block) {
        for (int twice = 0; twice < 2; twice++) {
            assertThat(Api.send(reception.post(
                                    "/v1/number-blocks/" + block.path("id").asText() + "/closure", ""))
                            .status())
                    .isEqualTo(200);
        }
    }

    private HttpRequest.Builder reservation(LocalDate date, int size) {
        return reception.post("/v1/number-blocks", body(JUSTICE, date.toString(), Integer.toString(size)));
    }

    private static HttpRequest.Builder reservation(Api who, String body) {
        return who.post("/v1/number-blocks", body).header("Idempotency-Key", Api.key());
    }

    private static String body(String agency, String date, String size) {
        return "{\"agency\":\"" + agency + "\",\"date\":\"" + date + "\",\"size\":" + size + "}";
    }

    /** The number came in so many minutes after nine. */
    private HttpRequest.Builder offline(JsonNode block, int number, int minutes, String key) {
        var time = LocalTime.of(9, 0).plusMinutes(minutes).toString();
        return reception
                .post(
                        "/v1/number-blocks/" + block.path("id").asText() + "/dossiers",
                        offlineBody(number, time, COUNTER))
                .header("Idempotency-Key", key);
    }

    private static HttpRequest.Builder send(Api who, JsonNode block, String body) {
        return who.post("/v1/number-blocks/" + block.path("id").asText() + "/dossiers", body)
                .header("Idempotency-Key", Api.key());
    }

    private String offlineBody(int number, String time, String dossier) {
        return "{\"number\":" + number + ",\"receivedAt\":\"" + day + "T" + time + ":00+07:00\",\"dossier\":" + dossier
                + "}";
    }

    private List<String> register() {
        var answer = reception.get("/v1/number-registers/H03.01/" + day);
        assertThat(answer.status()).isEqualTo(200);
        var entries = new ArrayList<String>();
        int next = 1;
        for (var entry : answer.body().path("entries")) {
            assertThat(entry.path("from").asInt()).isEqualTo(next);
            next = entry.path("to").asInt() + 1;
            entries.add(entry.path("from").asInt() + "-" + entry.path("to").asInt() + " "
                    + entry.path("state").asText());
        }
        assertThat(answer.body().path("last").asInt()).isEqualTo(next - 1);
        return entries;
    }

    private static List<Integer> numbers(List<Answer> answers) {
        return answers.stream()
                .map(answer ->
                        DossierCode.parse(answer.text("code")).orElseThrow().number())
                .sorted()
                .toList();
    }

    private static List<Integer> row(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static List<Answer> atOnce(int many, IntFunction<HttpRequest.Builder> request) {
        var requests = IntStream.range(0, many).mapToObj(request).toList();
        var answers = requests.stream().map(Api::sendAsync).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
