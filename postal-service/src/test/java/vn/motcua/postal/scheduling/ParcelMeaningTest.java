package vn.motcua.postal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.Adopted;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Assigned;
import vn.motcua.dossier.events.ClockPolicy;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.CorrectedField;
import vn.motcua.dossier.events.DocumentAdded;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.DueDateCause;
import vn.motcua.dossier.events.DueDateChanged;
import vn.motcua.dossier.events.DueSoon;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.ForwardOverdue;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegOverdue;
import vn.motcua.dossier.events.LegPlanned;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.LegWithdrawn;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.Merged;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.Overdue;
import vn.motcua.dossier.events.PaymentConfirmed;
import vn.motcua.dossier.events.PaymentMethod;
import vn.motcua.dossier.events.PaymentRefunded;
import vn.motcua.dossier.events.PaymentRequested;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.RatingSubmitted;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ReplyOverdue;
import vn.motcua.dossier.events.Reported;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Resumed;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.StepCompleted;
import vn.motcua.dossier.events.StepRecalled;
import vn.motcua.dossier.events.StepSentBack;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.SupplementCompleted;
import vn.motcua.dossier.events.SupplementPhase;
import vn.motcua.dossier.events.SupplementRequested;
import vn.motcua.dossier.events.SupplementSubmitted;
import vn.motcua.dossier.events.TransferCause;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.events.Unrecognised;
import vn.motcua.dossier.events.Voided;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.postal.Province.Dossier;

/** Every fact of a dossier, and what it means for a parcel. */
class ParcelMeaningTest {

    private static final Instant AT = Instant.parse("2022-06-08T03:00:00Z");
    private static final Actor WHO = new Actor(Role.LEADER, "H03.01");
    private static final UUID ID = UUID.fromString("01814200-0000-7000-8000-000000000001");
    private static final DossierState BY_POST = state(ReturnMethod.POST, Status.COMPLETED);
    private static final DossierState AT_COUNTER = state(ReturnMethod.COUNTER, Status.COMPLETED);
    private static final DossierState OPEN = state(ReturnMethod.POST, Status.PROCESSING);

