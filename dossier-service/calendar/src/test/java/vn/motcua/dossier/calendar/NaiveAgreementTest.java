package vn.motcua.dossier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.calendar.CivilServants.CALENDAR;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 150,000 random cases in three calendars, from the first minute of 2021 to the last of 2026. */
class NaiveAgreementTest {

    private static final int CASES = 50_000;
    private static final LimitUnit[] UNITS = {LimitUnit.WORKING_HOURS, LimitUnit.WORKING_DAYS, LimitUnit.CALENDAR_DAYS};

    static Stream<WorkingCalendar> calendars() {
        LocalDate storm = LocalDate.parse("2024-09-09");
        WorkingCalendar overridden = CALENDAR.withOverrides(Map.of(
                storm, false, storm.plusDays(1), false, storm.plusDays(5), true, LocalDate.parse("2022-09-02"), true));
        return Stream.of(CALENDAR, overridden, oddHours());
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
        }
    }

    private static Optional<Instant> published(Supplier<Instant> question) {
        try {
            return Optional.of(question.get());
        } catch (CalendarNotPublished e) {
            assertThat(e.year()).isEqualTo(2027);
            return Optional.empty();
        }
    }

    private static WorkingCalendar oddHours() {
        List<Session> sessions = List.of(
                new Session(LocalTime.of(7, 15), LocalTime.of(9, 2)),
                new Session(LocalTime.of(9, 3), LocalTime.of(12, 0)),
                new Session(LocalTime.of(18, 0), LocalTime.of(20, 59)));
        return new WorkingCalendar("odd-hours", 1, CALENDAR.zone(), sessions, CALENDAR.years(), Map.of());
    }
}
