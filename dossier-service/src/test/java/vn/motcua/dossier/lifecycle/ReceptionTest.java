package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.dossier.lifecycle.Lives.REPLY;
import static vn.motcua.dossier.lifecycle.Samples.APPOINTMENT;
import static vn.motcua.dossier.lifecycle.Samples.CODE;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.ID;
import static vn.motcua.dossier.lifecycle.Samples.LIMIT;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.OPEN;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.WARNING;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.counter;
import static vn.motcua.dossier.lifecycle.Samples.done;
import static vn.motcua.dossier.lifecycle.Samples.online;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.calendar.TimeLimit;

/** T01 to T05, T09, T20 and T21: how a dossier comes in, is taken in or not, and is taken back. */
class ReceptionTest {

    @Test
    void aSubmissionWaitsForAnAnswerAndHasNoDueDateYet() {
        var done = done(Dossier.submit(ID, online(), OPEN, as(Role.CITIZEN), REPLY, NINE));

        assertThat(done.fact()).isEqualTo(new Fact.Submitted(NINE, as(Role.CITIZEN), REPLY));
        assertThat(done.dossier().status()).isEqualTo(DossierStatus.SUBMITTED);
        assertThat(done.dossier().sequence()).isEqualTo(1);
        assertThat(done.dossier().timeline()).isEqualTo(new Timeline(NINE, REPLY, null, null, null, null, null, null));
        assertThat(done.dossier().course().clock()).isEmpty();
        assertThat(done.dossier().course().alarms()).isEqualTo(new Alarms(REPLY, null, null, null, null, null, null));
    }

    @Test
    void theReplyIsDueEightWorkingHoursLater() {
        assertThat(REPLY).isEqualTo(Hours.at("2022-06-09T09:00"));
    }

    @Test
    void intakeGoesOnWhileTheCalendarIsNotPublished() {
        var submitted = after(Dossier.submit(ID, online(), OPEN, as(Role.CITIZEN), null, NINE));

        assertThat(submitted.timeline().replyDueAt()).isNull();
        assertThat(submitted.course().wakesAt()).isEmpty();
    }

    @Test
    void theClockStartsAtAcceptanceAndNotAtSubmission() {
        var appointment = Hours.whole(LIMIT, TEN);
        var done = done(Lives.submitted().accept(as(Role.RECEPTION), appointment, TEN));
        var accepted = done.dossier();

        assertThat(done.fact()).isEqualTo(new Fact.Accepted(TEN, as(Role.RECEPTION), LIMIT));
        assertThat(accepted.timeline())
                .isEqualTo(new Timeline(NINE, REPLY, TEN, appointment.dueAt(), appointment.dueAt(), null, null, null));
        assertThat(accepted.previousStatus()).isEqualTo(DossierStatus.SUBMITTED);
        assertThat(accepted.sequence()).isEqualTo(2);
        assertThat(accepted.code()).isEqualTo(CODE);
        assertThat(accepted.course().clock())
                .containsExactly(new ClockEntry(
                        ClockEntry.Kind.START, TEN, null, LIMIT, appointment.dueAt(), "civil-servants|1"));
        assertThat(accepted.course().alarms())
                .as("no reply is awaited any more")
                .isEqualTo(
                        new Alarms(null, appointment.warnings().days(), null, appointment.dueAt(), null, null, null));
    }

    @Test
    void whatIsBroughtToTheCounterIsHandedInAndAcceptedAtOnce() {
        var matter = Samples.matter(Channel.POST, ReturnMethod.COUNTER, false);

        var dossier = after(Dossier.acceptAtCounter(ID, matter, OPEN, as(Role.RECEPTION), APPOINTMENT, NINE));

        assertThat(dossier.timeline()).isEqualTo(new Timeline(NINE, null, NINE, DUE, DUE, null, null, null));
        assertThat(dossier.course().clock())
                .containsExactly(new ClockEntry(ClockEntry.Kind.START, NINE, null, LIMIT, DUE, "civil-servants|1"));
        assertThat(dossier.course().alarms()).isEqualTo(new Alarms(null, WARNING, null, DUE, null, null, null));
    }

    @Test
    void aProcedureThatIsNotOpenOnlineIsNotTakenOnline() {
        assertThat(bar(Dossier.submit(ID, online(), new Terms(false, true), as(Role.CITIZEN), null, NINE)))
                .isEqualTo(Bar.NOT_ONLINE);
    }

    @Test
    void anAgencyThatIsNotCompetentMayRefuseButNotAccept() {
        var elsewhere = new Terms(true, false);

        assertThat(bar(Dossier.submit(ID, online(), elsewhere, as(Role.CITIZEN), null, NINE)))
                .isEqualTo(Bar.NOT_COMPETENT);
        assertThat(bar(Dossier.acceptAtCounter(ID, counter(), elsewhere, as(Role.RECEPTION), APPOINTMENT, NINE)))
                .isEqualTo(Bar.NOT_COMPETENT);
        assertThat(after(Dossier.refuseAtCounter(ID, counter(), as(Role.RECEPTION), "NOT_COMPETENT", NINE))
                        .reason())
                .isEqualTo("NOT_COMPETENT");
    }

