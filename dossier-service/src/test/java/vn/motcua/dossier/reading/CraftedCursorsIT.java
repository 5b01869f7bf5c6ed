package vn.motcua.dossier.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.local.testing.LocalInfrastructure;

/** The check in a cursor is public: anybody can make one up that passes it. It is a bad request all the same, never a fault of ours. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class CraftedCursorsIT {

    private static final UUID DOSSIER = UUID.fromString("0181b000-0000-7000-8000-00000000c0de");
    private static final List<String> INSTANTS =
            List.of("x", "2022-02-30T00:00:00Z", "+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "\0");
    private static final List<String> IDS = List.of("", "x", "01814200-0000-7000-8000-00000000000g", "\0");
    private static final List<String> NUMBERS = List.of("", "x", "1.5", "9223372036854775808", "\0");
    private static final String AN_INSTANT = "2022-06-08T02:00:00Z";

    @BeforeAll
    static void aDossierWithAHistory() {
        StoredDossier.store(List.of(StoredDossier.of(DOSSIER, "H03.01-220606-7777", DossierStatus.ACCEPTED, "H03.01")
                .ownedBy("crafty")));
    }

    @Test
    void ofTheQueue() {
        Api leader = Api.as("leader", "H03.01");
        for (String made : INSTANTS) {
            refused(leader, "/v1/queue", "queue|H03.01|", made, DOSSIER.toString());
        }
        for (String made : IDS) {
            refused(leader, "/v1/queue", "queue|H03.01|", AN_INSTANT, made);
        }
    }

    @Test
    void ofTheCitizensOwn() {
        Api citizen = Api.citizen("crafty");
        for (String made : INSTANTS) {
            refused(citizen, "/v1/my-dossiers", "my-dossiers|crafty", made, DOSSIER.toString());
        }
        for (String made : IDS) {
            refused(citizen, "/v1/my-dossiers", "my-dossiers|crafty", AN_INSTANT, made);
        }
    }

    @Test
    void ofTheHistoryAndTheWorkLists() {
        for (String made : NUMBERS) {
            refused(Api.as("leader", "H03.01"), "/v1/dossiers/" + DOSSIER + "/history", "history|" + DOSSIER, made);
            refused(Api.as("reception", "H03.01"), "/v1/homecoming-work", "homecoming-work|H03.01", made);
            refused(Api.as("operator", "H03"), "/v1/parked-pointers", "parked-pointers", made);
            for (String list : List.of("parked-events", "undecodable-records", "skipped-gaps")) {
                refused(Api.as("operator", "H03"), "/v1/" + list, list + "|null", made);
            }
            for (String list : List.of("waiting-events", "gaps")) {
                refused(
                        Api.as("operator", "H03"),
                        "/v1/" + list,
                        list + "|null",
                        "postal.tracking.v1",
                        "urn:x",
                        DOSSIER.toString(),
                        made);
            }
        }
        for (String list : List.of("waiting-events", "gaps")) {
            for (String made : IDS) {
                refused(
                        Api.as("operator", "H03"),
                        "/v1/" + list,
                        list + "|null",
                        "postal.tracking.v1",
                        "urn:x",
                        made,
                        "1");
            }
            refused(Api.as("operator", "H03"), "/v1/" + list, list + "|null", "\0", "urn:x", DOSSIER.toString(), "1");
        }
    }

    private static void refused(Api who, String path, String list, String... place) {
        String cursor = URLEncoder.encode(Cursor.write(list, place), StandardCharsets.UTF_8);
        Answer answer = who.get(path + "?cursor=" + cursor);
        assertThat(answer.status() + " " + answer.problem())
                .as("%s %s", path, List.of(place))
                .isEqualTo("400 malformed");
    }
}
