package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Lives.DEADLINE;
import static vn.motcua.dossier.lifecycle.Lives.PAY_DEADLINE;
import static vn.motcua.dossier.lifecycle.Lives.REPLY;
import static vn.motcua.dossier.lifecycle.Samples.CODE;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.ID;
import static vn.motcua.dossier.lifecycle.Samples.LIMIT;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.OPEN;
import static vn.motcua.dossier.lifecycle.Samples.OTHER_AGENCY;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.WARNING;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.counter;
import static vn.motcua.dossier.lifecycle.Samples.done;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.calendar.TimeLimit;

/** T29 to T31, what rings and in which order, and a calendar that changes afterwards. */
class TimekeepingTest {

    private static final Actor CLOCK = new Actor(Role.SYSTEM, null);
    private static final Instant LATER = Hours.at("2022-06-20T09:00");
    private static final Instant IN_JULY = Hours.at("2022-07-20T09:00");

    @Test
    void aLaterDateIsPromisedOnceAndTheFirstPromiseIsKeptInMind() {
        var appointment = Hours.promised(LIMIT, TEN, LATER);

        var done = done(
                Lives.processing().timekeeping().extend(as(Role.LEADER), appointment, "WORKLOAD", Laws.OF_2022, TEN));

        assertThat(done.fact()).isEqualTo(new Fact.Extended(TEN, as(Role.LEADER), DUE, "WORKLOAD", false));
        assertThat(done.dossier().timeline().dueAt()).isEqualTo(LATER);
        assertThat(done.dossier().timeline().originalDueAt()).isEqualTo(DUE);
        assertThat(done.dossier().course().clock().get(1))
                .isEqualTo(new ClockEntry(ClockEntry.Kind.EXTEND, TEN, "WORKLOAD", null, LATER, "civil-servants|1"));
        assertThat(done.dossier().course().alarms())
                .isEqualTo(new Alarms(null, Hours.at("2022-06-17T09:00"), null, LATER, null, null, null));
        assertThat(bar(done.dossier()
                        .timekeeping()
                        .extend(as(Role.LEADER), Hours.promised(LIMIT, TEN, IN_JULY), "WORKLOAD", Laws.OF_2022, TEN)))
                .isEqualTo(Bar.EXTENDED_ALREADY);
    }

    @Test
    void aLaterDateIsLaterWithAReasonAndOnlyWhereThereIsADate() {
        var clock = Lives.processing().timekeeping();
        var openEnded = Lives.accepted(TimeLimit.none(), NINE).timekeeping();

        assertThat(bar(clock.extend(as(Role.LEADER), Hours.promised(LIMIT, NINE, DUE), "W", Laws.OF_2022, TEN)))
                .isEqualTo(Bar.NOT_LATER);
        assertThat(bar(clock.extend(as(Role.LEADER), Hours.promised(LIMIT, NINE, LATER), "W", Laws.OF_2022, LATER)))
                .as("a promise that is broken when it is made")
                .isEqualTo(Bar.NOT_LATER);
        assertThat(bar(clock.extend(as(Role.LEADER), Hours.promised(LIMIT, NINE, LATER), null, Laws.OF_2022, TEN)))
                .isEqualTo(Bar.REASON_MISSING);
        assertThat(bar(openEnded.extend(as(Role.LEADER), Appointment.OPEN_ENDED, "W", Laws.OF_2022, TEN)))
                .isEqualTo(Bar.NO_TIME_LIMIT);
    }

    @Test
    void aRestartDoesNotGiveASecondExtension() {
        var restarted = Lives.confirmed(Lives.asked(Lives.extended()), TEN);

        assertThat(bar(restarted
                        .timekeeping()
                        .extend(as(Role.LEADER), Hours.promised(LIMIT, TEN, IN_JULY), "W", Laws.OF_2022, TEN)))
                .isEqualTo(Bar.EXTENDED_ALREADY);
    }

    @Test
    void aReplyThatIsLateIsSaidOnce() {
        var submitted = Lives.submitted();

        assertThat(facts(submitted, REPLY))
                .as("at the very instant it is not late")
                .isEmpty();
        assertThat(facts(submitted, REPLY.plusMillis(1))).containsExactly(new Fact.ReplyOverdue(REPLY, CLOCK, REPLY));
        assertThat(facts(submitted, IN_JULY)).hasSize(1);
    }

