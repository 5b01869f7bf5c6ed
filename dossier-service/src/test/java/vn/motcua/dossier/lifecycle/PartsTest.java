package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.AGENCY;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.OTHER_AGENCY;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;
import static vn.motcua.dossier.lifecycle.Samples.ofTheOther;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.calendar.TimeLimit;

/** What other agencies do: at once or one after the other, joined before the result. */
class PartsTest {

    private static final String THIRD_AGENCY = "H03.03";
    private static final String SUCCESSOR = "H03.10";
    private static final Actor SYSTEM = new Actor(Role.SYSTEM, null);
    private static final TimeLimit ONE_DAY = TimeLimit.workingDays(1);
    private static final TimeLimit TWO_DAYS = TimeLimit.workingDays(2);
    private static final Instant TWO_DAYS_LATER = Hours.at("2022-06-10T09:00");

    @Test
    void anAgencyIsAskedWithALimitOfItsOwnAndTheTotalRunsOn() {
        var done = done(Lives.processing()
                .parts()
                .ask(as(Role.OFFICER), Samples.part(OTHER_AGENCY, TWO_DAYS, null), Hours.EVERYWHERE, NINE));
        var leg = new Leg(
                1,
                OTHER_AGENCY,
                TWO_DAYS,
                null,
                NINE,
                TWO_DAYS_LATER,
                null,
                null,
                null,
                false,
                Samples.TASK,
                false,
                null,
                null);

        assertThat(done.fact()).isEqualTo(new Fact.LegOpened(NINE, as(Role.OFFICER), leg));
        assertThat(done.dossier().course().legs()).containsExactly(leg);
        assertThat(done.dossier().course().holders()).containsExactly(OTHER_AGENCY);
        assertThat(done.dossier().course().clock())
                .isEqualTo(Lives.processing().course().clock());
        assertThat(done.dossier().course().wakesAt()).contains(TWO_DAYS_LATER);
    }

    @Test
    void aPartIsAcknowledgedOnceAndFinishedOnce() {
        var received = Lives.withReceivedPart();
        var finished = done(received.parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.DONE, null, TEN));

        assertThat(received.course().legs().get(0).receivedAt()).isEqualTo(NINE);
        assertThat(bar(received.parts().receive(ofTheOther(Role.OFFICER), 1, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.PART_RECEIVED);
        assertThat(finished.fact())
                .isEqualTo(new Fact.LegFinished(
                        TEN,
                        ofTheOther(Role.OFFICER),
                        new Leg(
                                1,
                                OTHER_AGENCY,
                                TWO_DAYS,
                                null,
                                NINE,
                                TWO_DAYS_LATER,
                                NINE,
                                TEN,
                                Leg.Outcome.DONE,
                                false,
                                Samples.TASK,
                                false,
                                null,
                                null),
                        null));
        assertThat(bar(finished.dossier().parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.DONE, null, TEN)))
                .isEqualTo(Bar.PART_FINISHED);
        assertThat(finished.dossier().course().holders()).isEmpty();
    }

    @Test
    void whoFinishesWithoutAcknowledgingHasReceivedItThen() {
        var finished = after(Lives.withPart(Lives.processing())
                .parts()
                .finish(ofTheOther(Role.LEADER), 1, Leg.Outcome.DECLINED, "PART_NOT_POSSIBLE", TEN));

        assertThat(finished.course().legs().get(0).receivedAt()).isEqualTo(TEN);
        assertThat(finished.course().legs().get(0).outcome()).isEqualTo(Leg.Outcome.DECLINED);
    }

    @Test
    void whoDeclinesSaysWhy() {
        var received = Lives.withReceivedPart();
        var declined = done(
                received.parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.DECLINED, "PART_NOT_POSSIBLE", TEN));

