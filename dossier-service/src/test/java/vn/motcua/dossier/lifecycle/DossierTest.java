package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.dossier.lifecycle.Samples.APPOINTMENT;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.ID;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.at;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;
import static vn.motcua.dossier.lifecycle.Samples.online;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.calendar.TimeLimit;

class DossierTest {

    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    @Test
    void aSubmissionWaitsForAnAnswerAndHasNoDueDateYet() {
        var reply = Instant.parse("2022-06-09T02:00:00Z");

        var done = done(Dossier.submit(ID, online(), Samples.OPEN, as(Role.CITIZEN), reply, NINE));

        assertThat(done.fact()).isEqualTo(new Fact.Submitted(NINE, as(Role.CITIZEN), reply));
        assertThat(done.dossier().status()).isEqualTo(DossierStatus.SUBMITTED);
        assertThat(done.dossier().sequence()).isEqualTo(1);
        assertThat(done.dossier().timeline()).isEqualTo(new Timeline(NINE, reply, null, null, null, null, null, null));
    }

    @Test
    void theClockStartsAtAcceptanceAndNotAtSubmission() {
        var accepted = done(at(DossierStatus.SUBMITTED, online()).accept(as(Role.RECEPTION), APPOINTMENT, TEN))
                .dossier();

        assertThat(accepted.timeline().submittedAt()).isEqualTo(NINE);
        assertThat(accepted.timeline().acceptedAt()).isEqualTo(TEN);
        assertThat(accepted.timeline().dueAt()).isEqualTo(DUE);
        assertThat(accepted.timeline().originalDueAt()).isEqualTo(DUE);
        assertThat(accepted.previousStatus()).isEqualTo(DossierStatus.SUBMITTED);
        assertThat(accepted.sequence()).isEqualTo(4);
    }

    @Test
    void whatIsBroughtToTheCounterIsHandedInAndAcceptedAtOnce() {
        var matter = Samples.matter(Channel.POST, ReturnMethod.COUNTER, false);

        var dossier = done(Dossier.acceptAtCounter(ID, matter, Samples.OPEN, as(Role.RECEPTION), APPOINTMENT, NINE))
                .dossier();

        assertThat(dossier.timeline()).isEqualTo(new Timeline(NINE, null, NINE, DUE, DUE, null, null, null));
    }

    @Test
    void aProcedureThatIsNotOpenOnlineIsNotTakenOnline() {
        var closed = new Terms(false, true);

        assertThat(bar(Dossier.submit(ID, online(), closed, as(Role.CITIZEN), null, NINE)))
                .isEqualTo(Bar.NOT_ONLINE);
    }

    @Test
    void anAgencyThatIsNotCompetentMayRefuseButNotAccept() {
        var matter = Samples.matter(Channel.COUNTER, ReturnMethod.COUNTER, false);
        var elsewhere = new Terms(true, false);

        assertThat(bar(Dossier.submit(ID, online(), elsewhere, as(Role.CITIZEN), null, NINE)))
                .isEqualTo(Bar.NOT_COMPETENT);
        assertThat(bar(Dossier.acceptAtCounter(ID, matter, elsewhere, as(Role.RECEPTION), APPOINTMENT, NINE)))
                .isEqualTo(Bar.NOT_COMPETENT);
        assertThat(done(Dossier.refuseAtCounter(ID, matter, as(Role.RECEPTION), "NOT_COMPETENT", NINE))
                        .dossier()
                        .reason())
                .isEqualTo("NOT_COMPETENT");
    }

    @Test
    void theCitizenComesOnlineAndReceptionAtTheCounter() {
        var counter = Samples.matter(Channel.COUNTER, ReturnMethod.COUNTER, false);

        assertThat(bar(Dossier.submit(ID, counter, Samples.OPEN, as(Role.CITIZEN), null, NINE)))
                .isEqualTo(Bar.WRONG_CHANNEL);
        assertThat(bar(Dossier.acceptAtCounter(ID, online(), Samples.OPEN, as(Role.RECEPTION), APPOINTMENT, NINE)))
                .isEqualTo(Bar.WRONG_CHANNEL);
        assertThat(bar(Dossier.refuseAtCounter(ID, counter, as(Role.CITIZEN), "INCOMPLETE", NINE)))
                .isEqualTo(Bar.WRONG_CHANNEL);
    }

    @Test
    void aRefusalNamesItsReason() {
        assertThat(bar(at(DossierStatus.SUBMITTED, online()).refuse(as(Role.RECEPTION), null, TEN)))
                .isEqualTo(Bar.REASON_MISSING);
        assertThat(bar(Dossier.refuseAtCounter(
                        ID,
                        Samples.matter(Channel.COUNTER, ReturnMethod.COUNTER, false),
                        as(Role.RECEPTION),
                        null,
                        NINE)))
                .isEqualTo(Bar.REASON_MISSING);
        var refused = done(at(DossierStatus.SUBMITTED, online()).refuse(as(Role.RECEPTION), "INCOMPLETE", TEN));
        assertThat(refused.dossier().reason()).isEqualTo("INCOMPLETE");
        assertThat(refused.dossier().timeline().endedAt()).as("it never ran").isNull();
    }

