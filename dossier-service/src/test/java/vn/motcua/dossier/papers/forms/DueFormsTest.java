package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.papers.forms.Cases.by;
import static vn.motcua.dossier.papers.forms.Cases.state;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.ClockPolicy;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.SupplementCompleted;
import vn.motcua.dossier.events.TransferCause;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.events.Withdrawn;

/** Which papers which fact gives rise to. */
class DueFormsTest {

    @ParameterizedTest
    @CsvSource({
        "accepted,   RECEIPT,      RECEIPT CONTROL_SLIP",
        "completed,  REFUSAL,      REFUSAL CONTROL_SLIP",
        "completed,  ,             CONTROL_SLIP",
        "started,    CONTROL_SLIP, CONTROL_SLIP",
        "moved,      ,             CONTROL_SLIP",
        "recalled,   ,             CONTROL_SLIP",
        "full again, RECEIPT,      RECEIPT",
        "stopped,    REFUSAL,      REFUSAL",
        "stopped,    STOP_NOTICE,  STOP_NOTICE",
        "stopped,    ,             ''",
        "withdrawn,  STOP_NOTICE,  STOP_NOTICE",
        "withdrawn,  ,             ''",
        "withdrawn,  UNKNOWN,      ''",
    })
    void whatAFactNamesIsPrintedAndTheSlipAtEveryHandOver(String fact, String named, String papers) {
        assertThat(due(event(fact, named, state(Status.PROCESSING, "2022")))).isEqualTo(papers);
    }

    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"IMPORTED", "MIRRORED", "CORRECTED"})
    void whatAnotherSystemDidGivesRiseToNone(Origin origin) {
        var live = state(Status.ACCEPTED, "2022");
        var other = new DossierState(
                live.code(),
                live.status(),
                live.previousStatus(),
                live.channel(),
                live.returnMethod(),
                live.procedure(),
                live.agency(),
                live.receivingOneStop(),
                live.submittedAt(),
                live.acceptedAt(),
                live.dueAt(),
                live.originalDueAt(),
                null,
                null,
                null,
                null,
                null,
                origin,
                live.legalProfile(),
                live.privateDigest());

        assertThat(due(event("accepted", "RECEIPT", other))).isEmpty();
    }

    private static String due(DossierEvent event) {
        return DueForms.of(event).stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static DossierEvent event(String fact, String named, DossierState state) {
        var form = named == null ? null : Cases.named(named);
        return switch (fact) {
            case "accepted" ->
                new Accepted(state, by(Role.RECEPTION), new Limit(10, Limit.Unit.WORKING_DAYS), form, null);
            case "completed" -> new Completed(state, by(Role.LEADER), Outcome.DENIED, 1, "CONDITIONS_NOT_MET", form);
            case "started" -> new ProcessingStarted(state, by(Role.RECEPTION), null, null, form);
            case "moved" ->
                new Transferred(state, by(Role.SYSTEM), AgencyRef.of("H03.02"), TransferCause.REORGANISATION);
            case "recalled" -> new ResultRecalled(state, by(Role.LEADER), "CONTENT_ERROR", null);
            case "full again" ->
                new SupplementCompleted(state, by(Role.RECEPTION), ClockPolicy.RESTART, Cases.DUE, form);
            case "stopped" -> new Stopped(state, by(Role.LEADER), "DISPUTE", false, form);
            case "withdrawn" -> new Withdrawn(state, by(Role.OFFICER), null, form);
            default -> throw new IllegalArgumentException(fact);
        };
    }
}
