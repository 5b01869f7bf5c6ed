package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Lives.DEADLINE;
import static vn.motcua.dossier.lifecycle.Lives.REPLY;
import static vn.motcua.dossier.lifecycle.Samples.ACCOUNT;
import static vn.motcua.dossier.lifecycle.Samples.AGENCY;
import static vn.motcua.dossier.lifecycle.Samples.APPOINTMENT;
import static vn.motcua.dossier.lifecycle.Samples.CODE;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.LIMIT;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.WARNING;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.dossier.calendar.TimeLimit;

/** What puts mistakes right in the open, and what becomes live. */
class AmendmentsTest {

    private static final UUID OTHER = UUID.fromString("01814035-3f80-7cc3-98c4-dc0c0c079999");

    private static final List<String> NEW_PATH = List.of("H03", "H03.03");
    private static final TimeLimit OTHER_LIMIT = TimeLimit.workingDays(10);
    private static final Workflow OTHER_WORKFLOW = new Workflow(List.of(
            new Workflow.WorkStep("RECEIVE", Role.OFFICER, TimeLimit.workingHours(3)),
            new Workflow.WorkStep("SIGN", Role.LEADER, TimeLimit.workingHours(8))));

    @Test
    void anotherAgencyAnswersAndEverythingElseStays() {
        var before = Lives.appraising();

        var done = done(before.amendments()
                .transfer(as(Role.LEADER), "H03.03", NEW_PATH, true, TransferCause.REORGANISATION, TEN));
        var dossier = done.dossier();

        assertThat(done.fact())
                .isEqualTo(new Fact.Transferred(TEN, as(Role.LEADER), AGENCY, TransferCause.REORGANISATION));
        assertThat(dossier.matter().agency()).isEqualTo("H03.03");
        assertThat(dossier.matter().agencyPath()).isEqualTo(NEW_PATH);
        assertThat(dossier.code()).isEqualTo(CODE);
        assertThat(dossier.timeline()).isEqualTo(before.timeline());
        assertThat(dossier.course()).isEqualTo(before.course());
        assertThat(dossier.officer()).as("nobody there has it yet").isNull();
    }

    @Test
    void whoTookPaperInHandsTheResultOutWhoeverAnswers() {
        var paper = Lives.processing();
        var moved = after(
                paper.amendments().transfer(as(Role.LEADER), "H03.03", NEW_PATH, true, TransferCause.COMPETENCE, TEN));
        assertThat(moved.matter().receivingOneStop()).isEqualTo(AGENCY);
        assertThat(moved.matter().counter()).isEqualTo(AGENCY);

        var onwards = after(moved.amendments()
                .transfer(
                        as(Role.SYSTEM), "H03.04", List.of("H03", "H03.04"), true, TransferCause.REORGANISATION, TEN));
        assertThat(onwards.matter().receivingOneStop()).as("still").isEqualTo(AGENCY);
        var back = after(onwards.amendments()
                .transfer(as(Role.LEADER), AGENCY, List.of("H03", AGENCY), true, TransferCause.COMPETENCE, TEN));
        assertThat(back.matter().receivingOneStop()).as("its own again").isNull();
    }

    @Test
    void whatCameOnlineOrFromAnAgencyThatIsGoneIsHandedOutWhereItIsDecided() {
        var online = after(Lives.processing(ReturnMethod.ELECTRONIC)
                .amendments()
                .transfer(as(Role.LEADER), "H03.03", NEW_PATH, true, TransferCause.COMPETENCE, TEN));
        assertThat(online.matter().receivingOneStop()).isNull();
        var gone = after(Lives.processing()
                .amendments()
                .transfer(as(Role.SYSTEM), "H03.03", NEW_PATH, true, TransferCause.REORGANISATION, TEN));
        assertThat(gone.matter().receivingOneStop()).isNull();
        assertThat(gone.matter().counter()).isEqualTo("H03.03");
    }

    @Test
    void itGoesToACompetentAgencyThatIsAnother() {
        var amendments = Lives.processing().amendments();

        assertThat(bar(amendments.transfer(
                        as(Role.LEADER), AGENCY, List.of("H03", AGENCY), true, TransferCause.COMPETENCE, TEN)))
                .isEqualTo(Bar.SAME_AGENCY);
        assertThat(bar(amendments.transfer(as(Role.LEADER), "H03.03", NEW_PATH, false, TransferCause.COMPETENCE, TEN)))
                .isEqualTo(Bar.NOT_COMPETENT);
    }

