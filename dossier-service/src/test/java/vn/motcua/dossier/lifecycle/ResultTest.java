package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.LIMIT;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.WORKFLOW;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;

import org.junit.jupiter.api.Test;

/** T24 to T26 and T28: the result, granted or denied, and a result that is taken back. */
class ResultTest {

    @Test
    void aResultStopsTheClock() {
        var done =
                done(Lives.processing().complete(as(Role.LEADER), Outcome.GRANTED, "1/KQ", null, Workflow.NONE, TEN));

        assertThat(done.fact()).isEqualTo(new Fact.Completed(TEN, as(Role.LEADER), Outcome.GRANTED, null));
        assertThat(done.dossier().resultReference()).isEqualTo("1/KQ");
        assertThat(done.dossier().timeline()).isEqualTo(new Timeline(NINE, null, NINE, DUE, DUE, TEN, TEN, null));
        assertThat(done.dossier().course().clock().get(1))
                .isEqualTo(new ClockEntry(ClockEntry.Kind.STOP, TEN, "COMPLETED", null, DUE, null));
        assertThat(done.dossier().course().wakesAt()).isEmpty();
    }

    @Test
    void aGrantNeedsItsResultAndADenialItsReason() {
        var processing = Lives.processing();

        assertThat(bar(processing.complete(as(Role.LEADER), Outcome.GRANTED, null, null, Workflow.NONE, TEN)))
                .isEqualTo(Bar.RESULT_MISSING);
        assertThat(bar(processing.complete(as(Role.LEADER), Outcome.DENIED, null, null, Workflow.NONE, TEN)))
                .isEqualTo(Bar.REASON_MISSING);
        var denied = done(
                processing.complete(as(Role.LEADER), Outcome.DENIED, null, "CONDITIONS_NOT_MET", Workflow.NONE, TEN));
        assertThat(denied.fact())
                .isEqualTo(new Fact.Completed(TEN, as(Role.LEADER), Outcome.DENIED, "CONDITIONS_NOT_MET"));
        assertThat(denied.dossier().status()).as("T25").isEqualTo(DossierStatus.COMPLETED);
        assertThat(denied.dossier().reason()).isEqualTo("CONDITIONS_NOT_MET");
        assertThat(denied.dossier().timeline().completedAt()).isEqualTo(TEN);
    }

