package vn.motcua.kpi.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Topics;
import vn.motcua.dossier.events.feedback.FeedbackAnswered;
import vn.motcua.dossier.events.feedback.FeedbackChannel;
import vn.motcua.dossier.events.feedback.FeedbackClassified;
import vn.motcua.dossier.events.feedback.FeedbackEvent;
import vn.motcua.dossier.events.feedback.FeedbackKind;
import vn.motcua.dossier.events.feedback.FeedbackOverdue;
import vn.motcua.dossier.events.feedback.FeedbackPublished;
import vn.motcua.dossier.events.feedback.FeedbackRated;
import vn.motcua.dossier.events.feedback.FeedbackReceived;
import vn.motcua.dossier.events.feedback.FeedbackRefused;
import vn.motcua.dossier.events.feedback.FeedbackState;
import vn.motcua.dossier.events.feedback.FeedbackStatus;
import vn.motcua.dossier.events.feedback.FeedbackTransferred;
import vn.motcua.kpi.Agencies;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** What the reports and proposals of a period count for, from the real topic. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class FeedbackFiguresIT {

    private static final Agencies AGENCIES = Agencies.of("H03", "H03.20", "H03.20.01", "H03.21");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant RECEIVED = Instant.parse("2015-06-08T02:00:00Z");
    private static final Instant ON_THE_NEXT_DAY = Instant.parse("2015-06-09T02:00:00Z");
    private static final Instant DUE = Instant.parse("2015-06-10T02:00:00Z");
    private static final Instant TOO_LATE = DUE.plusMillis(1);
    private static final Actor ACTOR = new Actor(Role.LEADER, "H03.20");
    private static final String STATISTICS =
            "Bearer " + LocalInfrastructure.tokens().token(TokenRequest.of("statistics", "H03", 1));

    @BeforeAll
    static void publishAgencies() {
        AGENCIES.publish();
    }

    @BeforeEach
    void theServiceKnowsThem() {
        AGENCIES.awaitKnown();
    }

    @Test
    void whatIsHandledInTimeLateOpenAndRatedCountsAsTheLawCounts() {
        try (var topic = new Topic()) {
            topic.tell("H03.20", new Told(0, "received"), new Told(1, "answered"), new Told(2, "published"));
            topic.tell("H03.20.01", new Told(0, "received"), new Told(9, "answered"));
            topic.tell("H03.20", new Told(0, "received"), new Told(1, "refused"));
            topic.tell("H03.20", new Told(0, "received"), new Told(1, "overdue"));
            topic.tell("H03.20", new Told(0, "received"));
            topic.tell("H03.20", new Told(0, "received"), new Told(1, "answered"), new Told(1, "rated5"));
            topic.tell(
                    "H03.20",
                    new Told(0, "received"),
                    new Told(1, "overdue"),
                    new Told(1, "answered"),
                    new Told(1, "rated2"));
            topic.tell(
                    "H03.20",
                    new Told(0, "received"),
                    new Told(9, "overdue"),
                    new Told(9, "transferred to H03.21"),
                    new Told(9, "sung"));
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(figures("H03.20", "2015-06-01", "2015-06-30"))
                    .containsEntry("FEEDBACK_RECEIVED", "7/null")
                    .containsEntry("FEEDBACK_HANDLED_RATE", "5/7")
                    .containsEntry("FEEDBACK_ON_TIME_RATE", "3/6")
                    .containsEntry("FEEDBACK_SATISFACTION_RATE", "1/2");
            assertThat(figures("H03.20.01", "2015-06-01", "2015-06-30")).containsEntry("FEEDBACK_ON_TIME_RATE", "0/1");
            assertThat(figures("H03.21", "2015-06-01", "2015-06-30"))
                    .as("what the one before missed is not theirs")
                    .containsEntry("FEEDBACK_RECEIVED", "1/null")
                    .containsEntry("FEEDBACK_ON_TIME_RATE", "0/0");
        });
        assertThat(figures("H03.20", "2015-07-01", "2015-07-31")).containsEntry("FEEDBACK_RECEIVED", "0/null");
        assertThat(figures("H03.20&origin=MIRRORED", "2015-06-01", "2015-06-30"))
                .containsEntry("FEEDBACK_RECEIVED", "0/null");
    }

    private record Told(int what, String fact) {

        Instant at() {
            return what == 0 ? RECEIVED : what == 9 ? TOO_LATE : ON_THE_NEXT_DAY;
        }
    }

    private static final class Topic implements AutoCloseable {

        private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", LocalInfrastructure.kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());

        /** All twice: what comes again changes nothing. */
        void tell(String agency, Told... life) {
            var id = UUID.randomUUID();
            for (int time = 0; time < 2; time++) {
                for (int i = 0; i < life.length; i++) {
                    send(id, i + 1L, fact(agency, life, i), life[i]);
                }
            }
        }

        private static FeedbackEvent fact(String agency, Told[] life, int i) {
            var fact = life[i].fact();
            var has = agency;
            Instant answered = null;
            Instant refused = null;
            for (int before = 0; before <= i; before++) {
                if (life[before].fact().equals("answered")) {
                    answered = life[before].at();
                }
                if (life[before].fact().equals("refused")) {
                    refused = life[before].at();
                }
                if (life[before].fact().startsWith("transferred")) {
                    has = "H03.21";
                }
            }
            var state = new FeedbackState(
                    FeedbackStatus.PROCESSING,
                    null,
                    FeedbackKind.REPORT,
                    FeedbackChannel.NATIONAL,
                    new AgencyRef(has, List.of("H03", has)),
                    null,
                    RECEIVED,
                    RECEIVED,
                    null,
                    null,
                    answered,
                    null,
                    refused,
                    null,
                    null,
                    Origin.LIVE,
                    "sha256:" + "0".repeat(64));
            return switch (fact.split(" ")[0]) {
                case "received" -> new FeedbackReceived(state, ACTOR);
                case "answered" -> new FeedbackAnswered(state, ACTOR, DUE);
                case "refused" -> new FeedbackRefused(state, ACTOR, "UNCLEAR", DUE);
                case "published" -> new FeedbackPublished(state, ACTOR, DUE);
                case "overdue" -> new FeedbackOverdue(state, ACTOR);
                case "transferred" -> new FeedbackTransferred(state, ACTOR, AgencyRef.of(agency), DUE);
                case "rated5" -> new FeedbackRated(state, ACTOR, 5);
                case "rated2" -> new FeedbackRated(state, ACTOR, 2);
                default -> new FeedbackClassified(state, ACTOR, null);
            };
        }

        private void send(UUID id, long sequence, FeedbackEvent fact, Told told) {
            // A word from later days: passed over, with its state.
            var type = told.fact().equals("sung") ? "vn.motcua.feedback.sung.v1" : fact.type();
            var attributes = new EventAttributes(
                    UUID.nameUUIDFromBytes((id + "#" + sequence).getBytes(StandardCharsets.UTF_8)),
                    "urn:motcua:H03:dossier-service",
                    type,
                    id.toString(),
                    told.at(),
                    EventAttributes.schemaOf(type),
                    sequence,
                    id.toString(),
                    null,
                    "sha256:" + "0".repeat(64),
                    told.at(),
                    null,
                    null,
                    null);
            var message = new ProducerRecord<>(Topics.FEEDBACK, id.toString(), EventFormat.canonical(fact));
            attributes
                    .headers()
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message);
        }

        @Override
        public void close() {
            producer.close();
        }
    }

    private static Map<String, String> figures(String agency, String from, String to) {
        var told = new TreeMap<String, String>();
        given().header("Authorization", STATISTICS)
                .get("/v1/indicators?agency=" + agency + "&from=" + from + "&to=" + to)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("$")
                .forEach(figure -> told.put(
                        (String) figure.get("code"), figure.get("numerator") + "/" + figure.get("denominator")));
        return told;
    }
}
