package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Lives.DEADLINE;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.LIMIT;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.WARNING;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;
import static vn.motcua.dossier.lifecycle.Samples.party;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.calendar.Session;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.calendar.WorkingCalendar;

/** A value of the law is changed, and what the lifecycle does changes. */
class LegalRulesTest {

    private static final Instant LATER = Hours.at("2022-06-20T09:00");
    private static final Instant IN_JULY = Hours.at("2022-07-20T09:00");
    private static final Actor CLOCK = new Actor(Role.SYSTEM, null);

    /** Eight hours are more than a day where a day has seven. */
    private static final WorkingCalendar SHORT_DAYS = new WorkingCalendar(
            "short",
            1,
            Hours.CALENDAR.zone(),
            List.of(
                    new Session(LocalTime.of(7, 30), LocalTime.of(11, 30)),
                    new Session(LocalTime.of(13, 30), LocalTime.of(16, 30))),
            Hours.CALENDAR.years(),
            Map.of());

    @Test
    void whereTheLawGivesTwoRequestsReceptionAsksASecondTime() {
        var again = Lives.confirmed(Lives.asked(Lives.processing()), NINE);
        var before = Lives.supplied(Lives.asked(Lives.submitted()));
        var twice = Laws.withRequests(2);

        assertThat(bar(again.papers().request(as(Role.RECEPTION), Lives.request(DEADLINE), Laws.OF_2022, TEN)))
                .isEqualTo(Bar.LEADER_APPROVES);
        assertThat(done(again.papers().request(as(Role.RECEPTION), Lives.request(DEADLINE), twice, TEN)))
                .isNotNull();
        assertThat(bar(before.papers().request(as(Role.RECEPTION), Lives.request(DEADLINE), Laws.OF_2022, TEN)))
                .isEqualTo(Bar.ASKED_ALREADY);
        assertThat(done(before.papers().request(as(Role.RECEPTION), Lives.request(DEADLINE), twice, TEN)))
                .isNotNull();
        assertThat(offered(Role.RECEPTION, again, Laws.OF_2022)).doesNotContain(Step.SUPPLEMENT_REQUEST);
        assertThat(offered(Role.RECEPTION, again, twice)).contains(Step.SUPPLEMENT_REQUEST);
        assertThat(offered(Role.RECEPTION, before, Laws.OF_2022)).doesNotContain(Step.SUPPLEMENT_REQUEST);
        assertThat(offered(Role.RECEPTION, before, twice)).contains(Step.SUPPLEMENT_REQUEST);
    }

    @Test
    void whereTheLawGivesNoneEveryRequestInProcessingIsTheLeaders() {
        assertThat(bar(Lives.processing()
                        .papers()
                        .request(as(Role.RECEPTION), Lives.request(DEADLINE), Laws.withRequests(0), TEN)))
                .isEqualTo(Bar.LEADER_APPROVES);
    }

    @Test
    void whereTheLawAllowsTwoNewDatesASecondIsPromisedAndNoThird() {
        var once = Lives.extended();
        var twice = Laws.withExtensions(2);
        var appointment = Hours.promised(LIMIT, TEN, IN_JULY);

        assertThat(bar(once.timekeeping().extend(as(Role.LEADER), appointment, "W", Laws.OF_2022, TEN)))
                .isEqualTo(Bar.EXTENDED_ALREADY);
        assertThat(offered(Role.LEADER, once, Laws.OF_2022)).doesNotContain(Step.EXTENSION);
        assertThat(offered(Role.LEADER, once, twice)).contains(Step.EXTENSION);
        var again = after(once.timekeeping().extend(as(Role.LEADER), appointment, "W", twice, TEN));
        assertThat(again.course().extensions()).isEqualTo(2);
        assertThat(bar(again.timekeeping()
                        .extend(
                                as(Role.LEADER),
                                Hours.promised(LIMIT, TEN, Hours.at("2022-08-01T09:00")),
                                "W",
                                twice,
                                TEN)))
                .isEqualTo(Bar.EXTENDED_ALREADY);
    }

    @Test
    void whereTheLawAllowsNoNewDateNoneIsPromised() {
        assertThat(bar(Lives.processing()
                        .timekeeping()
                        .extend(as(Role.LEADER), Hours.promised(LIMIT, TEN, LATER), "W", Laws.withExtensions(0), TEN)))
                .isEqualTo(Bar.EXTENDED_ALREADY);
    }

