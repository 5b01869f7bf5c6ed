package vn.motcua.dossier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.calendar.CivilServants.CALENDAR;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 250,000 random cases in five calendars, from the first minute of 2021 to the last of 2026: due dates in every unit, starts, time between, and pauses. A
 * case is right when both say the same, also that the tables end.
 */
class NaiveAgreementTest {

    private static final int CASES = 50_000;
    private static final LimitUnit[] UNITS = {LimitUnit.WORKING_HOURS, LimitUnit.WORKING_DAYS, LimitUnit.CALENDAR_DAYS};

    static Stream<WorkingCalendar> calendars() {
        LocalDate storm = LocalDate.parse("2024-09-09");
        WorkingCalendar overridden = CALENDAR.withOverrides(Map.of(
                storm, false, storm.plusDays(1), false, storm.plusDays(5), true, LocalDate.parse("2022-09-02"), true));
        return Stream.of(CALENDAR, overridden, oddHours(), saturdayMornings(), ownHours());
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void walkingMinuteByMinuteAgrees(WorkingCalendar calendar) {
        NaiveCalendar naive = new NaiveCalendar(calendar);
        SplittableRandom random = new SplittableRandom(20220608);
        Instant first = Instant.parse("2020-12-31T17:00:00Z");
        int minutes = (int) first.until(Instant.parse("2026-12-31T17:00:00Z"), ChronoUnit.MINUTES);
        for (int i = 0; i < CASES; i++) {
            Instant start = first.plus(random.nextInt(minutes), ChronoUnit.MINUTES);
            TimeLimit limit = new TimeLimit(random.nextInt(1, 61), UNITS[random.nextInt(UNITS.length)]);

            Optional<Instant> due = published(() -> calendar.due(start, limit).orElseThrow());
            if (!due.equals(naive.due(start, limit))) {
                assertThat(due).as("%s + %s", start, limit).isEqualTo(naive.due(start, limit));
            }
            Optional<Instant> from = published(() -> calendar.normalise(start));
            if (!from.equals(naive.normalise(start))) {
                assertThat(from).as("start %s", start).isEqualTo(naive.normalise(start));
            }
            if (due.isPresent()
                    && calendar.workingMinutesBetween(start, due.get()) != naive.minutesBetween(start, due.get())) {
                assertThat(calendar.workingMinutesBetween(start, due.get()))
                        .as("minutes from %s to %s", start, due.get())
                        .isEqualTo(naive.minutesBetween(start, due.get()));
            }
            if (due.isPresent()) {
                pausesAgree(calendar, naive, start, due.get(), limit.unit(), random);
            }
        }
    }

    /** Somewhere between the start and a little after the due date, for up to thirty days. */
    private static void pausesAgree(
            WorkingCalendar calendar,
            NaiveCalendar naive,
            Instant start,
            Instant due,
            LimitUnit unit,
            SplittableRandom random) {
        long span = start.until(due, ChronoUnit.MINUTES) + 24 * 60;
        Instant last = Instant.parse("2026-12-31T16:59:00Z");
        Instant pausedAt = earlier(start.plus(random.nextLong(span), ChronoUnit.MINUTES), last);
        Instant resumedAt = earlier(pausedAt.plus(random.nextInt(30 * 24 * 60), ChronoUnit.MINUTES), last);

        Optional<Instant> resumed = published(() -> calendar.dueAfterPause(due, pausedAt, resumedAt, unit));
        Optional<Instant> expected = naive.dueAfterPause(due, pausedAt, resumedAt, unit);
        if (!resumed.equals(expected)) {
            assertThat(resumed)
                    .as("%s of %s paused from %s to %s", due, unit, pausedAt, resumedAt)
                    .isEqualTo(expected);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Optional<Instant> published(Supplier<Instant> question) {
        try {
            return Optional.of(question.get());
        } catch (CalendarNotPublished e) {
            assertThat(e.year()).isEqualTo(2027);
            return Optional.empty();
        }
    }

    /** A one-stop shop that opens every Saturday, and on all days in the morning only. */
    private static WorkingCalendar saturdayMornings() {
        Map<LocalDate, Boolean> saturdays = LocalDate.of(2021, 1, 2)
                .datesUntil(LocalDate.of(2027, 1, 1), Period.ofWeeks(1))
                .collect(Collectors.toMap(day -> day, day -> true));
        List<Session> sessions = List.of(new Session(LocalTime.of(7, 30), LocalTime.of(11, 0)));
        return new WorkingCalendar("saturdays", 1, CALENDAR.zone(), sessions, CALENDAR.years(), saturdays);
    }

    /** Every Wednesday afternoon closed, the first Saturday of ten open in the morning, some evenings open. */
    private static WorkingCalendar ownHours() {
        Map<LocalDate, List<Session>> days = new TreeMap<>();
        Session morning = new Session(LocalTime.of(7, 0), LocalTime.of(11, 30));
        Session evening = new Session(LocalTime.of(13, 30), LocalTime.of(20, 0));
        LocalDate end = LocalDate.of(2027, 1, 1);
        LocalDate.of(2021, 1, 6).datesUntil(end, Period.ofWeeks(1)).forEach(day -> days.put(day, List.of(morning)));
        LocalDate.of(2021, 1, 9).datesUntil(end, Period.ofWeeks(10)).forEach(day -> days.put(day, List.of(morning)));
        LocalDate.of(2021, 1, 8)
                .datesUntil(end, Period.ofWeeks(3))
                .forEach(day -> days.put(day, List.of(morning, evening)));
        return CALENDAR.withOwnHours(days);
    }

    private static WorkingCalendar oddHours() {
        List<Session> sessions = List.of(
                new Session(LocalTime.of(7, 15), LocalTime.of(9, 2)),
                new Session(LocalTime.of(9, 3), LocalTime.of(12, 0)),
                new Session(LocalTime.of(18, 0), LocalTime.of(20, 59)));
        return new WorkingCalendar("odd-hours", 1, CALENDAR.zone(), sessions, CALENDAR.years(), Map.of());
    }
}