    @Test
    void aGrantNeedsItsResultAndADenialItsReason() {
        var processing = at(DossierStatus.PROCESSING, online());

        assertThat(bar(processing.complete(as(Role.LEADER), Outcome.GRANTED, null, null, TEN)))
                .isEqualTo(Bar.RESULT_MISSING);
        assertThat(bar(processing.complete(as(Role.LEADER), Outcome.DENIED, null, null, TEN)))
                .isEqualTo(Bar.REASON_MISSING);
        var denied = done(processing.complete(as(Role.LEADER), Outcome.DENIED, null, "CONDITIONS_NOT_MET", TEN));
        assertThat(denied.fact())
                .isEqualTo(new Fact.Completed(TEN, as(Role.LEADER), Outcome.DENIED, "CONDITIONS_NOT_MET"));
        assertThat(denied.dossier().timeline().completedAt()).isEqualTo(TEN);
        assertThat(denied.dossier().timeline().endedAt()).isEqualTo(TEN);
    }

    @Test
    void aWithdrawalEndsOnlyWhatHadBegun() {
        var before = done(at(DossierStatus.SUBMITTED, online()).withdraw(as(Role.CITIZEN), TEN));
        var after = done(at(DossierStatus.PROCESSING, online()).withdraw(as(Role.OFFICER), TEN));

        assertThat(before.dossier().timeline().endedAt()).isNull();
        assertThat(after.dossier().timeline().endedAt()).isEqualTo(TEN);
        assertThat(after.dossier().timeline().completedAt()).isNull();
    }

    @Test
    void anOfficerWhoTakesADossierKeepsItAndReceptionForwardsItToAll() {
        var accepted = at(DossierStatus.ACCEPTED, online());

        assertThat(done(accepted.begin(as(Role.OFFICER), "officer-1", TEN))
                        .dossier()
                        .officer())
                .isEqualTo("officer-1");
        assertThat(done(accepted.begin(as(Role.RECEPTION), null, TEN)).dossier().officer())
                .isNull();
    }

    @Test
    void nobodyGetsAResultWithoutShowingWhoTheyAre() {
        assertThat(bar(at(DossierStatus.COMPLETED, online()).handOver(as(Role.RECEPTION), Via.COUNTER, false, TEN)))
                .isEqualTo(Bar.IDENTITY_NOT_CHECKED);
    }

    @Test
    void eachWayHomeBelongsToWhoGoesIt() {
        var completed = at(DossierStatus.COMPLETED, online());

        assertThat(bar(completed.handOver(as(Role.RECEPTION), Via.POST, true, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(completed.handOver(as(Role.POSTAL), Via.COUNTER, true, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(completed.handOver(as(Role.CITIZEN), Via.COUNTER, true, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(at(DossierStatus.COMPLETED, Samples.matter(Channel.ONLINE, ReturnMethod.COUNTER, false))
                        .handOver(as(Role.POSTAL), Via.POST, true, TEN)))
                .isEqualTo(Bar.NOT_ASKED_BY_POST);
        assertThat(done(completed.handOver(as(Role.CITIZEN), Via.ONLINE, true, TEN))
                        .dossier()
                        .timeline()
                        .returnedAt())
                .isEqualTo(TEN);
    }

    @Test
    void noStepLiesBeforeTheOneItFollows() {
        assertThat(bar(at(DossierStatus.SUBMITTED, online())
                        .accept(as(Role.RECEPTION), APPOINTMENT, NINE.minusMillis(1))))
                .isEqualTo(Bar.BEFORE_LAST_STEP);
    }

    @Test
    void aDueDateStandsExactlyWhereThereIsALimit() {
        assertThatThrownBy(() -> new Appointment(TimeLimit.none(), DUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Appointment(TimeLimit.workingDays(1), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(done(at(DossierStatus.SUBMITTED, online())
                                .accept(as(Role.RECEPTION), new Appointment(TimeLimit.none(), null), TEN))
                        .dossier()
                        .timeline()
                        .dueAt())
                .isNull();
    }

    @Test
    void aBarSaysInTwoLanguagesWhatToDoNext() {
        for (var bar : Bar.values()) {
            assertThat(bar.vi()).as(bar.name()).endsWith(".").matches("(?s).*[À-ỹ].*");
            assertThat(bar.en()).as(bar.name()).endsWith(".");
        }
        assertThat(Bar.REASON_MISSING.pointer()).isEqualTo(Optional.of("/reason"));
        assertThat(Bar.NO_RESULT_YET.pointer()).isEmpty();
    }
}
