package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.events.Address;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.Topics;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Somebody acts for the owner: is told, may collect, and stays private. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class AuthorisedPersonIT {

    private static final String ONLINE = Examples.ONLINE.replace("\"components\"", """
            "authorisedPerson": {"name": "Ma Thị Bình", "idNumber": "006195000789", "phone": "0987 654 321",
              "email": "binh@example.com", "authorisationReference": "12/2022/GUQ"},
            "components\"""");

    private final Api citizen = Api.citizen("c-31");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);
    private final Api office =
            Api.as(TokenRequest.of("leader", JUSTICE, 1).withRoles("leader", "officer", "reception"));

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void theRestrictedTopicNamesWhomTheOwnerAuthorisedAndTheSharedOneNobody() {
        var submitted = citizen.open(ONLINE);
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        assertThat(submitted.body().path("authorisedPerson").path("phone").asText())
                .isEqualTo("+84987654321");
        assertThat(submitted.body().path("applicant").path("name").asText())
                .as("the owner stays the owner")
                .isEqualTo("Nguyễn Thị Hoa");
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        // Each goes out with the recipient of its moment, so the correction comes after.
        records(Topics.DOSSIER_LIFECYCLE_RESTRICTED, submitted.id(), 2);
        var corrected = leader.step(accepted.id(), "correction", accepted.etag(), """
                {"withoutAuthorisedPerson": true, "reason": "WRONG_OWNER"}""");
        assertThat(corrected.status()).as(String.valueOf(corrected.body())).isEqualTo(200);
        assertThat(corrected.body().has("authorisedPerson")).isFalse();

        var restricted = records(Topics.DOSSIER_LIFECYCLE_RESTRICTED, submitted.id(), 3);
        assertThat(recipient(restricted.get(0)))
                .isEqualTo(new Recipient(
                        "Ma Thị Bình",
                        "+84987654321",
                        "binh@example.com",
                        true,
                        true,
                        "vi",
                        new Address("Tổ 5", "Phường Đức Xuân", "Bắc Kạn")));
        assertThat(recipient(restricted.get(2)).name()).isEqualTo("Nguyễn Thị Hoa");
        assertThat(recipient(restricted.get(2)).phone()).isEqualTo("+84912345678");
        for (var record : records(Topics.DOSSIER_LIFECYCLE, submitted.id(), 3)) {
            assertThat(everything(record))
                    .doesNotContain("Bình", "987654321", "006195000789", "binh@", "GUQ", "Hoa", "912345678");
        }
        assertThat(text(records(Topics.DOSSIER_LIFECYCLE, submitted.id(), 3).get(2)))
                .contains("\"fields\":[\"AUTHORISED_PERSON\"]");
        assertThat(Histories.verdict(submitted.id()).intact()).isTrue();
    }

    @Test
    void aResultGoesByPostOnlyWhereTheCarrierCanCallWhoeverActs() {
        var withAddress = Examples.AUTHORISED.replace(
                "\"notifyBySms\": true",
                "\"notifyBySms\": false, \"phone\": \"0912 345 678\", \"address\": {\"text\": \"Tổ 5\", \"commune\": \"Phường Đức Xuân\", \"province\": \"Bắc Kạn\"}");
        var byPost = "{\"returnMethod\": \"POST\", \"reason\": \"ENTRY_ERROR\"}";
        var silent = reception.open(withAddress.replace("\"phone\": \"0987 654 321\",", ""));
        assertThat(silent.status()).as(String.valueOf(silent.body())).isEqualTo(201);

        var refused = leader.step(silent.id(), "correction", silent.etag(), byPost);
        assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/returnMethod");

        var spoken = reception.open(withAddress);
        var corrected = leader.step(spoken.id(), "correction", spoken.etag(), byPost);
        assertThat(corrected.status()).as(String.valueOf(corrected.body())).isEqualTo(200);
        assertThat(corrected.text("returnMethod")).isEqualTo("POST");
    }

    @Test
    void theDigestOfThePrivatePartCoversThem() {
        var dossier = reception.open(Examples.AUTHORISED);
        var kept = Tables.text("select authorised_person from applicant where dossier_id = ?::uuid", dossier.id());
        assertThat(kept).contains("Ma Thị Bình", "12/2022/GUQ");
        var applicant = new Applicant("Hoàng Văn Nam", "006090000456", null, null, null, true, false, "vi");
        var papers = List.of(new Paper("TK", null, 1));
        var salt = HexFormat.of()
                .parseHex(Tables.text(
                        "select encode(salt, 'hex') from applicant where dossier_id = ?::uuid", dossier.id()));
        var digest = Tables.text("select private_digest from dossier where id = ?::uuid", dossier.id());

        var them = PrivateColumns.authorisedPerson(kept);
        assertThat(new PrivatePart(applicant, them, papers, salt).digest()).isEqualTo(digest);
        var swapped = PrivateColumns.authorisedPerson(kept.replace("Bình", "Bính"));
        assertThat(new PrivatePart(applicant, swapped, papers, salt).digest()).isNotEqualTo(digest);
        assertThat(new PrivatePart(applicant, null, papers, salt).digest()).isNotEqualTo(digest);
    }

    @Test
    void atTheCounterTheAuthorisedPersonGetsItOnceTheirPaperWasLookedAt() {
        var completed = completed(Examples.AUTHORISED);

        var unnamed = office.step(completed.id(), "return", completed.etag(), Examples.RETURN);
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.text("reason")).isEqualTo("COLLECTOR_NOT_NAMED");
        var unseen = office.step(completed.id(), "return", completed.etag(), """
                {"via": "COUNTER", "identityChecked": true, "collectedBy": "AUTHORISED"}""");
        assertThat(unseen.status()).isEqualTo(422);
        assertThat(unseen.text("reason")).isEqualTo("AUTHORISATION_NOT_CHECKED");

        var returned = office.step(completed.id(), "return", completed.etag(), Examples.RETURN_TO_AUTHORISED);
        assertThat(returned.text("status")).isEqualTo("RETURNED");
        var records = records(Topics.DOSSIER_LIFECYCLE, completed.id(), 4);
        assertThat(text(records.get(3)))
                .contains("\"collectedBy\":\"AUTHORISED\"", "\"via\":\"COUNTER\"")
                .doesNotContain("Bình", "987654321", "GUQ");
    }

    @Test
    void whomNobodyAuthorisedGetsNothing() {
        var completed = completed(Examples.COUNTER);

        var stranger = office.step(completed.id(), "return", completed.etag(), Examples.RETURN_TO_AUTHORISED);

        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.text("reason")).isEqualTo("NOBODY_AUTHORISED");
        office.step(completed.id(), "return", completed.etag(), Examples.RETURN);
        assertThat(Tables.text(
                        "select data from event where subject = ?::uuid order by sequence desc limit 1",
                        completed.id()))
                .contains("\"collectedBy\":\"OWNER\"");
    }

    @Test
    void theOwnerMayAuthoriseSomebodyLaterButAnotherPersonIsACorrection() {
        var dossier = reception.open(Examples.COUNTER);
        var named = reception.step(dossier.id(), "recipient-change", dossier.etag(), """
                {"authorisedPerson": {"name": "Ma Thị Bình", "phone": "0987 654 321", "authorisationReference": "12/2022/GUQ"}}""");
        assertThat(named.status()).as(String.valueOf(named.body())).isEqualTo(200);
        assertThat(named.body().path("applicant").path("name").asText()).isEqualTo("Hoàng Văn Nam");

        var other = """
                {"authorisedPerson": {"name": "Lý Văn Cao", "phone": "0987 111 222", "authorisationReference": "13/2022/GUQ"}%s}""";
        var refused = reception.step(named.id(), "recipient-change", named.etag(), other.formatted(""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("pointer")).containsExactly("/authorisedPerson");

        var corrected =
                leader.step(named.id(), "correction", named.etag(), other.formatted(", \"reason\": \"WRONG_OWNER\""));
        assertThat(corrected.status()).as(String.valueOf(corrected.body())).isEqualTo(200);
        assertThat(corrected.body().path("authorisedPerson").path("name").asText())
                .isEqualTo("Lý Văn Cao");
        var same = leader.step(
                corrected.id(), "correction", corrected.etag(), other.formatted(", \"reason\": \"WRONG_OWNER\""));
        assertThat(same.text("reason")).isEqualTo("NOTHING_CORRECTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"phone\": \"0987 654 321\", | | /authorisedPerson/phone",
                "\"phone\": \"0987 654 321\" | \"phone\": \"0209 3810 000\" | /authorisedPerson/phone",
                "\"phone\": \"0987 654 321\" | \"phone\": \"12\" | /authorisedPerson/phone",
                "\"name\": \"Ma Thị Bình\" | \"name\": \" \" | /authorisedPerson/name",
                "\"authorisationReference\": \"12/2022/GUQ\" | \"email\": \"binh@example.com\" | /authorisedPerson/authorisationReference",
                "\"006195000789\" | \"12\" | /authorisedPerson/idNumber",
                "\"phone\": \"0987 654 321\" | \"phone\": \"0987 654 321\", \"email\": \"nobody\" | /authorisedPerson/email"
            })
    void whoCannotBeReachedOrIsNotSaidIsRefused(String right, String wrong, String pointer) {
        var before = Tables.state();
        var body = Examples.AUTHORISED.replace(right, wrong == null ? "" : wrong);
        assertThat(body).isNotEqualTo(Examples.AUTHORISED);

        var answer = reception.open(body);

        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsText("pointer")).contains(pointer);
        assertThat(Tables.state()).isEqualTo(before);
    }

    private Answer completed(String opening) {
        var accepted = reception.open(opening);
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        var begun = office.step(accepted.id(), "processing", accepted.etag(), "{}");
        var completed = office.step(begun.id(), "completion", begun.etag(), Examples.GRANTED);
        assertThat(completed.status()).as(String.valueOf(completed.body())).isEqualTo(200);
        return completed;
    }

    private static Recipient recipient(ConsumerRecord<String, byte[]> record) {
        var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return EventFormat.readRestricted(type, record.value()).recipient();
    }

    private static String everything(ConsumerRecord<String, byte[]> record) {
        var all = new StringBuilder(text(record));
        record.headers().forEach(header -> all.append(new String(header.value(), StandardCharsets.UTF_8)));
        return all.toString();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
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
}
