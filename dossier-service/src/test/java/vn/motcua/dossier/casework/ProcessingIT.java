package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** A dossier goes through the workflow of its procedure: forward, back, recalled, signed where it is to be signed. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ProcessingIT {

    /** Five working days in seven steps: reception, assignment, appraisal, check, signature, issue, one-stop shop. Handed out at the counter, where its fee may wait. */
    private static final String WITH_WORKFLOW =
            Examples.ONLINE.replace("1.900101", "1.900108").replace("\"POST\"", "\"COUNTER\"");

    private final Api citizen = Api.citizen("c-17");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api other = Api.as(TokenRequest.of("officer", JUSTICE, 2));
    private final Api leader = Api.as("leader", JUSTICE);
    private final Api clerk = Api.as("clerk", JUSTICE);

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void itIsSignedWhereTheWorkflowHasTheSignatureAndNowhereBefore() {
        var begun = begun();
        assertThat(step(begun)).isEqualTo("PHAN_CONG");
        assertThat(begun.body().path("workflow").path("dueAt").asText()).isEqualTo("2022-06-08T08:00:00Z");
        assertThat(officer.step(begun.id(), "forwarding", begun.etag(), "{}").text("reason"))
                .as("the leader assigns")
                .isEqualTo("OTHER_STEP");
        assertThat(leader.step(begun.id(), "completion", begun.etag(), Examples.GRANTED)
                        .text("reason"))
                .isEqualTo("NOT_AT_SIGNATURE");

        var appraised = forward(officer, forward(leader, begun));
        assertThat(step(appraised)).isEqualTo("KIEM_TRA");
        var toSign = forward(leader, appraised);
        assertThat(step(toSign)).isEqualTo("KY_DUYET");
        assertThat(leader.step(toSign.id(), "completion", toSign.etag(), Examples.GRANTED)
                        .text("reason"))
                .as("the clerk issues it first")
                .isEqualTo("NOT_ISSUED_YET");

        var signed = forward(leader, toSign);
        assertThat(signed.body().path("workflow").path("signedAt").asText()).isEqualTo("2022-06-08T02:00:00Z");
        assertThat(reception
                        .step(signed.id(), "withdrawal", signed.etag(), "{}")
                        .text("reason"))
                .isEqualTo("RESULT_SIGNED");
        assertThat(clerk.step(signed.id(), "completion", signed.etag(), Examples.GRANTED)
                        .text("reason"))
                .as("the one-stop shop receives it first")
                .isEqualTo("NOT_ISSUED_YET");
        var issued = forward(clerk, signed);
        assertThat(step(issued)).isEqualTo("TRA_KET_QUA");
        assertThat(clerk.step(issued.id(), "completion", issued.etag(), Examples.GRANTED)
                        .text("reason"))
                .isEqualTo("OTHER_STEP");
        var completed = reception.step(issued.id(), "completion", issued.etag(), Examples.GRANTED);
        assertThat(completed.status()).as(String.valueOf(completed.body())).isEqualTo(200);
        assertThat(completed.text("status")).isEqualTo("COMPLETED");
        assertThat(completed.body().has("workflow")).isFalse();
        assertThat(Histories.verdict(completed.id()).intact()).isTrue();
    }

    @Test
    void aDenialIsTheLeadersAtTheSignature() {
        var toSign = forward(leader, forward(officer, forward(leader, begun())));

        var denied = leader.step(toSign.id(), "completion", toSign.etag(), Examples.DENIED);

        assertThat(denied.status()).as(String.valueOf(denied.body())).isEqualTo(200);
        assertThat(denied.text("outcome")).isEqualTo("DENIED");
    }

    @Test
    void whatIsIncompleteGoesBackWithAReason() {
        var checked = forward(officer, forward(leader, begun()));
        assertThat(leader.step(checked.id(), "sending-back", checked.etag(), "{}")
                        .status())
                .isEqualTo(422);
        var back = leader.step(checked.id(), "sending-back", checked.etag(), Examples.SENDING_BACK);
        assertThat(step(back)).isEqualTo("THU_LY");
        assertThat(officer.step(back.id(), "recall", back.etag(), "{}").text("reason"))
                .as("nobody recalls what was sent back")
                .isEqualTo("NOT_THE_SENDER");
    }

    @Test
    void whoForwardedTooEarlyTakesItBackAsLongAsNobodyHasOpenedIt() {
        var atOfficer = forward(leader, begun());
        var taken = officer.step(atOfficer.id(), "assignment", atOfficer.etag(), "{}");
        assertThat(taken.body().path("workflow").path("officer").asText()).isEqualTo("officer-1");
        assertThat(leader.step(taken.id(), "recall", taken.etag(), "{}").text("reason"))
                .isEqualTo("OPENED_ALREADY");

        var forwarded = forward(officer, taken);
        var recalled = officer.step(forwarded.id(), "recall", forwarded.etag(), "{}");
        assertThat(recalled.status()).as(String.valueOf(recalled.body())).isEqualTo(200);
        assertThat(step(recalled)).isEqualTo("THU_LY");
        assertThat(recalled.body().path("workflow").path("officer").asText()).isEqualTo("officer-1");
    }

    @Test
    void theLeaderGivesItToAnOfficerAndNobodyElseSeesItThen() {
        var atOfficer = forward(leader, begun());
        var given = leader.step(atOfficer.id(), "assignment", atOfficer.etag(), "{\"officer\": \"officer-2\"}");
        assertThat(given.status()).as(String.valueOf(given.body())).isEqualTo(200);

        assertThat(officer.get("/v1/dossiers/" + given.id()).status()).isEqualTo(404);
        assertThat(other.get("/v1/queue?status=PROCESSING&officer=officer-2&limit=200")
                        .body()
                        .path("items")
                        .findValuesAsText("id"))
                .contains(given.id());
        assertThat(other.get("/v1/queue?officer=officer-1").status()).isEqualTo(403);
        assertThat(leader.get("/v1/queue?officer=officer-2").status()).isEqualTo(200);
        assertThat(officer.step(given.id(), "assignment", given.etag(), "{\"officer\": \"officer-1\"}")
                        .status())
                .isEqualTo(403);
    }

    private Answer begun() {
        var submitted = citizen.open(WITH_WORKFLOW);
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        return reception.step(accepted.id(), "processing", accepted.etag(), "{}");
    }

    private static Answer forward(Api who, Answer dossier) {
        var forwarded = who.step(dossier.id(), "forwarding", dossier.etag(), "{}");
        assertThat(forwarded.status()).as(String.valueOf(forwarded.body())).isEqualTo(200);
        return forwarded;
    }

    private static String step(Answer dossier) {
        return dossier.body().path("workflow").path("step").asText();
    }
}
