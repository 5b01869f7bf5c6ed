package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.CatalogueRoom;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** A procedure, or who is competent for it, changes between the submission and the acceptance; what was named goes on under its successors. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class VersionAtAcceptanceIT {

    private static final String PLANNING = "H03.02";
    private static final String FINANCE = "H03.10";

    private final Api admin = Api.as("admin", "H03");
    private final Api citizen = Api.citizen("c-41");
    private final List<Answer> opened = new ArrayList<>();

    @Inject
    Catalogue catalogue;

    @Inject
    CatalogueRoom room;

    /** Nothing is left open under a version, or at an agency, that is taken out of the catalogue again. */
    @AfterEach
    void tidy() throws Exception {
        for (var dossier : opened) {
            var agency = Tables.text("select agency from dossier where id = ?::uuid", dossier.id());
            var leader = Api.as("leader", agency);
            var now = leader.get("/v1/dossiers/" + dossier.id());
            var voided = leader.step(now.id(), "voiding", now.etag(), "{\"reason\": \"ENTRY_ERROR\"}");
            assertThat(voided.status()).as(String.valueOf(voided.body())).isEqualTo(200);
        }
        BusinessDay.backToRealTime();
        room.tidy();
    }

    @Test
    void theLimitTheWorkflowAndWhatIsToBePaidAreThoseOfTheVersionAtAcceptance() {
        publish(anotherVersion(false));
        BusinessDay.standAt("2024-06-28T10:00");
        var submitted = submitted();
        var earlier = submitted();
        var before = accept(earlier);
        assertThat(before.text("dueAt")).as("three working days").isEqualTo("2024-07-03T03:00:00Z");
        assertThat(version(before)).isEqualTo("2");
        assertThat(version(submitted)).isEqualTo("2");
        assertThat(submitted.body().at("/fees/outstanding").asLong()).isEqualTo(20_000);

        BusinessDay.standAt("2024-07-02T09:00");
        var accepted = accept(submitted);

        assertThat(accepted.text("dueAt")).as("seven working days").isEqualTo("2024-07-11T02:00:00Z");
        assertThat(version(accepted)).isEqualTo("3");
        assertThat(Tables.column(
                        "select data::json->'dossier'->'procedure'->>'version' from event where subject = ?::uuid order by sequence",
                        accepted.id()))
                .containsExactly("2", "3");
        assertThat(accepted.body().at("/fees/outstanding").asLong())
                .as("the charge as it is now; the relief of the fee stays")
                .isEqualTo(30_000);
        assertThat(accepted.body().at("/fees/lines/0/relief").asText()).isEqualTo("WAR_MERIT");
        assertThat(Histories.verdict(accepted.id()).intact()).isTrue();
        var begun = Api.as("reception", PLANNING).step(accepted.id(), "processing", accepted.etag(), "{}");
        assertThat(Tables.text("select course::json->'flow'->>'step' from dossier where id = ?::uuid", begun.id()))
                .isEqualTo("XEM_XET");
    }

    /** T26: nothing has to be forwarded in a procedure of a single step. */
    @Test
    void aProcedureOfOneStepIsCompletedWhereItWasAccepted() {
        publish(ofOneStep());
        BusinessDay.standAt("2024-07-02T09:00");
        var accepted = accept(submitted());
        var officer = Api.as("officer", PLANNING);
        assertThat(officer.get("/v1/dossiers/" + accepted.id())
                        .body()
                        .path("nextSteps")
                        .findValuesAsText("step"))
                .contains("completion");

        var completed = officer.step(accepted.id(), "completion", accepted.etag(), Examples.GRANTED);

        assertThat(completed.text("status"))
                .as(String.valueOf(completed.body()))
                .isEqualTo("COMPLETED");
        assertThat(Histories.verdict(completed.id()).intact()).isTrue();
    }

    @Test
    void whoIsNoLongerCompetentByTheVersionAtAcceptanceDoesNotAccept() {
        publish(anotherVersion(true));
        BusinessDay.standAt("2024-06-28T10:00");
        var submitted = submitted();
        BusinessDay.standAt("2024-07-02T09:00");

        var barred = accept(submitted);

        assertThat(barred.status()).isEqualTo(409);
        assertThat(barred.text("reason")).isEqualTo("NO_LONGER_COMPETENT");
        assertThat(version(submitted)).isEqualTo("2");
    }

    @Test
    void anAgencyThatClosedMeanwhileDoesNotAcceptButHandsOverToItsSuccessor() throws IOException {
        publishMergers();
        BusinessDay.standAt("2025-02-27T09:00");
        var submitted = submitted();
        BusinessDay.standAt("2025-03-03T09:00");

        assertThat(accept(submitted).text("reason")).isEqualTo("NO_LONGER_COMPETENT");
        var transferred = Api.as("leader", PLANNING)
                .step(
                        submitted.id(),
                        "transfer",
                        submitted.etag(),
                        "{\"agency\": \"H03.10\", \"cause\": \"REORGANISATION\"}");
        assertThat(transferred.status()).as(String.valueOf(transferred.body())).isEqualTo(200);
        var accepted = Api.as("reception", FINANCE).step(submitted.id(), "acceptance", transferred.etag(), "{}");
        assertThat(accepted.text("status")).as(String.valueOf(accepted.body())).isEqualTo("ACCEPTED");
    }

    /** The catalogue of the mergers has one procedure only; every other one names agencies that have ended. */
    @Test
    void successorsTakeInWhatTheCatalogueNamesTheirPredecessorsFor() throws IOException {
        publishMergers();
        BusinessDay.standAt("2025-03-03T09:00");
        var finance = atTheCounter("1.900201", FINANCE);
        assertThat(finance.status()).as(String.valueOf(finance.body())).isEqualTo(201);
        opened.add(finance);
        assertThat(atTheCounter("1.900101", FINANCE).text("reason"))
                .as("not those of an agency that is still there")
                .isEqualTo("NOT_COMPETENT");
        var corrected = Api.as("leader", FINANCE)
                .step(
                        finance.id(),
                        "correction",
                        finance.etag(),
                        "{\"procedure\": \"1.900202\", \"reason\": \"ENTRY_ERROR\"}");
        assertThat(corrected.status()).as(String.valueOf(corrected.body())).isEqualTo(200);

        BusinessDay.standAt("2025-07-01T09:00");
        var justice = atTheCounter("1.900101", "H55.01");
        assertThat(justice.status()).as(String.valueOf(justice.body())).isEqualTo(201);
        opened.add(justice);
        assertThat(atTheCounter("1.900201", "H55.01").text("reason")).isEqualTo("NOT_COMPETENT");
    }

    private Answer submitted() {
        var answer = citizen.open("""
                {"procedure": "1.900208", "agency": "H03.02", "channel": "ONLINE", "returnMethod": "COUNTER",
                 "applicant": {"name": "Nguyễn Thị Hoa"}, "reliefs": [{"fee": "PHI", "reason": "WAR_MERIT"}]}""");
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        opened.add(answer);
        return answer;
    }

    private static Answer accept(Answer submitted) {
        return Api.as("reception", PLANNING).step(submitted.id(), "acceptance", submitted.etag(), "{}");
    }

    private static Answer atTheCounter(String procedure, String agency) {
        return Api.as("reception", agency).open("""
                {"procedure": "%s", "agency": "%s", "channel": "COUNTER", "returnMethod": "COUNTER",
                 "applicant": {"name": "Hoàng Văn Mẫu"}, "decision": "ACCEPT"}""".formatted(procedure, agency));
    }

    private static String version(Answer dossier) {
        return Tables.text("select procedure_version::text from dossier where id = ?::uuid", dossier.id());
    }

    /** From 1 July 2024: seven days instead of three, another first step, higher fees; or another agency. */
    private String anotherVersion(boolean elsewhere) {
        ObjectNode entry = EventFormat.mapper()
                .valueToTree(catalogue.procedure("1.900208", 2).orElseThrow());
        entry.put("version", 3).put("validFrom", "2024-07-01");
        entry.withObject("/limit").put("amount", 7);
        var steps = (ArrayNode) entry.path("workflow");
        // Reception's own step comes before processing.
        var first = (ObjectNode) steps.get(1);
        first.put("code", "XEM_XET").put("limitHours", first.path("limitHours").asInt() + 32);
        ((ObjectNode) entry.path("fees").get(0)).put("amount", 50_000);
        ((ObjectNode) entry.path("fees").get(1)).put("amount", 30_000);
        if (elsewhere) {
            entry.putArray("agencies").add("H03.01");
        }
        return entry.toString();
    }

    private String ofOneStep() {
        ObjectNode entry = EventFormat.mapper()
                .valueToTree(catalogue.procedure("1.900208", 2).orElseThrow());
        entry.put("version", 3).put("validFrom", "2024-07-01");
        var only = ((ObjectNode) entry.path("workflow").get(2)).put("limitHours", 24);
        entry.putArray("workflow").add(only);
        return entry.toString();
    }

    private void publish(String entry) {
        var draft = admin.ask("/v1/catalogue/drafts", Api.key(), entry);
        assertThat(draft.status()).as(String.valueOf(draft.body())).isEqualTo(201);
        var published = admin.ask(URI.create(draft.location()).getPath() + "/publication", Api.key(), "{}");
        assertThat(published.status()).as(String.valueOf(published.body())).isEqualTo(200);
    }

    private void publishMergers() throws IOException {
        try (var in = getClass().getResourceAsStream("/catalogue/examples/mergers-2025.json")) {
            var file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var imported = Api.send(admin.post("/v1/catalogue/import?publish=true", file));
            assertThat(imported.status()).as(String.valueOf(imported.body())).isEqualTo(200);
        }
    }
}
