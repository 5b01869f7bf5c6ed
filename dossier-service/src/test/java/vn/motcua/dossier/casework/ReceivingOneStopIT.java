package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** One-stop shops that take dossiers in on behalf of other agencies, also of other trees, and hand the results out, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ReceivingOneStopIT {

    /** A commune that takes in for the department and the police; its neighbour, that does not. */
    private static final String COMMUNE = "H03.31.01";

    private static final String NEIGHBOUR = "H03.31.02";
    private static final String POLICE = "G01.H03";
    private static final String CENTRE = "H03";

    /** A procedure of the department and of the police. */
    private static final String SHARED = "1.900981";

    private final Api commune = Api.as("reception", COMMUNE);
    private final Api communeCashier = Api.as("cashier", COMMUNE);
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);

    @BeforeEach
    void onAWednesdayMorning() throws Exception {
        BusinessDay.standAt("2022-06-08T09:00");
        var admin = Api.as("admin", "H03");
        ObjectNode shared = EventFormat.mapper()
                .valueToTree(Catalogue.shipped().procedure("1.900101", 1).orElseThrow());
        shared.put("code", SHARED)
                .putNull("validTo")
                .putArray("agencies")
                .add(JUSTICE)
                .add(POLICE);
        var draft =
                Api.send(admin.post("/v1/catalogue/drafts", shared.toString()).header("Idempotency-Key", Api.key()));
        if (draft.status() == 201) {
            var published = Api.send(admin.post(URI.create(draft.location()).getPath() + "/publication", "{}")
                    .header("Idempotency-Key", Api.key()));
            assertThat(published.status()).as(String.valueOf(published.body())).isEqualTo(200);
        }
    }

    /** Nothing is left open under a procedure that is taken out of the catalogue again. */
    @AfterEach
    void goOn() {
        for (var open : Tables.rows(
                "select id, agency from dossier where procedure = ? and ended_at is null and status <> 'VOIDED'",
                SHARED)) {
            var itsLeader = Api.as("leader", open.get(1));
            var now = itsLeader.get("/v1/dossiers/" + open.get(0));
            done(itsLeader.step(now.id(), "voiding", now.etag(), "{\"reason\": \"ENTRY_ERROR\"}"));
        }
        BusinessDay.backToRealTime();
    }

    @Test
    void aCommuneTakesADossierInForADepartmentPassesItOnAndHandsTheResultOut() {
        var taken = taken(commune, "1.900101", JUSTICE);
        assertThat(taken.text("code")).as("numbered where it came in").matches("H03\\.31\\.01-220608-\\d{4}");
        assertThat(taken.body().at("/agency/code").asText()).isEqualTo(JUSTICE);
        assertThat(taken.body().at("/receivingOneStop/code").asText()).isEqualTo(COMMUNE);
        assertThat(taken.body().at("/receivingOneStop/name").asText()).isNotEmpty();
        assertThat(next(taken)).containsExactly("processing", "supplement-request", "document");

        var passedOn = done(commune.step(taken.id(), "processing", taken.etag(), "{}"));
        assertThat(passedOn.text("status")).isEqualTo("PROCESSING");
        assertThat(next(passedOn)).containsExactly("supplement-request", "document");
        var asked = done(commune.step(taken.id(), "supplement-request", passedOn.etag(), Examples.SUPPLEMENT_REQUEST));
        assertThat(next(asked)).containsExactly("supplement", "supplement-confirmation", "document");
        var full = done(commune.step(taken.id(), "supplement-confirmation", asked.etag(), "{}"));

        var begun = done(officer.step(full.id(), "assignment", full.etag(), "{}"));
        var owing = done(officer.step(begun.id(), "payment-request", begun.etag(), Examples.PAYMENT_REQUEST));
        assertThat(communeCashier.get("/v1/dossiers/" + owing.id()).body().has("applicant"))
                .isFalse();
        var paid = done(communeCashier.step(
                owing.id(),
                "payment",
                owing.etag(),
                "{\"reference\": \"QUAY-1\", \"amount\": 200000, \"method\": \"CASH\"}"));
        var completed = done(leader.step(paid.id(), "completion", paid.etag(), Examples.GRANTED));

        assertThat(codes(commune.get("/v1/queue?status=COMPLETED&receivingOneStop=" + COMMUNE)))
                .contains(completed.text("code"));
        var returned = done(commune.step(completed.id(), "return", completed.etag(), Examples.RETURN));
        assertThat(returned.text("status")).isEqualTo("RETURNED");
        assertThat(Tables.text(
                        "select data::json->'actor'->>'unit' from event where subject = ?::uuid order by sequence desc limit 1",
                        returned.id()))
                .isEqualTo(COMMUNE);
        assertThat(Tables.rows(
                        "select distinct data::json->'dossier'->'receivingOneStop'->>'code', data::json->'dossier'->'agency'->>'code' from event where subject = ?::uuid",
                        returned.id()))
                .containsExactly(List.of(COMMUNE, JUSTICE));
        assertThat(Histories.verdict(returned.id()).intact()).isTrue();
    }

    @Test
    void theExampleOfTheDescriptionIsTrue() {
        var taken = done(Api.as("reception", CENTRE).open(Examples.FOR_ANOTHER));

        assertThat(taken.body().at("/receivingOneStop/code").asText()).isEqualTo(CENTRE);
    }

    @ParameterizedTest
    @CsvSource({
        // The province's centre and a commune for the police, who are a ministry's.
        "H03,       G01.H03, ,    H03,       H03",
        "H03.31.01, G01.H03, ,    H03.31.01, H03.31.01",
        // The centre for a department: as the centre where it says so, at the department's own counter as ever.
        "H03,       H03.01,  H03, H03,       H03",
        "H03,       H03.01,  ,    ,          H03\\.01",
        "H03.01,    H03.01,  ,    ,          H03\\.01",
        "H03.01,    H03.01,  H03.01, ,       H03\\.01",
        // Whoever works above a one-stop shop may name it.
        "H03.31,    H03.01,  H03.31.01, H03.31.01, H03.31.01"
    })
    void whoTookItInIsKnownAndNumbersIt(String who, String agency, String named, String receiving, String numbered) {
        var taken = done(Api.as("reception", who).open(opening(SHARED, agency, named)));

        assertThat(taken.body().at("/receivingOneStop/code").asText(null)).isEqualTo(receiving);
        assertThat(taken.text("code")).matches(numbered + "-220608-\\d{4}");
    }

    @ParameterizedTest
    @CsvSource({
        // Nobody said that it takes in for others.
        "reception, H03.31.02, H03.01,  ,          403",
        "reception, H03.02,    H03.01,  ,          403",
        "reception, H03.31,    H03.01,  ,          403",
        // Not for this one, and not for who stands above it.
        "reception, H03.31.01, H03.02,  ,          403",
        "reception, H03.31.01, H03,     ,          403",
        "reception, G01.H03,   H03.01,  ,          403",
        // Not at a counter that is not theirs.
        "reception, H03.31.01, H03.01,  H03,       403",
        "reception, H03.31.01, H03.01,  H03.01,    403",
        "reception, H03.31.02, H03.01,  H03.31.01, 403",
        "reception, H03.01,    H03.01,  H03.31.01, 403",
        "reception, H03.31,    H03.01,  H03.31.02, 403",
        "reception, H03,       H03.01,  H03.99,    403",
        // Reception takes in, nobody else.
        "officer,   H03.31.01, H03.01,  ,          403",
        "leader,    H03.31.01, H03.01,  ,          403",
        "clerk,     H03.31.01, H03.01,  ,          403",
        "cashier,   H03.31.01, H03.01,  ,          403",
    })
    void whoMayNotTakeItInHearsSo(String role, String who, String agency, String named, int status) {
        var answer = Api.as(role, who).open(opening(SHARED, agency, named));

        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(status);
    }

    @Test
    void whatIsHandedInOnlineGoesToTheAgencyItself() {
        var online = Examples.ONLINE.replace(
                "\"agency\": \"H03.01\"", "\"agency\": \"H03.01\", \"receivingOneStop\": \"" + COMMUNE + "\"");
        var answer = Api.citizen("c-17").open(online);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/receivingOneStop");
    }

    /** By id, history, papers, code, the list of what was taken in: all ways say the same. */
    @ParameterizedTest
    @CsvSource({
        "reception, H03.31.01, true",
        "reception, H03.31,    true",
        "reception, H03,       true",
        "reception, H03.31.02, false",
        "reception, H03.02,    false",
        "reception, H03.310,   false",
        "officer,   H03.31.01, false",
        "leader,    H03.31.01, false",
        "clerk,     H03.31.01, false"
    })
    void theReceptionThereSeesItAndNobodyElse(String role, String where, boolean sees) {
        var taken = taken(commune, SHARED, POLICE);
        var who = Api.as(role, where);

        assertThat(who.get("/v1/dossiers/" + taken.id()).status()).isEqualTo(sees ? 200 : 404);
        assertThat(who.get("/v1/dossiers/" + taken.id() + "/history").status()).isEqualTo(sees ? 200 : 404);
        assertThat(who.get("/v1/dossiers/" + taken.id() + "/clock").status()).isEqualTo(sees ? 200 : 404);
        assertThat(who.get("/v1/dossiers/" + taken.id() + "/forms").status()).isEqualTo(sees ? 200 : 404);
        assertThat(who.get("/v1/dossiers/" + taken.id() + "/documents").status())
                .isEqualTo(sees ? 200 : 404);
        assertThat(codes(who.get("/v1/dossiers?code=" + taken.text("code")))).hasSize(sees ? 1 : 0);
        var list = who.get("/v1/queue?limit=100&receivingOneStop=" + COMMUNE);
        assertThat(list.status()).isEqualTo(sees ? 200 : 403);
        if (sees) {
            assertThat(codes(list)).contains(taken.text("code"));
        }
        assertThat(codes(Api.as("reception", POLICE).get("/v1/queue?limit=100")))
                .contains(taken.text("code"));
    }

    @Test
    void whatTheyDoNotPassOnIsNotTheirs() {
        var taken = taken(commune, "1.900101", JUSTICE);
        var passedOn = done(commune.step(taken.id(), "processing", taken.etag(), "{}"));

        for (var step : List.of("withdrawal", "forwarding", "assignment", "recipient-change")) {
            assertThat(commune.step(taken.id(), step, passedOn.etag(), body(step))
                            .status())
                    .as(step)
                    .isEqualTo(403);
        }
        for (var step : List.of("payment-request", "refund")) {
            assertThat(communeCashier
                            .step(taken.id(), step, passedOn.etag(), body(step))
                            .status())
                    .as(step)
                    .isIn(403, 404);
        }
        for (var role : List.of("officer", "leader", "clerk")) {
            var other = Api.as(role, COMMUNE);
            assertThat(other.get("/v1/dossiers/" + taken.id()).status())
                    .as(role)
                    .isEqualTo(404);
            assertThat(other.step(taken.id(), "forwarding", passedOn.etag(), "{}")
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    private static String body(String step) {
        return switch (step) {
            case "withdrawal" -> Examples.WITHDRAWAL;
            case "payment-request" -> Examples.PAYMENT_REQUEST;
            case "recipient-change" -> "{\"applicant\": {\"name\": \"Hoàng Văn Nam\", \"phone\": \"0209 3810 001\"}}";
            default -> "{}";
        };
    }

    @Test
    void theListOfWhatWasTakenInIsPagedAndStandsAlone() {
        for (int i = 0; i < 3; i++) {
            taken(commune, "1.900101", JUSTICE);
        }
        var shown = new ArrayList<String>();
        var list = "/v1/queue?limit=2&status=ACCEPTED&receivingOneStop=" + COMMUNE;
        for (var at = list; at != null; ) {
            var page = commune.get(at);
            assertThat(page.status()).isEqualTo(200);
            shown.addAll(codes(page));
            var following = page.body().path("next").asText(null);
            at = following == null ? null : list + "&cursor=" + following;
        }
        assertThat(shown).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat(shown).hasSize((int) Tables.number(
                "select count(*) from dossier where status = 'ACCEPTED' and receiving_one_stop = ?", COMMUNE));
        for (var filter : List.of("agency=" + COMMUNE, "officer=x", "mirrored=true")) {
            assertThat(commune.get("/v1/queue?receivingOneStop=" + COMMUNE + "&" + filter)
                            .status())
                    .as(filter)
                    .isEqualTo(422);
        }
        assertThat(codes(commune.get("/v1/queue?limit=100")))
                .as("what the commune answers for is another list")
                .doesNotContainAnyElementsOf(shown);
    }

    @Test
    void whoTookItInHandsItOutAlsoWhenAnotherAgencyOfAnotherTreeAnswers() {
        var own = taken(reception, SHARED, JUSTICE);
        assertThat(own.body().has("receivingOneStop")).isFalse();
        var moved = transferred(own);
        assertThat(moved.text("code")).isEqualTo(own.text("code"));
        assertThat(moved.body().at("/agency/code").asText()).isEqualTo(POLICE);
        assertThat(moved.body().at("/receivingOneStop/code").asText()).isEqualTo(JUSTICE);
        assertThat(reception.get("/v1/dossiers/" + own.id()).status()).isEqualTo(200);
        assertThat(officer.get("/v1/dossiers/" + own.id()).status()).isEqualTo(404);
        var granted = done(Api.as("leader", POLICE)
                .step(
                        own.id(),
                        "completion",
                        done(Api.as("reception", POLICE).step(own.id(), "processing", moved.etag(), "{}"))
                                .etag(),
                        Examples.GRANTED));
        done(reception.step(own.id(), "return", granted.etag(), Examples.RETURN));

        var others = taken(commune, SHARED, JUSTICE);
        var on = transferred(others);
        assertThat(on.body().at("/receivingOneStop/code").asText()).isEqualTo(COMMUNE);
        assertThat(commune.get("/v1/dossiers/" + others.id()).status()).isEqualTo(200);
        assertThat(reception.get("/v1/dossiers/" + others.id()).status()).isEqualTo(404);
        assertThat(Histories.verdict(own.id()).intact()).isTrue();
    }

    private Answer transferred(Answer dossier) {
        done(leader.step(
                dossier.id(),
                "transfer",
                dossier.etag(),
                "{\"agency\": \"" + POLICE + "\", \"cause\": \"COMPETENCE\"}"));
        return Api.as("reception", POLICE).get("/v1/dossiers/" + dossier.id());
    }

    @Test
    void anOfficeWithoutANetworkUsesNumbersOfItsOwnForOthers() {
        BusinessDay.standAt("2022-06-09T15:00");
        var block = Api.send(commune.post(
                        "/v1/number-blocks", "{\"agency\": \"" + COMMUNE + "\", \"date\": \"2022-06-09\", \"size\": 3}")
                .header("Idempotency-Key", Api.key()));
        assertThat(block.status()).as(String.valueOf(block.body())).isEqualTo(201);
        var path = "/v1/number-blocks/" + block.body().path("id").asText() + "/dossiers";
        var brought = done(commune.ask(path, Api.key(), offline("H03.01", null)));

        assertThat(brought.text("code")).startsWith("H03.31.01-220609-");
        assertThat(brought.body().at("/receivingOneStop/code").asText()).isEqualTo(COMMUNE);
        var foreign = Api.as("reception", CENTRE).ask(path, Api.key(), offline("H03.01", null));
        assertThat(foreign.status())
                .as("at the department's counter, under the commune's number")
                .isEqualTo(422);
    }

    private static String offline(String agency, String named) {
        return "{\"number\": 1, \"receivedAt\": \"2022-06-09T09:00:00+07:00\", \"dossier\": "
                + opening("1.900101", agency, named) + "}";
    }

    @Test
    void eachCounterNumbersWhatItTakesInWhoeverAnswers() {
        BusinessDay.standAt("2022-06-10T09:00");
        var first = taken(commune, "1.900101", JUSTICE);
        taken(reception, "1.900101", JUSTICE);
        var second = taken(commune, SHARED, POLICE);
        var third = taken(reception, "1.900101", JUSTICE);

        assertThat(List.of(first.text("code"), second.text("code"), third.text("code")))
                .containsExactly("H03.31.01-220610-0001", "H03.31.01-220610-0002", "H03.01-220610-0002");
    }

    private static Answer taken(Api who, String procedure, String agency) {
        return done(who.open(opening(procedure, agency, null)));
    }

    private static String opening(String procedure, String agency, String named) {
        return Examples.COUNTER
                .replace("1.900101", procedure)
                .replace(
                        "\"agency\": \"H03.01\"",
                        "\"agency\": \"" + agency + "\""
                                + (named == null ? "" : ", \"receivingOneStop\": \"" + named + "\""));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(String.valueOf(answer.body())).isBetween(200, 201);
        return answer;
    }

    private static List<String> next(Answer answer) {
        return answer.body().path("nextSteps").findValuesAsText("step");
    }

    private static List<String> codes(Answer answer) {
        var codes = new ArrayList<String>();
        for (JsonNode item : answer.body().path("items")) {
            codes.add(item.path("code").asText());
        }
        return codes;
    }
}