    @Test
    void anAcceptanceIsByTheVersionOfItsDay() {
        var submitted = Lives.submitted();
        var now = submitted.matter().under("1.900101", 2, "HT", true);
        var bill = Bill.of(List.of(Bill.Line.of("PHI", Bill.Kind.FEE, Bill.Timing.POSTPAID, 5_000)));
        var terms = new Terms(true, true).costing(bill, false, null);

        var accepted = after(submitted.accept(as(Role.RECEPTION), now, terms, APPOINTMENT, NINE));

        assertThat(accepted.matter()).isEqualTo(now);
        assertThat(accepted.course().owed()).isEqualTo(bill);
        assertThat(bar(submitted.accept(as(Role.RECEPTION), now, new Terms(true, false), null, NINE)))
                .isEqualTo(Bar.NO_LONGER_COMPETENT);
    }

    /** T26 is also for procedures of a single step. */
    @Test
    void whatIsDoneInOneStepIsGivenWhereItWasAccepted() {
        var one = new Workflow(List.of(Samples.WORKFLOW.steps().get(0)));
        var accepted = Lives.accepted();
        for (var role : List.of(Role.RECEPTION, Role.OFFICER, Role.LEADER)) {
            var completed = after(accepted.complete(as(role), Outcome.GRANTED, "1/KQ", null, one, TEN));
            assertThat(completed.status()).isEqualTo(DossierStatus.COMPLETED);
            assertThat(Rights.nextSteps(Samples.party(role), accepted, Laws.OF_2022, one))
                    .contains(Step.COMPLETION);
        }
        assertThat(Rights.nextSteps(Samples.party(Role.CLERK), accepted, Laws.OF_2022, one))
                .doesNotContain(Step.COMPLETION);
        assertThat(bar(accepted.complete(as(Role.OFFICER), Outcome.DENIED, null, "X", one, TEN)))
                .isEqualTo(Bar.LEADER_SIGNS);
        for (var workflow : List.of(Workflow.NONE, Samples.WORKFLOW)) {
            assertThat(bar(accepted.complete(as(Role.OFFICER), Outcome.GRANTED, "1/KQ", null, workflow, TEN)))
                    .isEqualTo(Bar.of(accepted, Step.COMPLETION));
            assertThat(Rights.nextSteps(Samples.party(Role.OFFICER), accepted, Laws.OF_2022, workflow))
                    .doesNotContain(Step.COMPLETION);
        }
        assertThat(bar(Lives.submitted().complete(as(Role.OFFICER), Outcome.GRANTED, "1/KQ", null, one, TEN)))
                .isEqualTo(Bar.of(Lives.submitted(), Step.COMPLETION));
    }

    @Test
    void theCitizenComesOnlineAndReceptionAtTheCounter() {
        assertThat(bar(Dossier.submit(ID, counter(), OPEN, as(Role.CITIZEN), null, NINE)))
                .isEqualTo(Bar.WRONG_CHANNEL);
        assertThat(bar(Dossier.acceptAtCounter(ID, online(), OPEN, as(Role.RECEPTION), APPOINTMENT, NINE)))
                .isEqualTo(Bar.WRONG_CHANNEL);
        assertThat(bar(Dossier.refuseAtCounter(ID, counter(), as(Role.CITIZEN), "INCOMPLETE", NINE)))
                .isEqualTo(Bar.WRONG_CHANNEL);
        assertThat(bar(Dossier.refuseAtCounter(ID, online(), as(Role.RECEPTION), "INCOMPLETE", NINE)))
                .isEqualTo(Bar.WRONG_CHANNEL);
    }

    /** Source: Decree 61/2018, art. 17. */
    @Test
    void whoIsIncompleteAtTheCounterGetsTheFormThatSaysWhatToBring() {
        var done = done(Dossier.refuseAtCounter(
                ID, counter(), as(Role.RECEPTION), "INCOMPLETE", List.of("CCCD", "Giấy ủy quyền"), NINE));
        assertThat(done.fact()).isEqualTo(new Fact.Refused(NINE, as(Role.RECEPTION), "INCOMPLETE", true));
        assertThat(done.fact().form(Laws.OF_2022)).isEqualTo(Form.SUPPLEMENT_REQUEST);
        assertThat(done.dossier().status()).isEqualTo(DossierStatus.REFUSED);
        assertThat(done.dossier().isClosed()).isTrue();
        assertThat(done.dossier().course().asked()).containsExactly(new Asked(NINE, List.of("CCCD", "Giấy ủy quyền")));

        var other = done(Dossier.refuseAtCounter(ID, counter(), as(Role.RECEPTION), "NOT_COMPETENT", NINE));
        assertThat(other.fact().form(Laws.OF_2022)).isEqualTo(Form.REFUSAL);
        assertThat(other.dossier().course().asked()).isEmpty();
    }

