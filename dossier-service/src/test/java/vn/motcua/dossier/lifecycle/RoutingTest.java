package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.ACCOUNT;
import static vn.motcua.dossier.lifecycle.Samples.AGENCY;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.WORKFLOW;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** T10 to T12 and assignments: forward, back, recall. */
class RoutingTest {

    /** 24 working hours from nine o'clock. */
    private static final Instant APPRAISED_BY = Hours.at("2022-06-13T09:00");

    /** 4 working hours from ten o'clock. */
    private static final Instant CHECKED_BY = Hours.at("2022-06-08T16:00");

    @Test
    void processingBeginsAtTheFirstStepWithItsLimit() {
        assertThat(Lives.appraising().course().flow()).isEqualTo(new Flow("APPRAISE", APPRAISED_BY, null, null, true));
        assertThat(after(Lives.accepted().begin(as(Role.RECEPTION), null, WORKFLOW, Hours.COUNTING, TEN))
                        .course()
                        .flow()
                        .opened())
                .as("forwarded to the agency: nobody has opened it")
                .isFalse();
        assertThat(Lives.processing().course().flow()).isNull();
    }

    @Test
    void whoHasDoneAStepSendsItOn() {
        var done = done(Lives.appraising().routing().forward(as(Role.OFFICER), ACCOUNT, WORKFLOW, Hours.COUNTING, TEN));

        assertThat(done.fact())
                .isEqualTo(
                        new Fact.StepCompleted(TEN, as(Role.OFFICER), "APPRAISE", "CHECK", APPRAISED_BY, CHECKED_BY));
        assertThat(done.dossier().course().flow()).isEqualTo(new Flow("CHECK", CHECKED_BY, "APPRAISE", ACCOUNT, false));
        assertThat(done.dossier().officer()).as("nobody has it yet").isNull();
        assertThat(done.dossier().status()).isEqualTo(DossierStatus.PROCESSING);
    }

    @Test
    void aStepWithoutALimitIsNotDue() {
        assertThat(Lives.issuing().course().flow()).isEqualTo(new Flow("ISSUE", null, "SIGN", "leader-1", false));
    }