    /** Due on Wednesday at nine: told until Tuesday at nine it is in time; with three days, until Sunday. */
    @ParameterizedTest
    @CsvSource({
        "1, 2022-06-14T09:00,     false",
        "1, 2022-06-14T09:00:01,  true",
        "3, 2022-06-12T09:00,     false",
        "3, 2022-06-12T09:00:01,  true",
        "0, 2022-06-15T09:00,     false",
        "0, 2022-06-15T09:00:01,  true",
    })
    void aNewDateToldLateIsToldAndSaidToBeLate(int noticeDays, String toldAt, boolean late) {
        var at = Hours.at(toldAt);
        var done = done(Lives.processing()
                .timekeeping()
                .extend(
                        as(Role.LEADER),
                        Hours.promised(LIMIT, at, LATER),
                        "WORKLOAD",
                        Laws.withNoticeDays(noticeDays),
                        at));

        assertThat(done.fact()).isEqualTo(new Fact.Extended(at, as(Role.LEADER), DUE, "WORKLOAD", late));
        assertThat(done.dossier().course().lateNotice()).isEqualTo(late);
    }

    @Test
    void theWarningsComeSoManyDaysAndSoManyHoursBefore() {
        var from = Hours.at("2022-06-08T09:00");

        assertThat(Warnings.of(Laws.withWarnings(2, 4), Hours.CALENDAR, from, DUE))
                .isEqualTo(new Warnings(Hours.at("2022-06-13T09:00"), Hours.at("2022-06-14T15:00")));
        assertThat(Warnings.of(Laws.withWarnings(0, 4), Hours.CALENDAR, from, DUE))
                .isEqualTo(new Warnings(null, Hours.at("2022-06-14T15:00")));
        assertThat(Warnings.of(Laws.withWarnings(1, 0), Hours.CALENDAR, from, DUE))
                .isEqualTo(new Warnings(WARNING, null));
    }

    @Test
    void whereADayHasEightHoursOneWarningSaysItAllAndWhereItHasSevenThereAreTwo() {
        assertThat(Warnings.of(Laws.OF_2022, Hours.CALENDAR, NINE, DUE)).isEqualTo(new Warnings(WARNING, null));
        assertThat(Warnings.of(Laws.OF_2022, Hours.CALENDAR, NINE, Hours.at("2022-06-15T17:00")))
                .as("the closing of Tuesday and the opening of Wednesday are the same working instant")
                .isEqualTo(new Warnings(Hours.at("2022-06-14T17:00"), null));
        assertThat(Warnings.of(Laws.OF_2022, SHORT_DAYS, NINE, DUE))
                .isEqualTo(new Warnings(WARNING, Hours.at("2022-06-14T08:00")));
    }

    @Test
    void nobodyIsWarnedOfWhatWasJustPromisedOrWithoutACalendar() {
        assertThat(Warnings.of(Laws.withWarnings(5, 40), Hours.CALENDAR, NINE, DUE))
                .isEqualTo(Warnings.NONE);
        assertThat(Warnings.of(Laws.OF_2022, noYears(), NINE, DUE)).isEqualTo(Warnings.NONE);
    }

    @Test
    void eachWarningRingsOnceAtItsOwnTime() {
        var processing = withBothWarnings();

        var first = done(processing
                .timekeeping()
                .ring(agency -> Hours.COUNTING, Hours.at("2022-06-13T09:00"))
                .orElseThrow());
        assertThat(first.fact()).isEqualTo(new Fact.DueSoon(Hours.at("2022-06-13T09:00"), CLOCK, Warning.DAYS));
        assertThat(first.dossier().course().wakesAt()).contains(Hours.at("2022-06-14T15:00"));
        var second = done(first.dossier()
                .timekeeping()
                .ring(agency -> Hours.COUNTING, Hours.at("2022-06-14T15:00"))
                .orElseThrow());
        assertThat(second.fact()).isEqualTo(new Fact.DueSoon(Hours.at("2022-06-14T15:00"), CLOCK, Warning.HOURS));
        assertThat(second.dossier().course().wakesAt()).contains(DUE);
    }

    @Test
    void whoeverLooksLateSaysTheNearerWarningOnly() {
        assertThat(rings(withBothWarnings(), Hours.at("2022-06-14T15:00")))
                .containsExactly(new Fact.DueSoon(Hours.at("2022-06-14T15:00"), CLOCK, Warning.HOURS));
        assertThat(rings(withBothWarnings(), IN_JULY))
                .containsExactly(
                        new Fact.DueSoon(Hours.at("2022-06-14T15:00"), CLOCK, Warning.HOURS),
                        new Fact.Overdue(DUE, CLOCK));
    }