    @Test
    void whatHadNoDateIsPromisedItsFirstOneByTheCorrectionAndWhatHasNoneAnyMoreOwesNone() {
        var dated = Lives.appraising();
        var open = corrected(dated, Appointment.OPEN_ENDED);
        assertThat(open.timeline().dueAt()).isNull();
        assertThat(open.timeline().originalDueAt()).isNull();

        var again = corrected(open, Hours.recounted(dated, OTHER_LIMIT, Hours.CALENDAR, TEN));
        assertThat(again.timeline().dueAt()).isEqualTo(Hours.at("2022-06-22T09:00"));
        assertThat(again.timeline().originalDueAt()).isEqualTo(Hours.at("2022-06-22T09:00"));
    }

    private static Dossier corrected(Dossier before, Appointment appointment) {
        var to = before.matter().under("1.90010" + before.sequence() % 10, 2, "TP", false);
        return done(before.amendments()
                        .correct(
                                as(Role.LEADER),
                                new Correction(to, Set.of(CorrectedField.PROCEDURE), appointment, null, null),
                                "WRONG_PROCEDURE",
                                TEN))
                .dossier();
    }

    @Test
    void aWrongProcedureIsPutRightAndItsLimitCountedFromAcceptance() {
        var before = Lives.appraising();
        var to = before.matter().under("1.900102", 2, "TP", false);
        var appointment = Hours.recounted(before, OTHER_LIMIT, Hours.CALENDAR, TEN);

        var done = done(before.amendments()
                .correct(
                        as(Role.LEADER),
                        new Correction(to, Set.of(CorrectedField.PROCEDURE), appointment, null, null),
                        "WRONG_PROCEDURE",
                        TEN));
        var dossier = done.dossier();

        assertThat(done.fact())
                .isEqualTo(new Fact.Corrected(
                        TEN,
                        as(Role.LEADER),
                        Set.of(CorrectedField.PROCEDURE),
                        "WRONG_PROCEDURE",
                        DUE,
                        OTHER_LIMIT,
                        before.course().flow(),
                        null));
        assertThat(dossier.matter()).isEqualTo(to);
        assertThat(dossier.timeline().dueAt()).isEqualTo(Hours.at("2022-06-22T09:00"));
        assertThat(dossier.timeline().originalDueAt())
                .as("never changes but by a restart")
                .isEqualTo(DUE);
        assertThat(dossier.course().clock().get(1))
                .isEqualTo(new ClockEntry(
                        ClockEntry.Kind.CORRECT,
                        TEN,
                        "WRONG_PROCEDURE",
                        appointment.limit(),
                        Hours.at("2022-06-22T09:00"),
                        "civil-servants|1"));
        assertThat(dossier.course().alarms().overdue()).isEqualTo(Hours.at("2022-06-22T09:00"));
        assertThat(Lives.completed(dossier, TEN).status())
                .as("the steps of the other procedure do not stand in the way")
                .isEqualTo(DossierStatus.COMPLETED);
    }

    @Test
    void whereTheDateStaysNothingIsSaidOfTheClock() {
        var before = Lives.processing();
        var done = done(before.amendments()
                .correct(
                        as(Role.LEADER),
                        Correction.of(before.matter().ownedBy("c-2", "sha256:02"), Set.of(CorrectedField.OWNER)),
                        "WRONG_OWNER",
                        TEN));

        assertThat(done.dossier().matter().citizen()).isEqualTo("c-2");
        assertThat(done.dossier().course()).isEqualTo(before.course());
        assertThat(done.dossier().timeline()).isEqualTo(before.timeline());
    }