    @Test
    void receptionGivesAnImmediateResultButDeniesNothing() {
        var immediate = Lives.immediate();

        assertThat(after(immediate.complete(as(Role.RECEPTION), Outcome.GRANTED, "1/KQ", null, Workflow.NONE, TEN))
                        .status())
                .isEqualTo(DossierStatus.COMPLETED);
        assertThat(bar(immediate.complete(as(Role.RECEPTION), Outcome.DENIED, null, "R", Workflow.NONE, TEN)))
                .isEqualTo(Bar.LEADER_SIGNS);
        assertThat(after(immediate.complete(as(Role.LEADER), Outcome.DENIED, null, "R", Workflow.NONE, TEN))
                        .outcome())
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void theResultIsSignedWhereNoStepOfALeaderComesAfter() {
        assertThat(bar(Lives.appraising().complete(as(Role.LEADER), Outcome.GRANTED, "1", null, WORKFLOW, TEN)))
                .isEqualTo(Bar.NOT_AT_SIGNATURE);
        assertThat(bar(Lives.checking().complete(as(Role.LEADER), Outcome.GRANTED, "1", null, WORKFLOW, TEN)))
                .isEqualTo(Bar.NOT_AT_SIGNATURE);
        assertThat(Lives.completed(Lives.issuing()).status()).isEqualTo(DossierStatus.COMPLETED);
    }

    /** The leader signs, the clerk issues; source: Decree 61/2018, art. 19, 20. */
    @Test
    void whatIsIssuedAfterTheSignatureIsCompletedByWhoHasTheLastStep() {
        assertThat(bar(Lives.signing().complete(as(Role.LEADER), Outcome.GRANTED, "1", null, WORKFLOW, TEN)))
                .isEqualTo(Bar.NOT_ISSUED_YET);
        assertThat(Lives.signing().course().signed()).isNull();

        var issuing = Lives.issuing();
        assertThat(issuing.course().signed()).isEqualTo(new Signed("SIGN", "CHECK", "leader-1", issuing.changedAt()));
        assertThat(bar(issuing.complete(as(Role.LEADER), Outcome.GRANTED, "1", null, WORKFLOW, TEN)))
                .isEqualTo(Bar.OTHER_STEP);
        assertThat(bar(issuing.complete(as(Role.RECEPTION), Outcome.GRANTED, "1", null, WORKFLOW, TEN)))
                .isEqualTo(Bar.OTHER_STEP);
        assertThat(bar(issuing.complete(as(Role.CLERK), Outcome.DENIED, null, "R", WORKFLOW, TEN)))
                .as("a denial is the leader's")
                .isEqualTo(Bar.LEADER_SIGNS);
        assertThat(after(issuing.complete(as(Role.CLERK), Outcome.GRANTED, "1", null, WORKFLOW, TEN))
                        .outcome())
                .isEqualTo(Outcome.GRANTED);
    }

    @Test
    void aDenialNeedsTheSignatureOnly() {
        assertThat(after(Lives.signing().complete(as(Role.LEADER), Outcome.DENIED, null, "R", WORKFLOW, TEN))
                        .outcome())
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void whereNobodyIssuesAfterTheSignatureTheLeaderCompletes() {
        var withoutClerk = new Workflow(WORKFLOW.steps().subList(0, 3));

        assertThat(after(Lives.signing().complete(as(Role.LEADER), Outcome.GRANTED, "1", null, withoutClerk, TEN))
                        .status())
                .isEqualTo(DossierStatus.COMPLETED);
    }

    @Test
    void whatIsSignedIsNotWithdrawnAndWhatIsBackAtTheSignatureIs() {
        assertThat(bar(Lives.issuing().withdraw(as(Role.RECEPTION), null, TEN))).isEqualTo(Bar.RESULT_SIGNED);

        var back =
                after(Lives.issuing().routing().sendBack(as(Role.CLERK), "INCOMPLETE", WORKFLOW, Hours.COUNTING, TEN));
        assertThat(back.course().signed()).isNull();
        assertThat(after(back.withdraw(as(Role.RECEPTION), null, TEN)).status()).isEqualTo(DossierStatus.WITHDRAWN);

        var recalled =
                after(Lives.issuing().routing().recall(as(Role.LEADER), "leader-1", WORKFLOW, Hours.COUNTING, TEN));
        assertThat(recalled.course().signed()).isNull();
    }

    @Test
    void thePartsOfOthersComeFirst() {
        assertThat(bar(Lives.withReceivedPart()
                        .complete(as(Role.LEADER), Outcome.GRANTED, "1", null, Workflow.NONE, TEN)))
                .isEqualTo(Bar.PARTS_OPEN);
    }

    @Test
    void aResultThatIsTakenBackNeverWasOneAndTheClockGoesOnWithWhatWasLeft() {
        var completed = Lives.completed(Lives.processing(), TEN);
        var at = Hours.at("2022-06-10T10:00");
        var appointment = Hours.resumed(completed, LIMIT, TEN, at);

        var done = done(completed.recallResult(as(Role.LEADER), "WRONG_NAME", appointment, at));
        var again = done.dossier();

        assertThat(done.fact()).isEqualTo(new Fact.ResultRecalled(at, as(Role.LEADER), "WRONG_NAME", DUE));
        assertThat(again.status()).isEqualTo(DossierStatus.PROCESSING);
        assertThat(again.outcome()).isNull();
        assertThat(again.resultReference()).isNull();
        assertThat(again.timeline())
                .isEqualTo(new Timeline(NINE, null, NINE, Hours.at("2022-06-17T09:00"), DUE, null, null, null));
        assertThat(again.course().clock().get(2))
                .isEqualTo(new ClockEntry(
                        ClockEntry.Kind.REOPEN,
                        at,
                        "WRONG_NAME",
                        null,
                        Hours.at("2022-06-17T09:00"),
                        "civil-servants|1"));
        assertThat(again.course().alarms())
                .isEqualTo(new Alarms(
                        null, Hours.at("2022-06-16T09:00"), null, Hours.at("2022-06-17T09:00"), null, null, null));
        assertThat(Recount.due(again.course().clock(), LIMIT, Hours.counting(Hours.CALENDAR), Hours.CALENDAR))
                .isEqualTo(again.timeline().dueAt());
        assertThat(bar(completed.recallResult(as(Role.LEADER), null, appointment, at)))
                .isEqualTo(Bar.REASON_MISSING);
    }

    @Test
    void itIsOnAgainWhereItWasSignedAndCanBeSentBackFromThere() {
        var again = after(
                Lives.completed(Lives.issuing()).recallResult(as(Role.LEADER), "WRONG_NAME", Samples.APPOINTMENT, TEN));

        assertThat(again.course().flow()).isEqualTo(new Flow("SIGN", null, "CHECK", null, true));
        assertThat(again.course().signed()).as("signed anew").isNull();
        assertThat(after(again.routing().sendBack(as(Role.LEADER), "WRONG_NAME", WORKFLOW, Hours.COUNTING, TEN))
                        .course()
                        .flow()
                        .step())
                .isEqualTo("CHECK");
    }

    @Test
    void whatWasHandedOverIsNotTakenBack() {
        assertThat(bar(Lives.returned().recallResult(as(Role.LEADER), "WRONG", Samples.APPOINTMENT, TEN)))
                .isEqualTo(Bar.RETURNED_FOR_GOOD);
    }

    /** Source: Decree 61/2018, art. 19 §9: whoever is about to be told of a later date is not told of a result instead. */
    @Test
    void nothingIsCompletedWhileALaterDateAwaitsItsDecision() {
        assertThat(bar(Lives.processing()
                        .complete(as(Role.LEADER), Outcome.GRANTED, "1/KQ", null, Workflow.NONE, false, true, TEN)))
                .isEqualTo(Bar.APOLOGY_PENDING);
    }
}