    @Test
    void paperThatIsNotForwardedInTimeIsSaidOnceAndForwardedPaperNever() {
        var until = Hours.at("2022-06-08T17:00");
        var accepted = after(Dossier.acceptAtCounter(
                        ID,
                        counter(),
                        OPEN,
                        as(Role.RECEPTION),
                        Hours.whole(LIMIT, NINE).forwarded(until),
                        NINE))
                .named(CODE);

        assertThat(facts(accepted, until))
                .as("at the very instant it is not late")
                .isEmpty();
        assertThat(facts(accepted, until.plusMillis(1))).containsExactly(new Fact.ForwardOverdue(until, CLOCK, until));
        assertThat(facts(accepted, WARNING.minusMillis(1))).hasSize(1);

        assertThat(facts(Lives.processing(accepted), WARNING.minusMillis(1))).isEmpty();
        assertThat(facts(Lives.asked(accepted), WARNING.minusMillis(1)))
                .as("nobody processes what waits for papers")
                .isEmpty();
        var promised = after(accepted.timekeeping()
                .extend(as(Role.LEADER), Hours.promised(LIMIT, TEN, LATER), "WORKLOAD", Laws.OF_2022, TEN));
        assertThat(facts(promised, until.plusMillis(1)))
                .as("a later date forwards nothing")
                .hasSize(1);
    }

    @Test
    void theDateIsNearAndThenPast() {
        var processing = Lives.processing();

        assertThat(facts(processing, WARNING.minusMillis(1))).isEmpty();
        assertThat(facts(processing, WARNING)).containsExactly(new Fact.DueSoon(WARNING, CLOCK, Warning.DAYS));
        assertThat(facts(processing, DUE))
                .as("on time until the instant itself")
                .hasSize(1);
        assertThat(facts(processing, DUE.plusMillis(1)))
                .containsExactly(new Fact.DueSoon(WARNING, CLOCK, Warning.DAYS), new Fact.Overdue(DUE, CLOCK));
        assertThat(rung(processing, IN_JULY).course().wakesAt()).isEmpty();
        assertThat(rung(processing, IN_JULY).course().alarms().told()).isEqualTo(DUE);
    }

    @Test
    void aLateStartSaysEverythingInTheOrderInWhichItBecameDue() {
        var parts = Lives.withPart(Lives.processing());
        var sequence = after(parts.parts()
                .ask(as(Role.OFFICER), Samples.part("H03.03", TimeLimit.workingDays(1), null), Hours.EVERYWHERE, NINE));

        assertThat(facts(sequence, IN_JULY))
                .extracting(fact -> fact.getClass().getSimpleName() + " " + fact.at())
                .containsExactly(
                        "LegOverdue " + Hours.at("2022-06-09T09:00"),
                        "LegOverdue " + Hours.at("2022-06-10T09:00"),
                        "DueSoon " + WARNING,
                        "Overdue " + DUE);
    }

    @Test
    void aPartThatIsLateIsSaidOnceAndTheDossierIsLateByItsOwnDateOnly() {
        var asked = Lives.withPart(Lives.processing());
        var due = Hours.at("2022-06-10T09:00");

        var facts = facts(asked, due.plusMillis(1));

        assertThat(facts(asked, due)).isEmpty();
        assertThat(facts)
                .containsExactly(new Fact.LegOverdue(
                        due, CLOCK, asked.course().legs().get(0).toldLate()));
        assertThat(rung(asked, due.plusMillis(1)).course().wakesAt()).contains(WARNING);
    }

    @Test
    void aPartOfASequenceIsOpenedByTheClockOfItsOwnAgency() {
        var sequence = after(Lives.withPart(Lives.processing())
                .parts()
                .ask(as(Role.OFFICER), Samples.part("H03.03", TimeLimit.workingHours(8), 1), Hours.EVERYWHERE, NINE));
        var finished =
                after(sequence.parts().finish(new Actor(Role.OFFICER, OTHER_AGENCY), 1, Leg.Outcome.DONE, null, TEN));
        var closedOnThursday = Hours.CALENDAR.withOverrides(Map.of(LocalDate.parse("2022-06-09"), false));

        var opened = done(finished.timekeeping()
                        .ring(
                                agency -> agency.equals("H03.03")
                                        ? (start, limit) -> closedOnThursday
                                                .due(start, limit)
                                                .orElseThrow()
                                        : Hours.COUNTING,
                                TEN)
                        .orElseThrow())
                .dossier();

        assertThat(opened.course().legs().get(1).dueAt()).isEqualTo(Hours.at("2022-06-10T10:00"));
    }

