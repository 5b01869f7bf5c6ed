package vn.motcua.dossier.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The working time of one agency: a value, safe to share between threads. Every question about a day of a year without a table is answered with
 * {@link CalendarNotPublished}, also when the year is only passed through.
 *
 * <p>A session includes both of its ends. An hour limit that is exactly used up therefore ends at the closing (17:00 Monday) and not at the next
 * opening (07:00 Tuesday), which is the same working instant but another date.
 *
 * @param code 1 to 64 characters
 * @param version from 1; a new notice or other hours make a new version
 * @param zone of all days and hours; must not change its offset within the years of the tables
 * @param sessions of each working day, 1 to 8, in order and apart from each other
 * @param years at most 100 tables by their year, in order
 * @param overrides days on which this agency departs from the tables, true for worked; at most 10,000, in order
 * @param ownHours days that this agency works in other sessions than usual, whatever the tables and overrides say; at most 10,000, in order
 * @throws IllegalArgumentException when one of these is not so
 */
public record WorkingCalendar(
        String code,
        int version,
        ZoneId zone,
        List<Session> sessions,
        Map<Integer, YearTable> years,
        Map<LocalDate, Boolean> overrides,
        Map<LocalDate, List<Session>> ownHours) {

    /** The longest duration that {@link #plusWorkingTime} adds. */
    public static final Duration LONGEST = Duration.ofHours(24L * TimeLimit.MOST);

    /** A calendar whose working days all have the same sessions. */
    public WorkingCalendar(
            String code,
            int version,
            ZoneId zone,
            List<Session> sessions,
            Map<Integer, YearTable> years,
            Map<LocalDate, Boolean> overrides) {
        this(code, version, zone, sessions, years, overrides, Map.of());
    }

    public WorkingCalendar {
        require(!code.isBlank() && code.length() <= 64, "a calendar's code has 1 to 64 characters");
        require(version >= 1, "a calendar's version is 1 or more");
        sessions = List.copyOf(sessions);
        years = InOrder.map(years);
        overrides = InOrder.map(overrides);
        requireDay(sessions);
        ownHours.values().forEach(WorkingCalendar::requireDay);
        ownHours = InOrder.map(ownHours);
        require(ownHours.size() <= 10_000, "a calendar has at most 10,000 days with hours of their own");
        require(years.size() <= 100, "a calendar has at most 100 years");
        years.forEach(
                (year, table) -> require(table.year() == year, "the table of " + table.year() + " is not " + year));
        require(overrides.size() <= 10_000, "a calendar has at most 10,000 overrides");
        require(!overrides.containsValue(null), "an override says whether the day is worked");
        require(offsetIsSteady(zone, years), zone + " changes its offset within the years of calendar " + code);
    }

    /** The same calendar with these overrides in place of the present ones. */
    public WorkingCalendar withOverrides(Map<LocalDate, Boolean> others) {
        return new WorkingCalendar(code, version, zone, sessions, years, others, ownHours);
    }

    /** The same calendar with these days in place of the present ones that have hours of their own. */
    public WorkingCalendar withOwnHours(Map<LocalDate, List<Session>> others) {
        return new WorkingCalendar(code, version, zone, sessions, years, overrides, others);
    }

    /** Whether the agency works that day in other sessions than usual: closed in the afternoon, open on a Saturday morning. */
    public boolean hasOwnHours(LocalDate day) {
        return ownHours.containsKey(day);
    }

    public DayKind kindOf(LocalDate day) {
        DayKind kind = table(day.getYear()).kindOf(day);
        Boolean override = hasOwnHours(day) ? Boolean.TRUE : overrides.get(day);
        if (override == null || override == kind.working()) {
            return kind;
        }
        return override ? DayKind.OPENED : DayKind.CLOSED;
    }

    public boolean isWorkingDay(LocalDate day) {
        return kindOf(day).working();
    }

    /** Whether the instant lies within a session of a working day, both ends included. */
    public boolean isWorkingTime(Instant at) {
        return normalise(at).equals(at);
    }

    /** The instant itself in working time; else the next opening: of this day, after the break, or of the next working day. */
    public Instant normalise(Instant start) {
        return instant(new Reckoning(this).settle(local(start)));
    }

    /**
     * When the limit ends, empty without limit. The start is first moved into working time. Then n working days: the same clock time on the n-th
     * following working day; n calendar days: the same clock time n days later, or on the next working day after that; n working hours: n times
     * 60 minutes inside sessions. What would end while the agency is closed on a day with hours of its own ends at the next opening. The day of
     * receipt is not counted. Source: Civil Code 91/2015/QH13, art. 147, 148.
     *
     * <p>Later starts never end earlier; with calendar days that holds for the date only, as Friday 16:00 and Saturday 07:00 may both land on Monday.
     */
    public Optional<Instant> due(Instant start, TimeLimit limit) {
        return explain(start, limit).due();
    }

    /** {@link #due} with the steps that led there. */
    public Explanation explain(Instant start, TimeLimit limit) {
        return new Reckoning(this).explain(start, limit);
    }

    /**
     * When a limit ends that stood still from one instant to another (pause and resume): what was left is counted from the end of the pause, of
     * calendar days in days, hours and minutes by the calendar, of all others in working time. A limit that was used up when the pause began stays as
     * it was; one that was not never ends before the pause does, also where only a night was left of it.
     *
     * <p>Calendar days that end on a day off end on the next working day, and while the agency is closed at the next opening, as {@link #due} has it.
     *
     * @param unit of the limit; NONE has no end
     */
    public Instant dueAfterPause(Instant due, Instant pausedAt, Instant resumedAt, LimitUnit unit) {
        require(unit != LimitUnit.NONE, "what has no limit is never due");
        if (!pausedAt.isBefore(due)) {
            return due;
        }
        return unit == LimitUnit.CALENDAR_DAYS
                ? instant(new Reckoning(this).land(local(resumedAt), Duration.between(pausedAt, due)))
                : plusWorkingTime(resumedAt, workingTimeBetween(pausedAt, due));
    }

    /**
     * The start in working time plus time inside sessions.
     *
     * @throws IllegalArgumentException unless zero to {@link #LONGEST} is added
     */
    public Instant plusWorkingTime(Instant start, Duration worked) {
        require(!worked.isNegative() && worked.compareTo(LONGEST) <= 0, "zero to " + LONGEST + ", not " + worked);
        Reckoning reckoning = new Reckoning(this);
        return instant(reckoning.plus(reckoning.settle(local(start)), worked));
    }

    /**
     * The working time from which so many hours are worked until the end. At the edge of two sessions the closing of the earlier one, except that a
     * whole day ends at its opening.
     *
     * @param hours 1 to 1000
     */
    public Instant minusWorkingHours(Instant end, int hours) {
        require(hours >= 1 && hours <= TimeLimit.MOST, "1 to " + TimeLimit.MOST + " working hours, not " + hours);
        LocalDateTime last = local(end);
        LocalDate day = last.toLocalDate();
        long left = Duration.ofHours(hours).toNanos();
        long today = isWorkingDay(day) ? hours(day).workedUntil(last.toLocalTime()) : 0;
        while (left > today) {
            left -= today;
            day = previousWorkingDay(day);
            today = hours(day).length();
        }
        DayHours ruler = hours(day);
        return instant(day.atTime(left == today ? ruler.opens() : ruler.after(today - left)));
    }

    /** Time inside sessions from one instant to the other; negative when the second comes first. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return workingTimeBetween(to, from).negated();
        }
        LocalDateTime first = local(from);
        LocalDateTime last = local(to);
        long worked = -workedUntil(first);
        for (LocalDate day = first.toLocalDate(); day.isBefore(last.toLocalDate()); day = day.plusDays(1)) {
            worked += isWorkingDay(day) ? hours(day).length() : 0;
        }
        return Duration.ofNanos(worked + workedUntil(last));
    }

    private long workedUntil(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        return isWorkingDay(day) ? hours(day).workedUntil(at.toLocalTime()) : 0;
    }

    /** {@link #workingTimeBetween} in whole minutes, rounded towards zero. */
    public long workingMinutesBetween(Instant from, Instant to) {
        return workingTimeBetween(from, to).toMinutes();
    }

    /** Time inside sessions of one working day, as they usually are. */
    public Duration workingDay() {
        return Duration.ofNanos(new DayHours(sessions).length());
    }

    /** The n-th working day after the given day, which need not be one itself; for 0 the day or the next working day. n is 0 to 1000. */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        require(n >= 0 && n <= TimeLimit.MOST, "0 to " + TimeLimit.MOST + " working days, not " + n);
        LocalDate found = n == 0 ? nextOrSameWorkingDay(day) : day;
        for (int i = 0; i < n; i++) {
            found = nextWorkingDay(found);
        }
        return found;
    }

    public LocalDate nextWorkingDay(LocalDate day) {
        return nextOrSameWorkingDay(day.plusDays(1));
    }

    public LocalDate nextOrSameWorkingDay(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    public LocalDate previousWorkingDay(LocalDate day) {
        return previousOrSameWorkingDay(day.minusDays(1));
    }

    public LocalDate previousOrSameWorkingDay(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** The date at that instant in the calendar's zone. */
    public LocalDate localDate(Instant at) {
        return local(at).toLocalDate();
    }

    /** When the first session opens on that day, worked or not. */
    public Instant opening(LocalDate day) {
        return instant(day.atTime(hours(day).opens()));
    }

    /** When the last session closes on that day, worked or not. */
    public Instant closing(LocalDate day) {
        return instant(day.atTime(hours(day).closes()));
    }

    YearTable table(int year) {
        YearTable table = years.get(year);
        if (table == null) {
            throw new CalendarNotPublished(code, year);
        }
        return table;
    }

    /** The sessions of that day if it is worked. */
    DayHours hours(LocalDate day) {
        return new DayHours(ownHours.getOrDefault(day, sessions));
    }

    LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    Instant instant(LocalDateTime at) {
        return at.atZone(zone).toInstant();
    }

    private static boolean offsetIsSteady(ZoneId zone, Map<Integer, YearTable> years) {
        if (years.isEmpty()) {
            return true;
        }
        int first = years.keySet().stream().min(Integer::compare).orElseThrow();
        int last = years.keySet().stream().max(Integer::compare).orElseThrow();
        Instant begin = LocalDate.of(first, 1, 1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(begin);
        return change == null || change.getDateTimeBefore().getYear() > last;
    }

    private static void requireDay(List<Session> sessions) {
        require(!sessions.isEmpty() && sessions.size() <= 8, "a working day has 1 to 8 sessions");
        for (int i = 1; i < sessions.size(); i++) {
            require(
                    sessions.get(i - 1).closes().isBefore(sessions.get(i).opens()),
                    "sessions follow each other with a break between, not " + sessions);
        }
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
