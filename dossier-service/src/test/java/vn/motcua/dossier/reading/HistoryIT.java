package vn.motcua.dossier.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.EventHash;
import vn.motcua.dossier.events.HistoryAudit;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.dossier.events.HistoryVerifier.Received;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** A history over HTTP is enough to verify it offline, page by page. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class HistoryIT {

    private static final String SOURCE = "urn:motcua:H03:dossier-service";
    private static final UUID ID = UUID.fromString("01814035-0000-7000-8000-00000000b001");
    private static final int EVENTS = 7;

    @BeforeAll
    static void aDossierWithAHistory() throws SQLException {
        StoredDossier.store(List.of(StoredDossier.of(ID, "H03.01-220608-7101", DossierStatus.PROCESSING, "H03.01")
                .ownedBy("history-1")));
        try (Connection connection = LocalInfrastructure.database().connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into event (subject, sequence, id, type, time, data, previous_hash, hash, correlation_id, actor, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'correlated', 'Cán bộ Kín', 'ghi chú kín')""")) {
            String previous = null;
            for (int sequence = 1; sequence <= EVENTS; sequence++) {
                // The last is of a kind that this version does not know.
                String type =
                        "vn.motcua.dossier." + (sequence == EVENTS ? "reconsidered" : "recipient-changed") + ".v1";
                // A citizen and the system act for no unit.
                String actor =
                        sequence == 2 ? "{\"role\":\"CITIZEN\"}" : "{\"role\":\"RECEPTION\",\"unit\":\"H03.01\"}";
                String data = "{\"actor\":" + actor
                        + ",\"dossier\":{\"code\":\"H03.01-220608-7101\",\"status\":\"PROCESSING\"},\"z\":\"chữ "
                        + sequence + "\"}";
                UUID id = new UUID(0x018140350000_7000L, 0x8000_000000000000L + sequence);
                Instant time = Instant.parse("2022-06-08T02:00:00.120Z").plusSeconds(sequence);
                String hash = EventHash.of(attributes(id, type, sequence, time, previous, null), data);
                insert.setObject(1, ID);
                insert.setLong(2, sequence);
                insert.setObject(3, id);
                insert.setString(4, type);
                insert.setTimestamp(5, Timestamp.from(time));
                insert.setString(6, data);
                insert.setString(7, previous);
                insert.setString(8, hash);
                insert.executeUpdate();
                previous = hash;
            }
        }
    }

    @Test
    void whoReadsItCanVerifyItOffline() throws Exception {
        List<Received> received = new ArrayList<>();
        int pages = 0;
        String next = "/v1/dossiers/" + ID + "/history?limit=3";
        while (next != null) {
            Response page = read(next);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            for (JsonNode event :
                    EventFormat.mapper().readTree(page.asByteArray()).get("items")) {
                received.add(new Received(
                        attributes(
                                UUID.fromString(event.get("id").asText()),
                                event.get("type").asText(),
                                event.get("sequence").asLong(),
                                Instant.parse(event.get("time").asText()),
                                event.path("previoushash").asText(null),
                                event.get("hash").asText()),
                        EventFormat.mapper().writeValueAsBytes(event.get("data"))));
                assertThat(event.get("actor")).isEqualTo(event.at("/data/actor"));
                assertThat(event.get("source").asText()).isEqualTo(SOURCE);
                assertThat(event.get("subject").asText()).isEqualTo(ID.toString());
            }
            pages++;
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(pages).isEqualTo(3);
        assertThat(received).hasSize(EVENTS);
        assertThat(HistoryVerifier.verify(received)).isEqualTo(new HistoryVerifier.Verdict(true, -1, null));
    }

    @Test
    void theSavedAnswerIsWhatTheOfflineVerifierTakes() {
        var saved = read("/v1/dossiers/" + ID + "/history").asByteArray();
        assertThat(audited(saved)).isEqualTo(new HistoryAudit.Finding(null, 0, EVENTS, 0, null, false));
    }

    private static HistoryAudit.Finding audited(byte[] saved) {
        try {
            return new HistoryAudit().with(EventFormat.mapper().readTree(saved)).check();
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    @Test
    void theOfficersNameAndRemarkAreNotPartOfIt() {
        assertThat(read("/v1/dossiers/" + ID + "/history").asString()).doesNotContain("Cán bộ Kín", "ghi chú kín");
    }

    @Test
    void theDataIsShownAsItWasHashed() {
        assertThat(read("/v1/dossiers/" + ID + "/history?limit=1").asString())
                .contains("\"data\":{\"actor\":{\"role\":\"RECEPTION\",\"unit\":\"H03.01\"},\"dossier\":{\"code\"");
    }

    private static EventAttributes attributes(
            UUID id, String type, long sequence, Instant time, String previous, String hash) {
        return new EventAttributes(
                id,
                SOURCE,
                type,
                ID.toString(),
                time,
                EventAttributes.schemaOf(type),
                sequence,
                ID.toString(),
                previous,
                hash,
                null,
                null,
                null,
                null);
    }

    private static Response read(String path) {
        return given().auth()
                .oauth2(LocalInfrastructure.tokens().token(TokenRequest.citizen("history-1")))
                .urlEncodingEnabled(false)
                .get(path);
    }
}
