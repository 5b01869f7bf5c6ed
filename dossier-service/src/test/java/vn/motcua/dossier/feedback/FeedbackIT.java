package vn.motcua.dossier.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.casework.Histories;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.dossier.events.HistoryVerifier.Received;
import vn.motcua.dossier.events.Topics;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** What people report and propose, over HTTP, through the real database to the real topic. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class FeedbackIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    FeedbackWaker waker;

    private final Api citizen = Api.citizen("c-41");
    private final Api portal = Api.as("mirror", "H03");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);

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
    void whatTheNationalSystemToldIsAnsweredAndPublishedAndTheTopicHasNoWordOfIt() {
        var id = mirrored("PAKN-1");
        var received = reception.get("/v1/feedback/" + id);
        assertThat(received.text("status")).isEqualTo("RECEIVED");
        assertThat(received.text("dueAt"))
                .as("2 working days from when it was received there")
                .isEqualTo("2022-06-10T01:30:00Z");
        var classified = step(reception, received, "classification", Examples.CLASSIFICATION);
        assertThat(classified.text("dueAt"))
                .as("15 working days from its arrival")
                .isEqualTo("2022-06-29T01:30:00Z");
        var asked = step(officer, classified, "supplement-request", Examples.QUESTION);
        assertThat(asked.text("dueAt")).isNull();
        BusinessDay.standAt("2022-06-13T09:00");
        var supplied = step(portal, asked, "supplement", Examples.SUPPLEMENT);
        assertThat(supplied.text("dueAt")).as("counted anew").isEqualTo("2022-07-04T02:00:00Z");
        var answered = step(leader, supplied, "answer", Examples.ANSWER);
        assertThat(answered.text("dueAt")).isEqualTo("2022-06-15T02:00:00Z");
        var rated = portal.ask("/v1/feedback/" + id + "/rating", Api.key(), Examples.RATING);
        assertThat(rated.status()).as(String.valueOf(rated.body())).isEqualTo(200);
        assertThat(rated.etag()).as("a rating makes nobody's view stale").isEqualTo(answered.etag());
        var published = step(reception, answered, "publication", Examples.PUBLICATION);
        assertThat(published.text("status")).isEqualTo("PUBLISHED");
        assertThat(published.text("answer")).startsWith("Sở đã nhắc nhở");
        assertThat(portal.get("/v1/feedback/" + id).text("answer")).isEqualTo(published.text("answer"));

        var records = records(Topics.FEEDBACK, id, 7);
        assertThat(records.stream().map(record -> header(record, "ce_type")))
                .containsExactly(
                        "vn.motcua.feedback.received.v1",
                        "vn.motcua.feedback.classified.v1",
                        "vn.motcua.feedback.supplement-requested.v1",
                        "vn.motcua.feedback.supplement-submitted.v1",
                        "vn.motcua.feedback.answered.v1",
                        "vn.motcua.feedback.rated.v1",
                        "vn.motcua.feedback.published.v1");
        for (var record : records) {
            assertThat(new String(record.value(), StandardCharsets.UTF_8) + record.headers())
                    .doesNotContain("Triệu", "mức phí", "ngày nộp", "06/06", "nhắc nhở", "rõ ràng", "PAKN-1");
        }
        assertThat(HistoryVerifier.verify(records.stream()
                                .map(record -> new Received(
                                        EventAttributes.read(name -> header(record, name)), record.value()))
                                .toList())
                        .why())
                .isEmpty();
        assertThat(Histories.verdict(id).intact()).isTrue();
    }

    @Test
    void factsAboutFeedbackGoNowhereElse() {
        var id = mirrored("PAKN-2");
        records(Topics.FEEDBACK, id, 1);
        // The relay has passed it once what was committed after it is there.
        var dossier = citizen.open("""
                {"procedure": "1.900101", "agency": "H03.01", "channel": "ONLINE", "returnMethod": "COUNTER",
                 "applicant": {"name": "Nguyễn Thị Hoa", "idNumber": "006190000123", "phone": "0912 345 678",
                   "address": {"text": "Tổ 5", "commune": "Phường Đức Xuân", "province": "Bắc Kạn"}},
                 "components": [{"code": "TK", "copies": 1}, {"code": "CCCD", "copies": 1}]}""");
        assertThat(dossier.status()).as(String.valueOf(dossier.body())).isEqualTo(201);
        for (var topic : List.of(Topics.DOSSIER_LIFECYCLE, Topics.DOSSIER_LIFECYCLE_RESTRICTED)) {
            await().atMost(PATIENCE).until(() -> keys(topic).contains(dossier.id()));
            assertThat(keys(topic)).doesNotContain(id);
        }
    }

    @Test
    void toldTwiceItIsHereOnceAndWhatIsWrongStopsNoOther() {
        var body = """
                {"source": "dichvucong.gov.vn", "entries": [
                  {"sourceId": "TWICE-1", "agency": "H03.01", "receivedAt": "2022-06-08T08:30:00+07:00", "text": "Một"},
                  {"sourceId": "TWICE-2", "agency": "H99", "receivedAt": "2022-06-08T08:30:00+07:00", "text": "Hai"},
                  {"sourceId": "TWICE-3", "agency": "H03.01", "receivedAt": "2022-06-09T08:30:00+07:00", "text": "Ba"},
                  {"sourceId": "TWICE-4", "agency": "H03.01", "receivedAt": "2022-06-08T08:30:00+07:00", "text": " "},
                  null,
                  {"sourceId": "TWICE-5", "agency": "H03.01", "receivedAt": "2022-06-08T08:30:00+07:00", "text": "Năm"}]}""";
        assertThat(outcomes(tell(body)))
                .containsExactly("created", "refused", "refused", "refused", "refused", "created");
        var again = tell(body.replace("Năm", "Sáu"));
        assertThat(outcomes(again))
                .as("known is unchanged; another content under a known number is refused")
                .containsExactly("unchanged", "refused", "refused", "refused", "refused", "refused");
        assertThat(Tables.number("select count(*) from feedback where request_key like 'TWICE-%'"))
                .isEqualTo(2);
        assertThat(Api.send(citizen.post("/v1/mirrored-feedback", body)).status())
                .isEqualTo(403);
        assertThat(tell("{\"source\": \"x\", \"entries\": []}").status()).isEqualTo(422);
    }

    @Test
    void theSameRequestIsAnsweredTheSameHoweverMuchCameAfterIt() {
        var key = Api.key();
        var opened = citizen.ask("/v1/feedback", key, Examples.OPENING);
        assertThat(opened.status()).as(String.valueOf(opened.body())).isEqualTo(201);
        assertThat(opened.location()).isEqualTo("/v1/feedback/" + opened.id());
        var path = "/v1/feedback/" + opened.id();
        var stepKey = Api.key();
        var classify = reception
                .post(path + "/classification", Examples.CLASSIFICATION)
                .header("Idempotency-Key", stepKey)
                .header("If-Match", opened.etag());
        var classified = Api.send(classify);
        assertThat(classified.status()).isEqualTo(200);
        var answered = step(leader, classified, "answer", Examples.ANSWER);

        assertThat(citizen.ask("/v1/feedback", key, Examples.OPENING).body()).isEqualTo(opened.body());
        assertThat(Api.send(classify).body()).isEqualTo(classified.body());
        assertThat(citizen.ask("/v1/feedback", key, Examples.OPENING.replace("sao", "gốc"))
                        .problem())
                .isEqualTo("key-reused");
        assertThat(Api.send(reception
                                .post(path + "/classification", "{\"kind\": \"PROPOSAL\"}")
                                .header("Idempotency-Key", stepKey)
                                .header("If-Match", opened.etag()))
                        .problem())
                .isEqualTo("key-reused");
        assertThat(citizen.get("/v1/my-feedback").body().findValuesAsText("id")).contains(opened.id());
        assertThat(Tables.number("select count(*) from event where subject = ?::uuid", answered.id()))
                .isEqualTo(3);
    }

    @Test
    void oneOfTwoOfficialsIsQuickerAndTheOtherIsTold() {
        var opened = citizen.ask("/v1/feedback", Api.key(), Examples.OPENING);
        var path = "/v1/feedback/" + opened.id();
        var asked = IntStream.range(0, 6)
                .mapToObj(i -> Api.sendAsync((i % 2 == 0 ? reception : leader)
                        .post(
                                path + "/classification",
                                i % 2 == 0 ? "{\"kind\": \"REPORT\"}" : "{\"kind\": \"PROPOSAL\"}")
                        .header("Idempotency-Key", Api.key())
                        .header("If-Match", opened.etag())))
                .toList();
        var statuses =
                asked.stream().map(future -> future.join().status()).sorted().toList();
        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412);
        assertThat(Histories.verdict(opened.id()).intact()).isTrue();
    }

    @Test
    void rightsHoldForOneListsAndStepsAlike() {
        var opened = citizen.ask("/v1/feedback", Api.key(), Examples.OPENING);
        var path = "/v1/feedback/" + opened.id();
        var elsewhere = Api.as("leader", "H03.02");
        assertThat(elsewhere.get(path).status()).isEqualTo(404);
        assertThat(elsewhere.get(path + "/clock").status()).isEqualTo(404);
        assertThat(elsewhere.get("/v1/feedback?agency=H03.01").status()).isEqualTo(403);
        assertThat(Api.citizen("c-42").get(path).status()).isEqualTo(404);
        assertThat(Api.citizen("c-42").get("/v1/my-feedback").body().findValuesAsText("id"))
                .doesNotContain(opened.id());
        assertThat(portal.get(path).status())
                .as("it did not come through there")
                .isEqualTo(404);
        assertThat(Api.as("operator", "H03").get(path).status()).isEqualTo(403);
        assertThat(Api.as("statistics", "H03").get("/v1/feedback").status()).isEqualTo(403);
        assertThat(stepAnswer(elsewhere, opened, "answer", Examples.ANSWER).status())
                .isEqualTo(404);
        assertThat(stepAnswer(officer, opened, "answer", Examples.ANSWER).status())
                .isEqualTo(403);
        var early = stepAnswer(leader, opened, "answer", Examples.ANSWER);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("reason")).isEqualTo("NOT_CLASSIFIED_YET");
        assertThat(Api.send(leader.post(path + "/answer", Examples.ANSWER).header("Idempotency-Key", Api.key()))
                        .status())
                .isEqualTo(428);
        assertThat(Api.send(leader.post(path + "/answer", Examples.ANSWER).header("If-Match", opened.etag()))
                        .problem())
                .isEqualTo("key-missing");
        assertThat(Api.as("reception", "H03.02")
                        .ask("/v1/feedback", Api.key(), Examples.OPENING)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsForwardedBeginsAnewElsewhereAndIsNobodysHereAnyMore() {
        var opened = citizen.ask("/v1/feedback", Api.key(), Examples.OPENING);
        BusinessDay.standAt("2022-06-09T09:00");
        var moved = step(reception, opened, "transfer", Examples.TRANSFER);
        assertThat(moved.text("dueAt")).isEqualTo("2022-06-13T02:00:00Z");
        assertThat(reception.get("/v1/feedback/" + opened.id()).status()).isEqualTo(404);
        var there = Api.as("leader", "H03.02");
        var sameElsewhere = there.get("/v1/feedback/" + opened.id());
        assertThat(stepAnswer(there, sameElsewhere, "refusal", "{\"reason\": \"NO_SUCH_REASON\"}")
                        .problem())
                .isEqualTo("unknown-code");
        assertThat(stepAnswer(there, sameElsewhere, "refusal", "{\"reason\": \"NOT_COMPETENT\"}")
                        .problem())
                .as("a reason for refusing dossiers")
                .isEqualTo("rule-violated");
        var refused = step(there, there.get("/v1/feedback/" + opened.id()), "refusal", Examples.REFUSAL);
        assertThat(refused.text("status")).isEqualTo("REFUSED");
        assertThat(refused.body().path("nextSteps")).isEmpty();
        assertThat(citizen.get("/v1/feedback/" + opened.id()).text("reason")).isEqualTo("COMPLAINT_OR_DENUNCIATION");
    }

    @Test
    void theQueueIsInTheOrderOfDueDatesPageByPageAndTheClockExplainsEachLine() {
        var agency = "H03.12";
        var there = Api.as("reception", agency);
        for (int i = 0; i < 5; i++) {
            BusinessDay.standAt("2022-06-0" + (9 - i % 3) + "T1" + i + ":00");
            var opened = there.ask("/v1/feedback", Api.key(), Examples.OPENING.replace("H03.01", agency));
            assertThat(opened.status()).as(String.valueOf(opened.body())).isEqualTo(201);
            if (i == 0) {
                step(there, opened, "classification", Examples.CLASSIFICATION);
            }
            if (i == 1) {
                step(there, opened, "refusal", Examples.REFUSAL);
            }
        }
        var seen = new ArrayList<String>();
        var next = "/v1/feedback?limit=2";
        while (next != null) {
            var page = there.get(next);
            assertThat(page.status()).isEqualTo(200);
            page.body()
                    .path("items")
                    .forEach(line -> seen.add(line.path("dueAt").asText()));
            var cursor = page.text("next");
            next = cursor == null ? null : "/v1/feedback?limit=2&cursor=" + cursor;
        }
        assertThat(seen).hasSize(4).isSorted();
        var refused = there.get("/v1/feedback?status=REFUSED");
        assertThat(refused.body().path("items")).hasSize(1);
        assertThat(refused.body().toString()).doesNotContain("giấy khai sinh");
        var first = there.get("/v1/feedback?limit=1");
        assertThat(there.get("/v1/feedback?limit=1&status=REFUSED&cursor=" + first.text("next"))
                        .status())
                .as("a cursor belongs to its list")
                .isEqualTo(400);
        assertThat(there.get("/v1/feedback?cursor=" + Cursor.write("feedback|H03.12|", "x", "y"))
                        .status())
                .isEqualTo(400);

        var classified =
                there.get("/v1/feedback?status=PROCESSING").body().path("items").get(0);
        var clock = there.get("/v1/feedback/" + classified.path("id").asText() + "/clock")
                .body();
        assertThat(clock.findValuesAsText("stage")).containsExactly("SCREENING", "ANSWER");
        assertThat(clock.get(0).path("endedAt").asText()).isEqualTo("2022-06-09T03:00:00Z");
        assertThat(clock.get(1).path("limit").path("amount").asInt()).isEqualTo(15);
        assertThat(clock.get(1).path("explanation")).isNotEmpty();
        assertThat(clock.get(1).path("late").asBoolean()).isFalse();
    }

    @Test
    void whatIsOverdueIsSaidOnceHoweverManySweepAndAtTheTimeAtWhichItWasDue() {
        var opened = IntStream.range(0, 5)
                .mapToObj(i -> citizen.ask("/v1/feedback", Api.key(), Examples.OPENING))
                .toList();
        BusinessDay.standAt("2022-06-10T09:00");
        sweep();
        assertThat(facts(opened.get(0))).containsExactly("received");

        BusinessDay.standAt("2022-06-20T09:00");
        var sweeps = IntStream.range(0, 6).mapToObj(i -> waker.sweep()).toList();
        Uni.combine().all().unis(sweeps).discardItems().await().atMost(PATIENCE);
        sweep();

        for (var one : opened) {
            assertThat(facts(one)).containsExactly("received", "overdue");
        }
        assertThat(Tables.text(
                        "select (time at time zone 'UTC')::text from event where subject = ?::uuid and sequence = 2",
                        opened.get(0).id()))
                .isEqualTo("2022-06-10 02:00:00");
        var classified = step(reception, opened.get(0), "classification", Examples.CLASSIFICATION);
        assertThat(classified.text("status")).as("the old tag still holds").isEqualTo("PROCESSING");
        assertThat(Histories.verdict(opened.get(0).id()).intact()).isTrue();
    }

    @Test
    void whatIsWrittenHasLimitsAndUnknownCodesAreNamed() {
        assertThat(open("{\"agency\": \"H03.01\", \"text\": \"" + "a".repeat(10_001) + "\"}")
                        .problem())
                .isEqualTo("rule-violated");
        assertThat(open("{\"agency\": \"H03.01\"}").problem()).isEqualTo("rule-violated");
        assertThat(open("{\"agency\": \"H99\", \"text\": \"x\"}").problem()).isEqualTo("unknown-code");
        assertThat(open("{\"agency\": \"H03.01\", \"procedure\": \"9.9\", \"text\": \"x\"}")
                        .problem())
                .isEqualTo("unknown-code");
        assertThat(open("{\"agency\": \"H03.01\", \"text\": \"x\\u0000\"}").status())
                .isIn(400, 422);
        assertThat(open("{\"agency\": \"H03.01\", \"text\": \"x\", \"phone\": \"0912\"}")
                        .problem())
                .isEqualTo("unknown-field");
        var opened = open(Examples.OPENING);
        assertThat(stepAnswer(reception, opened, "classification", "{\"kind\": \"SONG\"}")
                        .status())
                .isEqualTo(400);
        assertThat(citizen.get("/v1/feedback/no-id").status()).isEqualTo(404);
    }

    @Test
    void whereTheYearsCalendarIsMissingItComesInAllTheSame() {
        BusinessDay.standAt("2031-06-10T09:00");
        var opened = open(Examples.OPENING);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("dueAt")).isNull();
        assertThat(stepAnswer(reception, opened, "classification", Examples.CLASSIFICATION)
                        .problem())
                .isEqualTo("calendar-not-published");
        assertThat(step(leader, opened, "refusal", Examples.REFUSAL).text("status"))
                .isEqualTo("REFUSED");
    }

    private Answer open(String body) {
        return citizen.ask("/v1/feedback", Api.key(), body);
    }

    private String mirrored(String sourceId) {
        var told = tell(Examples.MIRRORED.replace("PAKN-2022-000017", sourceId));
        assertThat(told.status()).as(String.valueOf(told.body())).isEqualTo(200);
        assertThat(outcomes(told)).containsExactly("created");
        return told.body().get(0).path("id").asText();
    }

    private Answer tell(String body) {
        return Api.send(portal.post("/v1/mirrored-feedback", body));
    }

    private static List<String> outcomes(Answer told) {
        return StreamSupport.stream(told.body().spliterator(), false)
                .map((JsonNode one) -> one.path("outcome").asText())
                .toList();
    }

    private static Answer step(Api who, Answer seen, String step, String body) {
        var answer = stepAnswer(who, seen, step, body);
        assertThat(answer.status()).as(step + ": " + answer.body()).isEqualTo(200);
        return answer;
    }

    private static Answer stepAnswer(Api who, Answer seen, String step, String body) {
        return Api.send(who.post("/v1/feedback/" + seen.id() + "/" + step, body)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", seen.etag()));
    }

    private void sweep() {
        waker.sweep().await().atMost(PATIENCE);
    }

    private static List<String> facts(Answer feedback) {
        return Tables.column("select type from event where subject = ?::uuid order by sequence", feedback.id()).stream()
                .map(type -> type.replace("vn.motcua.feedback.", "").replace(".v1", ""))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic, String subject, int count) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        read(topic, record -> {
            if (subject.equals(record.key())) {
                found.add(record);
            }
            return found.size() >= count;
        });
        return found;
    }

    /** Of all records that are there. */
    private static Set<String> keys(String topic) {
        var keys = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(consuming(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
                return partitions.stream().allMatch(one -> consumer.position(one) >= ends.get(one));
            });
        }
        return keys;
    }

    private interface Until {
        boolean reached(ConsumerRecord<String, byte[]> record);
    }

    private static void read(String topic, Until until) {
        try (var consumer = new KafkaConsumer<>(consuming(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(PATIENCE).until(() -> {
                var there = false;
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    there |= until.reached(record);
                }
                return there;
            });
        }
    }

    private static Map<String, Object> consuming() {
        return Map.of(
                "bootstrap.servers",
                LocalInfrastructure.kafka(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