    @Test
    void aCorrectionWhileItWaitsLetsItWait() {
        var waiting = Lives.asked(Lives.processing());
        var corrected = after(waiting.amendments()
                .correct(
                        as(Role.LEADER),
                        new Correction(
                                waiting.matter().under("1.900102", 2, "TP", false),
                                Set.of(CorrectedField.PROCEDURE),
                                Hours.recounted(waiting, OTHER_LIMIT, Hours.CALENDAR, TEN),
                                Flow.first(OTHER_WORKFLOW, Hours.COUNTING, TEN),
                                null),
                        "WRONG_PROCEDURE",
                        TEN));

        assertThat(corrected.course().alarms()).isEqualTo(new Alarms(null, null, null, null, DEADLINE, null, null));
        assertThat(corrected.course().pause()).isEqualTo(waiting.course().pause());
        assertThat(corrected.course().flow())
                .as("it begins, and who will have it is not measured while the clock stands still")
                .isEqualTo(new Flow("RECEIVE", null, null, null, false));
    }

    @Test
    void theRunningStepEndsAndTheWorkflowOfTheRightProcedureBeginsWithItsOwnLimit() {
        var before = Lives.checking();
        var to = before.matter().under("1.900102", 2, "TP", false);
        var appointment = Hours.recounted(before, OTHER_LIMIT, Hours.CALENDAR, TEN);
        var first = Flow.first(OTHER_WORKFLOW, Hours.COUNTING, TEN);

        var done = done(before.amendments()
                .correct(
                        as(Role.LEADER),
                        new Correction(to, Set.of(CorrectedField.PROCEDURE), appointment, first, null),
                        "WRONG_PROCEDURE",
                        TEN));

        assertThat(first).isEqualTo(new Flow("RECEIVE", Hours.at("2022-06-08T15:00"), null, null, false));
        assertThat(done.dossier().course().flow()).isEqualTo(first);
        assertThat(done.dossier().officer()).as("nobody has the new step yet").isNull();
        var fact = (Fact.Corrected) done.fact();
        assertThat(fact.ended()).isEqualTo(before.course().flow());
        assertThat(fact.ended().step()).isEqualTo("CHECK");
        assertThat(fact.begun()).isEqualTo(first);
        var line = done.dossier().course().clock().get(1);
        assertThat(line.step()).isEqualTo("RECEIVE");
        assertThat(line.stepDueAt()).isEqualTo(Hours.at("2022-06-08T15:00"));
        assertThat(bar(done.dossier().routing().recall(as(Role.OFFICER), ACCOUNT, OTHER_WORKFLOW, Hours.COUNTING, TEN)))
                .as("nobody takes back what was sent in the other workflow")
                .isEqualTo(Bar.FIRST_STEP);
        var forwarded =
                after(done.dossier().routing().forward(as(Role.OFFICER), ACCOUNT, OTHER_WORKFLOW, Hours.COUNTING, TEN));
        assertThat(forwarded.course().flow().step()).isEqualTo("SIGN");
    }

    @Test
    void whatWasNotInProcessingYetBeginsInTheRightWorkflowLater() {
        for (var before : List.of(Lives.submitted(), Lives.accepted())) {
            var corrected = done(before.amendments()
                    .correct(
                            as(Role.LEADER),
                            new Correction(
                                    before.matter().under("1.900102", 2, "TP", false),
                                    Set.of(CorrectedField.PROCEDURE),
                                    APPOINTMENT,
                                    Flow.first(OTHER_WORKFLOW, Hours.COUNTING, TEN),
                                    null),
                            "WRONG_PROCEDURE",
                            TEN));
            assertThat(corrected.dossier().course().flow())
                    .as(before.status().name())
                    .isNull();
            assertThat(((Fact.Corrected) corrected.fact()).begun()).isNull();
        }
    }

    @Test
    void aResultThatIsTakenBackGoesOnInTheRightWorkflow() {
        var completed = Lives.completed(Lives.issuing());
        var corrected = after(completed
                .amendments()
                .correct(
                        as(Role.LEADER),
                        new Correction(
                                completed.matter().under("1.900102", 2, "TP", false),
                                Set.of(CorrectedField.PROCEDURE),
                                null,
                                Flow.first(OTHER_WORKFLOW, Hours.COUNTING, TEN),
                                null),
                        "WRONG_PROCEDURE",
                        TEN));
        var recalled = after(corrected.recallResult(as(Role.LEADER), "RESULT_WRONG", APPOINTMENT, TEN));

        assertThat(recalled.course().flow().step()).isEqualTo("RECEIVE");
    }