    @Test
    void aStepIsSentOnByItsOwnRoleAndNotBeyondTheLast() {
        assertThat(bar(Lives.checking().routing().forward(as(Role.OFFICER), ACCOUNT, WORKFLOW, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.OTHER_STEP);
        assertThat(bar(Lives.issuing().routing().forward(as(Role.CLERK), ACCOUNT, WORKFLOW, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.LAST_STEP);
        assertThat(bar(Lives.processing()
                        .routing()
                        .forward(as(Role.OFFICER), ACCOUNT, Workflow.NONE, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.NO_WORKFLOW);
    }

    @Test
    void whoReceivesItSendsItOneStepBackWithTheReason() {
        var routing = Lives.checking().routing();

        assertThat(bar(routing.sendBack(as(Role.LEADER), null, WORKFLOW, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.REASON_MISSING);
        var done = done(routing.sendBack(as(Role.LEADER), "INCOMPLETE", WORKFLOW, Hours.COUNTING, TEN));
        assertThat(done.fact())
                .isEqualTo(new Fact.StepSentBack(
                        TEN, as(Role.LEADER), "CHECK", "APPRAISE", Hours.at("2022-06-13T10:00"), "INCOMPLETE"));
        assertThat(done.dossier().course().flow())
                .isEqualTo(new Flow("APPRAISE", Hours.at("2022-06-13T10:00"), null, null, false));
        assertThat(bar(done.dossier().routing().sendBack(as(Role.OFFICER), "R", WORKFLOW, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.FIRST_STEP);
    }

    @Test
    void whoSentItTakesItBackAsLongAsNobodyHasOpenedIt() {
        var checking = Lives.checking();

        var done = done(checking.routing().recall(as(Role.OFFICER), ACCOUNT, WORKFLOW, Hours.COUNTING, TEN));

        assertThat(done.fact())
                .isEqualTo(new Fact.StepRecalled(
                        TEN, as(Role.OFFICER), "CHECK", "APPRAISE", Hours.at("2022-06-13T10:00")));
        assertThat(done.dossier().officer()).isEqualTo(ACCOUNT);
        assertThat(done.dossier().course().flow().step()).isEqualTo("APPRAISE");
        assertThat(done.dossier().course().flow().opened()).isTrue();
        assertThat(bar(checking.routing().recall(as(Role.OFFICER), "another", WORKFLOW, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.NOT_THE_SENDER);
        var opened = after(checking.routing().assign(as(Role.LEADER), true, "head-1", AGENCY, Samples.WORKFLOW, TEN));
        assertThat(bar(opened.routing().recall(as(Role.OFFICER), ACCOUNT, WORKFLOW, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.OPENED_ALREADY);
    }

    @Test
    void whatWasSentBackIsNotTakenBack() {
        var sent = Lives.forwarded(Lives.checking(), Role.LEADER, ACCOUNT);
        var back = after(sent.routing().sendBack(as(Role.LEADER), "R", WORKFLOW, Hours.COUNTING, TEN));

        assertThat(bar(back.routing().recall(as(Role.LEADER), ACCOUNT, WORKFLOW, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.NOT_THE_SENDER);
        assertThat(bar(back.routing().recall(as(Role.LEADER), null, WORKFLOW, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.NOT_THE_SENDER);
    }

    @Test
    void anOfficerTakesADossierAndOnlyALeaderGivesItToAnother() {
        var routing = Lives.processing().routing();

        var taken = done(routing.assign(as(Role.OFFICER), true, ACCOUNT, AGENCY, Samples.WORKFLOW, TEN));
        assertThat(taken.fact()).isEqualTo(new Fact.Assigned(TEN, as(Role.OFFICER), AGENCY));
        assertThat(taken.dossier().officer()).isEqualTo(ACCOUNT);
        assertThat(bar(routing.assign(as(Role.OFFICER), false, "another", AGENCY, Samples.WORKFLOW, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(after(routing.assign(as(Role.LEADER), false, "another", AGENCY, Samples.WORKFLOW, TEN))
                        .officer())
                .isEqualTo("another");
    }

    @Test
    void whatIsGivenToSomebodyHasNotBeenOpenedByThem() {
        var given = after(
                Lives.checking().routing().assign(as(Role.LEADER), false, "another", AGENCY, Samples.WORKFLOW, TEN));

        assertThat(given.course().flow().opened()).isFalse();
    }

    @Test
    void aStepIsNotBlamedForTheTimeInWhichTheDossierWaited() {
        var papers = Lives.confirmed(Lives.asked(Lives.appraising()), TEN);
        var stop = after(
                Lives.stopped(Lives.appraising(), true).stops().resume(as(Role.LEADER), Samples.APPOINTMENT, TEN));

        assertThat(papers.course().flow()).isEqualTo(new Flow("APPRAISE", null, null, null, true));
        assertThat(stop.course().flow()).isEqualTo(new Flow("APPRAISE", null, null, null, true));
        assertThat(Lives.appraising().course().flow().dueAt()).isEqualTo(APPRAISED_BY);
    }

    @Test
    void aDossierGoesThroughAllItsStepsToTheResult() {
        var steps = Lives.completed(Lives.issuing());

        assertThat(steps.status()).isEqualTo(DossierStatus.COMPLETED);
        assertThat(steps.sequence()).isEqualTo(7);
    }

    @Test
    void theClockRunsThroughAllOfIt() {
        assertThat(Lives.issuing().course().clock())
                .isEqualTo(Lives.accepted().course().clock());
        assertThat(Lives.issuing().course().alarms())
                .isEqualTo(Lives.accepted().course().alarms());
    }

    @Test
    void nobodyTakesAnothersStepAndItsSenderCanStillRecallIt() {
        var checking = Lives.checking();

        assertThat(bar(checking.routing().assign(as(Role.OFFICER), true, "other", AGENCY, WORKFLOW, TEN)))
                .isEqualTo(Bar.OTHER_STEP);
        assertThat(after(checking.routing().recall(as(Role.OFFICER), ACCOUNT, WORKFLOW, Hours.COUNTING, TEN))
                        .course()
                        .flow()
                        .step())
                .isEqualTo("APPRAISE");
    }

    @Test
    void anOfficerWhoBeginsWhereTheLeaderHasTheFirstStepDoesNotOpenIt() {
        var leaderFirst = new Workflow(WORKFLOW.steps().subList(1, 4));

        assertThat(after(Lives.accepted().begin(as(Role.OFFICER), ACCOUNT, leaderFirst, Hours.COUNTING, TEN))
                        .course()
                        .flow()
                        .opened())
                .isFalse();
    }
}
