package vn.motcua.dossier.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One count from a start to a due date that writes down each step, so that a date and its explanation cannot differ. Used once. */
final class Reckoning {

    private final WorkingCalendar calendar;
    private final List<DueLine> lines = new ArrayList<>();

    Reckoning(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    Explanation explain(Instant startedAt, TimeLimit limit) {
        LocalDateTime start = calendar.local(startedAt);
        lines.add(DueLine.at(DueLine.Kind.STARTED, start.toLocalDate(), start.toLocalTime()));
        if (limit.unit() == LimitUnit.NONE) {
            lines.add(DueLine.of(DueLine.Kind.NO_DUE, start.toLocalDate(), null));
            return new Explanation(startedAt, startedAt, null, lines);
        }
        LocalDateTime from = settle(start);
        lines.add(DueLine.of(DueLine.Kind.ADDED, from.toLocalDate(), limit));
        LocalDateTime due = count(from, limit);
        lines.add(DueLine.at(DueLine.Kind.DUE, due.toLocalDate(), due.toLocalTime()));
        return new Explanation(startedAt, calendar.instant(from), calendar.instant(due), lines);
    }

    /** Moves a start into working time. */
    LocalDateTime settle(LocalDateTime start) {
        Optional<LocalTime> today = note(start.toLocalDate()) ? settled(start) : Optional.empty();
        LocalDateTime from = today.map(start.toLocalDate()::atTime).orElseGet(() -> nextOpening(start.toLocalDate()));
        if (!from.equals(start)) {
            lines.add(DueLine.at(DueLine.Kind.COUNTS_FROM, from.toLocalDate(), from.toLocalTime()));
        }
        return from;
    }

    /** Adds time worked to a start that is working time; ends at a closing rather than at the opening after it. */
    LocalDateTime plus(LocalDateTime from, Duration worked) {
        if (worked.isZero()) {
            return from;
        }
        LocalDate day = from.toLocalDate();
        long left = calendar.hours(day).workedUntil(from.toLocalTime()) + worked.toNanos();
        for (DayHours hours = calendar.hours(day); left > hours.length(); hours = calendar.hours(day)) {
            left -= hours.length();
            day = nextWorked(day);
        }
        return day.atTime(calendar.hours(day).after(left));
    }

    /** Adds time by the calendar, worked or not; ends in working time. */
    LocalDateTime land(LocalDateTime from, Duration time) {
        LocalDateTime end = from.plus(time);
        looked(from.toLocalDate(), end.toLocalDate());
        LocalDate day = calendar.nextOrSameWorkingDay(end.toLocalDate());
        return open(day.atTime(end.toLocalTime()));
    }

    private LocalDateTime count(LocalDateTime from, TimeLimit limit) {
        return switch (limit.unit()) {
            case NONE -> throw new IllegalArgumentException("nothing to count");
            case WORKING_HOURS -> plus(from, Duration.ofHours(limit.amount()));
            case WORKING_DAYS ->
                open(nthWorked(from.toLocalDate(), limit.amount()).atTime(from.toLocalTime()));
            case CALENDAR_DAYS -> open(landed(from.toLocalDate(), limit).atTime(from.toLocalTime()));
        };
    }

    /** The same on a day with the usual hours; where the agency is closed at that time, the next opening. */
    private LocalDateTime open(LocalDateTime landed) {
        LocalDate day = landed.toLocalDate();
        return settled(landed).map(day::atTime).orElseGet(() -> nextOpening(day));
    }

    private LocalDateTime nextOpening(LocalDate day) {
        LocalDate next = nextWorked(day);
        return next.atTime(calendar.hours(next).opens());
    }

    private LocalDate landed(LocalDate from, TimeLimit limit) {
        LocalDate end = from.plusDays(limit.amount());
        looked(from, end);
        if (calendar.isWorkingDay(end)) {
            note(end);
            return end;
        }
        lines.add(DueLine.of(DueLine.Kind.LANDED, end, limit));
        note(end);
        return nextWorked(end);
    }

    /** The days between do not count differently, but a gap in the tables means that nobody has looked at this span. */
    private void looked(LocalDate from, LocalDate end) {
        for (int year = from.getYear(); year <= end.getYear(); year++) {
            calendar.table(year);
        }
    }

    private Optional<LocalTime> settled(LocalDateTime start) {
        LocalTime time = start.toLocalTime();
        DayHours hours = calendar.hours(start.toLocalDate());
        Optional<LocalTime> settled = hours.settle(time);
        if (settled.isEmpty()) {
            moved(DueLine.Kind.AFTER_CLOSING, start);
        } else if (time.isBefore(hours.opens())) {
            moved(DueLine.Kind.BEFORE_OPENING, start);
        } else if (!settled.get().equals(time)) {
            moved(DueLine.Kind.IN_BREAK, start);
        }
        return settled;
    }

    private void moved(DueLine.Kind kind, LocalDateTime start) {
        lines.add(DueLine.at(kind, start.toLocalDate(), start.toLocalTime()));
    }

    private LocalDate nextWorked(LocalDate day) {
        return nthWorked(day, 1);
    }

    private LocalDate nthWorked(LocalDate day, long days) {
        LocalDate found = day;
        long left = days;
        while (left > 0) {
            found = found.plusDays(1);
            if (note(found)) {
                left--;
            }
        }
        return found;
    }

    private boolean note(LocalDate day) {
        DayKind kind = calendar.kindOf(day);
        if (kind != DayKind.ORDINARY) {
            lines.add(DueLine.day(kind, day, calendar.table(day.getYear()).source()));
        }
        if (calendar.hasOwnHours(day)) {
            lines.add(DueLine.hours(day, calendar.hours(day).text()));
        }
        return kind.working();
    }
}