    @Test
    void aRefusalNamesItsReasonAndEndsWhatNeverRan() {
        assertThat(bar(Lives.submitted().refuse(as(Role.RECEPTION), null, TEN))).isEqualTo(Bar.REASON_MISSING);
        assertThat(bar(Dossier.refuseAtCounter(ID, counter(), as(Role.RECEPTION), null, NINE)))
                .isEqualTo(Bar.REASON_MISSING);

        var refused = done(Lives.submitted().refuse(as(Role.RECEPTION), "INCOMPLETE", TEN));

        assertThat(refused.fact()).isEqualTo(new Fact.Refused(TEN, as(Role.RECEPTION), "INCOMPLETE"));
        assertThat(refused.dossier().reason()).isEqualTo("INCOMPLETE");
        assertThat(refused.dossier().timeline().endedAt()).isNull();
        assertThat(refused.dossier().course().wakesAt())
                .as("the reply timer stops")
                .isEmpty();
    }

    @Test
    void anOfficerWhoTakesADossierKeepsItAndReceptionForwardsItToAll() {
        var taken = done(Lives.accepted().begin(as(Role.OFFICER), "officer-1", Workflow.NONE, Hours.COUNTING, TEN));

        assertThat(taken.fact()).isEqualTo(new Fact.ProcessingStarted(TEN, as(Role.OFFICER), null));
        assertThat(taken.dossier().officer()).isEqualTo("officer-1");
        assertThat(Lives.processing().officer()).isNull();
        assertThat(taken.dossier().course().clock())
                .as("the clock runs on")
                .isEqualTo(Lives.accepted().course().clock());
        assertThat(taken.dossier().course().alarms())
                .isEqualTo(Lives.accepted().course().alarms());
    }

    @Test
    void aWithdrawalEndsOnlyWhatHadBegun() {
        var before = after(Lives.submitted().withdraw(as(Role.CITIZEN), null, TEN));
        var after = after(Lives.processing().withdraw(as(Role.OFFICER), null, TEN));

        assertThat(before.timeline().endedAt()).isNull();
        assertThat(before.course().clock()).isEmpty();
        assertThat(before.course().wakesAt()).isEmpty();
        assertThat(after.timeline().endedAt()).isEqualTo(TEN);
        assertThat(after.timeline().completedAt()).isNull();
        assertThat(after.course().clock().get(1))
                .isEqualTo(new ClockEntry(ClockEntry.Kind.STOP, TEN, "WITHDRAWN", null, DUE, null));
        assertThat(after.course().wakesAt()).isEmpty();
    }

    @Test
    void whatWaitsCanBeTakenBackToo() {
        var papers = after(Lives.asked(Lives.submitted()).withdraw(as(Role.CITIZEN), null, TEN));
        var payment = after(Lives.toPay(Lives.processing()).withdraw(as(Role.RECEPTION), null, TEN));

        assertThat(papers.timeline().endedAt()).isNull();
        assertThat(papers.course().pause()).isNull();
        assertThat(payment.timeline().endedAt()).isEqualTo(TEN);
        assertThat(payment.course().clock())
                .extracting(ClockEntry::kind)
                .containsExactly(ClockEntry.Kind.START, ClockEntry.Kind.PAUSE, ClockEntry.Kind.STOP);
        assertThat(payment.course().wakesAt()).isEmpty();
    }

    @Test
    void noStepLiesBeforeTheOneItFollows() {
        assertThat(bar(Lives.submitted().accept(as(Role.RECEPTION), APPOINTMENT, NINE.minusMillis(1))))
                .isEqualTo(Bar.BEFORE_LAST_STEP);
    }

    @Test
    void withoutALimitThereIsNoDueDateAndNothingRings() {
        var accepted = after(Lives.submitted().accept(as(Role.RECEPTION), Appointment.OPEN_ENDED, TEN));

        assertThat(accepted.timeline().dueAt()).isNull();
        assertThat(accepted.course().clock())
                .containsExactly(new ClockEntry(ClockEntry.Kind.START, TEN, null, TimeLimit.none(), null, null));
        assertThat(accepted.course().wakesAt()).isEmpty();
    }

    @Test
    void aDueDateStandsExactlyWhereThereIsALimitAndAWarningBeforeIt() {
        assertThatThrownBy(() -> new Appointment(TimeLimit.none(), DUE, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Appointment(TimeLimit.workingDays(1), null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Appointment(LIMIT, DUE, new Warnings(DUE, null), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