        assertThat(bar(received.parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.DECLINED, null, TEN)))
                .isEqualTo(Bar.REASON_MISSING);
        assertThat(((Fact.LegFinished) declined.fact()).reason()).isEqualTo("PART_NOT_POSSIBLE");
    }

    @Test
    void aPartIsItsOwnAgencysAndThoseAbove() {
        var asked = Lives.withPart(Lives.processing());

        assertThat(bar(asked.parts().finish(as(Role.OFFICER), 1, Leg.Outcome.DONE, null, TEN)))
                .isEqualTo(Bar.PART_OF_ANOTHER);
        assertThat(bar(asked.parts().receive(new Actor(Role.OFFICER, null), 1, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.PART_OF_ANOTHER);
        assertThat(bar(asked.parts().receive(new Actor(Role.OFFICER, "H03.0"), 1, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.PART_OF_ANOTHER);
        assertThat(bar(asked.parts().receive(ofTheOther(Role.OFFICER), 2, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.PART_UNKNOWN);
        assertThat(done(asked.parts().receive(new Actor(Role.OFFICER, "H03"), 1, Hours.COUNTING, TEN)))
                .isNotNull();
    }

    @Test
    void noAgencyAsksItselfOrWaitsForAPartThatIsNotThere() {
        var parts = Lives.processing().parts();

        assertThat(bar(parts.ask(as(Role.OFFICER), Samples.part(AGENCY, ONE_DAY, null), Hours.EVERYWHERE, TEN)))
                .isEqualTo(Bar.SAME_AGENCY);
        assertThat(bar(parts.ask(as(Role.OFFICER), Samples.part(OTHER_AGENCY, ONE_DAY, 1), Hours.EVERYWHERE, TEN)))
                .isEqualTo(Bar.PART_BEFORE_UNKNOWN);
    }

    @Test
    void inParallelTheLeadWaitsForAll() {
        var both = asked(Lives.withPart(Lives.processing()), THIRD_AGENCY, ONE_DAY, null);
        var one = finished(both, THIRD_AGENCY, 2, TEN);
        var all = finished(one, OTHER_AGENCY, 1, TEN);

        assertThat(both.course().holders()).containsExactly(OTHER_AGENCY, THIRD_AGENCY);
        assertThat(bar(one.complete(as(Role.LEADER), Outcome.GRANTED, "1", null, Workflow.NONE, TEN)))
                .isEqualTo(Bar.PARTS_OPEN);
        assertThat(Lives.completed(all, TEN).status()).isEqualTo(DossierStatus.COMPLETED);
    }

    @Test
    void inSequenceAPartIsOpenedWhenTheOneBeforeIsFinished() {
        var planned = done(Lives.withPart(Lives.processing())
                .parts()
                .ask(as(Role.OFFICER), Samples.part(THIRD_AGENCY, ONE_DAY, 1), Hours.EVERYWHERE, NINE));
        var finished = finished(planned.dossier(), OTHER_AGENCY, 1, TEN);
        var opened =
                done(finished.timekeeping().ring(agency -> Hours.COUNTING, TEN).orElseThrow());

        assertThat(planned.fact())
                .isEqualTo(new Fact.LegPlanned(
                        NINE, as(Role.OFFICER), Leg.planned(2, Samples.part(THIRD_AGENCY, ONE_DAY, 1))));
        assertThat(planned.dossier().course().holders())
                .as("who waits for another does not have it yet")
                .containsExactly(OTHER_AGENCY);
        assertThat(bar(planned.dossier()
                        .parts()
                        .receive(new Actor(Role.OFFICER, THIRD_AGENCY), 2, Hours.COUNTING, TEN)))
                .isEqualTo(Bar.PART_UNKNOWN);
        assertThat(finished.course().wakesAt()).contains(TEN);
        assertThat(bar(finished.complete(as(Role.LEADER), Outcome.GRANTED, "1", null, Workflow.NONE, TEN)))
                .as("a part that is still to come counts")
                .isEqualTo(Bar.PARTS_OPEN);
        assertThat(opened.fact())
                .isEqualTo(new Fact.LegOpened(
                        TEN,
                        new Actor(Role.SYSTEM, null),
                        Leg.planned(2, Samples.part(THIRD_AGENCY, ONE_DAY, 1))
                                .opened(TEN, Hours.at("2022-06-09T10:00"))));
        assertThat(opened.dossier().course().holders()).containsExactly(THIRD_AGENCY);
    }

    @Test
    void aPartAfterAFinishedOneIsOpenedAtOnce() {
        var finished = finished(Lives.withPart(Lives.processing()), OTHER_AGENCY, 1, TEN);

        var done = done(
                finished.parts().ask(as(Role.OFFICER), Samples.part(THIRD_AGENCY, ONE_DAY, 1), Hours.EVERYWHERE, TEN));

        assertThat(done.fact()).isInstanceOf(Fact.LegOpened.class);
    }

    @Test
    void theLongestPathOfPartsEndsWithinTheTotal() {
        var first = Lives.withPart(Lives.processing());
        var three = TimeLimit.workingDays(3);
        var second = asked(first, THIRD_AGENCY, TWO_DAYS, 1);

        assertThat(bar(Lives.processing()
                        .parts()
                        .ask(
                                as(Role.OFFICER),
                                Samples.part(OTHER_AGENCY, TimeLimit.workingDays(6), null),
                                Hours.EVERYWHERE,
                                NINE)))
                .isEqualTo(Bar.LEG_BEYOND_TOTAL);
        assertThat(bar(first.parts()
                        .ask(
                                as(Role.OFFICER),
                                Samples.part(THIRD_AGENCY, TimeLimit.workingDays(4), 1),
                                Hours.EVERYWHERE,
                                NINE)))
                .as("two days and four are more than five")
                .isEqualTo(Bar.LEG_BEYOND_TOTAL);
        assertThat(done(first.parts()
                        .ask(as(Role.OFFICER), Samples.part(THIRD_AGENCY, three, 1), Hours.EVERYWHERE, NINE)))
                .isNotNull();
        assertThat(bar(second.parts()
                        .ask(as(Role.OFFICER), Samples.part("H03.04", TWO_DAYS, 2), Hours.EVERYWHERE, NINE)))
                .as("two, two and two")
                .isEqualTo(Bar.LEG_BEYOND_TOTAL);
        assertThat(done(second.parts()
                        .ask(as(Role.OFFICER), Samples.part("H03.04", ONE_DAY, 2), Hours.EVERYWHERE, NINE)))
                .isNotNull();
        var closed = Hours.CALENDAR.withOverrides(Map.of(LocalDate.parse("2022-06-13"), false));
        Timekeeping.Countings apart = agency -> agency.equals(THIRD_AGENCY) ? Hours.counting(closed) : Hours.COUNTING;
        assertThat(bar(second.parts().ask(as(Role.OFFICER), Samples.part("H03.04", ONE_DAY, 2), apart, NINE)))
                .as("the agency before it is closed for a day, and counts by its own calendar")
                .isEqualTo(Bar.LEG_BEYOND_TOTAL);
    }

    @Test
    void whoIsLateAlreadyMayStillAsk() {
        var late = DUE.plusSeconds(1);

        assertThat(done(Lives.processing()
                        .parts()
                        .ask(as(Role.OFFICER), Samples.part(OTHER_AGENCY, TWO_DAYS, null), Hours.EVERYWHERE, late)))
                .isNotNull();
    }

    @Test
    void aPartWithoutALimitIsNeverLate() {
        var asked = asked(Lives.processing(), OTHER_AGENCY, TimeLimit.none(), null);

        assertThat(asked.course().legs().get(0).dueAt()).isNull();
        assertThat(asked.course().wakesAt()).contains(Samples.WARNING);
    }

    @Test
    void whileTheDossierWaitsAgenciesAnswerButNoNewPartIsOpened() {
        var sequence = asked(Lives.withPart(Lives.processing()), THIRD_AGENCY, ONE_DAY, 1);
        var stopped = Lives.stopped(sequence, true);
        var answered = finished(stopped, OTHER_AGENCY, 1, TEN);
        var resumed =
                after(answered.stops().resume(as(Role.LEADER), Samples.APPOINTMENT, Hours.at("2022-06-09T10:00")));

        assertThat(answered.course().wakesAt()).as("nobody works for nothing").isEmpty();
        assertThat(done(resumed.timekeeping()
                                .ring(agency -> Hours.COUNTING, Hours.at("2022-06-09T10:00"))
                                .orElseThrow())
                        .dossier()
                        .course()
                        .legs()
                        .get(1)
                        .openedAt())
                .isEqualTo(Hours.at("2022-06-09T10:00"));
    }

    @Test
    void aPartThatIsTakenBackIsAwaitedNoLongerAndItsClockEnds() {
        var late = Hours.at("2022-06-10T09:30");
        var told = after(Lives.withPart(Lives.processing())
                .timekeeping()
                .ring(agency -> Hours.COUNTING, late)
                .orElseThrow());
        var done = done(told.parts().withdraw(as(Role.LEADER), 1, "PART_NOT_NEEDED", late));
        var leg = new Leg(
                1,
                OTHER_AGENCY,
                TWO_DAYS,
                null,
                NINE,
                TWO_DAYS_LATER,
                null,
                late,
                Leg.Outcome.WITHDRAWN,
                true,
                Samples.TASK,
                false,
                null,
                null);

        assertThat(done.fact()).isEqualTo(new Fact.LegWithdrawn(late, as(Role.LEADER), leg, "PART_NOT_NEEDED"));
        assertThat(done.dossier().course().legs()).as("late as it was").containsExactly(leg);
        assertThat(done.dossier().course().holders()).isEmpty();
        assertThat(done.dossier().course().wakesAt()).contains(Samples.WARNING);
        assertThat(Lives.completed(done.dossier(), late).status())
                .as("the result waits for it no longer")
                .isEqualTo(DossierStatus.COMPLETED);
        assertThat(bar(done.dossier().parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.DONE, null, late)))
                .isEqualTo(Bar.PART_FINISHED);
        assertThat(bar(done.dossier().parts().withdraw(as(Role.LEADER), 1, "PART_NOT_NEEDED", late)))
                .isEqualTo(Bar.PART_FINISHED);
    }

    /** Source: Decree 61/2018, art. 19 §5, §6. */
    @Test
    void whatIsAskedForIsSaid() {
        var silent = new Parts.Asked(OTHER_AGENCY, TWO_DAYS, null, null, false);

        assertThat(bar(Lives.processing().parts().ask(as(Role.OFFICER), silent, Hours.EVERYWHERE, NINE)))
                .isEqualTo(Bar.TASK_MISSING);
    }

    @Test
    void whoIsLateSaysWhyAndWhoIsInTimeDoesNot() {
        var asked = Lives.withPart(Lives.processing());
        var late = TWO_DAYS_LATER.plusMillis(1);

        assertThat(bar(asked.parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.DONE, null, late)))
                .isEqualTo(Bar.DELAY_UNEXPLAINED);
        var done = done(asked.parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.DONE, "PART_WORKLOAD", late));
        assertThat(((Fact.LegFinished) done.fact()).reason()).isEqualTo("PART_WORKLOAD");
        assertThat(done.dossier().course().legs().get(0).reason()).isEqualTo("PART_WORKLOAD");
        assertThat(after(asked.parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.DONE, null, TWO_DAYS_LATER))
                        .course()
                        .holders())
                .as("at the very instant it is in time")
                .isEmpty();
        assertThat(bar(asked.parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.DONE, "PART_WORKLOAD", TEN)))
                .isEqualTo(Bar.PART_NOT_LATE);
    }

    /** Source: DOMAIN 2.7: the clock of a part starts at receipt, electronically at once. */
    @Test
    void theClockOfAPartOnPaperStartsWhenItIsReceived() {
        var paper = new Parts.Asked(OTHER_AGENCY, TWO_DAYS, null, Samples.TASK, true);
        var sent = after(Lives.processing().parts().ask(as(Role.OFFICER), paper, Hours.EVERYWHERE, NINE));
        assertThat(sent.course().legs().get(0).openedAt()).isEqualTo(NINE);
        assertThat(sent.course().legs().get(0).dueAt()).isNull();
        assertThat(sent.course().holders()).containsExactly(OTHER_AGENCY);

        var received = after(sent.parts().receive(ofTheOther(Role.OFFICER), 1, Hours.COUNTING, TEN));

        assertThat(received.course().legs().get(0).dueAt()).isEqualTo(Hours.at("2022-06-10T10:00"));
        assertThat(received.course().wakesAt()).contains(Hours.at("2022-06-10T10:00"));
        var tooLong = new Parts.Asked(OTHER_AGENCY, TimeLimit.workingDays(6), null, Samples.TASK, true);
        assertThat(bar(Lives.processing().parts().ask(as(Role.OFFICER), tooLong, Hours.EVERYWHERE, NINE)))
                .as("even if it arrived at once")
                .isEqualTo(Bar.LEG_BEYOND_TOTAL);
    }

    @Test
    void whatWentOnPaperAndNobodyAcknowledgesIsToldOnceAndThenByItsOwnDate() {
        var paper = new Parts.Asked(OTHER_AGENCY, TWO_DAYS, null, Samples.TASK, true);
        var sent = after(Lives.processing().parts().ask(as(Role.OFFICER), paper, Hours.EVERYWHERE, NINE));
        assertThat(sent.course().wakesAt()).contains(TWO_DAYS_LATER);

        var rung = done(sent.timekeeping()
                .ring(Hours.EVERYWHERE, TWO_DAYS_LATER.plusSeconds(1))
                .orElseThrow());
        var told = rung.dossier().course().legs().get(0);
        assertThat(rung.fact()).isEqualTo(new Fact.LegOverdue(TWO_DAYS_LATER, SYSTEM, told));
        assertThat(told.told()).isTrue();
        assertThat(told.dueAt()).as("its clock has not started").isNull();
        assertThat(rung.dossier().timekeeping().ring(Hours.EVERYWHERE, TWO_DAYS_LATER.plusSeconds(2)))
                .isEmpty();

        var arrived = after(rung.dossier()
                .parts()
                .receive(ofTheOther(Role.OFFICER), 1, Hours.COUNTING, Hours.at("2022-06-10T10:00")));
        assertThat(arrived.course().legs().get(0).told()).isFalse();
        assertThat(arrived.course().legs().get(0).dueAt()).isEqualTo(Hours.at("2022-06-14T10:00"));
        var inTime = after(sent.parts().receive(ofTheOther(Role.OFFICER), 1, Hours.COUNTING, TEN));
        assertThat(inTime.course().legs().get(0).acknowledgeBy()).isNull();
    }

    @Test
    void onlyTheLeadTakesAPartBackAndSaysWhy() {
        var asked = Lives.withPart(Lives.processing());

        assertThat(bar(asked.parts().withdraw(as(Role.LEADER), 1, null, TEN))).isEqualTo(Bar.REASON_MISSING);
        assertThat(bar(asked.parts().withdraw(as(Role.LEADER), 2, "PART_NOT_NEEDED", TEN)))
                .isEqualTo(Bar.PART_UNKNOWN);
        assertThat(bar(asked.parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.WITHDRAWN, null, TEN)))
                .isEqualTo(Bar.LEAD_WITHDRAWS);
        var holder = new Party("officer-9", Set.of(Role.OFFICER, Role.LEADER), OTHER_AGENCY, null);
        assertThat(Rights.nextSteps(holder, asked, Laws.OF_2022)).doesNotContain(Step.LEG_WITHDRAWAL);
        assertThat(Rights.actor(holder, Step.LEG_WITHDRAWAL, asked, Laws.OF_2022))
                .isEmpty();
    }

    @Test
    void whatComesAfterAPartThatIsTakenBackIsOpenedAndAPlannedOneThatIsTakenBackNeverIs() {
        var sequence = asked(Lives.withPart(Lives.processing()), THIRD_AGENCY, ONE_DAY, 1);
        var first = after(sequence.parts().withdraw(as(Role.OFFICER), 1, "PART_NOT_NEEDED", TEN));
        var planned = after(sequence.parts().withdraw(as(Role.OFFICER), 2, "PART_NOT_NEEDED", TEN));
        var finished = finished(planned, OTHER_AGENCY, 1, TEN);

        assertThat(done(first.timekeeping().ring(agency -> Hours.COUNTING, TEN).orElseThrow())
                        .fact())
                .isInstanceOf(Fact.LegOpened.class);
        assertThat(finished.course().wakesAt()).contains(Samples.WARNING);
        assertThat(finished.course().awaitsOthers()).isFalse();
        assertThat(finished.course().legs().get(1).openedAt()).isNull();
    }

    @Test
    void aPartOfAnAgencyThatIsNoMoreGoesOnAtItsSuccessorDueWhenItWas() {
        var left = done(Lives.withReceivedPart().parts().leave(SYSTEM, 1, TEN));
        var gone = new Leg(
                1,
                OTHER_AGENCY,
                TWO_DAYS,
                null,
                NINE,
                TWO_DAYS_LATER,
                NINE,
                TEN,
                Leg.Outcome.WITHDRAWN,
                false,
                Samples.TASK,
                false,
                null,
                null);
        var rest = new Leg(
                2,
                SUCCESSOR,
                TWO_DAYS,
                1,
                TEN,
                TWO_DAYS_LATER,
                null,
                null,
                null,
                false,
                Samples.TASK,
                false,
                null,
                null);
        var goesOn = done(left.dossier().parts().goOn(SYSTEM, 1, SUCCESSOR, TEN));
        var finished = finished(goesOn.dossier(), SUCCESSOR, 2, Hours.at("2022-06-09T10:00"));

        assertThat(left.fact()).isEqualTo(new Fact.LegWithdrawn(TEN, SYSTEM, gone, Parts.REORGANISED));
        assertThat(goesOn.fact()).isEqualTo(new Fact.LegOpened(TEN, SYSTEM, rest));
        assertThat(goesOn.dossier().course().legs()).containsExactly(gone, rest);
        assertThat(goesOn.dossier().course().holders()).containsExactly(SUCCESSOR);
        assertThat(goesOn.dossier().course().wakesAt())
                .as("late when it would have been late")
                .contains(TWO_DAYS_LATER);
        assertThat(bar(goesOn.dossier().complete(as(Role.LEADER), Outcome.GRANTED, "1", null, Workflow.NONE, TEN)))
                .isEqualTo(Bar.PARTS_OPEN);
        assertThat(bar(goesOn.dossier().parts().finish(ofTheOther(Role.OFFICER), 1, Leg.Outcome.DONE, null, TEN)))
                .isEqualTo(Bar.PART_FINISHED);
        assertThat(finished.course().awaitsOthers()).isFalse();
    }

    @Test
    void onlyAPartThatWasTakenOverGoesOnWithAnotherOne() {
        var goesOn = handedOn(Lives.withReceivedPart(), 1, SUCCESSOR, TEN);
        var sequence = asked(Lives.withPart(Lives.processing()), THIRD_AGENCY, ONE_DAY, 1);
        var takenBack = after(sequence.parts().withdraw(as(Role.OFFICER), 1, "PART_NOT_NEEDED", TEN));
        var next = after(
                takenBack.timekeeping().ring(agency -> Hours.COUNTING, TEN).orElseThrow());

        assertThat(goesOn.course().goesOn(goesOn.course().leg(2).orElseThrow())).isTrue();
        assertThat(next.course().leg(2).orElseThrow().openedAt()).isEqualTo(TEN);
        assertThat(next.course().goesOn(next.course().leg(2).orElseThrow()))
                .as("it comes after, with a time of its own")
                .isFalse();
    }

    @Test
    void whatWasToldLateIsNotToldAgainWhenAnotherAgencyGoesOn() {
        var late = Hours.at("2022-06-10T09:30");
        var told = after(Lives.withPart(Lives.processing())
                .timekeeping()
                .ring(agency -> Hours.COUNTING, late)
                .orElseThrow());
        var goesOn = handedOn(told, 1, SUCCESSOR, late);

        assertThat(goesOn.course().leg(2).orElseThrow().dueAt()).isEqualTo(TWO_DAYS_LATER);
        assertThat(goesOn.course().wakesAt()).contains(Samples.WARNING);
    }

    @Test
    void whatWaitedForAPartWaitsForTheOneThatGoesOnWithIt() {
        var sequence = asked(Lives.withPart(Lives.processing()), THIRD_AGENCY, ONE_DAY, 1);
        var goesOn = handedOn(sequence, 1, SUCCESSOR, TEN);
        var twice = handedOn(goesOn, 3, "H03.11", TEN);

        assertThat(goesOn.course().leg(2).orElseThrow().after()).isEqualTo(3);
        assertThat(goesOn.course().wakesAt())
                .as("it is not opened by the hand-over")
                .contains(TWO_DAYS_LATER);
        assertThat(done(finished(twice, "H03.11", 4, TEN)
                                .timekeeping()
                                .ring(agency -> Hours.COUNTING, TEN)
                                .orElseThrow())
                        .fact())
                .isEqualTo(new Fact.LegOpened(
                        TEN,
                        SYSTEM,
                        Leg.planned(2, Samples.part(THIRD_AGENCY, ONE_DAY, 4))
                                .opened(TEN, Hours.at("2022-06-09T10:00"))));
    }

    @Test
    void aPartThatNobodyHadYetIsOpenedAtTheSuccessor() {
        var sequence = asked(Lives.withPart(Lives.processing()), THIRD_AGENCY, ONE_DAY, 1);
        var successors = new Timekeeping.Countings() {
            @Override
            public Counting of(String agency) {
                return agency.equals(SUCCESSOR)
                        ? Hours.COUNTING
                        : (start, limit) -> {
                            throw new AssertionError(agency + " counts nothing any more");
                        };
            }

            @Override
            public String holder(String agency, Instant at) {
                return agency.equals(THIRD_AGENCY) ? SUCCESSOR : agency;
            }
        };

        assertThat(done(finished(sequence, OTHER_AGENCY, 1, TEN)
                                .timekeeping()
                                .ring(successors, TEN)
                                .orElseThrow())
                        .dossier()
                        .course()
                        .holders())
                .containsExactly(SUCCESSOR);
    }

    @Test
    void onlyAnOpenPartIsHandedOnAndOnlyToAnotherAgency() {
        var asked = asked(Lives.withPart(Lives.processing()), THIRD_AGENCY, ONE_DAY, 1);
        var left = after(asked.parts().leave(SYSTEM, 1, TEN));

        assertThat(bar(asked.parts().leave(SYSTEM, 2, TEN))).as("nobody has it").isEqualTo(Bar.PART_UNKNOWN);
        assertThat(bar(left.parts().leave(SYSTEM, 1, TEN))).isEqualTo(Bar.PART_FINISHED);
        assertThat(bar(asked.parts().leave(as(Role.LEADER), 1, TEN))).isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(asked.parts().goOn(SYSTEM, 1, SUCCESSOR, TEN))).isEqualTo(Bar.PART_UNKNOWN);
        assertThat(bar(left.parts().goOn(SYSTEM, 1, OTHER_AGENCY, TEN))).isEqualTo(Bar.SAME_AGENCY);
        assertThat(bar(finished(asked, OTHER_AGENCY, 1, TEN).parts().goOn(SYSTEM, 1, SUCCESSOR, TEN)))
                .isEqualTo(Bar.PART_UNKNOWN);
    }

    @Test
    void anEndTakesOpenPartsWithItAndKeepsFinishedOnes() {
        var both = asked(Lives.withPart(Lives.processing()), THIRD_AGENCY, ONE_DAY, null);
        var withdrawn = after(finished(both, OTHER_AGENCY, 1, TEN).withdraw(as(Role.RECEPTION), null, TEN));

        assertThat(withdrawn.course().legs()).extracting(Leg::number).containsExactly(1);
        assertThat(withdrawn.course().holders()).isEmpty();
    }

    private static Dossier asked(Dossier from, String agency, TimeLimit limit, Integer after) {
        return after(from.parts().ask(as(Role.OFFICER), Samples.part(agency, limit, after), Hours.EVERYWHERE, NINE));
    }

    private static Dossier handedOn(Dossier from, int number, String successor, Instant at) {
        return after(after(from.parts().leave(SYSTEM, number, at)).parts().goOn(SYSTEM, number, successor, at));
    }

    private static Dossier finished(Dossier from, String agency, int number, Instant at) {
        return after(from.parts().finish(new Actor(Role.OFFICER, agency), number, Leg.Outcome.DONE, null, at));
    }
}
