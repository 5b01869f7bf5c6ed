package vn.motcua.dossier.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Optional;

/** The same rules by brute force: one bit for each minute of 2021 to 2026, and walking minute by minute or day by day. Whole minutes only. */
final class NaiveCalendar {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 1, 1);
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final long ORIGIN = FIRST.atStartOfDay().toEpochSecond(ZoneOffset.ofHours(7)) / 60;

    private final BitSet worked = new BitSet();
    private final int end = (int) (END.toEpochDay() - FIRST.toEpochDay()) * MINUTES_A_DAY;

    NaiveCalendar(WorkingCalendar data) {
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            if (works(data, day)) {
                for (Session session : data.ownHours().getOrDefault(day, data.sessions())) {
                    for (LocalDateTime minute = day.atTime(session.opens());
                            minute.isBefore(day.atTime(session.closes()));
                            minute = minute.plusMinutes(1)) {
                        worked.set(number(minute.toInstant(ZoneOffset.ofHours(7))));
                    }
                }
            }
        }
    }

    /** Empty where the tables end. */
    Optional<Instant> normalise(Instant start) {
        int minute = number(start);
        if (minute > 0 && worked.get(minute - 1)) {
            return Optional.of(start);
        }
        while (minute < end && !worked.get(minute)) {
            minute++;
        }
        return minute < end ? Optional.of(instant(minute)) : Optional.empty();
    }

    /** Empty where the tables end. */
    Optional<Instant> due(Instant start, TimeLimit limit) {
        return normalise(start).flatMap(from -> switch (limit.unit()) {
            case NONE -> throw new IllegalArgumentException("no limit");
            case WORKING_HOURS -> minutes(number(from), limit.amount() * 60);
            case WORKING_DAYS -> days(number(from), limit.amount()).flatMap(this::normalise);
            case CALENDAR_DAYS -> calendarDays(number(from), limit.amount()).flatMap(this::normalise);
        });
    }

    long minutesBetween(Instant from, Instant to) {
        return worked.get(number(from), number(to)).cardinality();
    }

    /** What was left when the pause began, walked from its end on; empty where the tables end. */
    Optional<Instant> dueAfterPause(Instant due, Instant pausedAt, Instant resumedAt, LimitUnit unit) {
        if (!pausedAt.isBefore(due)) {
            return Optional.of(due);
        }
        if (unit == LimitUnit.CALENDAR_DAYS) {
            int then = number(resumedAt) + number(due) - number(pausedAt);
            return calendarDays(then, 0).flatMap(this::normalise);
        }
        int left = Math.toIntExact(minutesBetween(pausedAt, due));
        return normalise(resumedAt).flatMap(from -> minutes(number(from), left));
    }

    private Optional<Instant> minutes(int from, int amount) {
        int minute = from;
        int left = amount;
        while (left > 0 && minute < end) {
            if (worked.get(minute)) {
                left--;
            }
            minute++;
        }
        return left == 0 ? Optional.of(instant(minute)) : Optional.empty();
    }

    private Optional<Instant> days(int from, int amount) {
        int minute = from;
        int left = amount;
        while (left > 0) {
            minute += MINUTES_A_DAY;
            if (minute >= end) {
                return Optional.empty();
            }
            left -= worksOnDayOf(minute) ? 1 : 0;
        }
        return Optional.of(instant(minute));
    }

    private Optional<Instant> calendarDays(int from, int amount) {
        int minute = from + amount * MINUTES_A_DAY;
        while (minute < end && !worksOnDayOf(minute)) {
            minute += MINUTES_A_DAY;
        }
        return minute < end ? Optional.of(instant(minute)) : Optional.empty();
    }

    private boolean worksOnDayOf(int minute) {
        int midnight = minute - minute % MINUTES_A_DAY;
        int next = worked.nextSetBit(midnight);
        return next >= 0 && next < midnight + MINUTES_A_DAY;
    }

    private static boolean works(WorkingCalendar data, LocalDate day) {
        if (data.ownHours().containsKey(day)) {
            return true;
        }
        if (data.overrides().containsKey(day)) {
            return data.overrides().get(day);
        }
        YearTable table = data.years().get(day.getYear());
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return table.worked().contains(day) || !weekend && !table.off().contains(day);
    }

    private static int number(Instant at) {
        return Math.toIntExact(at.getEpochSecond() / 60 - ORIGIN);
    }

    private static Instant instant(int minute) {
        return Instant.ofEpochSecond((ORIGIN + minute) * 60);
    }
}