    @Test
    void whatDoesNotComeInTimeEndsTheWait() {
        assertThat(facts(Lives.asked(Lives.submitted()), DEADLINE))
                .containsExactly(new Fact.Refused(DEADLINE, CLOCK, "SUPPLEMENT_EXPIRED"));
        assertThat(facts(Lives.asked(Lives.processing()), DEADLINE))
                .containsExactly(new Fact.Stopped(DEADLINE, CLOCK, "SUPPLEMENT_EXPIRED", false));
        assertThat(facts(Lives.toPay(Lives.processing()), PAY_DEADLINE))
                .containsExactly(new Fact.Stopped(PAY_DEADLINE, CLOCK, "PAYMENT_EXPIRED", false));
        assertThat(facts(Lives.asked(Lives.submitted()), DEADLINE.minusMillis(1)))
                .isEmpty();
    }

    @Test
    void nothingRingsAfterAnEnd() {
        Positions.closed()
                .forEach((name, closed) ->
                        assertThat(closed.course().wakesAt()).as(name).isEmpty());
    }

    @Test
    void aFactNeverLiesBeforeTheOneItFollows() {
        var late = after(
                Lives.processing().routing().assign(as(Role.LEADER), false, "o", "H03.01", Samples.WORKFLOW, IN_JULY));

        assertThat(facts(late, IN_JULY.plusMillis(1))).extracting(Fact::at).containsExactly(IN_JULY, IN_JULY);
    }

    @Test
    void whoeverWasLateBeforeAPauseIsNotToldAgainForTheSameDate() {
        var late = rung(Lives.processing(), DUE.plusSeconds(1));
        var asked = Lives.toPay(late, Hours.at("2022-06-15T10:00"), PAY_DEADLINE);
        var at = Hours.at("2022-06-16T10:00");
        var appointment = Hours.resumed(asked, LIMIT, Hours.at("2022-06-15T10:00"), at);

        var paid =
                after(asked.payments().confirm(as(Role.CASHIER), Lives.paid(at), ClockPolicy.RESUME, appointment, at));

        assertThat(appointment.dueAt()).as("used up before the pause").isEqualTo(DUE);
        assertThat(facts(paid, IN_JULY)).isEmpty();
    }

    @Test
    void whoeverWasLateBeforeAPauseAndNotToldIsToldAfterwards() {
        var asked = Lives.toPay(Lives.processing(), Hours.at("2022-06-15T10:00"), PAY_DEADLINE);
        var at = Hours.at("2022-06-16T10:00");
        var appointment = Hours.resumed(asked, LIMIT, Hours.at("2022-06-15T10:00"), at);

        var paid =
                after(asked.payments().confirm(as(Role.CASHIER), Lives.paid(at), ClockPolicy.RESUME, appointment, at));

        assertThat(facts(paid, IN_JULY)).containsExactly(new Fact.Overdue(at, CLOCK));
    }

    @Test
    void aResultTakenBackAfterTheDateIsNotSaidToBeLateASecondTime() {
        var late = Lives.completed(rung(Lives.processing(), DUE.plusSeconds(1)), Hours.at("2022-06-16T09:00"));
        var at = Hours.at("2022-06-17T09:00");
        var appointment = Hours.resumed(late, LIMIT, Hours.at("2022-06-16T09:00"), at);

        var again = after(late.recallResult(as(Role.LEADER), "WRONG", appointment, at));

        assertThat(facts(again, IN_JULY)).isEmpty();
    }

    @Test
    void whoeverIsGivenANewDateAndMissesItTooIsToldAgain() {
        var late = rung(Lives.processing(), DUE.plusSeconds(1));
        var extended = after(late.timekeeping()
                .extend(as(Role.LEADER), Hours.promised(LIMIT, DUE, LATER), "W", Laws.OF_2022, DUE.plusSeconds(2)));

        assertThat(facts(extended, IN_JULY))
                .containsExactly(
                        new Fact.DueSoon(Hours.at("2022-06-17T09:00"), CLOCK, Warning.DAYS),
                        new Fact.Overdue(LATER, CLOCK));
    }

