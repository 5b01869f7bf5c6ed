package vn.motcua.dossier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.calendar.CivilServants.CALENDAR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingTimePropertiesTest {

    private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);
    private static final Set<LocalTime> EDGES =
            Set.of(LocalTime.of(7, 0), LocalTime.of(11, 30), LocalTime.of(13, 30), LocalTime.of(17, 0));

    /** Any second of six years, edges of sessions more often than others; leaves room for 60 days before the tables end. */
    @Provide
    Arbitrary<Instant> starts() {
        Arbitrary<LocalDate> days = Arbitraries.longs()
                .between(
                        LocalDate.of(2021, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 8, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<LocalTime> anyTime = Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay);
        Arbitrary<LocalTime> nearAnEdge = Combinators.combine(
                        Arbitraries.of(EDGES), Arbitraries.integers().between(-1, 1))
                .as((edge, seconds) -> edge.plusSeconds(seconds));
        return Combinators.combine(days, Arbitraries.oneOf(anyTime, nearAnEdge))
                .as((day, time) -> day.atTime(time).toInstant(HANOI));
    }

    @Provide
    Arbitrary<TimeLimit> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.of(LimitUnit.WORKING_DAYS, LimitUnit.WORKING_HOURS, LimitUnit.CALENDAR_DAYS))
                .as(TimeLimit::new);
    }

    @Property
    void aDueDateIsWorkingTimeAfterTheStart(@ForAll("starts") Instant start, @ForAll("limits") TimeLimit limit) {
        Instant due = due(start, limit);
        assertThat(due).isAfter(start);
        assertThat(CALENDAR.isWorkingTime(due)).isTrue();
        assertThat(CALENDAR.isWorkingDay(CALENDAR.localDate(due))).isTrue();
    }

    @Property
    void soManyWorkingHoursBeforeAnEndThatMuchIsLeft(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 100) int hours) {
        Instant end = start.plus(Duration.ofDays(60));
        Instant before = CALENDAR.minusWorkingHours(end, hours);
        assertThat(CALENDAR.workingTimeBetween(before, end)).isEqualTo(Duration.ofHours(hours));
        assertThat(CALENDAR.isWorkingTime(before)).isTrue();
    }

    @Property
    void aStartMovedIntoWorkingTimeGivesTheSameDueDate(
            @ForAll("starts") Instant start, @ForAll("limits") TimeLimit limit) {
        Instant from = CALENDAR.normalise(start);
        assertThat(from).isAfterOrEqualTo(start);
        assertThat(CALENDAR.normalise(from)).isEqualTo(from);
        assertThat(CALENDAR.workingTimeBetween(start, from)).isZero();
        assertThat(due(from, limit)).isEqualTo(due(start, limit));
    }

    @Property
    void whoeverStartsLaterIsNeverDueEarlier(
            @ForAll("starts") Instant one, @ForAll("starts") Instant other, @ForAll("limits") TimeLimit limit) {
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;
        inOrder(earlier, later, limit);
        inOrder(earlier, earlier.plusSeconds(1), limit);
        inOrder(earlier, earlier.plus(Duration.ofHours(15)), limit);
    }

    @Property
    void aLongerLimitNeverEndsEarlier(
            @ForAll("starts") Instant start, @ForAll LimitUnit unit, @ForAll @IntRange(min = 1, max = 59) int amount) {
        if (unit != LimitUnit.NONE) {
            assertThat(due(start, new TimeLimit(amount + 1, unit)))
                    .isAfterOrEqualTo(due(start, new TimeLimit(amount, unit)));
        }
    }

    @Property
    void theDayRuleAndTheMinuteRuleAgreeExceptInTheDateTheyGiveASessionEdge(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant byDays = due(start, TimeLimit.workingDays(days));
        Instant byMinutes =
                CALENDAR.plusWorkingTime(start, CALENDAR.workingDay().multipliedBy(days));
        assertThat(CALENDAR.workingTimeBetween(byMinutes, byDays)).isZero();
        if (!EDGES.contains(byDays.atOffset(HANOI).toLocalTime())) {
            assertThat(byMinutes).isEqualTo(byDays);
        }
    }

    @Property
    void addingWorkingTimeAndMeasuringItAreInverse(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 0, max = 1_500_000) int seconds) {
        Duration worked = Duration.ofSeconds(seconds);
        Instant end = CALENDAR.plusWorkingTime(start, worked);
        assertThat(CALENDAR.workingTimeBetween(start, end)).isEqualTo(worked);
        assertThat(CALENDAR.workingTimeBetween(end, start)).isEqualTo(worked.negated());
    }

    @Property
    void aPauseOfNoLengthAndAPauseOutsideWorkingTimeChangeNothingButTheDateOfAnEdge(
            @ForAll("starts") Instant start, @ForAll("limits") TimeLimit limit) {
        Instant due = due(start, limit);
        assertThat(CALENDAR.workingTimeBetween(CALENDAR.dueAfterPause(due, start, start, limit.unit()), due))
                .isZero();
        if (limit.unit() != LimitUnit.CALENDAR_DAYS) {
            Instant from = CALENDAR.normalise(start);
            assertThat(CALENDAR.workingTimeBetween(CALENDAR.dueAfterPause(due, start, from, limit.unit()), due))
                    .isZero();
        }
    }

    @Property
    void whatWasNotUsedUpIsNotDueBeforeItGoesOn(
            @ForAll("starts") Instant start,
            @ForAll("limits") TimeLimit limit,
            @ForAll @IntRange(min = 1, max = 3_000) int minutesLeft,
            @ForAll @IntRange(min = 0, max = 30_000) int paused) {
        Instant due = due(start, limit);
        Instant pausedAt = due.minus(Duration.ofMinutes(minutesLeft));
        Instant resumedAt = pausedAt.plus(Duration.ofMinutes(paused));
        Instant then = CALENDAR.dueAfterPause(due, pausedAt, resumedAt, limit.unit());
        assertThat(then).isAfterOrEqualTo(resumedAt);
        assertThat(CALENDAR.isWorkingTime(then)).isTrue();
    }

    @Property
    void theExplanationEndsAtTheDueDateAndSkipsOnlyDaysThatAreNotWorked(
            @ForAll("starts") Instant start, @ForAll("limits") TimeLimit limit) {
        Explanation explanation = CALENDAR.explain(start, limit);
        assertThat(explanation.due()).contains(due(start, limit));
        assertThat(explanation.countsFrom()).isEqualTo(CALENDAR.normalise(start));
        assertThat(explanation.lines().get(explanation.lines().size() - 1).date())
                .isEqualTo(CALENDAR.localDate(explanation.dueAt()));
        assertThat(explanation.lines())
                .filteredOn(line -> line.kind() == DueLine.Kind.WEEKEND || line.kind() == DueLine.Kind.DAY_OFF)
                .noneMatch(line -> CALENDAR.isWorkingDay(line.date()));
    }

    @Property
    void jPlusNIsTheDateOfALimitInWorkingDays(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 60) int n) {
        Instant from = CALENDAR.normalise(start);
        assertThat(CALENDAR.plusWorkingDays(CALENDAR.localDate(from), n))
                .isEqualTo(CALENDAR.localDate(due(from, TimeLimit.workingDays(n))));
    }

    private static void inOrder(Instant earlier, Instant later, TimeLimit limit) {
        Instant first = due(earlier, limit);
        Instant second = due(later, limit);
        if (limit.unit() == LimitUnit.CALENDAR_DAYS) {
            assertThat(CALENDAR.localDate(second)).isAfterOrEqualTo(CALENDAR.localDate(first));
        } else {
            assertThat(second).isAfterOrEqualTo(first);
        }
    }

    private static Instant due(Instant start, TimeLimit limit) {
        return CALENDAR.due(start, limit).orElseThrow();
    }
}
