package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.papers.forms.Cases.by;
import static vn.motcua.dossier.papers.forms.Cases.state;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.dossier.catalogue.ShippedLaw;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.SupplementPhase;
import vn.motcua.dossier.events.SupplementRequested;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.dossier.lifecycle.LegalProfile;

/** Which papers which fact gives rise to. */
class DueFormsTest {

    @ParameterizedTest
    @CsvSource({
        "accepted,          2022, RECEIPT CONTROL_SLIP",
        "accepted,          2026, RECEIPT CONTROL_SLIP",
        "refused,           2022, REFUSAL",
        "supplement,        2025, SUPPLEMENT_REQUEST",
        "extended,          2022, APOLOGY",
        "granted,           2022, CONTROL_SLIP",
        "denied,            2022, REFUSAL CONTROL_SLIP",
        "stopped,           2022, REFUSAL",
        "stopped for a while, 2022, ''",
        "withdrawn,         2022, ''",
        "stopped,           2025, STOP_NOTICE",
        "stopped for a while, 2026, STOP_NOTICE",
        "withdrawn,         2026, STOP_NOTICE",
    })
    void aFactGivesRiseToThesePapers(String fact, String profile, String forms) {
        assertThat(due(event(fact, state(Status.PROCESSING, profile)), profile)).isEqualTo(forms);
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

        assertThat(due(event("accepted", other), "2022")).isEmpty();
    }

    private static String due(DossierEvent event, String profile) {
        return DueForms.of(event, ShippedLaw.law().of(LegalProfile.of(profile))).stream()
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }

    private static DossierEvent event(String fact, DossierState state) {
        return switch (fact) {
            case "accepted" -> new Accepted(state, by(Role.RECEPTION), new Limit(10, Limit.Unit.WORKING_DAYS));
            case "refused" -> new Refused(state, by(Role.RECEPTION), "NOT_COMPETENT");
            case "supplement" ->
                new SupplementRequested(state, by(Role.OFFICER), SupplementPhase.PROCESSING, 1, Cases.LATER, 1);
            case "extended" -> new Extended(state, by(Role.LEADER), Cases.DUE, "COMPLEX_MATTER");
            case "granted" -> new Completed(state, by(Role.LEADER), Outcome.GRANTED, 1);
            case "denied" -> new Completed(state, by(Role.LEADER), Outcome.DENIED, 1);
            case "stopped" -> new Stopped(state, by(Role.LEADER), "DISPUTE", false);
            case "stopped for a while" -> new Stopped(state, by(Role.LEADER), "DISPUTE", true);
            case "withdrawn" -> new Withdrawn(state, by(Role.CITIZEN));
            default -> throw new IllegalArgumentException(fact);
        };
    }
}