    @Test
    void aDayThatIsClosedAfterwardsMovesTheDate() {
        var closed = Hours.CALENDAR.withOverrides(Map.of(LocalDate.parse("2022-06-10"), false));
        var processing = Lives.processing();
        var moved = Hours.recounted(processing, LIMIT, closed, TEN);

        var done = done(processing.timekeeping().redate(moved, TEN));

        assertThat(done.fact()).isEqualTo(new Fact.DueDateChanged(TEN, CLOCK, DUE, Redating.of(moved)));
        assertThat(done.dossier().timeline().dueAt()).isEqualTo(Hours.at("2022-06-16T09:00"));
        assertThat(done.dossier().timeline().originalDueAt()).isEqualTo(DUE);
        assertThat(done.dossier().course().clock().get(1).kind()).isEqualTo(ClockEntry.Kind.REDATE);
        assertThat(done.dossier().course().alarms().overdue()).isEqualTo(Hours.at("2022-06-16T09:00"));
        assertThat(bar(done.dossier().timekeeping().redate(moved, TEN))).isEqualTo(Bar.NOTHING_DUE);
    }

    @Test
    void whatIsAwaitedOfTheApplicantIsAwaitedLongerWithEverythingThatRings() {
        var waiting = Lives.toPay(Lives.processing(), TEN, Lives.PAY_DEADLINE);
        var later = Hours.at("2022-06-20T23:59:59");
        var rings = waiting.course().alarms().deadline();

        var moved = done(waiting.timekeeping().redate(new Redating(null, null, List.of(), null, later, null), TEN));

        assertThat(moved.dossier().course().pause().deadline()).isEqualTo(later);
        assertThat(moved.dossier().course().alarms().deadline())
                .isEqualTo(rings.plus(Duration.between(Lives.PAY_DEADLINE, later)));
        assertThat(moved.dossier().timeline()).isEqualTo(waiting.timeline());
        assertThat(facts(moved.dossier(), Lives.PAY_DEADLINE.plusSeconds(1))).isEmpty();
        assertThat(facts(moved.dossier(), later.plusSeconds(1))).hasAtLeastOneElementOfType(Fact.Stopped.class);
    }

    @Test
    void paperThatLiesIsForwardedByItsOwnDateWhetherTheResultMovesOrNot() {
        var lying = Lives.accepted(TimeLimit.none(), NINE);
        var later = Hours.at("2022-06-09T17:00");
        assertThat(bar(lying.timekeeping().redate(Redating.NOTHING, TEN))).isEqualTo(Bar.NOTHING_DUE);

        var moved = done(lying.timekeeping().redate(new Redating(null, null, List.of(), null, null, later), TEN));

        assertThat(moved.dossier().course().alarms().forward()).isEqualTo(later);
        assertThat(moved.dossier().course().wakesAt()).contains(later);
    }

    @Test
    void aReplyMovesAndIsSaidToBeLateByItsNewDateOnly() {
        var later = Hours.at("2022-06-10T09:00");
        var moved = after(Lives.submitted().timekeeping().redate(Redating.ofReply(later), TEN));
        assertThat(moved.timeline().replyDueAt()).isEqualTo(later);
        assertThat(moved.course().alarms().reply()).isEqualTo(later);
        assertThat(moved.course().clock()).isEmpty();

        var told = rung(Lives.submitted(), later);
        assertThat(told.course().alarms().reply()).isNull();
        var stillLate = after(told.timekeeping().redate(Redating.ofReply(TEN), later));
        assertThat(stillLate.course().alarms().reply()).as("it was said").isNull();
        var inTime = after(told.timekeeping().redate(Redating.ofReply(later.plusSeconds(1)), later));
        assertThat(inTime.course().alarms().reply()).isEqualTo(later.plusSeconds(1));

        var unknown = after(Dossier.submit(Samples.ID, Samples.online(), Samples.OPEN, as(Role.CITIZEN), null, NINE));
        var known = after(unknown.timekeeping().redate(Redating.ofReply(TEN), later));
        assertThat(known.course().alarms().reply())
                .as("nobody could say so before")
                .isEqualTo(TEN);
        assertThat(bar(known.timekeeping().redate(Redating.NOTHING, later))).isEqualTo(Bar.NOTHING_DUE);
    }