    static Stream<Arguments> facts() {
        return Stream.of(
                row("NOTHING", new Submitted(BY_POST, WHO, AT)),
                row("NOTHING", new Accepted(BY_POST, WHO, new Limit(3, Limit.Unit.WORKING_DAYS))),
                row("CANCEL_AND_FORGET", new Refused(BY_POST, WHO, "NOT_COMPETENT")),
                row("NOTHING", new ProcessingStarted(BY_POST, WHO)),
                row("CANCEL_AND_FORGET", new Withdrawn(BY_POST, WHO)),
                row("SEND", new Completed(BY_POST, WHO, Outcome.GRANTED, 1)),
                row("SEND", new Completed(BY_POST, WHO, Outcome.DENIED, 1)),
                row("NOTHING", new Completed(AT_COUNTER, WHO, Outcome.GRANTED, 1)),
                row("CANCEL_AND_FORGET", new Returned(BY_POST, WHO, ReturnMethod.COUNTER, null)),
                row("NOTHING", new Returned(BY_POST, WHO, ReturnMethod.POST, null)),
                row("NOTHING", new RecipientChanged(BY_POST, WHO)),
                row("FORGET", new RecipientErased(BY_POST, WHO)),
                row("NOTHING", new SupplementRequested(BY_POST, WHO, SupplementPhase.PROCESSING, 1, AT, 1)),
                row("NOTHING", new SupplementSubmitted(BY_POST, WHO, 1)),
                row("NOTHING", new SupplementCompleted(BY_POST, WHO, ClockPolicy.RESTART, AT)),
                row("NOTHING", new PaymentRequested(BY_POST, WHO, 1, "VND", AT)),
                row("NOTHING", new PaymentConfirmed(BY_POST, WHO, 1, "VND", PaymentMethod.CASH, AT, AT, null)),
                row("NOTHING", new PaymentRefunded(BY_POST, WHO, 1, "VND", "PAID_TWICE", true)),
                row("NOTHING", new Assigned(BY_POST, WHO, "H03.01")),
                row("NOTHING", new StepCompleted(BY_POST, WHO, "A", "B", AT, AT)),
                row("NOTHING", new StepSentBack(BY_POST, WHO, "B", "A", AT, "R")),
                row("NOTHING", new StepRecalled(BY_POST, WHO, "B", "A", AT)),
                row("NOTHING", new Extended(BY_POST, WHO, AT, "R")),
                row("NOTHING", new DueDateChanged(BY_POST, WHO, AT, DueDateCause.CALENDAR)),
                row("CANCEL_AND_FORGET", new Stopped(BY_POST, WHO, "R", false)),
                row("NOTHING", new Stopped(BY_POST, WHO, "R", true)),
                row("NOTHING", new Resumed(BY_POST, WHO, AT)),
                row("CANCEL", new ResultRecalled(BY_POST, WHO, "R", AT)),
                row("NOTHING", new DueSoon(BY_POST, WHO)),
                row("NOTHING", new Overdue(BY_POST, WHO)),
                row("NOTHING", new ReplyOverdue(BY_POST, WHO, AT)),
                row("NOTHING", new ForwardOverdue(BY_POST, WHO, AT)),
                row("NOTHING", new DocumentAdded(BY_POST, WHO, null)),
                row("NOTHING", new LegPlanned(BY_POST, WHO, null)),
                row("NOTHING", new LegOpened(BY_POST, WHO, null)),
                row("NOTHING", new LegReceived(BY_POST, WHO, null)),
                row("NOTHING", new LegFinished(BY_POST, WHO, null, null)),
                row("NOTHING", new LegWithdrawn(BY_POST, WHO, null, "PART_NOT_NEEDED")),
                row("NOTHING", new LegOverdue(BY_POST, WHO, null)),
                row("NOTHING", new Transferred(BY_POST, WHO, AgencyRef.of("H03.02"), TransferCause.REORGANISATION)),
                row("NOTHING", corrected(BY_POST, CorrectedField.OWNER)),
                row("NOTHING", corrected(AT_COUNTER, CorrectedField.OWNER)),
                row("NOTHING", corrected(BY_POST, CorrectedField.PROCEDURE)),
                row("SEND", corrected(BY_POST, CorrectedField.RETURN_METHOD)),
                row("NOTHING", corrected(OPEN, CorrectedField.RETURN_METHOD)),
                row("NOTHING", corrected(state(ReturnMethod.POST, Status.RETURNED), CorrectedField.RETURN_METHOD)),
                row("CANCEL_AND_FORGET", corrected(AT_COUNTER, CorrectedField.RETURN_METHOD)),
                row("CANCEL_AND_FORGET", new Voided(BY_POST, WHO, "R")),
                row(
                        "CANCEL_AND_FORGET",
                        new Merged(BY_POST, WHO, new Merged.Into(new UUID(1, 2), "H03.01-220608-0002"))),
                row("SEND", new Adopted(BY_POST, WHO, Origin.IMPORTED)),
                row("NOTHING", new Adopted(OPEN, WHO, Origin.IMPORTED)),
                row("NOTHING", new Adopted(AT_COUNTER, WHO, Origin.MIRRORED)),
                row("NOTHING", new Adopted(state(ReturnMethod.POST, Status.RETURNED), WHO, Origin.IMPORTED)),
                row("NOTHING", new Reported(BY_POST, WHO, "completed", null, List.of())),
                row("NOTHING", new RatingSubmitted(BY_POST, WHO, 5, List.of())));
    }

    @ParameterizedTest(name = "{2} {0}")
    @MethodSource("facts")
    void everyFactMeansThisForAParcel(Consequence consequence, DossierEvent fact, String name) {
        assertThat(fact.fold(ParcelMeaning.OF)).isEqualTo(consequence);
    }

    @Test
    void noKindOfFactIsForgottenHere() {
        var kinds = facts().map(row -> row.get()[1].getClass()).collect(Collectors.<Class<?>>toSet());

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DossierEvent.class.getPermittedSubclasses())
                        .filter(kind -> kind != Unrecognised.class)
                        .toList());
    }

    private static Corrected corrected(DossierState state, CorrectedField field) {
        return new Corrected(state, WHO, List.of(field), "ENTRY_ERROR", AT, null, null, null, null, null, null);
    }

    private static DossierState state(ReturnMethod method, Status status) {
        return new Dossier(ID, "H03.01-220608-0001", "H03.01", method, Origin.LIVE).state(status, AT);
    }

    private static Arguments row(String consequence, DossierEvent fact) {
        return Arguments.of(
                Consequence.valueOf(consequence), fact, fact.getClass().getSimpleName());
    }
}