    @Test
    void aPaymentCountsTheLimitAnewWhereTheLawSaysSo() {
        var waiting = Lives.toPay(Lives.processing(), TEN, Lives.PAY_DEADLINE);
        var paidAt = Hours.at("2022-06-10T10:00");
        var whole = Hours.whole(LIMIT, paidAt);

        var dossier = after(
                waiting.payments().confirm(as(Role.CASHIER), Lives.paid(paidAt), ClockPolicy.RESTART, whole, paidAt));

        assertThat(dossier.timeline().dueAt()).isEqualTo(whole.dueAt());
        assertThat(dossier.timeline().originalDueAt()).isEqualTo(whole.dueAt());
        assertThat(dossier.course().clock().get(2).kind()).isEqualTo(ClockEntry.Kind.RESTART);
        assertThat(Recount.due(dossier.course().clock(), LIMIT, Hours.COUNTING, Hours.CALENDAR))
                .isEqualTo(whole.dueAt());
    }

    /** 8 June 2022 is a Wednesday, 11 June a Saturday. */
    @ParameterizedTest
    @CsvSource({
        "2022-06-08T09:00,    15:00, 2022-06-08T17:00, 2022-06-08T17:00",
        "2022-06-08T14:59:59, 15:00, 2022-06-08T17:00, 2022-06-08T17:00",
        "2022-06-08T15:00,    15:00, 2022-06-08T17:00, 2022-06-08T17:00",
        "2022-06-08T15:00:01, 15:00, 2022-06-09T07:00, 2022-06-09T17:00",
        "2022-06-08T15:00,    16:00, 2022-06-08T17:00, 2022-06-08T17:00",
        "2022-06-08T11:00:01, 11:00, 2022-06-09T07:00, 2022-06-09T17:00",
        "2022-06-08T17:00:01, 18:00, 2022-06-09T07:00, 2022-06-09T17:00",
        "2022-06-10T16:00,    15:00, 2022-06-13T07:00, 2022-06-13T17:00",
        "2022-06-11T16:00,    15:00, 2022-06-13T17:00, 2022-06-13T17:00",
    })
    void paperReceivedLateInTheDayGoesOnTheNextMorningAndItsResultIsDueTheNextDay(
            String receivedAt, LocalTime until, String forwardBy, String sameDayDue) {
        var rules = Laws.withSameDayUntil(until);
        var received = Hours.at(receivedAt);

        assertThat(rules.forwardBy(Hours.CALENDAR, received)).isEqualTo(Hours.at(forwardBy));
        assertThat(rules.sameDayDue(Hours.CALENDAR, received)).isEqualTo(Hours.at(sameDayDue));
    }

    @Test
    void onlyAnImmediateResultWithinOneWorkingDayIsOfTheSameDay() {
        assertThat(LegalRules.isSameDay(true, TimeLimit.workingDays(1))).isTrue();
        assertThat(LegalRules.isSameDay(false, TimeLimit.workingDays(1))).isFalse();
        assertThat(LegalRules.isSameDay(true, TimeLimit.workingDays(2))).isFalse();
        assertThat(LegalRules.isSameDay(true, TimeLimit.none())).isFalse();
    }

    private static Dossier withBothWarnings() {
        var warnings = Warnings.of(Laws.withWarnings(2, 4), Hours.CALENDAR, NINE, DUE);
        var appointment = new Appointment(LIMIT, DUE, warnings, "civil-servants|1");
        return Lives.processing(after(Dossier.acceptAtCounter(
                        Samples.ID, Samples.counter(), Samples.OPEN, as(Role.RECEPTION), appointment, NINE))
                .named(Samples.CODE));
    }

    private static List<Fact> rings(Dossier from, Instant now) {
        var facts = new ArrayList<Fact>();
        var dossier = from;
        for (var next = dossier.timekeeping().ring(agency -> Hours.COUNTING, now); next.isPresent(); ) {
            var done = done(next.get());
            facts.add(done.fact());
            dossier = done.dossier();
            next = dossier.timekeeping().ring(agency -> Hours.COUNTING, now);
        }
        return facts;
    }

    private static WorkingCalendar noYears() {
        var calendar = Hours.CALENDAR;
        return new WorkingCalendar("none", 1, calendar.zone(), calendar.sessions(), Map.of(), Map.of());
    }

    private static List<Step> offered(Role role, Dossier dossier, LegalRules rules) {
        return Rights.nextSteps(party(role), dossier, rules);
    }
}