    @Test
    void aPartThatIsNoLongerLateIsSaidToBeLateAnew() {
        var asked = Lives.withPart(Lives.processing());
        var due = asked.course().legs().get(0).dueAt();
        var late = rung(asked, due.plusSeconds(1));
        assertThat(late.course().legs().get(0).told()).isTrue();

        var leg = late.course().legs().get(0).redated(due.plusSeconds(3600), due.plusSeconds(60));
        var moved = after(late.timekeeping()
                .redate(new Redating(null, null, List.of(leg), null, null, null), due.plusSeconds(60)));

        assertThat(moved.course().legs().get(0).told()).isFalse();
        assertThat(moved.course().legs().get(0).dueAt()).isEqualTo(due.plusSeconds(3600));
        assertThat(moved.timeline().dueAt()).isEqualTo(late.timeline().dueAt());
        assertThat(moved.course().clock()).isEqualTo(late.course().clock());
        assertThat(late.course()
                        .legs()
                        .get(0)
                        .redated(due.plusSeconds(30), due.plusSeconds(60))
                        .told())
                .as("late by both dates")
                .isTrue();
    }

    @Test
    void aStepOfTheWorkflowMoves() {
        var later = Hours.at("2022-06-14T09:00");
        var moved = after(
                Lives.appraising().timekeeping().redate(new Redating(null, null, List.of(), later, null, null), TEN));

        assertThat(moved.course().flow())
                .isEqualTo(Lives.appraising().course().flow().due(later));
    }

    @Test
    void aDateThatMovesWhileTheDossierWaitsStillWaits() {
        var closed = Hours.CALENDAR.withOverrides(Map.of(LocalDate.parse("2022-06-10"), false));
        var waiting = Lives.asked(Lives.processing());

        var moved = after(waiting.timekeeping().redate(Hours.recounted(waiting, LIMIT, closed, TEN), TEN));

        assertThat(moved.timeline().dueAt()).isEqualTo(Hours.at("2022-06-16T09:00"));
        assertThat(moved.course().alarms()).isEqualTo(new Alarms(null, null, null, null, DEADLINE, null, null));
        assertThat(moved.course().pausedSince()).contains(NINE);
    }

    @Test
    void aPromisedDateIsNotMovedByTheCalendar() {
        var closed = Hours.CALENDAR.withOverrides(Map.of(LocalDate.parse("2022-06-17"), false));

        assertThat(Recount.due(Lives.extended().course().clock(), LIMIT, Hours.counting(closed), closed))
                .isEqualTo(LATER);
    }

    @Test
    void aDossierWithoutALimitIsNotRedated() {
        assertThat(Recount.due(
                        Lives.processing().course().clock(),
                        TimeLimit.none(),
                        Hours.counting(Hours.CALENDAR),
                        Hours.CALENDAR))
                .isNull();
        assertThat(bar(Lives.accepted(TimeLimit.none(), NINE).timekeeping().redate(Samples.APPOINTMENT, TEN)))
                .isEqualTo(Bar.NOTHING_DUE);
        assertThat(bar(Lives.processing().timekeeping().redate(Appointment.OPEN_ENDED, TEN)))
                .isEqualTo(Bar.NOTHING_DUE);
    }

    /** All that rings until then, one after the other. */
    private static List<Fact> facts(Dossier from, Instant now) {
        var facts = new ArrayList<Fact>();
        var dossier = from;
        var next = dossier.timekeeping().ring(agency -> Hours.COUNTING, now);
        while (next.isPresent()) {
            var done = done(next.get());
            facts.add(done.fact());
            dossier = done.dossier();
            next = dossier.timekeeping().ring(agency -> Hours.COUNTING, now);
        }
        return facts;
    }

    private static Dossier rung(Dossier from, Instant now) {
        var dossier = from;
        var next = dossier.timekeeping().ring(agency -> Hours.COUNTING, now);
        while (next.isPresent()) {
            dossier = after(next.get());
            next = dossier.timekeeping().ring(agency -> Hours.COUNTING, now);
        }
        return dossier;
    }
}