    @Test
    void aCorrectionBeforeAcceptanceStartsNoClock() {
        var submitted = Lives.submitted();
        var corrected = after(submitted
                .amendments()
                .correct(
                        as(Role.LEADER),
                        new Correction(
                                submitted.matter().under("1.900102", 2, "TP", false),
                                Set.of(CorrectedField.PROCEDURE),
                                APPOINTMENT,
                                null,
                                null),
                        "WRONG_PROCEDURE",
                        TEN));

        assertThat(corrected.timeline().dueAt()).isNull();
        assertThat(corrected.course().clock()).isEmpty();
        assertThat(corrected.course().alarms().reply()).isEqualTo(REPLY);
    }

    @Test
    void whatIsClosedIsCorrectedByTwoAndStaysClosed() {
        var returned = Lives.returned();
        var to = Correction.of(returned.matter().ownedBy("c-2", "sha256:02"), Set.of(CorrectedField.OWNER));
        var amendments = returned.amendments();

        assertThat(bar(amendments.correct(as(Role.LEADER), to, "WRONG_OWNER", TEN)))
                .isEqualTo(Bar.CORRECTED_BY_TWO);
        assertThat(bar(amendments.correctClosed(as(Role.LEADER), true, to, "WRONG_OWNER", TEN)))
                .isEqualTo(Bar.FOUR_EYES);
        assertThat(bar(amendments.correctClosed(as(Role.OFFICER), false, to, "WRONG_OWNER", TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(amendments.correctClosed(as(Role.LEADER), false, to, null, TEN)))
                .isEqualTo(Bar.REASON_MISSING);
        assertThat(bar(Lives.processing().amendments().correctClosed(as(Role.LEADER), false, to, "R", TEN)))
                .isEqualTo(Bar.STILL_OPEN);
        assertThat(bar(Lives.voided().amendments().correctClosed(as(Role.LEADER), false, to, "R", TEN)))
                .isEqualTo(Bar.VOIDED);

        var corrected = after(amendments.correctClosed(as(Role.LEADER), false, to, "WRONG_OWNER", TEN));
        assertThat(corrected.isClosed()).isTrue();
        assertThat(corrected.status()).isEqualTo(DossierStatus.RETURNED);
        assertThat(corrected.matter().citizen()).isEqualTo("c-2");
        assertThat(corrected.course()).isEqualTo(returned.course());
    }

    @Test
    void aProcedureCorrectedAfterTheEndMovesTheDateAndWakesNothing() {
        var withdrawn = Lives.withdrawn();
        var corrected = after(withdrawn
                .amendments()
                .correctClosed(
                        as(Role.LEADER),
                        false,
                        new Correction(
                                withdrawn.matter().under("1.900102", 2, "TP", false),
                                Set.of(CorrectedField.PROCEDURE),
                                Hours.recounted(withdrawn, OTHER_LIMIT, Hours.CALENDAR, TEN),
                                null,
                                null),
                        "WRONG_PROCEDURE",
                        TEN));

        assertThat(corrected.course().wakesAt()).isEmpty();
        assertThat(corrected.course().flow()).isNull();
        assertThat(corrected.status()).isEqualTo(DossierStatus.WITHDRAWN);
    }

    @Test
    void aCorrectionSaysWhatAndWhy() {
        var amendments = Lives.processing().amendments();
        var matter = Lives.processing().matter();

        assertThat(bar(amendments.correct(as(Role.LEADER), Correction.of(matter, Set.of()), "R", TEN)))
                .isEqualTo(Bar.NOTHING_CORRECTED);
        assertThat(bar(amendments.correct(
                        as(Role.LEADER), Correction.of(matter, Set.of(CorrectedField.OWNER)), null, TEN)))
                .isEqualTo(Bar.REASON_MISSING);
    }

    @Test
    void whatShouldNeverHaveBeenThereCountsNowhere() {
        var before = after(Lives.submitted().amendments().setAside(as(Role.LEADER), "ENTERED_TWICE", TEN));
        var running = done(Lives.processing().amendments().setAside(as(Role.LEADER), "ENTERED_TWICE", TEN));
        var completed = after(Lives.completed().amendments().setAside(as(Role.LEADER), "ENTERED_TWICE", TEN));

        assertThat(running.fact()).isEqualTo(new Fact.Voided(TEN, as(Role.LEADER), "ENTERED_TWICE"));
        assertThat(running.dossier().course().voidedAt()).isEqualTo(TEN);
        assertThat(running.dossier().timeline().endedAt()).isEqualTo(TEN);
        assertThat(running.dossier().course().clock().get(1))
                .isEqualTo(new ClockEntry(ClockEntry.Kind.STOP, TEN, "VOIDED", null, DUE, null));
        assertThat(before.timeline().endedAt()).as("it never ran").isNull();
        assertThat(before.isClosed()).isTrue();
        assertThat(completed.timeline().completedAt()).as("no result").isNull();
        assertThat(completed.outcome()).isNull();
        assertThat(completed.resultReference()).isNull();
        assertThat(completed.course().clock())
                .extracting(ClockEntry::kind)
                .as("one end")
                .containsExactly(ClockEntry.Kind.START, ClockEntry.Kind.STOP);
        assertThat(bar(Lives.processing().amendments().setAside(as(Role.LEADER), null, TEN)))
                .isEqualTo(Bar.REASON_MISSING);
    }

    @Test
    void aDoubleGoesIntoTheOtherOneAndNotIntoItself() {
        var done = done(
                Lives.asked(Lives.processing()).amendments().merge(as(Role.LEADER), OTHER, "H03.01-220608-0002", TEN));

        assertThat(done.fact()).isEqualTo(new Fact.Merged(TEN, as(Role.LEADER), OTHER, "H03.01-220608-0002"));
        assertThat(done.dossier().isClosed()).isTrue();
        assertThat(done.dossier().course().pause()).isNull();
        assertThat(bar(Lives.processing()
                        .amendments()
                        .merge(as(Role.LEADER), Lives.processing().id(), CODE, TEN)))
                .isEqualTo(Bar.INTO_ITSELF);
    }

    @Test
    void messagesGoElsewhereAndTheOwnerStays() {
        var done = done(Lives.completed().amendments().readdress(as(Role.CITIZEN), "sha256:09", TEN));

        assertThat(done.fact()).isEqualTo(new Fact.RecipientChanged(TEN, as(Role.CITIZEN)));
        assertThat(done.dossier().matter().citizen()).isEqualTo(Samples.CITIZEN);
        assertThat(done.dossier().matter().privateDigest()).isEqualTo("sha256:09");
    }

    @Test
    void whatIsMasteredElsewhereIsAdoptedWithTheDateThatWasPromisedThere() {
        var promised = Hours.promised(LIMIT, TEN, DUE);

        var done = done(Lives.mirrored().amendments().adopt(as(Role.RECEPTION), promised, TEN));
        var adopted = done.dossier();

        assertThat(done.fact()).isEqualTo(new Fact.Adopted(TEN, as(Role.RECEPTION), Origin.MIRRORED));
        assertThat(adopted.matter().origin()).isEqualTo(Origin.LIVE);
        assertThat(adopted.course().clock())
                .containsExactly(new ClockEntry(ClockEntry.Kind.START, NINE, null, null, DUE, "civil-servants|1"));
        assertThat(adopted.course().alarms()).isEqualTo(new Alarms(null, WARNING, null, DUE, null, null, null));
        assertThat(Recount.due(
                        adopted.course().clock(),
                        LIMIT,
                        Hours.counting(Hours.CALENDAR.withOverrides(Map.of(LocalDate.parse("2022-06-10"), false))),
                        Hours.CALENDAR.withOverrides(Map.of(LocalDate.parse("2022-06-10"), false))))
                .as("what was promised elsewhere is not counted here")
                .isEqualTo(DUE);
        assertThat(bar(adopted.amendments().adopt(as(Role.RECEPTION), promised, TEN)))
                .isEqualTo(Bar.LIVE_ALREADY);
    }

    @Test
    void whatWaitsElsewhereForNobodyKnowsWhatIsNotAdopted() {
        var waiting = Lives.reborn(Lives.toPay(Lives.processing()), Origin.MIRRORED, Course.NEW);

        assertThat(bar(waiting.amendments().adopt(as(Role.RECEPTION), APPOINTMENT, TEN)))
                .isEqualTo(Bar.WAITS_ELSEWHERE);
    }

    @Test
    void whatWaitsAndIsAdoptedWaitsOn() {
        var pause = Lives.asked(Lives.processing()).course().pause();
        var course = new Course(
                pause, 0, 1, false, null, null, null, null, null, null, null, null, false, null, 0, null, null, null);
        var waiting = Lives.reborn(Lives.asked(Lives.processing()), Origin.MIRRORED, course);

        var adopted = after(waiting.amendments().adopt(as(Role.RECEPTION), APPOINTMENT, TEN));

        assertThat(adopted.course().alarms()).isEqualTo(new Alarms(null, null, null, null, DEADLINE, null, null));
        assertThat(adopted.course().clock())
                .extracting(ClockEntry::kind)
                .containsExactly(ClockEntry.Kind.START, ClockEntry.Kind.PAUSE);
        assertThat(Lives.confirmed(adopted, TEN).status()).isEqualTo(DossierStatus.PROCESSING);
    }

    @Test
    void whatIsCompletedElsewhereIsAdoptedAsCompleted() {
        var completed = Lives.reborn(Lives.completed(), Origin.MIRRORED, Course.NEW);

        var adopted = after(completed.amendments().adopt(as(Role.LEADER), APPOINTMENT, TEN));

        assertThat(adopted.status()).isEqualTo(DossierStatus.COMPLETED);
        assertThat(adopted.course().wakesAt()).isEmpty();
        assertThat(adopted.course().clock())
                .extracting(ClockEntry::kind)
                .containsExactly(ClockEntry.Kind.START, ClockEntry.Kind.STOP);
    }

    @Test
    void aReplyThatIsDueElsewhereIsDueHereOnceAdopted() {
        var submitted = Lives.reborn(Lives.submitted(), Origin.MIRRORED, Course.NEW);

        assertThat(after(submitted.amendments().adopt(as(Role.RECEPTION), null, TEN))
                        .course()
                        .alarms()
                        .reply())
                .isEqualTo(REPLY);
    }

    /** Whatever a ministry's system leaves out or contradicts: a dossier that is adopted can be worked on to its end, and no alarm of it is barred. */
    @ParameterizedTest
    @EnumSource(
            value = DossierStatus.class,
            names = {"SUBMITTED", "ACCEPTED", "PROCESSING", "COMPLETED"})
    void whateverWasToldOfItsTimesIsBroughtToAgree(DossierStatus status) {
        for (int told = 0; told < 32; told++) {
            var mirrored = Lives.told(
                    status,
                    new Timeline(
                            NINE,
                            (told & 1) == 0 ? null : REPLY,
                            (told & 2) == 0 ? null : NINE,
                            (told & 4) == 0 ? null : DUE,
                            (told & 4) == 0 ? null : DUE,
                            (told & 8) == 0 ? null : TEN,
                            (told & 16) == 0 ? null : TEN,
                            null));
            var promised = (told & 4) == 0 ? null : APPOINTMENT;

            var adopted = after(mirrored.amendments().adopt(as(Role.RECEPTION), promised, TEN));

            var times = adopted.timeline();
            assertThat(times.acceptedAt() == null)
                    .as("%s %s", status, mirrored.timeline())
                    .isEqualTo(status == DossierStatus.SUBMITTED);
            assertThat(times.completedAt() != null).isEqualTo(status == DossierStatus.COMPLETED);
            assertThat(times.endedAt() != null).isEqualTo(status == DossierStatus.COMPLETED);
            var ringing = adopted;
            for (var rung = Lives.rung(ringing); rung.isPresent(); rung = Lives.rung(ringing)) {
                ringing = after(rung.get());
            }
            assertThat(ringing.status()).isEqualTo(status);
        }
    }

    @Test
    void whatWasImportedKeepsItsOwnClock() {
        var adopted = after(Lives.imported().amendments().adopt(as(Role.OFFICER), APPOINTMENT, TEN));

        assertThat(adopted.course()).isEqualTo(Lives.imported().course());
        assertThat(adopted.matter().origin()).isEqualTo(Origin.LIVE);
    }

    @Test
    void whatIsOpenIsNotDestroyed() {
        assertThat(Lives.processing().amendments().destroy(as(Role.LEADER), TEN))
                .isEqualTo(new Attempt.Barred(Bar.NOT_CLOSED, DossierStatus.PROCESSING));
    }
}
